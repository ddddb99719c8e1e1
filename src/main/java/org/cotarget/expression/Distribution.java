package org.cotarget.expression;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Location and scale of values while a model is fitted.
 *
 * @param location mean or median
 * @param scale standard deviation (n - 1) or 1.4826 times the median absolute deviation; 0 where
 *     nothing varies
 * @param sorted the values, ascending, without NaN
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record Distribution(double location, double scale, double[] sorted) {

  /** Makes the median absolute deviation of a normal sample estimate its standard deviation. */
  private static final double MAD_TO_SD = 1.4826;

  /**
   * Mean and standard deviation: the scale on which the PTEN-mRNA cut was measured (science section
   * D).
   */
  static Distribution moments(double[] values) {
    double[] sorted = present(values);
    double scale = sorted.length < 2 ? 0 : new StandardDeviation().evaluate(sorted);
    return new Distribution(new Mean().evaluate(sorted), scale, sorted);
  }

  /**
   * Median and scaled median absolute deviation: a few amplified tumours do not hide each other.
   */
  static Distribution robust(double[] values) {
    double[] sorted = present(values);
    if (sorted.length == 0) {
      return new Distribution(Double.NaN, 0, sorted);
    }
    double median = new Median().evaluate(sorted);
    double[] deviations = Arrays.stream(sorted).map(v -> Math.abs(v - median)).toArray();
    return new Distribution(median, MAD_TO_SD * new Median().evaluate(deviations), sorted);
  }

  int size() {
    return sorted.length;
  }

  ScoreScale scale(List<Double> percents) {
    return new ScoreScale(
        sorted.length == 0 ? 0 : location,
        scale,
        sorted.length,
        sorted.length == 0
            ? List.of()
            : percents.stream().map(p -> quantile(sorted, p / 100)).toList());
  }

  /**
   * The quantile of sorted values by straight line between neighbours (type 7 of Hyndman and Fan).
   *
   * @param probability in [0, 1]
   */
  static double quantile(double[] sorted, double probability) {
    double place = probability * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static double[] present(double[] values) {
    double[] kept = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(kept);
    return kept;
  }
}
