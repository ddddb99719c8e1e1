package org.cotarget.evaluation;

import org.cotarget.report.Proportion;

/**
 * A measured figure with its 95% interval.
 *
 * @param measure what was measured
 * @param value the figure; NaN where it is not estimable
 * @param low lower end of the interval; NaN where that is not estimable
 * @param high upper end of the interval; NaN where that is not estimable
 * @param method how the interval was made
 * @param numerator units counted; -1 where the figure is no share
 * @param denominator units that the figure rests on
 * @param note why the figure or its interval is not estimable, or what to mind; else empty
 */
public record Estimate(
    Measure measure,
    double value,
    double low,
    double high,
    String method,
    long numerator,
    long denominator,
    String note) {

  public Estimate {
    if (Double.isNaN(value) && note.isEmpty()) {
      throw new IllegalArgumentException(measure + " is not estimable without a reason");
    }
  }

  /**
   * A share with its Wilson interval.
   *
   * @param nothing the reason to give where there is nothing to take a share of
   */
  static Estimate share(Measure measure, long part, long whole, String nothing) {
    Proportion share = new Proportion(part, whole);
    return new Estimate(
        measure,
        share.value(),
        share.low(),
        share.high(),
        "Wilson",
        part,
        whole,
        share.isEstimable() ? "" : "not estimable: " + nothing);
  }

  static Estimate notEstimable(Measure measure, String method, long units, String reason) {
    return new Estimate(
        measure, Double.NaN, Double.NaN, Double.NaN, method, -1, units, "not estimable: " + reason);
  }

  public boolean isEstimable() {
    return !Double.isNaN(value);
  }
}
