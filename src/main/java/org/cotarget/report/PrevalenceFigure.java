package org.cotarget.report;

import java.util.List;
import java.util.Locale;

/**
 * Shares of the cohort drawn beside their published bands, on a scale from none to all.
 *
 * @param lines one a share that is estimable, in the order of the reference
 */
public record PrevalenceFigure(List<Line> lines) {

  /** Width that a share of all takes. */
  private static final double WIDTH = 240;

  /**
   * One share; places and widths are in units of the drawing, 0 to 240.
   *
   * @param what what is counted
   * @param whom among whom
   * @param count patients with it and patients looked at
   * @param percent the share with its 95% interval
   * @param published what was published, with citation
   * @param verdict {@code within}, {@code below} or {@code above} the band
   */
  public record Line(
      String what,
      String whom,
      String count,
      String percent,
      String published,
      String band,
      String bandX,
      String bandWidth,
      String lowX,
      String highX,
      String valueX,
      String verdict) {}

  public PrevalenceFigure {
    lines = List.copyOf(lines);
  }

  static PrevalenceFigure of(List<Prevalence.Share> shares) {
    return new PrevalenceFigure(
        shares.stream()
            .filter(share -> share.found().isEstimable())
            .map(PrevalenceFigure::line)
            .toList());
  }

  private static Line line(Prevalence.Share share) {
    Proportion found = share.found();
    return new Line(
        share.what(),
        share.whom(),
        found.part() + " of " + found.whole(),
        String.format(
            Locale.ROOT,
            "%.1f%% (%.1f-%.1f)",
            100 * found.value(),
            100 * found.low(),
            100 * found.high()),
        share.band().get("published")
            + " ["
            + String.join(", ", CitationKeys.of(share.band().get("citation")))
            + "]",
        String.format(Locale.ROOT, "%.1f-%.1f%%", 100 * share.low(), 100 * share.high()),
        at(share.low()),
        at(share.high() - share.low()),
        at(found.low()),
        at(found.high()),
        at(found.value()),
        share.isBelow() ? "below" : share.isAbove() ? "above" : "within");
  }

  private static String at(double share) {
    return PageText.number(WIDTH * share);
  }
}
