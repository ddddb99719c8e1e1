package org.cotarget.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;

/**
 * An expression matrix on a log2 scale: counts become {@code log2(CPM + 1)}, linear values {@code
 * log2(x + 1)}, log2 values stay.
 *
 * <p>A sample's values depend on its own column only. Logarithms are those of {@link StrictMath},
 * which are the same on every machine.
 *
 * <p>Counts cut down to some genes have lost their library size, and counts per million of what is
 * left would compare samples by their choice of genes; such a sample is refused (ADR 4).
 */
final class LogExpression {

  /**
   * Genes below which the counts of a sample cannot be whole: annotations hold some 20,000 coding
   * genes.
   */
  static final int MIN_GENES_FOR_LIBRARY_SIZE = 10_000;

  private static final double LN_2 = StrictMath.log(2);

  /** Samples that one task sums up, so that rows of the matrix are read in stretches. */
  private static final int BLOCK = 64;

  private final ExpressionMatrix matrix;
  private final Map<String, Integer> rows;
  private final double[] perMillion;
  private final int[] measured;

  private LogExpression(ExpressionMatrix matrix, double[] perMillion, int[] measured) {
    this.matrix = matrix;
    this.rows = matrix.rowByGene();
    this.perMillion = perMillion;
    this.measured = measured;
  }

  static LogExpression of(ExpressionMatrix matrix) {
    int samples = matrix.samples().size();
    double[] perMillion = new double[samples];
    int[] measured = new int[samples];
    if (matrix.unit() != Unit.COUNTS) {
      Arrays.fill(perMillion, 1);
      return new LogExpression(matrix, perMillion, measured);
    }
    IntStream.range(0, (samples + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            b -> sum(matrix, b * BLOCK, Math.min(samples, (b + 1) * BLOCK), perMillion, measured));
    return new LogExpression(matrix, perMillion, measured);
  }

  private static void sum(
      ExpressionMatrix matrix, int from, int to, double[] perMillion, int[] measured) {
    for (float[] row : matrix.values()) {
      for (int s = from; s < to; s++) {
        if (!Float.isNaN(row[s])) {
          perMillion[s] += row[s];
          measured[s]++;
        }
      }
    }
    for (int s = from; s < to; s++) {
      if (measured[s] < MIN_GENES_FOR_LIBRARY_SIZE || !(perMillion[s] > 0)) {
        perMillion[s] = Double.NaN;
      } else {
        perMillion[s] = 1e6 / perMillion[s];
      }
    }
  }

  static String describe(Unit unit) {
    return switch (unit) {
      case COUNTS -> "log2(CPM + 1)";
      case LINEAR -> "log2(x + 1)";
      case LOG2 -> "as supplied";
      case Z_SCORE -> "z as supplied";
    };
  }

  /** Why a sample cannot be brought to a log2 scale, or empty when it can. */
  Optional<String> refusal(int sample) {
    if (!Double.isNaN(perMillion[sample])) {
      return Optional.empty();
    }
    return Optional.of(
        measured[sample] < MIN_GENES_FOR_LIBRARY_SIZE
            ? "counts of "
                + measured[sample]
                + " genes do not hold the library size; give the whole matrix, or normalised values"
            : "all counts are 0");
  }

  List<String> samples() {
    return matrix.samples();
  }

  Unit unit() {
    return matrix.unit();
  }

  int rowCount() {
    return matrix.genes().size();
  }

  /** Row of a gene, or -1. */
  int row(String symbol) {
    return rows.getOrDefault(symbol, -1);
  }

  /** The value as it came. */
  float raw(int row, int sample) {
    return matrix.values()[row][sample];
  }

  /** log2 value; NaN where missing and in a sample that is refused. */
  double log(int row, int sample) {
    float raw = matrix.values()[row][sample];
    if (matrix.unit() == Unit.LOG2 || matrix.unit() == Unit.Z_SCORE) {
      return raw;
    }
    return StrictMath.log(raw * perMillion[sample] + 1) / LN_2;
  }
}
