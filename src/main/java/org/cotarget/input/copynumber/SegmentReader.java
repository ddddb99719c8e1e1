package org.cotarget.input.copynumber;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.Thresholds;

/**
 * Reads copy-number segments (IGV and cBioPortal {@code .seg}, GDC, absolute copies) and gives each
 * panel gene the value that {@link GeneSegments} chooses.
 */
public final class SegmentReader {

  private static final List<GenomeAssembly> ASSEMBLIES =
      List.of(GenomeAssembly.GRCH37, GenomeAssembly.GRCH38);

  private final GenePanel panel;
  private final GeneSegments segments;

  private record Columns(int sample, int chrom, int start, int end, int value, Scale scale) {}

  public SegmentReader(GenePanel panel, CodingRegions regions, Thresholds thresholds) {
    this.panel = panel;
    this.segments = new GeneSegments(panel, regions, thresholds);
  }

  /**
   * Reads one file.
   *
   * @param assembly assembly by the user or the study; without it the ends of the segments must
   *     tell
   * @param problems takes whatever is wrong with the file
   * @return empty where the file cannot be read to its end or its assembly is not known
   */
  public Optional<CopyNumberLayer> read(
      Path file, Optional<GenomeAssembly> assembly, InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(file, TableFormat.TABLE, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      return columns(table).flatMap(columns -> read(table, columns, assembly, problems));
    }
  }

  private static Optional<Columns> columns(TableReader table) {
    OptionalInt sample =
        table.require(
            "ID",
            "'ID",
            "Sample",
            "SAMPLE_ID",
            "GDC_Aliquot",
            "GDC_Aliquot_ID",
            "Tumor_Sample_Barcode");
    OptionalInt chrom = table.require("chrom", "Chromosome", "chr");
    OptionalInt start = table.require("loc.start", "Start", "Start_Position", "loc_start");
    OptionalInt end = table.require("loc.end", "End", "End_Position", "loc_end", "Stop");
    OptionalInt log2 = table.find("seg.mean", "Segment_Mean", "seg_mean", "log2", "log2_ratio");
    OptionalInt copies = table.find("Copy_Number", "total_cn", "CN", "tcn", "tcn.em");
    OptionalInt value =
        log2.isPresent() || copies.isPresent()
            ? (log2.isPresent() ? log2 : copies)
            : table.require("seg.mean", "Copy_Number");
    if (sample.isEmpty()
        || chrom.isEmpty()
        || start.isEmpty()
        || end.isEmpty()
        || value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Columns(
            sample.getAsInt(),
            chrom.getAsInt(),
            start.getAsInt(),
            end.getAsInt(),
            value.getAsInt(),
            log2.isPresent() ? Scale.LOG2_RATIO : Scale.ABSOLUTE));
  }

  private Optional<CopyNumberLayer> read(
      TableReader table,
      Columns columns,
      Optional<GenomeAssembly> declared,
      InputProblems problems) {
    Map<GenomeAssembly, GeneSegments.Placed> placed = new HashMap<>();
    ASSEMBLIES.forEach(assembly -> placed.put(assembly, segments.on(assembly)));
    Map<GenomeAssembly, SourceLocation> impossible = new TreeMap<>();
    Set<String> samples = new TreeSet<>();
    while (table.next()) {
      String sample = table.text(columns.sample());
      String chrom = ChromosomeLengths.plainName(table.text(columns.chrom()));
      OptionalLong start = table.integer(columns.start());
      OptionalLong end = table.integer(columns.end());
      OptionalDouble value = table.number(columns.value());
      samples.add(sample);
      if (start.isEmpty() || end.isEmpty()) {
        continue;
      }
      if (start.getAsLong() > end.getAsLong() || start.getAsLong() < 0) {
        problems.error(
            "SEG_RANGE",
            table.where(columns.start()),
            "the segment goes from " + start.getAsLong() + " to " + end.getAsLong(),
            "write the start before the end, in bases");
        continue;
      }
      for (GenomeAssembly assembly : ASSEMBLIES) {
        OptionalLong length = ChromosomeLengths.length(assembly, chrom);
        if (length.isPresent() && end.getAsLong() > length.getAsLong()) {
          impossible.putIfAbsent(assembly, table.where(columns.end()));
        }
      }
      if (value.isPresent()) {
        for (GeneSegments.Placed collection : placed.values()) {
          collection.add(
              sample,
              chrom,
              start.getAsLong(),
              end.getAsLong(),
              columns.scale(),
              value.getAsDouble(),
              table.where(columns.value()));
        }
      }
    }
    if (table.failed() || table.rows() == 0) {
      return Optional.empty();
    }
    Optional<GenomeAssembly> assembly = assembly(table, declared, impossible, problems);
    if (assembly.isEmpty()) {
      return Optional.empty();
    }
    return layer(
        table, columns.scale(), assembly.get(), declared.isPresent(), samples, placed, problems);
  }

  private static Optional<GenomeAssembly> assembly(
      TableReader table,
      Optional<GenomeAssembly> declared,
      Map<GenomeAssembly, SourceLocation> impossible,
      InputProblems problems) {
    List<GenomeAssembly> possible =
        ASSEMBLIES.stream().filter(assembly -> !impossible.containsKey(assembly)).toList();
    if (declared.isPresent() && declared.get() != GenomeAssembly.UNKNOWN) {
      SourceLocation contradiction = impossible.get(declared.get());
      if (contradiction == null) {
        return declared;
      }
      problems.error(
          "SEG_BUILD_CONFLICT",
          contradiction,
          "the segment ends behind the end of the chromosome in " + declared.get().label(),
          "name the assembly that the segments were made on with --assembly");
      return Optional.empty();
    }
    if (possible.size() == 1) {
      return Optional.of(possible.get(0));
    }
    problems.error(
        possible.isEmpty() ? "SEG_BUILD_CONFLICT" : "SEG_BUILD_UNKNOWN",
        impossible.isEmpty()
            ? SourceLocation.ofFile(table.path())
            : impossible.values().iterator().next(),
        possible.isEmpty()
            ? "segments end behind the ends of chromosomes in both GRCh37 and GRCh38"
            : "the segments fit GRCh37 as well as GRCh38",
        "name the assembly of the coordinates with --assembly");
    return Optional.empty();
  }

  private Optional<CopyNumberLayer> layer(
      TableReader table,
      Scale scale,
      GenomeAssembly assembly,
      boolean declared,
      Set<String> samples,
      Map<GenomeAssembly, GeneSegments.Placed> placed,
      InputProblems problems) {
    PanelCalls calls = new PanelCalls(problems);
    GeneSegments.Placed collection = placed.getOrDefault(assembly, segments.on(assembly));
    for (String sample : samples) {
      calls.sample(sample);
      for (CopyNumberCall call : collection.calls(sample)) {
        calls.gene(call.gene());
        calls.add(sample, call.gene(), call.value(), true, call.where());
      }
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%s of segments on %s by %s; %d of %d panel genes; %d samples",
            CopyNumberReader.name(scale),
            assembly.label(),
            declared ? "declaration" : "the ends of segments",
            calls.geneCount(),
            panel.genes().size(),
            calls.sampleCount());
    Map<String, List<CopyNumberCall>> result = calls.calls(scale);
    return table.provenance("segments", detail).map(source -> new CopyNumberLayer(result, source));
  }
}
