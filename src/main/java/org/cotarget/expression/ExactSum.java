package org.cotarget.expression;

import java.math.BigInteger;

/**
 * A sum of doubles without any rounding, so that it is the same in whatever order and in however
 * many parts the values are added. Its bits are kept in chunks of 32 with room for carries, as in
 * the small superaccumulator of Neal (2015, arXiv:1505.05571).
 *
 * <p>Not safe for use by several threads.
 */
final class ExactSum {

  /** Exponent of the lowest bit that a double can have. */
  static final int UNIT = -1074;

  private static final int CHUNKS = 66;
  private static final long LOW = 0xffffffffL;
  private static final long HIDDEN_BIT = 1L << 52;

  /** An addition changes a chunk by less than 2^33, so as many of them cannot overflow it. */
  private static final int MAX_ADDITIONS = 1 << 29;

  private final long[] chunks = new long[CHUNKS];
  private int additions;
  private BigInteger carried = BigInteger.ZERO;

  /**
   * Adds a value.
   *
   * @param value finite
   */
  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7ff;
    if (exponent == 0x7ff) {
      throw new IllegalArgumentException(value + " has no exact sum");
    }
    long mantissa = bits & (HIDDEN_BIT - 1);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= HIDDEN_BIT;
    }
    int chunk = (exponent - 1) >> 5;
    int shift = (exponent - 1) & 31;
    long low = (mantissa & LOW) << shift;
    long high = (mantissa >>> 32) << shift;
    if (bits >= 0) {
      chunks[chunk] += low & LOW;
      chunks[chunk + 1] += (low >>> 32) + (high & LOW);
      chunks[chunk + 2] += high >>> 32;
    } else {
      chunks[chunk] -= low & LOW;
      chunks[chunk + 1] -= (low >>> 32) + (high & LOW);
      chunks[chunk + 2] -= high >>> 32;
    }
    if (++additions == MAX_ADDITIONS) {
      carry();
    }
  }

  /**
   * Adds the square of a value, which two doubles hold exactly.
   *
   * @param value at least 1e-140 in size, or 0
   */
  void addSquare(double value) {
    double square = value * value;
    add(square);
    add(Math.fma(value, value, -square));
  }

  void add(ExactSum other) {
    carried = carried.add(other.units());
  }

  /** The sum as a multiple of 2 to the power of {@link #UNIT}. */
  BigInteger units() {
    carry();
    return carried;
  }

  private void carry() {
    if (additions == 0) {
      return;
    }
    BigInteger sum = BigInteger.ZERO;
    for (int i = CHUNKS - 1; i >= 0; i--) {
      sum = sum.shiftLeft(32).add(BigInteger.valueOf(chunks[i]));
      chunks[i] = 0;
    }
    carried = carried.add(sum);
    additions = 0;
  }

  /** The sum as a whole number in hexadecimal digits, {@code p} and a power of two. */
  @Override
  public String toString() {
    BigInteger units = units();
    if (units.signum() == 0) {
      return "0p0";
    }
    int zeros = units.getLowestSetBit();
    return units.shiftRight(zeros).toString(16) + "p" + (zeros + UNIT);
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws NumberFormatException where it is something else
   */
  static ExactSum parse(String text) {
    int p = text.indexOf('p');
    if (p < 0) {
      throw new NumberFormatException("'" + text + "' is no exact sum");
    }
    ExactSum sum = new ExactSum();
    BigInteger digits = new BigInteger(text.substring(0, p), 16);
    int power = Integer.parseInt(text.substring(p + 1));
    if (power < UNIT || power > -UNIT) {
      throw new NumberFormatException("'" + text + "' is no sum of doubles");
    }
    sum.carried = digits.shiftLeft(power - UNIT);
    return sum;
  }

  /** The double that is closest to a fraction of whole numbers times a power of two. */
  static double ratio(BigInteger above, BigInteger below, int power) {
    if (above.signum() == 0) {
      return 0;
    }
    int shift = Math.max(0, 70 - (above.bitLength() - below.bitLength()));
    BigInteger[] parts = above.shiftLeft(shift).divideAndRemainder(below);
    BigInteger quotient = parts[0];
    if (parts[1].signum() != 0 && !quotient.testBit(0)) {
      // What was cut off must still decide which way the last bit of the double is rounded.
      quotient = quotient.signum() < 0 ? quotient.subtract(BigInteger.ONE) : quotient.setBit(0);
    }
    int excess = Math.max(0, quotient.bitLength() - 128);
    if (excess > 0) {
      boolean sticky = quotient.abs().getLowestSetBit() < excess;
      BigInteger cut = quotient.abs().shiftRight(excess);
      quotient = sticky ? cut.setBit(0) : cut;
      quotient = above.signum() < 0 ? quotient.negate() : quotient;
    }
    return Math.scalb(quotient.doubleValue(), power - shift + excess);
  }
}
