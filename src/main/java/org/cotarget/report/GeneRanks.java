package org.cotarget.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.SourceLocation;
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
  private Optional<double[]> ranks(String gene) {
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

  /** The ranks of the genes that tell sex and receptors, by sample id. */
  Map<String, TelltaleRanks> telltale(CohortWords words) {
    List<double[]> ofY = new ArrayList<>();
    words.words("GENE", "Y_CHROMOSOME").forEach(gene -> ranks(gene).ifPresent(ofY::add));
    Optional<double[]> xist =
        words.words("GENE", "X_INACTIVE").stream()
            .flatMap(gene -> ranks(gene).stream())
            .findFirst();
    Optional<double[]> esr1 = ranks("ESR1");
    Optional<double[]> erbb2 = ranks("ERBB2");
    int among = Math.min(AMONG, matrix.genes().size());
    Map<String, TelltaleRanks> bySample = new HashMap<>();
    matrix
        .columnBySample()
        .forEach(
            (sample, column) -> {
              double[] measured =
                  ofY.stream()
                      .mapToDouble(gene -> gene[column])
                      .filter(rank -> !Double.isNaN(rank))
                      .toArray();
              bySample.put(
                  sample,
                  new TelltaleRanks(
                      SourceLocation.ofFile(matrix.where().path()),
                      among,
                      measured.length,
                      Arrays.stream(measured).average().orElse(Double.NaN),
                      at(xist, column),
                      at(esr1, column),
                      at(erbb2, column)));
            });
    return bySample;
  }

  private static double at(Optional<double[]> ranks, int column) {
    return ranks.map(values -> values[column]).orElse(Double.NaN);
  }
}
