package org.cotarget.expression;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Quantiles of values that occur several times each, as {@link Distribution} takes them of single
 * ones.
 *
 * @param values ascending
 * @param times how often each occurs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record CountedValues(double[] values, long[] times) {

  static CountedValues of(Histogram histogram, int bits) {
    return new CountedValues(histogram.middles(bits), histogram.times());
  }

  long total() {
    long total = 0;
    for (long count : times) {
      total += count;
    }
    return total;
  }

  double median() {
    return quantile(0.5);
  }

  /** Median absolute deviation times 1.4826; 0 without values. */
  double mad() {
    if (values.length == 0) {
      return 0;
    }
    double median = median();
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> Math.abs(values[i] - median)))
            .mapToInt(Integer::intValue)
            .toArray();
    CountedValues deviations =
        new CountedValues(
            IntStream.of(order).mapToDouble(i -> Math.abs(values[i] - median)).toArray(),
            IntStream.of(order).mapToLong(i -> times[i]).toArray());
    return Distribution.MAD_TO_SD * deviations.median();
  }

  /** NaN without values. */
  double quantile(double probability) {
    long total = total();
    if (total == 0) {
      return Double.NaN;
    }
    double place = probability * (total - 1);
    long below = (long) Math.floor(place);
    double low = at(below);
    double high = at(Math.min(below + 1, total - 1));
    return low + (place - below) * (high - low);
  }

  private double at(long rank) {
    long passed = 0;
    int i = 0;
    while (passed + times[i] <= rank) {
      passed += times[i++];
    }
    return values[i];
  }

  List<Double> quantiles(List<Double> percents) {
    return values.length == 0
        ? List.of()
        : percents.stream().map(percent -> quantile(percent / 100)).toList();
  }
}
