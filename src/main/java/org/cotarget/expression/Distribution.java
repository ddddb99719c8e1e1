package org.cotarget.expression;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * Location and scale of a reference, and its sorted values for percentiles.
 *
 * @param location mean or median
 * @param scale standard deviation (n - 1) or 1.4826 times the median absolute deviation; 0 where
 *     nothing varies
 * @param sorted the reference values, ascending, without NaN
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

  /** NaN where the scale is 0. */
  double z(double value) {
    return scale > 0 ? (value - location) / scale : Double.NaN;
  }

  /** Percent of the reference below the value, ties counted half; 0..100. */
  double percentile(double value) {
    if (sorted.length == 0 || Double.isNaN(value)) {
      return Double.NaN;
    }
    int below = 0;
    int equal = 0;
    for (double reference : sorted) {
      if (reference < value) {
        below++;
      } else if (reference == value) {
        equal++;
      }
    }
    return 100.0 * (below + 0.5 * equal) / sorted.length;
  }

  private static double[] present(double[] values) {
    double[] kept = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(kept);
    return kept;
  }
}
