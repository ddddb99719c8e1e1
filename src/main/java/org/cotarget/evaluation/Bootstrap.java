package org.cotarget.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Percentile bootstrap intervals (EFR79). Each interval starts from the same seed, so that it
 * depends on its own data alone; {@link Random} is specified to the bit, so that the same seed
 * gives the same interval on every machine.
 */
final class Bootstrap {

  /** An interval needs this share of replicates with a defined figure. */
  private static final double DEFINED = 0.95;

  private final int replicates;
  private final long seed;

  /**
   * Sets the number of replicates and the seed.
   *
   * @param replicates at least 1
   */
  Bootstrap(int replicates, long seed) {
    this.replicates = replicates;
    this.seed = seed;
  }

  /** How the interval was made, for the tables. */
  String method() {
    return "bootstrap percentile, B=" + replicates + ", seed=" + seed;
  }

  /**
   * The interval of Cohen's kappa, units drawn with replacement.
   *
   * @return lower and upper end; NaN where too few replicates have a kappa
   */
  double[] kappa(long[][] counts) {
    int k = counts.length;
    long total = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    int units = Math.toIntExact(total);
    int[] cellOfUnit = new int[units];
    int unit = 0;
    for (int cell = 0; cell < k * k; cell++) {
      for (long n = counts[cell / k][cell % k]; n > 0; n--) {
        cellOfUnit[unit++] = cell;
      }
    }
    Random random = new Random(seed);
    return interval(
        () -> {
          long[][] drawn = new long[k][k];
          for (int i = 0; i < units; i++) {
            int cell = cellOfUnit[random.nextInt(units)];
            drawn[cell / k][cell % k]++;
          }
          return Kappa.of(drawn);
        });
  }

  /** The interval of an area, units drawn with replacement within each class. */
  double[] auroc(Auroc observed) {
    double[] positives = observed.positives();
    double[] negatives = observed.negatives();
    if (!observed.isEstimable()) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] sorted =
        Arrays.stream(new double[][] {positives, negatives})
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .distinct()
            .toArray();
    int[] rankOfPositive = ranks(positives, sorted);
    int[] rankOfNegative = ranks(negatives, sorted);
    Random random = new Random(seed);
    return interval(
        () ->
            area(
                draw(rankOfPositive, sorted.length, random),
                draw(rankOfNegative, sorted.length, random)));
  }

  private static int[] ranks(double[] values, double[] sorted) {
    return Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(sorted, v)).toArray();
  }

  private static int[] draw(int[] ranks, int distinct, Random random) {
    int[] counts = new int[distinct];
    for (int i = 0; i < ranks.length; i++) {
      counts[ranks[random.nextInt(ranks.length)]]++;
    }
    return counts;
  }

  private static double area(int[] positives, int[] negatives) {
    double sum = 0;
    double allPositives = 0;
    double negativesBelow = 0;
    for (int rank = 0; rank < positives.length; rank++) {
      sum += positives[rank] * (negativesBelow + 0.5 * negatives[rank]);
      negativesBelow += negatives[rank];
      allPositives += positives[rank];
    }
    return sum / (allPositives * negativesBelow);
  }

  private double[] interval(DoubleSupplier figure) {
    double[] figures = new double[replicates];
    int defined = 0;
    for (int i = 0; i < replicates; i++) {
      double value = figure.getAsDouble();
      if (!Double.isNaN(value)) {
        figures[defined++] = value;
      }
    }
    if (defined < DEFINED * replicates) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] sorted = Arrays.copyOf(figures, defined);
    Arrays.sort(sorted);
    return new double[] {quantile(sorted, 0.025), quantile(sorted, 0.975)};
  }

  /** Linear between order statistics: type 7 of R. */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
