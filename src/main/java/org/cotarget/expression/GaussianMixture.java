package org.cotarget.expression;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fits two normal distributions to the values of one gene by expectation maximisation (LEH11 used
 * such a mixture for ESR1, PGR and ERBB2).
 *
 * <p>It starts from the cut that leaves the least variance within the two sides, so that the same
 * values always give the same fit. Sums are taken in ascending order of the values.
 */
final class GaussianMixture {

  /** Enough for any start; fits of expression data settle within some hundred steps. */
  private static final int MAX_STEPS = 2000;

  private static final double SETTLED = 1e-12;

  /** A component narrower than this share of the whole spread has settled on single values. */
  private static final double MIN_SD_SHARE = 0.01;

  private final double[] x;
  private final long[] times;
  private final double n;
  private final double[] mean = new double[2];
  private final double[] sd = new double[2];
  private final double[] upper;
  private double weight;

  private GaussianMixture(double[] x, long[] times) {
    this.x = x;
    this.times = times;
    this.n = Arrays.stream(times).sum();
    this.upper = new double[x.length];
  }

  /**
   * The fit; empty where there are fewer than four values or none of them differs.
   *
   * @param values log2 expression; NaN is left out
   */
  static Optional<TwoComponents> fit(double[] values) {
    double[] sorted = Distribution.sorted(values);
    long[] once = new long[sorted.length];
    Arrays.fill(once, 1);
    return fit(sorted, once);
  }

  /**
   * The fit to values that occur several times.
   *
   * @param x log2 expression, ascending
   * @param times how often each occurs
   */
  static Optional<TwoComponents> fit(double[] x, long[] times) {
    GaussianMixture mixture = new GaussianMixture(x, times);
    double spread =
        mixture.n < 4 ? 0 : mixture.deviation(0, x.length, mixture.mean(0, x.length), mixture.n);
    return spread > 0 ? Optional.of(mixture.settle(spread)) : Optional.empty();
  }

  private TwoComponents settle(double sdOne) {
    double floor = MIN_SD_SHARE * sdOne * Math.sqrt(n / (n - 1));
    start(floor);
    double likelihood = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < MAX_STEPS; step++) {
      double total = expect();
      boolean settled = total - likelihood <= SETTLED * Math.abs(total);
      likelihood = total;
      if (settled) {
        break;
      }
      maximise(floor);
    }
    return result(sdOne, likelihood);
  }

  private void start(double floor) {
    int cut = bestCut();
    int[] from = {0, cut};
    int[] to = {cut, x.length};
    for (int k = 0; k < 2; k++) {
      double count = count(from[k], to[k]);
      mean[k] = mean(from[k], to[k]);
      double spread = count < 2 ? 0 : deviation(from[k], to[k], mean[k], count - 1);
      sd[k] = Math.max(floor, spread);
    }
    weight = count(cut, x.length) / n;
  }

  private TwoComponents result(double sdOne, double likelihood) {
    boolean ordered = mean[0] <= mean[1];
    int low = ordered ? 0 : 1;
    int high = 1 - low;
    double likelihoodOne =
        -n * (StrictMath.log(sdOne) + 0.5 + TwoComponents.logDensity(0, 0, 1) * -1);
    double bicOne = -2 * likelihoodOne + 2 * StrictMath.log(n);
    double bicTwo = -2 * likelihood + 5 * StrictMath.log(n);
    double d =
        Math.sqrt(2)
            * (mean[high] - mean[low])
            / Math.sqrt(sd[low] * sd[low] + sd[high] * sd[high]);
    return new TwoComponents(
        mean[low], sd[low], mean[high], sd[high], ordered ? weight : 1 - weight, bicOne, bicTwo, d);
  }

  private double count(int from, int to) {
    long count = 0;
    for (int i = from; i < to; i++) {
      count += times[i];
    }
    return count;
  }

  private double mean(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += times[i] * x[i];
    }
    return sum / count(from, to);
  }

  private double deviation(int from, int to, double around, double divisor) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += times[i] * ((x[i] - around) * (x[i] - around));
    }
    return Math.sqrt(squares / divisor);
  }

  /** The index that splits the values with the least sum of squares within the two sides. */
  private int bestCut() {
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      total += times[i] * x[i];
    }
    double left = 0;
    double count = 0;
    double best = Double.NEGATIVE_INFINITY;
    int cut = 1;
    for (int i = 1; i < x.length; i++) {
      left += times[i - 1] * x[i - 1];
      count += times[i - 1];
      double right = total - left;
      double between = left * left / count + right * right / (n - count);
      if (between > best) {
        best = between;
        cut = i;
      }
    }
    return cut;
  }

  /** Fills the upper component's posteriors and returns the log likelihood. */
  private double expect() {
    double total = 0;
    double lowerConstant = StrictMath.log(1 - weight) + TwoComponents.logDensity(0, 0, sd[0]);
    double upperConstant = StrictMath.log(weight) + TwoComponents.logDensity(0, 0, sd[1]);
    for (int i = 0; i < x.length; i++) {
      double zLower = (x[i] - mean[0]) / sd[0];
      double zUpper = (x[i] - mean[1]) / sd[1];
      double lower = lowerConstant - 0.5 * zLower * zLower;
      double higher = upperConstant - 0.5 * zUpper * zUpper;
      double odds = StrictMath.exp(-Math.abs(higher - lower));
      upper[i] = (higher < lower ? odds : 1) / (1 + odds);
      total += times[i] * (Math.max(lower, higher) + StrictMath.log1p(odds));
    }
    return total;
  }

  private void maximise(double floor) {
    double share = 0;
    for (int i = 0; i < x.length; i++) {
      share += times[i] * upper[i];
    }
    weight = Math.min(1 - 1e-9, Math.max(1e-9, share / n));
    for (int k = 0; k < 2; k++) {
      double total = 0;
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double w = times[i] * (k == 1 ? upper[i] : 1 - upper[i]);
        total += w;
        sum += w * x[i];
      }
      if (!(total > 0)) {
        continue;
      }
      mean[k] = sum / total;
      double squares = 0;
      for (int i = 0; i < x.length; i++) {
        double w = times[i] * (k == 1 ? upper[i] : 1 - upper[i]);
        squares += w * ((x[i] - mean[k]) * (x[i] - mean[k]));
      }
      sd[k] = Math.max(floor, Math.sqrt(squares / total));
    }
  }
}
