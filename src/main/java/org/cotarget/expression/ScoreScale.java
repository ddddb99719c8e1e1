package org.cotarget.expression;

import java.util.List;

/**
 * Location, scale and quantiles of a score over a reference.
 *
 * @param location mean or median
 * @param scale standard deviation or scaled median absolute deviation; 0 where nothing varies
 * @param samples samples with a value
 * @param quantiles value at each percent of {@link ExpressionModel#percentiles()}, ascending; empty
 *     without samples
 */
public record ScoreScale(double location, double scale, int samples, List<Double> quantiles) {

  public ScoreScale {
    quantiles = List.copyOf(quantiles);
  }

  /** NaN where the scale is 0. */
  double z(double value) {
    return scale > 0 ? (value - location) / scale : Double.NaN;
  }

  /**
   * Percent of the reference below the value, 0..100: between two quantiles by straight line, at a
   * quantile that several percents share their middle, 0 below the first and 100 above the last.
   *
   * @param percents the percents of the quantiles
   */
  double percentile(double value, List<Double> percents) {
    if (quantiles.isEmpty() || Double.isNaN(value)) {
      return Double.NaN;
    }
    int from = 0;
    while (from < quantiles.size() && quantiles.get(from) < value) {
      from++;
    }
    int to = from;
    while (to < quantiles.size() && quantiles.get(to) == value) {
      to++;
    }
    if (to > from) {
      return (percents.get(from) + percents.get(to - 1)) / 2;
    }
    if (from == 0) {
      return 0;
    }
    if (from == quantiles.size()) {
      return 100;
    }
    double below = quantiles.get(from - 1);
    double share = (value - below) / (quantiles.get(from) - below);
    return percents.get(from - 1) + share * (percents.get(from) - percents.get(from - 1));
  }
}
