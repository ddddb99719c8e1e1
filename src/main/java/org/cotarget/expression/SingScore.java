package org.cotarget.expression;

import java.util.Arrays;
import java.util.Collection;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * The up-set score of singscore (FOR18): the mean rank of the set's genes within the sample, scaled
 * between its smallest and largest possible value and centred, so that it lies in [-0.5, 0.5]. It
 * needs no other sample, and for that reason says nothing about what is usual.
 */
final class SingScore {

  private SingScore() {}

  /**
   * The score of one set in one sample.
   *
   * @param expression log2 values of all genes of one sample; missing ones as NaN
   * @param set indices of the set's genes in {@code expression}
   * @return NaN when no gene of the set has a value
   */
  static double of(double[] expression, Collection<Integer> set) {
    double[] values = Arrays.copyOf(expression, expression.length);
    double[] ranks = new NaturalRanking(NaNStrategy.FIXED, TiesStrategy.MINIMUM).rank(values);
    double total = 0;
    int n = 0;
    for (int gene : set) {
      if (!Double.isNaN(values[gene])) {
        total += ranks[gene];
        n++;
      }
    }
    long measured = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    if (n == 0 || n == measured) {
      return Double.NaN;
    }
    double lowest = (n + 1) / 2.0;
    double highest = (2.0 * measured - n + 1) / 2.0;
    return (total / n - lowest) / (highest - lowest) - 0.5;
  }
}
