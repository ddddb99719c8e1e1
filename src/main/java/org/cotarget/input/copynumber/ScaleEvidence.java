package org.cotarget.input.copynumber;

import java.util.Optional;
import org.cotarget.cohort.CopyNumberCall.Scale;

/** What the values of a file tell of their scale. */
final class ScaleEvidence {

  private long count;
  private long negative;
  private long below;
  private long above;
  private boolean discrete = true;
  private boolean fractional;

  void add(double value) {
    count++;
    negative += value < 0 ? 1 : 0;
    below += value < 1.5 ? 1 : 0;
    above += value > 2.5 ? 1 : 0;
    fractional |= value != Math.rint(value);
    discrete &= isGisticState(value);
  }

  /**
   * GISTIC states when there is nothing else; log2 ratios when some are negative and some no
   * integers; copies when none is negative and the median is about 2. Empty in doubt.
   */
  Optional<Scale> scale() {
    boolean medianAboutTwo = below * 2 < count && above * 2 < count;
    if (discrete && !(negative == 0 && medianAboutTwo)) {
      return Optional.of(Scale.GISTIC);
    }
    if (negative > 0) {
      return fractional ? Optional.of(Scale.LOG2_RATIO) : Optional.empty();
    }
    return medianAboutTwo ? Optional.of(Scale.ABSOLUTE) : Optional.empty();
  }

  static boolean isGisticState(double value) {
    return value == -1.5 || (value == Math.rint(value) && Math.abs(value) <= 2);
  }

  /** Whether a value can occur on a scale at all. */
  static boolean isPlausible(Scale scale, double value) {
    return switch (scale) {
      case GISTIC -> isGisticState(value);
      case LOG2_RATIO -> value <= 15 && value >= -40;
      case ABSOLUTE -> value >= 0 && value <= 1000;
    };
  }
}
