package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotarget.report.Proportion;

/**
 * The area under the ROC curve of a score: the chance that a truth-positive unit scores higher than
 * a truth-negative one, ties counted half (the Mann-Whitney statistic over the product of the
 * numbers).
 */
final class Auroc {

  private final double[] positives;
  private final double[] negatives;

  /**
   * Takes the scores of both classes, higher meaning more positive.
   *
   * @param positives scores of truth-positive units, without NaN
   * @param negatives scores of truth-negative units, without NaN
   */
  Auroc(double[] positives, double[] negatives) {
    this.positives = sorted(positives);
    this.negatives = sorted(negatives);
  }

  /** Sorted, with one zero only. */
  private static double[] sorted(double[] values) {
    return Arrays.stream(values).map(v -> v + 0.0).sorted().toArray();
  }

  boolean isEstimable() {
    return positives.length > 0 && negatives.length > 0;
  }

  /** The area; NaN with a class missing. */
  double value() {
    return isEstimable() ? mean(placements(positives, negatives)) : Double.NaN;
  }

  /**
   * The 95% interval by the variance of DeLong (DEL88), cut to [0,1].
   *
   * @return NaN where a class has fewer than two units
   */
  double[] deLong() {
    if (positives.length < 2 || negatives.length < 2) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] ofPositives = placements(positives, negatives);
    double[] ofNegatives = placements(negatives, positives);
    double error =
        Math.sqrt(
            variance(ofPositives) / positives.length + variance(ofNegatives) / negatives.length);
    double area = mean(ofPositives);
    return new double[] {
      Math.max(0, area - Proportion.Z95 * error), Math.min(1, area + Proportion.Z95 * error)
    };
  }

  /** The curve from the origin to the opposite corner, one point for each distinct score. */
  List<RocPoint> curve() {
    List<RocPoint> curve = new ArrayList<>();
    curve.add(new RocPoint(Double.POSITIVE_INFINITY, 0, 0));
    int p = positives.length;
    int n = negatives.length;
    while (p > 0 || n > 0) {
      double threshold =
          Math.max(
              p > 0 ? positives[p - 1] : Double.NEGATIVE_INFINITY,
              n > 0 ? negatives[n - 1] : Double.NEGATIVE_INFINITY);
      while (p > 0 && positives[p - 1] == threshold) {
        p--;
      }
      while (n > 0 && negatives[n - 1] == threshold) {
        n--;
      }
      curve.add(new RocPoint(threshold, positives.length - p, negatives.length - n));
    }
    return curve;
  }

  double[] positives() {
    return positives.clone();
  }

  double[] negatives() {
    return negatives.clone();
  }

  /** For each value the share of the others below it, ties counted half; both sorted. */
  private static double[] placements(double[] values, double[] others) {
    double[] shares = new double[values.length];
    int below = 0;
    int upTo = 0;
    for (int i = 0; i < values.length; i++) {
      while (below < others.length && others[below] < values[i]) {
        below++;
      }
      upTo = Math.max(upTo, below);
      while (upTo < others.length && others[upTo] <= values[i]) {
        upTo++;
      }
      shares[i] = (below + 0.5 * (upTo - below)) / others.length;
    }
    return shares;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
