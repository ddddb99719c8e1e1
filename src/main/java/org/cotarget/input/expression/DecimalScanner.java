package org.cotarget.input.expression;

/**
 * Reads decimal numbers from bytes without an object a cell. Whatever it accepts is rounded exactly
 * as {@link Float#parseFloat} rounds it; what it cannot round with certainty it leaves to that.
 *
 * <p>The digits are taken as a whole number and brought to their power of ten in double precision,
 * which is off by at most two units in the last of 53 bits. A float has 24: the double rounds to
 * the right float unless it lies within those units of the middle between two floats.
 *
 * <p>Not safe for use by several threads.
 */
final class DecimalScanner {

  /** More digits than this may overflow a long. */
  private static final int MAX_DIGITS = 18;

  private static final int MAX_POWER = 22;

  /** Whole powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[MAX_POWER + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  /** Bits of a double behind those of a float, and their value in the middle of two floats. */
  private static final long SPARE_BITS = (1L << 29) - 1;

  private static final long MIDDLE = 1L << 28;
  private static final long UNSURE = 8;

  /** Largest whole number below which a double holds all. */
  private static final long EXACT = 1L << 53;

  private int end;

  /** Index behind the number that {@link #scan} read last. */
  int end() {
    return end;
  }

  /**
   * Reads the number that starts at an index. Some byte that no number has must follow it.
   *
   * @return NaN where no number, or none that can be rounded here, starts at the index; then {@link
   *     #end} has no meaning
   */
  float scan(byte[] bytes, int from) {
    int at = from;
    int c = bytes[at];
    boolean negative = c == '-';
    if (negative) {
      c = bytes[++at];
    }
    int first = at;
    long digits = 0;
    while (c >= '0' && c <= '9') {
      digits = digits * 10 + (c - '0');
      c = bytes[++at];
    }
    int count = at - first;
    int power = 0;
    if (c == '.') {
      c = bytes[++at];
      int point = at;
      while (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        c = bytes[++at];
      }
      power = point - at;
      count -= power;
    }
    if (count == 0 || (count > MAX_DIGITS && significant(bytes, first, at) > MAX_DIGITS)) {
      return Float.NaN;
    }
    if (c == 'e' || c == 'E') {
      c = bytes[++at];
      boolean down = c == '-';
      if (down || c == '+') {
        c = bytes[++at];
      }
      int start = at;
      int exponent = 0;
      while (c >= '0' && c <= '9' && at - start < 4) {
        exponent = exponent * 10 + (c - '0');
        c = bytes[++at];
      }
      if (at == start) {
        return Float.NaN;
      }
      power += down ? -exponent : exponent;
    }
    end = at;
    float value = rounded(digits, power);
    return negative ? -value : value;
  }

  /** Digits from the first that is not 0. */
  private static int significant(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == '0' || bytes[at] == '.')) {
      at++;
    }
    int count = 0;
    for (; at < to; at++) {
      count += bytes[at] == '.' ? 0 : 1;
    }
    return count;
  }

  private static float rounded(long digits, int power) {
    if (digits == 0) {
      return 0;
    }
    double value = digits;
    if (power < 0) {
      if (power >= -MAX_POWER) {
        value /= POWERS[-power];
      } else if (power >= -2 * MAX_POWER) {
        value = value / POWERS[MAX_POWER] / POWERS[-power - MAX_POWER];
      } else {
        return Float.NaN;
      }
    } else if (power > 0) {
      if (power > MAX_POWER) {
        return Float.NaN;
      }
      value *= POWERS[power];
    } else if (digits < EXACT) {
      return digits;
    }
    long distance = (Double.doubleToRawLongBits(value) & SPARE_BITS) - MIDDLE;
    boolean sure = distance > UNSURE || distance < -UNSURE;
    return sure && value >= Float.MIN_NORMAL && value < Float.MAX_VALUE ? (float) value : Float.NaN;
  }

  /**
   * Whether rounding a double that is the closest to its decimal once more, to a float, may miss
   * the float that is closest to the decimal.
   */
  static boolean mayRoundTwice(double value) {
    return (Double.doubleToRawLongBits(value) & SPARE_BITS) == MIDDLE
        || (value != 0 && Math.abs(value) < Float.MIN_NORMAL);
  }
}
