package org.cotarget.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;

/**
 * An expression matrix on a log2 scale: counts become {@code log2(CPM + 1)}, linear values {@code
 * log2(x + 1)}, log2 values stay.
 *
 * <p>A count matrix cut down to some genes has lost its library sizes, and counts per million of
 * what is left would compare samples by their choice of genes; it is refused rather than
 * normalised. z-scores of an unknown reference are refused likewise.
 */
final class LogExpression {

  /**
   * Genes below which a count matrix cannot be whole: annotations hold some 20,000 coding genes.
   */
  static final int MIN_GENES_FOR_LIBRARY_SIZE = 10_000;

  private final ExpressionMatrix matrix;
  private final Map<String, Integer> rows;
  private final double[] perMillion;

  private LogExpression(ExpressionMatrix matrix, double[] perMillion) {
    this.matrix = matrix;
    this.rows = matrix.rowByGene();
    this.perMillion = perMillion;
  }

  /** The reason why the matrix cannot be brought to a log2 scale, or empty when it can. */
  static Optional<String> refusal(ExpressionMatrix matrix) {
    if (matrix.unit() == Unit.COUNTS && matrix.genes().size() < MIN_GENES_FOR_LIBRARY_SIZE) {
      return Optional.of(
          "expression withheld: a count matrix of "
              + matrix.genes().size()
              + " genes does not hold the library sizes; give the whole matrix, or normalised values");
    }
    if (matrix.unit() == Unit.Z_SCORE) {
      return Optional.of(
          "expression withheld: z-scores were standardised against samples that are not known here; give counts, TPM or log2"
              + " values");
    }
    return Optional.empty();
  }

  static LogExpression of(ExpressionMatrix matrix) {
    double[] perMillion = new double[matrix.samples().size()];
    Arrays.fill(perMillion, 1);
    if (matrix.unit() == Unit.COUNTS) {
      double[] totals = new double[perMillion.length];
      for (float[] row : matrix.values()) {
        for (int s = 0; s < totals.length; s++) {
          totals[s] += Float.isNaN(row[s]) ? 0 : row[s];
        }
      }
      for (int s = 0; s < totals.length; s++) {
        perMillion[s] = totals[s] > 0 ? 1e6 / totals[s] : Double.NaN;
      }
    }
    return new LogExpression(matrix, perMillion);
  }

  static String describe(Unit unit) {
    return switch (unit) {
      case COUNTS -> "log2(CPM + 1)";
      case LINEAR -> "log2(x + 1)";
      case LOG2 -> "as supplied";
      case Z_SCORE -> "none";
    };
  }

  List<String> samples() {
    return matrix.samples();
  }

  int geneCount() {
    return matrix.genes().size();
  }

  boolean has(String gene) {
    return rows.containsKey(gene);
  }

  /**
   * log2 values of a gene by sample, NaN where missing; empty when the gene is not in the matrix.
   */
  Optional<double[]> gene(String symbol) {
    return Optional.ofNullable(rows.get(symbol)).map(this::row);
  }

  /** log2 values of all genes of one sample, in matrix order. */
  double[] sample(int column) {
    double[] values = new double[matrix.genes().size()];
    for (int g = 0; g < values.length; g++) {
      values[g] = log(matrix.values()[g][column], column);
    }
    return values;
  }

  int rowOf(String symbol) {
    return rows.getOrDefault(symbol, -1);
  }

  private double[] row(int gene) {
    float[] raw = matrix.values()[gene];
    double[] values = new double[raw.length];
    for (int s = 0; s < raw.length; s++) {
      values[s] = log(raw[s], s);
    }
    return values;
  }

  private double log(float raw, int column) {
    if (matrix.unit() == Unit.LOG2) {
      return raw;
    }
    return Math.log(raw * perMillion[column] + 1) / Math.log(2);
  }
}
