package org.cotarget.expression;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fits two normal distributions to the values of one gene by expectation maximisation (LEH11 used
 * such a mixture for ESR1, PGR and ERBB2).
 *
 * <p>It starts from the cut that leaves the least variance within the two sides, so that the same
 * values always give the same fit.
 */
final class GaussianMixture {

  /** Enough for any start; fits of expression data settle within some hundred steps. */
  private static final int MAX_STEPS = 2000;

  private static final double SETTLED = 1e-12;

  /** A component narrower than this share of the whole spread has settled on single values. */
  private static final double MIN_SD_SHARE = 0.01;

  private GaussianMixture() {}

  /**
   * The fit; empty where there are fewer than four values or none of them differs.
   *
   * @param values log2 expression; NaN is left out
   */
  static Optional<TwoComponents> fit(double[] values) {
    double[] x = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = x.length;
    Distribution whole = Distribution.moments(x);
    if (n < 4 || !(whole.scale() > 0)) {
      return Optional.empty();
    }
    int cut = bestCut(x);
    Distribution low = Distribution.moments(Arrays.copyOfRange(x, 0, cut));
    Distribution high = Distribution.moments(Arrays.copyOfRange(x, cut, n));
    double floor = MIN_SD_SHARE * whole.scale();
    double[] mean = {low.location(), high.location()};
    double[] sd = {Math.max(floor, low.scale()), Math.max(floor, high.scale())};
    double weight = (n - cut) / (double) n;
    double likelihood = Double.NEGATIVE_INFINITY;
    double[] upper = new double[n];
    for (int step = 0; step < MAX_STEPS; step++) {
      double total = expect(x, mean, sd, weight, upper);
      if (total - likelihood <= SETTLED * Math.abs(total)) {
        likelihood = total;
        break;
      }
      likelihood = total;
      weight = Math.min(1 - 1e-9, Math.max(1e-9, Arrays.stream(upper).sum() / n));
      maximise(x, upper, mean, sd, floor);
    }
    return Optional.of(result(whole, n, mean, sd, weight, likelihood));
  }

  private static TwoComponents result(
      Distribution whole, int n, double[] mean, double[] sd, double weight, double likelihood) {
    boolean ordered = mean[0] <= mean[1];
    int low = ordered ? 0 : 1;
    int high = 1 - low;
    double sdOne = whole.scale() * Math.sqrt((n - 1.0) / n);
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

  /** The index that splits sorted values with the least sum of squares within the two sides. */
  private static int bestCut(double[] x) {
    double total = Arrays.stream(x).sum();
    double left = 0;
    double best = Double.NEGATIVE_INFINITY;
    int cut = 1;
    for (int i = 1; i < x.length; i++) {
      left += x[i - 1];
      double right = total - left;
      double between = left * left / i + right * right / (x.length - i);
      if (between > best) {
        best = between;
        cut = i;
      }
    }
    return cut;
  }

  /** Fills the upper component's posteriors and returns the log likelihood. */
  private static double expect(
      double[] x, double[] mean, double[] sd, double weight, double[] upper) {
    double total = 0;
    double logUpper = StrictMath.log(weight);
    double logLower = StrictMath.log(1 - weight);
    for (int i = 0; i < x.length; i++) {
      double a = logLower + TwoComponents.logDensity(x[i], mean[0], sd[0]);
      double b = logUpper + TwoComponents.logDensity(x[i], mean[1], sd[1]);
      double most = Math.max(a, b);
      double sum = most + StrictMath.log(StrictMath.exp(a - most) + StrictMath.exp(b - most));
      upper[i] = StrictMath.exp(b - sum);
      total += sum;
    }
    return total;
  }

  private static void maximise(
      double[] x, double[] upper, double[] mean, double[] sd, double floor) {
    for (int k = 0; k < 2; k++) {
      double weight = 0;
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double w = k == 1 ? upper[i] : 1 - upper[i];
        weight += w;
        sum += w * x[i];
      }
      if (!(weight > 0)) {
        continue;
      }
      mean[k] = sum / weight;
      double squares = 0;
      for (int i = 0; i < x.length; i++) {
        double w = k == 1 ? upper[i] : 1 - upper[i];
        squares += w * (x[i] - mean[k]) * (x[i] - mean[k]);
      }
      sd[k] = Math.max(floor, Math.sqrt(squares / weight));
    }
  }
}
