package org.cotarget.expression;

import java.util.Arrays;
import java.util.List;

/**
 * Counts of values in bins whose width is a fixed share of the values in them: a bin holds the
 * doubles that share sign, exponent and the first bits of the fraction. Parts of a cohort add up to
 * the counts of the whole, and the number of bins does not grow with the samples. Each value is
 * then taken for the middle of its bin, which is off by {@link #error} times the value or less.
 *
 * @param bins numbers of the bins that hold a value, ascending as the values do
 * @param counts values in each
 */
record Histogram(List<Integer> bins, List<Long> counts) {

  /** Bits of the fraction for the values of genes; a median of 8 log2 units is off by 0.016. */
  static final int GENE_BITS = 8;

  /** The same for scores and for genes that calls look at; one of 8 log2 units by 0.00025. */
  static final int SCORE_BITS = 14;

  private static final int FRACTION_BITS = 52;

  Histogram {
    bins = List.copyOf(bins);
    counts = List.copyOf(counts);
    if (bins.size() != counts.size() || counts.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("a bin has no count or a count no bin");
    }
    for (int i = 1; i < bins.size(); i++) {
      if (bins.get(i - 1) >= bins.get(i)) {
        throw new IllegalArgumentException("the bins do not ascend");
      }
    }
  }

  static Histogram of(double[] values, int bits) {
    double[] sorted = Distribution.sorted(values);
    int[] bins = new int[sorted.length];
    long[] counts = new long[sorted.length];
    int size = 0;
    for (double value : sorted) {
      int bin = bin(value, bits);
      if (size == 0 || bins[size - 1] != bin) {
        bins[size++] = bin;
      }
      counts[size - 1]++;
    }
    return new Histogram(
        Arrays.stream(bins, 0, size).boxed().toList(),
        Arrays.stream(counts, 0, size).boxed().toList());
  }

  /** The largest share of itself by which a value may be off. */
  static double error(int bits) {
    return Math.scalb(1.0, -bits - 1);
  }

  Histogram plus(Histogram other) {
    int[] merged = new int[bins.size() + other.bins.size()];
    long[] sums = new long[merged.length];
    int size = 0;
    int a = 0;
    int b = 0;
    while (a < bins.size() || b < other.bins.size()) {
      int own = a < bins.size() ? bins.get(a) : Integer.MAX_VALUE;
      int others = b < other.bins.size() ? other.bins.get(b) : Integer.MAX_VALUE;
      merged[size] = Math.min(own, others);
      if (own == merged[size]) {
        sums[size] += counts.get(a++);
      }
      if (others == merged[size]) {
        sums[size] += other.counts.get(b++);
      }
      size++;
    }
    return new Histogram(
        Arrays.stream(merged, 0, size).boxed().toList(),
        Arrays.stream(sums, 0, size).boxed().toList());
  }

  long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** The middle of each bin, ascending. */
  double[] middles(int bits) {
    return bins.stream().mapToDouble(bin -> middle(bin, bits)).toArray();
  }

  long[] times() {
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  private static int bin(double value, int bits) {
    long magnitude = Double.doubleToRawLongBits(Math.abs(value)) >>> (FRACTION_BITS - bits);
    return (int) (value < 0 ? -magnitude - 1 : magnitude);
  }

  /** Bin 0 holds 0 and what no value of expression is as small as. */
  private static double middle(int bin, int bits) {
    long magnitude = bin < 0 ? -(long) bin - 1 : bin;
    if (magnitude == 0) {
      return 0;
    }
    double from = Double.longBitsToDouble(magnitude << (FRACTION_BITS - bits));
    double to = Double.longBitsToDouble((magnitude + 1) << (FRACTION_BITS - bits));
    double middle = from + 0.5 * (to - from);
    return bin < 0 ? -middle : middle;
  }
}
