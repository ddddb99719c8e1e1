package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.GeneColumns;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.table.MissingWords;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.GenePanel;

/**
 * Reads the structural variants of a cBioPortal study, one row an event of up to two sites. Each
 * panel gene that an event touches gets a {@link Consequence#GENE_FUSION}, also where both sites
 * are in it; {@code hgvsP} names both sites, e.g. {@code PTEN-CDH23}, and {@code alt} is the class
 * of the event as the file words it. The position is that of the gene's own site, of an event
 * within one gene that of its first site, and 0 where the file gives none.
 */
final class RearrangementReader {

  private final GenePanel panel;

  RearrangementReader(GenePanel panel) {
    this.panel = panel;
  }

  /**
   * Reads one file.
   *
   * @param declared assembly that the user declares and the file must not contradict
   * @param fallback assembly to take where neither the file nor the user names one
   * @return a layer whose keys are all samples of the file and that has no spread; empty, with a
   *     problem, where nothing of the file can be used
   */
  Optional<VariantLayer> read(
      Path path,
      Optional<GenomeAssembly> declared,
      GenomeAssembly fallback,
      InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(path, TableFormat.MAYBE_EMPTY, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      OptionalInt sample = table.require("Sample_Id", "Sample_ID", "Tumor_Sample_Barcode");
      Site first = Site.of(table, "Site1_");
      Site second = Site.of(table, "Site2_");
      if (first.symbol().isEmpty() && second.symbol().isEmpty()) {
        table.require("Site1_Hugo_Symbol", "Site2_Hugo_Symbol");
        return Optional.empty();
      }
      if (sample.isEmpty()) {
        return Optional.empty();
      }
      OptionalInt build = table.find("NCBI_Build");
      MafAssembly assembly = new MafAssembly(table, build, declared, fallback);
      Rows rows = new Rows(table, List.of(first, second));
      while (table.next()) {
        assembly.see();
        rows.take(sample.getAsInt(), assembly.current());
      }
      if (table.failed()) {
        return Optional.empty();
      }
      GenomeAssembly used = assembly.finish();
      rows.finish();
      return table
          .provenance("structural variants", assembly.evidence(used))
          .map(file -> new VariantLayer(rows.variants, Map.of(), Set.of(), file));
    }
  }

  /** The columns of one site. */
  private record Site(
      OptionalInt symbol, OptionalInt entrez, OptionalInt chrom, OptionalInt position) {
    static Site of(TableReader table, String start) {
      return new Site(
          table.find(start + "Hugo_Symbol"),
          table.find(start + "Entrez_Gene_Id"),
          table.find(start + "Chromosome"),
          table.find(start + "Position"));
    }
  }

  /** The rows of one file. */
  private final class Rows {
    private final TableReader table;
    private final List<Site> sites;
    private final OptionalInt status;
    private final OptionalInt kind;
    private final Map<String, List<SomaticVariant>> variants = new TreeMap<>();
    private long germline;

    Rows(TableReader table, List<Site> sites) {
      this.table = table;
      this.sites = sites;
      this.status = table.find("SV_Status");
      this.kind = table.find("Class", "Variant_Class");
    }

    void take(int sampleColumn, GenomeAssembly assembly) {
      String sample = table.text(sampleColumn);
      if (sample.isEmpty()) {
        table
            .problems()
            .error(
                "SAMPLE_ID_MISSING",
                table.where(sampleColumn),
                "the row names no sample",
                "fill in " + table.columnName(sampleColumn));
        return;
      }
      List<SomaticVariant> ofSample = variants.computeIfAbsent(sample, key -> new ArrayList<>());
      Map<String, Site> genes = new TreeMap<>();
      List<String> symbols = new ArrayList<>();
      for (Site site : sites) {
        gene(site).ifPresent(gene -> genes.putIfAbsent(gene, site));
        symbols.add(text(site.symbol()));
      }
      symbols.removeIf(String::isEmpty);
      if (genes.isEmpty()) {
        return;
      }
      if (table.text(status).equalsIgnoreCase("germline")) {
        germline++;
        return;
      }
      String label = String.join("-", symbols);
      genes.forEach((gene, site) -> ofSample.add(variant(gene, site, label, assembly)));
    }

    void finish() {
      if (germline > 0) {
        table
            .problems()
            .note(
                "VARIANTS_NOT_SOMATIC",
                SourceLocation.ofFile(table.path()),
                germline + " rows in panel genes are left out by SV_Status: germline",
                "nothing, where these are no somatic events");
      }
    }

    private Optional<String> gene(Site site) {
      return GeneColumns.panelGene(text(site.symbol()), panel)
          .or(() -> panel.symbolOfId(text(site.entrez())));
    }

    private SomaticVariant variant(String gene, Site site, String label, GenomeAssembly assembly) {
      long position = position(site);
      return new SomaticVariant(
          gene,
          assembly,
          text(site.chrom()),
          position,
          position,
          "",
          text(kind),
          Consequence.GENE_FUSION,
          Optional.empty(),
          "",
          label,
          "",
          -1,
          -1,
          Double.NaN,
          "PASS",
          SomaticVariant.Annotation.MAF,
          AnnotationCheck.NONE,
          "",
          table.where());
    }

    private long position(Site site) {
      if (site.position().isEmpty()) {
        return 0;
      }
      long position = table.integer(site.position().getAsInt()).orElse(0);
      // cBioPortal writes -1 for a position that is not known.
      return Math.max(position, 0);
    }

    private String text(OptionalInt column) {
      String text = table.text(column);
      return MissingWords.isMissing(text) ? "" : text;
    }
  }
}
