package org.cotarget.input.expression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.input.layer.GeneColumns;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.GenePanel;

/**
 * Reads a gene-by-sample matrix (TSV, CSV, GCT 1.2; plain or gzip), or one that is turned round.
 */
public final class ExpressionReader {

  /** So many panel genes in the header make the columns genes. */
  private static final int GENES_IN_HEADER = 3;

  /** A matrix of whole-transcriptome size that is declared linear should not look logarithmic. */
  private static final int MANY_GENES = 1000;

  private static final Set<String> COUNTER_SUMMARIES =
      Set.of("N_unmapped", "N_multimapping", "N_noFeature", "N_ambiguous");

  private final GenePanel panel;

  public ExpressionReader(GenePanel panel) {
    this.panel = panel;
  }

  /** Rows as they came, or turned so that each is a gene. */
  private record Content(
      GeneRows rows,
      List<String> samples,
      String orientation,
      Optional<SourceLocation> firstNegative) {}

  /** A unit and how it is known. */
  private record Known(Unit unit, String evidence) {}

  /**
   * Reads one matrix.
   *
   * @param declared unit by the user
   * @param hint unit by the meta file of a study, where the user says nothing
   * @param problems takes whatever is wrong with the file
   * @return empty where the file cannot be read to its end or its unit is not known
   */
  public Optional<ExpressionLayer> read(
      Path file, Optional<Unit> declared, Optional<Unit> hint, InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(file, TableFormat.MATRIX, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      boolean turned =
          table.header().stream()
                  .skip(1)
                  .filter(name -> GeneColumns.panelGene(name, panel).isPresent())
                  .count()
              >= GENES_IN_HEADER;
      Optional<Content> content =
          turned ? genesInColumns(table, problems) : genesInRows(table, problems);
      return content.flatMap(read -> layer(table, read, declared, hint, problems));
    }
  }

  private Optional<Content> genesInRows(TableReader table, InputProblems problems) {
    GeneColumns columns = GeneColumns.of(table.header());
    int[] samples = columns.samples().stream().mapToInt(Integer::intValue).toArray();
    if (samples.length == 0) {
      problems.error(
          "MATRIX_WITHOUT_SAMPLES",
          SourceLocation.ofLine(table.path(), table.headerLine()),
          "the header names no sample: " + String.join(", ", table.header()),
          "give a table with one row a gene and one column a sample, the sample ids in the header");
      return Optional.empty();
    }
    GeneRows rows = new GeneRows();
    Cells cells = new Cells(table, problems);
    while (table.next()) {
      String gene = columns.gene(table, panel);
      if (gene.startsWith("__") || COUNTER_SUMMARIES.contains(gene)) {
        continue;
      }
      float[] values = cells.numbers(samples);
      if (!gene.isEmpty()) {
        rows.add(gene, values);
      }
    }
    List<String> names = columns.samples().stream().map(table.header()::get).toList();
    return finished(table)
        ? Optional.of(new Content(rows, names, "", cells.firstNegative()))
        : Optional.empty();
  }

  private Optional<Content> genesInColumns(TableReader table, InputProblems problems) {
    int width = table.header().size();
    int[] genes = new int[width - 1];
    for (int i = 0; i < genes.length; i++) {
      genes[i] = i + 1;
    }
    List<String> samples = new ArrayList<>();
    List<float[]> bySample = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    Cells cells = new Cells(table, problems);
    while (table.next()) {
      String sample = table.text(0);
      Long earlier = lines.putIfAbsent(sample, table.line());
      if (earlier != null) {
        problems.error(
            "SAMPLE_DUPLICATE",
            table.where(0),
            sample + " has a row in line " + earlier + " already",
            "keep one row for each sample");
        continue;
      }
      samples.add(sample);
      bySample.add(cells.numbers(genes));
    }
    GeneRows rows = new GeneRows();
    for (int g = 0; g < genes.length; g++) {
      float[] values = new float[samples.size()];
      for (int s = 0; s < values.length; s++) {
        values[s] = bySample.get(s)[g];
      }
      String text = table.header().get(genes[g]);
      rows.add(
          GeneColumns.panelGene(text, panel).orElseGet(() -> panel.currentSymbol(text)), values);
    }
    return finished(table)
        ? Optional.of(new Content(rows, samples, ", one row a sample", cells.firstNegative()))
        : Optional.empty();
  }

