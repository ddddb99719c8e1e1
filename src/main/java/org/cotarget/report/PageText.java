package org.cotarget.report;

import java.util.Locale;

/** How numbers are written on the page. */
final class PageText {

  private PageText() {}

  /** One decimal. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A share in whole percent; empty when there is no whole. */
  static String percent(long part, long all) {
    if (all == 0) {
      return "";
    }
    double percent = 100.0 * part / all;
    return part > 0 && percent < 1 ? "<1%" : String.format(Locale.ROOT, "%.0f%%", percent);
  }
}
