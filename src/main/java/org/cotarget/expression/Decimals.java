package org.cotarget.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people. The outcome is that of {@code %.2f}, which is slow for every sample. */
public final class Decimals {

  private Decimals() {}

  /** Two decimals, halves of the shortest decimal form away from 0. */
  public static String two(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    boolean lostSign = rounded.signum() == 0 && (value < 0 || 1 / value < 0);
    return lostSign ? "-" + rounded.toPlainString() : rounded.toPlainString();
  }
}
