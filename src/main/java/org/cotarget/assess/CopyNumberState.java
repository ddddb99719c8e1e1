package org.cotarget.assess;

import java.math.BigDecimal;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.reference.Thresholds;

/** What a copy number means, from fewest to most copies. */
public enum CopyNumberState {
  /** Both copies lost. */
  DEEP_LOSS("deep deletion"),
  SHALLOW_LOSS("shallow loss"),
  NEUTRAL("no change"),
  GAIN("gain"),
  /** High-level amplification. */
  AMPLIFICATION("amplification");

  private final String label;

  CopyNumberState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * Reads a call by the cut-offs of its scale ({@code copy-number.*} in {@code
   * reference/rules/thresholds.tsv}). Equality falls on the altered side, except that absolute
   * copies must lie below the deep-loss cut.
   */
  public static CopyNumberState of(CopyNumberCall call, Thresholds thresholds) {
    String scale =
        switch (call.scale()) {
          case GISTIC -> "gistic";
          case LOG2_RATIO -> "log2";
          case ABSOLUTE -> "absolute";
        };
    double value = call.value();
    if (value >= thresholds.value("copy-number.amplification." + scale)) {
      return AMPLIFICATION;
    }
    if (value >= thresholds.value("copy-number.gain." + scale)) {
      return GAIN;
    }
    double deep = thresholds.value("copy-number.deep-loss." + scale);
    if (call.scale() == Scale.ABSOLUTE ? value < deep : value <= deep) {
      return DEEP_LOSS;
    }
    return value <= thresholds.value("copy-number.shallow-loss." + scale) ? SHALLOW_LOSS : NEUTRAL;
  }

  /** A call as a report names it, e.g. {@code deep deletion (log2 ratio -1.29)}. */
  public static String describe(CopyNumberCall call, Thresholds thresholds) {
    String scale =
        switch (call.scale()) {
          case GISTIC -> "GISTIC ";
          case LOG2_RATIO -> "log2 ratio ";
          case ABSOLUTE -> "copies ";
        };
    return of(call, thresholds).label + " (" + scale + plain(call.value()) + ")";
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
