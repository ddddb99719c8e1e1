package org.cotarget.input.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.Thresholds;

/**
 * Makes the matrix of what was read: one row a gene, samples with values only, in a unit that the
 * values bear out.
 */
final class MatrixLayer {

  /** Code of the note that a row was chosen by its mean over the samples of a file. */
  static final String ROW_BY_MEAN = "EXPR_ROW_BY_MEAN";

  /** What spreadsheets make of genes such as SEPT3 and MARCH1. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\d{1,2}-(mar|sept?|dec|oct|nov|feb|apr)|(mar|sept?|dec|oct|nov|feb|apr)-\\d{1,2}");

  private final GenePanel panel;
  private final Thresholds thresholds;
  private final InputProblems problems;

  MatrixLayer(GenePanel panel, Thresholds thresholds, InputProblems problems) {
    this.panel = panel;
    this.thresholds = thresholds;
    this.problems = problems;
  }

  /**
   * A matrix and what is said of it in the provenance.
   *
   * @param detail unit and on what evidence, genes, samples
   * @param unitByValues whether only the values told the unit
   */
  record Made(ExpressionMatrix matrix, String detail, boolean unitByValues) {}

  /**
   * The matrix.
   *
   * @param declared unit by the user
   * @param hint unit by the file or a meta file
   * @return empty, with an error, where there is none
   */
  Optional<Made> make(
      MatrixContent content,
      Optional<Unit> declared,
      Optional<UnitChoice> hint,
      SourceLocation where) {
    GeneRows byGene = new GeneRows();
    content.rows().forEach(row -> byGene.add(row.gene(), row.values()));
    reportRepeated(byGene.repeated(), where);
    reportByMean(byGene.byMean(), where);
    reportUnnamed(content);
    List<String> genes = byGene.genes();
    reportDates(genes, where);
    if (genes.stream().noneMatch(panel::contains)) {
      reportNoPanelGene(genes, where);
      return Optional.empty();
    }
    float[][] values = byGene.values();
    UnitEvidence evidence = UnitEvidence.of(values, content.samples().size(), thresholds);
    return UnitChoice.of(evidence, declared, hint, content.firstNegative(), where, problems)
        .flatMap(unit -> made(genes, content, values, evidence.tally(), unit, where));
  }

  private Optional<Made> made(
      List<String> genes,
      MatrixContent content,
      float[][] values,
      CellTally tally,
      UnitChoice unit,
      SourceLocation where) {
    boolean mayBeZero = genes.size() < thresholds.value("expression.empty-sample-genes");
    List<Integer> kept = new ArrayList<>();
    List<String> samples = new ArrayList<>();
    TreeSet<String> empty = new TreeSet<>();
    for (int s = 0; s < content.samples().size(); s++) {
      if (tally.isNotZero(s) || (mayBeZero && tally.isPresent(s))) {
        kept.add(s);
        samples.add(content.samples().get(s));
      } else {
        empty.add(content.samples().get(s));
      }
    }
    if (kept.isEmpty()) {
      problems.error(
          "EXPR_NO_VALUE",
          where,
          "every value is 0",
          "supply the matrix with its values, or leave it out");
      return Optional.empty();
    }
    if (!empty.isEmpty()) {
      keep(kept, values);
      reportEmpty(empty, where);
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%s %s; %d genes; %d samples",
            unit.unit().label(),
            unit.evidence(),
            genes.size(),
            samples.size());
    return Optional.of(
        new Made(
            new ExpressionMatrix(genes, samples, values, unit.unit(), where),
            detail,
            unit.isByValues()));
  }

  private static void keep(List<Integer> columns, float[][] values) {
    for (int g = 0; g < values.length; g++) {
      float[] row = new float[columns.size()];
      for (int s = 0; s < row.length; s++) {
        row[s] = values[g][columns.get(s)];
      }
      values[g] = row;
    }
  }

  private void reportEmpty(SortedSet<String> empty, SourceLocation where) {
    // Cells that could not be read are reported, and the sample may be empty for them alone.
    if (!problems.hasErrors()) {
      problems.warning(
          "EXPR_SAMPLE_EMPTY",
          where,
          empty.size()
              + (empty.size() == 1 ? " sample has" : " samples have")
              + " no value but 0 and NA and count as not measured: "
              + String.join(", ", empty.stream().limit(5).toList()),
          "supply their values, or leave them out");
    }
  }

  private void reportRepeated(List<String> repeated, SourceLocation where) {
    if (!repeated.isEmpty()) {
      List<String> genes = List.copyOf(new TreeSet<>(repeated));
      problems.note(
          "EXPR_GENE_DUPLICATE",
          where,
          repeated.size()
              + (repeated.size() == 1 ? " further row" : " further rows")
              + " of genes that have one, e.g. "
              + String.join(", ", genes.subList(0, Math.min(3, genes.size())))
              + ": of a gene of the reference the row with the highest mean is taken, one named by a"
              + " former symbol only where there is no other; of other genes the first",
          "keep one row for each gene where another choice is wanted");
    }
  }

  private void reportByMean(SortedSet<String> genes, SourceLocation where) {
    if (!genes.isEmpty()) {
      problems.note(
          ROW_BY_MEAN,
          where,
          "which row of "
              + String.join(", ", genes.stream().limit(5).toList())
              + (genes.size() > 5 ? " and " + (genes.size() - 5) + " more genes" : "")
              + " is taken depends on all samples of this file",
          "keep one row for each gene, where the file is a part of a cohort");
    }
  }

  private void reportUnnamed(MatrixContent content) {
    SourceLocation first = content.firstUnnamed();
    if (first != null) {
      problems.note(
          "EXPR_GENE_BLANK",
          first,
          content.unnamed()
              + (content.unnamed() == 1 ? " row names" : " rows name")
              + " no gene and cannot be used; this is the first",
          "name the gene, or remove the row");
    }
  }

  private void reportDates(List<String> genes, SourceLocation where) {
    List<String> dates = genes.stream().filter(gene -> DATE.matcher(gene).matches()).toList();
    if (!dates.isEmpty()) {
      problems.note(
          "EXPR_GENE_DATE",
          where,
          dates.size()
              + " genes are named by dates, as spreadsheets make of SEPT9 or MARCH1, e.g. "
              + String.join(", ", dates.subList(0, Math.min(3, dates.size()))),
          "nothing: no gene that is looked at is among them; name genes by ids to keep them");
    }
  }

  private void reportNoPanelGene(List<String> genes, SourceLocation where) {
    boolean transcripts = genes.stream().limit(20).anyMatch(gene -> gene.startsWith("ENST"));
    problems.error(
        "EXPR_NO_PANEL_GENE",
        where,
        "no row is of a gene of the panel; the first rows are named "
            + String.join(", ", genes.subList(0, Math.min(3, genes.size()))),
        transcripts
            ? "sum transcripts to genes first, e.g. by tximport or salmon --geneMap"
            : "name genes by HGNC symbol, Ensembl id or Entrez id");
  }
}
