package org.cotarget.expression;

import java.math.BigInteger;

/**
 * Number, sum and sum of squares of values, without rounding: parts of a cohort add up to exactly
 * what the whole cohort gives, in any order. Mean and standard deviation are rounded once.
 *
 * <p>Not safe for use by several threads.
 */
final class Moments {

  private final ExactSum sum;
  private final ExactSum squares;
  private int count;

  Moments() {
    this(0, new ExactSum(), new ExactSum());
  }

  Moments(int count, ExactSum sum, ExactSum squares) {
    this.count = count;
    this.sum = sum;
    this.squares = squares;
  }

  /** Moments of the values that are not NaN. */
  static Moments of(double[] values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  /** Takes a value in; NaN is left out. */
  void add(double value) {
    if (!Double.isNaN(value)) {
      count++;
      sum.add(value);
      squares.addSquare(value);
    }
  }

  void add(Moments other) {
    count += other.count;
    sum.add(other.sum);
    squares.add(other.squares);
  }

  int count() {
    return count;
  }

  ExactSum sum() {
    return sum;
  }

  ExactSum squares() {
    return squares;
  }

  /** NaN without values. */
  double mean() {
    return count == 0
        ? Double.NaN
        : ExactSum.ratio(sum.units(), BigInteger.valueOf(count), ExactSum.UNIT);
  }

  /** Standard deviation (n - 1); 0 with fewer than two values. */
  double sd() {
    if (count < 2) {
      return 0;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigInteger total = sum.units();
    BigInteger deviations =
        squares.units().shiftLeft(-ExactSum.UNIT).multiply(n).subtract(total.multiply(total));
    BigInteger below = n.multiply(BigInteger.valueOf(count - 1L));
    return Math.sqrt(ExactSum.ratio(deviations, below, 2 * ExactSum.UNIT));
  }
}
