package org.cotarget.expression;

import java.util.Arrays;
import java.util.List;

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
  static final double MAD_TO_SD = 1.4826;

  /**
   * Mean and standard deviation: the scale on which the PTEN-mRNA cut was measured (science section
   * D).
   */
  static Distribution moments(double[] values) {
    double[] sorted = sorted(values);
    Moments moments = Moments.of(sorted);
    return new Distribution(moments.mean(), moments.sd(), sorted);
  }

  /**
   * Median and scaled median absolute deviation: a few amplified tumours do not hide each other.
   */
  static Distribution robust(double[] values) {
    return robustOfSorted(sorted(values));
  }

  /**
   * @param sorted ascending, without NaN
   */
  static Distribution robustOfSorted(double[] sorted) {
    if (sorted.length == 0) {
      return new Distribution(Double.NaN, 0, sorted);
    }
    double median = median(sorted);
    double[] deviations = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      deviations[i] = Math.abs(sorted[i] - median);
    }
    Arrays.sort(deviations);
    return new Distribution(median, MAD_TO_SD * median(deviations), sorted);
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

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : sorted[half - 1] + 0.5 * (sorted[half] - sorted[half - 1]);
  }

  /** The values that are there, ascending. */
  static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int known = sorted.length;
    // NaN is sorted behind everything else.
    while (known > 0 && Double.isNaN(sorted[known - 1])) {
      known--;
    }
    return known == sorted.length ? sorted : Arrays.copyOf(sorted, known);
  }
}