  private static boolean finished(TableReader table) {
    return !table.failed() && table.rows() > 0;
  }

  private Optional<ExpressionLayer> layer(
      TableReader table,
      Content content,
      Optional<Unit> declared,
      Optional<Unit> hint,
      InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(table.path());
    reportRepeated(content.rows().repeated(), where, problems);
    List<String> names = content.rows().genes();
    if (names.stream().noneMatch(panel::contains)) {
      problems.error(
          "EXPR_NO_PANEL_GENE",
          where,
          "no row is of a gene of the panel; the first rows are named "
              + String.join(", ", names.subList(0, Math.min(3, names.size()))),
          "name genes by HGNC symbol, Ensembl id or Entrez id");
      return Optional.empty();
    }
    UnitEvidence evidence = new UnitEvidence(content.rows().values());
    Optional<Known> unit = unit(evidence, declared, hint, content, where, problems);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%s %s; %d genes; %d samples%s",
            unit.get().unit().label(),
            unit.get().evidence(),
            names.size(),
            content.samples().size(),
            content.orientation());
    float[][] values = content.rows().values().toArray(new float[0][]);
    ExpressionMatrix matrix =
        new ExpressionMatrix(names, content.samples(), values, unit.get().unit(), where);
    return table
        .provenance("expression", detail)
        .map(source -> new ExpressionLayer(matrix, source));
  }

  private static Optional<Known> unit(
      UnitEvidence evidence,
      Optional<Unit> declared,
      Optional<Unit> hint,
      Content content,
      SourceLocation where,
      InputProblems problems) {
    if (evidence.isEmpty()) {
      problems.error(
          "EXPR_NO_VALUE",
          where,
          "no cell holds a number",
          "supply the matrix with its values, or leave it out");
      return Optional.empty();
    }
    Optional<Known> known =
        declared
            .map(unit -> new Known(unit, "as declared"))
            .or(() -> hint.map(unit -> new Known(unit, "by the study's meta file")))
            .or(() -> evidence.unit().map(unit -> new Known(unit, "by its values")));
    if (known.isEmpty()) {
      problems.error(
          "EXPR_UNIT_UNCLEAR",
          where,
          "values from " + evidence.range() + " fit no unit",
          "declare the unit of the values with --unit");
      return Optional.empty();
    }
    Unit unit = known.get().unit();
    Optional<String> contradiction = evidence.contradiction(unit);
    if (contradiction.isPresent()) {
      problems.error(
          "EXPR_UNIT_CONTRADICTED",
          unit == Unit.LOG2 ? where : content.firstNegative().orElse(where),
          "the values cannot be "
              + unit.label()
              + " ("
              + known.get().evidence()
              + "): "
              + contradiction.get(),
          "declare the unit that the file has with --unit");
      return Optional.empty();
    }
    if (unit == Unit.COUNTS && !evidence.isWhole()) {
      problems.note(
          "EXPR_COUNTS_FRACTIONAL",
          where,
          "more than 1% of the counts are no whole numbers",
          "nothing to do for expected counts of RSEM or salmon; declare the unit otherwise");
    }
    if (unit == Unit.LINEAR
        && content.rows().genes().size() > MANY_GENES
        && evidence.looksLogarithmic()) {
      problems.warning(
          "EXPR_UNIT_DOUBTFUL",
          where,
          "no value is above 25, though the unit is linear " + known.get().evidence(),
          "declare it with --unit if the values are logarithms");
    }
    return known;
  }

  private static void reportRepeated(
      List<String> repeated, SourceLocation where, InputProblems problems) {
    if (!repeated.isEmpty()) {
      List<String> genes = List.copyOf(new TreeSet<>(repeated));
      problems.note(
          "EXPR_GENE_DUPLICATE",
          where,
          repeated.size()
              + (repeated.size() == 1 ? " further row" : " further rows")
              + " of genes that have one, e.g. "
              + String.join(", ", genes.subList(0, Math.min(3, genes.size())))
              + ": the row with the highest mean is taken",
          "keep one row for each gene where another choice is wanted");
    }
  }
}
