package org.cotarget.cohort;

/**
 * A number as clinical tables give it: exact ({@code 5}), a bin ({@code 10-19%}) or a bound ({@code
 * <10%}, {@code >6}).
 *
 * @param low lowest possible value, included
 * @param high highest possible value, included unless {@code highOpen}
 * @param lowOpen whether {@code low} itself is excluded
 * @param highOpen whether {@code high} itself is excluded
 */
public record NumberRange(double low, double high, boolean lowOpen, boolean highOpen) {

  public NumberRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException("range " + low + ".." + high + " is empty");
    }
  }

  public static NumberRange exactly(double value) {
    return new NumberRange(value, value, false, false);
  }

  public boolean isExact() {
    return low == high;
  }

  /** Whether every value of the range is {@code >= bound}. */
  public boolean isAtLeast(double bound) {
    return low >= bound;
  }

  /** Whether every value of the range is {@code > bound}. */
  public boolean isAbove(double bound) {
    return low > bound || (low == bound && lowOpen);
  }

  /** Whether every value of the range is {@code < bound}. */
  public boolean isBelow(double bound) {
    return high < bound || (high == bound && highOpen);
  }

  /** Whether every value of the range is {@code <= bound}. */
  public boolean isAtMost(double bound) {
    return high <= bound;
  }
}
