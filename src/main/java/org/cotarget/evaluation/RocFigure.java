package org.cotarget.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * Geometry of a ROC curve in a square of 300, sensitivity upwards.
 *
 * @param path the curve as an SVG path; empty where there is none
 * @param area the path closed below
 * @param label what the curve shows, in words
 */
public record RocFigure(String path, String area, String label) {

  static final RocFigure NONE = new RocFigure("", "", "");

  private static final double SIZE = 300;

  static RocFigure of(PairResult pair) {
    List<RocPoint> curve = pair.curve();
    if (curve.isEmpty()) {
      return NONE;
    }
    RocPoint last = curve.get(curve.size() - 1);
    StringBuilder path = new StringBuilder();
    for (RocPoint point : curve) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(
              String.format(
                  Locale.ROOT,
                  "%.2f %.2f",
                  SIZE * point.falsePositives() / last.falsePositives(),
                  SIZE - SIZE * point.truePositives() / last.truePositives()));
    }
    String words =
        pair.all().estimates().stream()
            .filter(e -> e.measure() == Measure.AUROC && e.method().equals("DeLong"))
            .findFirst()
            .map(e -> "AUROC " + Figures.withInterval(e))
            .orElse("");
    return new RocFigure(
        path.toString(),
        path + "L300 300L0 300Z",
        words
            + ", "
            + last.truePositives()
            + " truth-positive, "
            + last.falsePositives()
            + " truth-negative");
  }
}
