package org.cotarget.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How figures are written. */
final class Figures {

  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private Figures() {}

  /** Up to 15 significant digits, so that a figure can be compared; {@code NA} for NaN. */
  static String exact(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NA" : value > 0 ? "Inf" : "-Inf";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** So many decimals, for labels of ranges. */
  static String decimals(double value, int count) {
    return String.format(Locale.ROOT, "%." + count + "f", value + 0.0);
  }

  /** A share as percent with one decimal, another figure with three. */
  static String shown(Estimate estimate, double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return estimate.numerator() >= 0
        ? String.format(Locale.ROOT, "%.1f%%", 100 * value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** The figure with its interval, e.g. {@code 94.7% [87.2, 97.9]}, or why there is none. */
  static String withInterval(Estimate estimate) {
    if (!estimate.isEstimable()) {
      return estimate.note();
    }
    String value = shown(estimate, estimate.value());
    if (Double.isNaN(estimate.low())) {
      return value + " (" + estimate.note() + ")";
    }
    return value
        + " ["
        + shown(estimate, estimate.low()).replace("%", "")
        + ", "
        + shown(estimate, estimate.high()).replace("%", "")
        + "]";
  }
}
