package org.cotarget.expression;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The shape of a sample's values over the genes of a model. Samples of one platform and unit have
 * nearly the same, whatever their biology; other units and platforms have another.
 */
final class QuantileProfile {

  /** 0.05, 0.10 to 0.95. */
  static final List<Double> PROBABILITIES = IntStream.range(1, 20).mapToObj(i -> i / 20.0).toList();

  private QuantileProfile() {}

  /** Quantiles of the values that there are; NaN where there are none. */
  static double[] of(double[] values) {
    double[] sorted = Distribution.sorted(values);
    double[] quantiles = new double[PROBABILITIES.size()];
    for (int q = 0; q < quantiles.length; q++) {
      quantiles[q] =
          sorted.length == 0 ? Double.NaN : Distribution.quantile(sorted, PROBABILITIES.get(q));
    }
    return quantiles;
  }

  /** Mean absolute difference of the quantiles, in log2 units. */
  static double distance(double[] quantiles, List<Double> reference) {
    double sum = 0;
    for (int q = 0; q < quantiles.length; q++) {
      sum += Math.abs(quantiles[q] - reference.get(q));
    }
    return sum / quantiles.length;
  }
}
