package org.cotarget.input.copynumber;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.layer.GeneColumns;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.GenePanel;

/**
 * Reads gene-level copy numbers: matrices of one row a gene and one column a sample (GISTIC {@code
 * all_thresholded.by_genes} and {@code all_data_by_genes}, cBioPortal {@code data_cna} and {@code
 * data_log2_cna}) and long tables of one row a sample and gene. GISTIC numbers genes without an
 * Entrez id by negative numbers of its own, which name nothing.
 */
public final class CopyNumberReader {

  private static final String[] SAMPLE_NAMES = {
    "SAMPLE_ID", "Tumor_Sample_Barcode", "Sample", "SampleId", "Sample_Name"
  };
  private static final String[] GISTIC_NAMES = {"GISTIC", "GISTIC_VALUE", "DISCRETE"};
  private static final String[] LOG2_NAMES = {
    "LOG2", "LOG2_RATIO", "LOG2_CNA", "LOG2_COPY_RATIO", "SEG_MEAN", "SEGMENT_MEAN"
  };
  private static final String[] COPIES_NAMES = {
    "CN", "COPY_NUMBER", "COPYNUMBER", "TOTAL_CN", "TCN", "COPIES"
  };
  private static final String[] OTHER_NAMES = {"CNA", "VALUE"};

  private final GenePanel panel;

  public CopyNumberReader(GenePanel panel) {
    this.panel = panel;
  }

  /** A scale and how it is known. */
  private record Declared(Scale scale, String evidence) {}

  /**
   * Reads a matrix or a long table, told apart by the header.
   *
   * @param hint scale by the meta file of a study; it goes before the values
   * @param problems takes whatever is wrong with the file
   * @return empty where the file cannot be read to its end or its scale is not known
   */
  public Optional<CopyNumberLayer> read(Path file, Optional<Scale> hint, InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(file, TableFormat.MATRIX, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      Optional<Declared> declared =
          hint.map(scale -> new Declared(scale, "by the study's meta file"));
      return table.find(SAMPLE_NAMES).isPresent()
          ? longTable(table, declared, problems)
          : matrix(table, declared, problems);
    }
  }

  private Optional<CopyNumberLayer> matrix(
      TableReader table, Optional<Declared> declared, InputProblems problems) {
    GeneColumns columns = GeneColumns.of(table.header());
    if (columns.samples().isEmpty()) {
      problems.error(
          "MATRIX_WITHOUT_SAMPLES",
          SourceLocation.ofLine(table.path(), table.headerLine()),
          "the header names no sample: " + String.join(", ", table.header()),
          "give a table with one row a gene and one column a sample, the sample ids in the header");
      return Optional.empty();
    }
    PanelCalls calls = new PanelCalls(problems);
    columns.samples().forEach(column -> calls.sample(table.header().get(column)));
    ScaleEvidence values = new ScaleEvidence();
    List<String> seen = new ArrayList<>();
    while (table.next()) {
      String gene = columns.gene(table, panel);
      if (seen.size() < 3) {
        seen.add(gene);
      }
      boolean inPanel = panel.contains(gene);
      boolean exact = inPanel && table.text(columns.names().get(0)).equals(gene);
      if (inPanel) {
        calls.gene(gene);
      }
      for (int column : columns.samples()) {
        OptionalDouble value = table.number(column);
        if (value.isPresent()) {
          values.add(value.getAsDouble());
          if (inPanel) {
            calls.add(
                table.header().get(column), gene, value.getAsDouble(), exact, table.where(column));
          }
        }
      }
    }
    return layer(table, calls, declared, values, seen, problems);
  }

