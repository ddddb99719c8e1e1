package org.cotarget.input.expression;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads decimal numbers from bytes, eight at a time and without an object a cell. Whatever it
 * accepts is rounded exactly as {@link Float#parseFloat} rounds it; what it cannot round with
 * certainty it leaves to that.
 *
 * <p>Up to seven digits are a whole number that a float holds, as it does the power of ten that
 * they are divided by, and one division of such rounds once. More digits are brought to their power
 * of ten in double precision, which is off by at most two units in the last of 53 bits. A float has
 * 24: the double rounds to the right float unless it lies within those units of the middle between
 * two floats.
 *
 * <p>Not safe for use by several threads.
 */
final class DecimalScanner {

  /** Bytes that must follow the last number in the array, whatever they are. */
  static final int SLACK = 8;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ZEROS = 0x3030303030303030L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** More digits than this may overflow a long. */
  private static final int MAX_DIGITS = 18;

  private static final int MAX_POWER = 22;

  /** Whole powers of ten that a double holds exactly. */
  private static final double[] POWERS = new double[MAX_POWER + 1];

  /** Whole powers of ten that a float holds exactly, as far as seven digits need them. */
  private static final float[] FLOAT_POWERS = {1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f};

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

  /** Whole numbers below it are held by a double. */
  private static final long EXACT = 1L << 53;

  private int end;

  /** Index behind the number that {@link #scan} read last. */
  int end() {
    return end;
  }

  /**
   * Reads the number that starts at an index. A byte that no number has must follow it, and {@value
   * #SLACK} bytes more.
   *
   * @return NaN where no number, or none that can be rounded here, starts at the index; then {@link
   *     #end} has no meaning
   */
  float scan(byte[] bytes, int from) {
    boolean negative = bytes[from] == '-';
    int first = negative ? from + 1 : from;
    long word = (long) EIGHT_BYTES.get(bytes, first) ^ ZEROS;
    long others = others(word);
    int whole = Long.numberOfTrailingZeros(others) >>> 3;
    if (whole < 8) {
      int at = first + whole;
      if (bytes[at] != '.') {
        if (whole == 0 || bytes[at] == 'e' || bytes[at] == 'E') {
          return longer(bytes, first, negative);
        }
        end = at;
        float value = number(word, whole);
        return negative ? -value : value;
      }
      int length = Long.numberOfTrailingZeros(others & (others - 1)) >>> 3;
      if (length < 8) {
        byte next = bytes[first + length];
        if (length > 1 && next != 'e' && next != 'E') {
          end = first + length;
          long low = (1L << (whole << 3)) - 1;
          long digits = (word & low) | ((word >>> 8) & ~low);
          float value = number(digits, length - 1) / FLOAT_POWERS[length - 1 - whole];
          return negative ? -value : value;
        }
      }
    }
    return longer(bytes, first, negative);
  }

  /** The high bit of every byte that is no digit, whose value above '0' is given. */
  private static long others(long word) {
    return (((word & ~HIGH_BITS) + 0x7676767676767676L) | word) & HIGH_BITS;
  }

  /** The number of the first digits of a word, 1 to 8 of them. */
  private static int number(long digits, int count) {
    long aligned = digits << (64 - (count << 3));
    long pairs = aligned * 10 + (aligned >>> 8);
    return (int)
        (((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
            >>> 32);
  }

  private float longer(byte[] bytes, int first, boolean negative) {
    int at = digitsEnd(bytes, first);
    int count = at - first;
    if (count > MAX_DIGITS) {
      return Float.NaN;
    }
    long digits = digits(bytes, first, at, 0);
    int power = 0;
    if (bytes[at] == '.') {
      int point = at + 1;
      at = digitsEnd(bytes, point);
      power = point - at;
      int leading = digits == 0 ? zeros(bytes, point, at) : 0;
      int fraction = at - point - leading;
      if ((digits == 0 ? 0 : count) + fraction > MAX_DIGITS) {
        return Float.NaN;
      }
      count += at - point;
      digits = digits(bytes, point + leading, at, digits);
    }
    if (count == 0) {
      return Float.NaN;
    }
    if (bytes[at] == 'e' || bytes[at] == 'E') {
      at++;
      boolean down = bytes[at] == '-';
      int start = down || bytes[at] == '+' ? at + 1 : at;
      at = digitsEnd(bytes, start);
      if (at == start || at - start > 4) {
        return Float.NaN;
      }
      int exponent = (int) digits(bytes, start, at, 0);
      power += down ? -exponent : exponent;
    }
    end = at;
    float value = rounded(digits, power);
    return negative ? -value : value;
  }

  private static int digitsEnd(byte[] bytes, int from) {
    int at = from;
    while (true) {
      long others = others((long) EIGHT_BYTES.get(bytes, at) ^ ZEROS);
      if (others != 0) {
        return at + (Long.numberOfTrailingZeros(others) >>> 3);
      }
      at += 8;
      if (at > bytes.length - SLACK) {
        return at;
      }
    }
  }

  private static int zeros(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] == '0') {
      at++;
    }
    return at - from;
  }

  /** Digits appended to those before them. */
  private static long digits(byte[] bytes, int from, int to, long before) {
    long digits = before;
    int at = from;
    for (; to - at >= 8; at += 8) {
      digits = digits * 100_000_000 + number((long) EIGHT_BYTES.get(bytes, at) ^ ZEROS, 8);
    }
    for (; at < to; at++) {
      digits = digits * 10 + (bytes[at] - '0');
    }
    return digits;
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
