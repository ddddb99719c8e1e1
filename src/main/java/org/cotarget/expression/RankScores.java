package org.cotarget.expression;

/**
 * Scores of a gene set from the ranks within one sample. They need no other sample, and for that
 * reason say nothing about what is usual.
 */
final class RankScores {

  /** The published exponent of single-sample GSEA. */
  static final double TAU = 0.25;

  private RankScores() {}

  /**
   * Singscore (FOR18): the mean rank of the set's genes, scaled between its smallest and largest
   * possible value and centred, in [-0.5, 0.5]. Genes of negative weight are ranked from the other
   * end and their score is added, which gives [-1, 1].
   *
   * @param rows rows of the set's genes; -1 for a gene that the matrix lacks
   * @param weights weights of the genes, of which only the sign counts
   * @return NaN when a side of the set has no gene with a value, or the set is all there is
   */
  static double singscore(RankedColumn column, int[] rows, double[] weights) {
    boolean hasUp = false;
    boolean hasDown = false;
    for (double weight : weights) {
      hasUp |= weight >= 0;
      hasDown |= weight < 0;
    }
    double up = hasUp ? centred(column, rows, weights, true) : 0;
    double down = hasDown ? centred(column, rows, weights, false) : 0;
    return up + down;
  }

  private static double centred(RankedColumn column, int[] rows, double[] weights, boolean up) {
    long total = 0;
    int n = 0;
    for (int i = 0; i < rows.length; i++) {
      if (weights[i] >= 0 == up && column.has(rows[i])) {
        total += up ? column.lowestRank(rows[i]) : column.size() - column.highestRank(rows[i]) + 1;
        n++;
      }
    }
    int all = column.size();
    if (n == 0 || n == all) {
      return Double.NaN;
    }
    double lowest = (n + 1) / 2.0;
    double highest = (2.0 * all - n + 1) / 2.0;
    return ((double) total / n - lowest) / (highest - lowest) - 0.5;
  }

  /**
   * Enrichment score of single-sample GSEA (BAR09) without division by the range over samples,
   * which would make it depend on the other samples: the sum over all genes, from the highest to
   * the lowest, of the difference between the weighted share of the set and the share of the other
   * genes met so far. Weights are ranks to the power {@value #TAU}.
   *
   * <p>Both sums are taken over the genes of the set alone: a gene at place p counts in the n - p +
   * 1 partial sums from there on.
   *
   * @param powers rank to the power of tau by rank
   * @return NaN when no gene of the set has a value, or the set is all there is
   */
  static double ssgsea(RankedColumn column, int[] rows, double[] powers) {
    int all = column.size();
    double weighted = 0;
    double weights = 0;
    long partialSums = 0;
    int n = 0;
    for (int row : rows) {
      if (column.has(row)) {
        int sums = all - column.place(row) + 1;
        double weight = powers[column.meanRank(row)];
        weighted += weight * sums;
        weights += weight;
        partialSums += sums;
        n++;
      }
    }
    if (n == 0 || n == all) {
      return Double.NaN;
    }
    double others = (double) all * (all + 1) / 2 - partialSums;
    return weighted / weights - others / (all - n);
  }

  /** Ranks 0 to {@code highest} to the power of tau, a fourth root. */
  static double[] powers(int highest) {
    double[] powers = new double[highest + 1];
    for (int rank = 0; rank <= highest; rank++) {
      powers[rank] = Math.sqrt(Math.sqrt(rank));
    }
    return powers;
  }
}
