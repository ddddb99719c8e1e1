package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotarget.report.Proportion;

/**
 * Geometry of a plot of shares with intervals, one line a bin; the scale of 0 to 100% is {@value
 * #SCALE} wide.
 *
 * @param scale the column that makes the bins
 * @param height height of the plot
 * @param lines the bins, from above
 */
public record IntervalPlot(String scale, int height, List<Line> lines) {

  static final int SCALE = 400;
  private static final int STEP = 30;
  private static final int TOP = 14;

  /** One bin: its label, its counts, and where point and interval lie. */
  public record Line(
      String label, String counts, String title, int y, String at, String from, String to) {}

  static IntervalPlot of(String scale, List<CalibrationBin> bins) {
    List<Line> lines = new ArrayList<>();
    for (CalibrationBin bin : bins) {
      Proportion share = bin.share();
      lines.add(
          new Line(
              bin.label(),
              bin.positives() + "/" + bin.units(),
              String.format(
                  Locale.ROOT,
                  "%s: %.1f%% [%.1f, %.1f] truth-positive",
                  bin.label(),
                  100 * share.value(),
                  100 * share.low(),
                  100 * share.high()),
              TOP + STEP * lines.size(),
              at(share.value()),
              at(share.low()),
              at(share.high())));
    }
    return new IntervalPlot(scale, TOP + STEP * lines.size() + 18, lines);
  }

  private static String at(double share) {
    return String.format(Locale.ROOT, "%.1f", SCALE * share);
  }

  /** Where the axis is drawn. */
  public int axis() {
    return height - 30;
  }
}