  private Optional<CopyNumberLayer> longTable(
      TableReader table, Optional<Declared> hint, InputProblems problems) {
    OptionalInt sample = table.require(SAMPLE_NAMES);
    OptionalInt symbol =
        table.find("Hugo_Symbol", "GENE", "Gene_Symbol", "Symbol", "Gene Symbol", "gene_name");
    OptionalInt id = table.find("Entrez_Gene_Id", "Gene_Id", "Ensembl_Gene_Id", "Ensembl");
    Optional<Declared> declared = hint;
    OptionalInt value = OptionalInt.empty();
    for (Map.Entry<String[], Optional<Scale>> names :
        List.of(
            Map.entry(GISTIC_NAMES, Optional.of(Scale.GISTIC)),
            Map.entry(LOG2_NAMES, Optional.of(Scale.LOG2_RATIO)),
            Map.entry(COPIES_NAMES, Optional.of(Scale.ABSOLUTE)),
            Map.entry(OTHER_NAMES, Optional.<Scale>empty()))) {
      OptionalInt found = table.find(names.getKey());
      if (value.isEmpty() && found.isPresent()) {
        value = found;
        String column = table.header().get(found.getAsInt());
        declared =
            hint.or(
                () ->
                    names.getValue().map(scale -> new Declared(scale, "by the column " + column)));
      }
    }
    if ((symbol.isEmpty() && id.isEmpty()) || value.isEmpty()) {
      problems.error(
          "COLUMN_MISSING",
          SourceLocation.ofLine(table.path(), table.headerLine()),
          "a table with a sample column needs a gene and a value; the header has "
              + String.join(", ", table.header()),
          "name the columns SAMPLE_ID, Hugo_Symbol and one of GISTIC, LOG2_RATIO, COPY_NUMBER");
      return Optional.empty();
    }
    PanelCalls calls = new PanelCalls(problems);
    ScaleEvidence values = new ScaleEvidence();
    List<String> seen = new ArrayList<>();
    while (table.next()) {
      Optional<String> gene =
          GeneColumns.panelGene(table.text(symbol), panel)
              .or(() -> GeneColumns.panelGene(table.text(id), panel));
      if (seen.size() < 3) {
        seen.add(symbol.isPresent() ? table.text(symbol) : table.text(id));
      }
      String name = table.text(sample);
      if (name.isEmpty()) {
        problems.error(
            "SAMPLE_BLANK",
            table.where(sample.getAsInt()),
            "the row names no sample",
            "fill the sample id in or remove the row");
        continue;
      }
      calls.sample(name);
      OptionalDouble number = table.number(value.getAsInt());
      gene.ifPresent(calls::gene);
      if (number.isPresent()) {
        values.add(number.getAsDouble());
        if (gene.isPresent()) {
          boolean exact = table.text(symbol).equals(gene.get());
          calls.add(name, gene.get(), number.getAsDouble(), exact, table.where(value.getAsInt()));
        }
      }
    }
    return layer(table, calls, declared, values, seen, problems);
  }

  private Optional<CopyNumberLayer> layer(
      TableReader table,
      PanelCalls calls,
      Optional<Declared> declared,
      ScaleEvidence values,
      List<String> seen,
      InputProblems problems) {
    if (table.failed() || table.rows() == 0) {
      return Optional.empty();
    }
    SourceLocation where = SourceLocation.ofFile(table.path());
    if (calls.geneCount() == 0) {
      problems.error(
          "CNA_NO_PANEL_GENE",
          where,
          "no row is of a gene of the panel; the first rows are named " + String.join(", ", seen),
          "name genes by HGNC symbol, Ensembl id or Entrez id");
      return Optional.empty();
    }
    Optional<Declared> scale =
        declared.or(() -> values.scale().map(found -> new Declared(found, "by its values")));
    if (scale.isEmpty()) {
      problems.error(
          "CNA_SCALE_UNCLEAR",
          where,
          "the values could be log2 ratios, ratios or copies",
          "give the file in a cBioPortal study whose meta file says datatype: DISCRETE or LOG2-VALUE, or as a long table "
              + "whose value column is named GISTIC, LOG2_RATIO or COPY_NUMBER");
      return Optional.empty();
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%s %s; %d of %d panel genes; %d samples",
            name(scale.get().scale()),
            scale.get().evidence(),
            calls.geneCount(),
            panel.genes().size(),
            calls.sampleCount());
    Optional<InputFile> provenance = table.provenance("copy number", detail);
    return provenance.map(source -> new CopyNumberLayer(calls.calls(scale.get().scale()), source));
  }

  static String name(Scale scale) {
    return switch (scale) {
      case GISTIC -> "GISTIC states";
      case LOG2_RATIO -> "log2 ratios";
      case ABSOLUTE -> "copies";
    };
  }
}
