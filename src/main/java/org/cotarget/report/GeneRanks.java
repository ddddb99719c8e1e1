package org.cotarget.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.reference.Thresholds;

/**
 * Where a gene ranks among the genes of its own sample. Ranks need no unit and no other sample, so
 * that counts, TPM and array values are looked at alike.
 */
final class GeneRanks {

  /**
   * Genes that a rank is taken among: every n-th row of the matrix, so that a large one is quick.
   */
  private static final int AMONG = 2000;

  private final ExpressionMatrix matrix;
  private final Map<String, Integer> rows = new HashMap<>();

  private GeneRanks(ExpressionMatrix matrix) {
    this.matrix = matrix;
    for (int row = 0; row < matrix.genes().size(); row++) {
      rows.putIfAbsent(matrix.genes().get(row).replaceFirst("^(ENSG\\d+)\\.\\d+$", "$1"), row);
    }
  }

  /** Ranks of a matrix; empty where it holds z-scores, or too few genes for a rank to mean much. */
  static Optional<GeneRanks> of(Optional<ExpressionMatrix> matrix, Thresholds thresholds) {
    return matrix
        .filter(m -> m.unit() != ExpressionMatrix.Unit.Z_SCORE)
        .filter(m -> m.genes().size() >= thresholds.value("check.rank.min-genes"))
        .map(GeneRanks::new);
  }

  /**
   * The share of genes below the gene in each sample of the matrix, ties counted half; NaN where
   * the gene has no value. Empty where the matrix has no such gene.
   */
  Optional<double[]> ranks(String gene) {
    Integer row = rows.get(gene);
    if (row == null) {
      return Optional.empty();
    }
    float[] own = matrix.values()[row];
    int genes = matrix.genes().size();
    int step = Math.max(1, genes / AMONG);
    double[] ranks = new double[own.length];
    int[] present = new int[own.length];
    for (int other = 0; other < genes; other += step) {
      float[] values = matrix.values()[other];
      for (int sample = 0; sample < own.length; sample++) {
        if (!Float.isNaN(values[sample])) {
          present[sample]++;
          ranks[sample] +=
              values[sample] < own[sample] ? 1 : values[sample] == own[sample] ? 0.5 : 0;
        }
      }
    }
    for (int sample = 0; sample < own.length; sample++) {
      ranks[sample] =
          Float.isNaN(own[sample]) || present[sample] == 0
              ? Double.NaN
              : ranks[sample] / present[sample];
    }
    return Optional.of(ranks);
  }

  /** Log odds of ranks, which spread the upper end where receptors lie. */
  Optional<double[]> logOdds(String gene) {
    return ranks(gene)
        .map(
            ranks -> {
              double[] odds = new double[ranks.length];
              double least = 0.5 / Math.min(AMONG, matrix.genes().size());
              for (int i = 0; i < odds.length; i++) {
                double rank = Math.max(least, Math.min(1 - least, ranks[i]));
                odds[i] = Math.log(rank / (1 - rank));
              }
              return odds;
            });
  }

  Map<String, Integer> columnBySample() {
    return matrix.columnBySample();
  }

  String path() {
    return matrix.where().path();
  }
}
