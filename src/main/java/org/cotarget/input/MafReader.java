package org.cotarget.input;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.table.CommentLine;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.Reference;

/**
 * Reads a mutation annotation file: the variants in panel genes, and for every sample how widely
 * its rows spread, by which an exome is told from a panel.
 */
public final class MafReader {

  private static final String SEQUENCED = "sequenced_samples:";

  private final Reference reference;
  private final RecurrentChanges recurrent;
  private final Set<String> includedFilters;

  /**
   * Makes a reader.
   *
   * @param includedFilters FILTER values that pass besides {@code PASS}
   */
  public MafReader(Reference reference, RecurrentChanges recurrent, Set<String> includedFilters) {
    this.reference = reference;
    this.recurrent = recurrent;
    this.includedFilters = Set.copyOf(includedFilters);
  }

  /**
   * Reads one file.
   *
   * @param declared assembly that the user declares and the file must not contradict
   * @param fallback assembly to take where neither the file nor the user names one
   * @param onlySample the one sample that the file is of by a sample sheet; it may then have no
   *     row, and its barcode is not looked at
   * @return empty, with a problem, where nothing of the file can be used
   */
  public Optional<VariantLayer> read(
      Path path,
      Optional<GenomeAssembly> declared,
      GenomeAssembly fallback,
      Optional<String> onlySample,
      InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(path, TableFormat.MAYBE_EMPTY, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      Optional<MafColumns> columns = MafColumns.of(table);
      if (columns.isEmpty()) {
        return Optional.empty();
      }
      MafAssembly assembly = new MafAssembly(table, columns.get().build(), declared, fallback);
      return read(table, columns.get(), assembly, onlySample);
    }
  }

  private Optional<VariantLayer> read(
      TableReader table, MafColumns columns, MafAssembly assembly, Optional<String> onlySample) {
    Map<String, SampleSpread> spreads = new HashMap<>();
    Set<String> barcodes = new TreeSet<>();
    onlySample.ifPresent(sample -> spreads.put(sample, new SampleSpread()));
    MafRows rows = new MafRows(reference, recurrent, includedFilters, table, columns);
    while (table.next()) {
      String barcode = table.text(columns.sample());
      barcodes.add(barcode);
      String sample = onlySample.orElse(barcode);
      if (sample.isEmpty()) {
        table
            .problems()
            .error(
                "SAMPLE_ID_MISSING",
                table.where(columns.sample()),
                "the row names no sample",
                "fill in " + table.columnName(columns.sample()));
        continue;
      }
      assembly.see();
      SampleSpread spread = spreads.computeIfAbsent(sample, key -> new SampleSpread());
      if (!rows.isRearrangement()) {
        spread.add(rows.geneText(), table.text(columns.chrom()));
      }
      rows.take(sample, assembly.current());
    }
    Set<String> declaredSequenced = declaredSequenced(table.comments());
    if (table.failed()) {
      return Optional.empty();
    }
    if (table.rows() == 0 && onlySample.isEmpty()) {
      noRows(table, declaredSequenced);
    }
    if (onlySample.isPresent() && barcodes.size() > 1) {
      table
          .problems()
          .error(
              "SAMPLESHEET_FILE_OF_SEVERAL",
              SourceLocation.ofFile(table.path()),
              "the file is given for one sample and holds " + SampleJoin.some(barcodes),
              "give a file of several samples with --maf, or split it");
    }
    GenomeAssembly used = assembly.finish();
    rows.finish();
    Optional<InputFile> file = table.provenance("MAF", assembly.evidence(used));
    Map<String, VariantLayer.RecordSpread> spread = new TreeMap<>();
    spreads.forEach((sample, seen) -> spread.put(sample, seen.spread()));
    Map<String, List<SomaticVariant>> variants = rows.variants();
    return file.map(f -> new VariantLayer(variants, spread, declaredSequenced, f));
  }

  private static void noRows(TableReader table, Set<String> declaredSequenced) {
    SourceLocation where = SourceLocation.ofFile(table.path());
    String message = "the MAF has no row that could be read";
    if (declaredSequenced.isEmpty()) {
      table
          .problems()
          .error(
              "TABLE_WITHOUT_ROWS",
              where,
              message,
              "supply the file with its content; a cohort without any mutation names its samples in a"
                  + " line #Sequenced_Samples: before the header");
    } else {
      table
          .problems()
          .warning(
              "TABLE_WITHOUT_ROWS",
              where,
              message + ": its sequenced samples count as without mutations",
              "check that this is meant");
    }
  }

  private static Set<String> declaredSequenced(List<CommentLine> comments) {
    Set<String> samples = new LinkedHashSet<>();
    for (CommentLine comment : comments) {
      if (comment.text().toLowerCase(Locale.ROOT).startsWith(SEQUENCED)) {
        Arrays.stream(comment.text().substring(SEQUENCED.length()).split("[\\s,]+", -1))
            .filter(id -> !id.isEmpty())
            .forEach(samples::add);
      }
    }
    return samples;
  }
}
