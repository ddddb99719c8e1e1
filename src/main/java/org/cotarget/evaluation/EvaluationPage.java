package org.cotarget.evaluation;

import java.util.List;
import java.util.Map;

/**
 * What the template of {@code evaluation.html} shows.
 *
 * @param title what people call the truth table
 * @param contentSecurityPolicy policy of the page
 * @param style style of the page
 * @param evaluation the evaluation
 * @param sections one section a pair of columns
 * @param strangers rows of the truth table that name nobody of the results, as far as shown
 * @param without patients without truth, as far as shown
 */
public record EvaluationPage(
    String title,
    String contentSecurityPolicy,
    String style,
    Evaluation evaluation,
    List<Section> sections,
    List<String> strangers,
    List<String> without) {

  /**
   * A pair of columns.
   *
   * @param id anchor of the section
   * @param heading the columns
   * @param explanation what counted as positive
   * @param measures figures of all units
   * @param confusion the confusion table; without rows for a score
   * @param roc the ROC curve; without a path where there is none
   * @param plots calibration plots
   * @param subgroupMeasures headings of the subgroup table
   * @param subgroups the subgroups
   * @param discordant discordant patients, as far as shown
   * @param discordantLeftOut how many are not shown
   */
  public record Section(
      String id,
      String heading,
      List<String> explanation,
      List<MeasureLine> measures,
      Confusion confusion,
      RocFigure roc,
      List<IntervalPlot> plots,
      List<String> subgroupMeasures,
      List<Subgroup> subgroups,
      List<Case> discordant,
      int discordantLeftOut) {}

  /** A figure with its interval, and where they lie on a scale of 0 to 100. */
  public record MeasureLine(
      String label,
      String value,
      String interval,
      String count,
      String method,
      String note,
      boolean plotted,
      String at,
      String from,
      String to) {}

  /** A confusion table: one row a call, one column a truth. */
  public record Confusion(List<String> truths, List<ConfusionLine> lines) {}

  /** One call of a confusion table. */
  public record ConfusionLine(String call, String css, List<ConfusionCount> counts) {}

  /** A count; {@code css} tells whether call and truth agree. */
  public record ConfusionCount(String count, String css) {}

  /** A subgroup with one figure for each heading. */
  public record Subgroup(String by, String group, long units, List<String> figures) {}

  /** A discordant patient with the evidence of the call. */
  public record Case(Discordant patient, List<Map<String, String>> evidence) {}
}
