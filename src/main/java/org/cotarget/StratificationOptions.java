package org.cotarget;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cotarget.eligibility.TrialCriteria;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.Setting;

/**
 * How a cohort is to be stratified.
 *
 * @param erLowIncluded whether ER or PR of 1-10% may be probable TNBC
 * @param trials criteria to apply, each with where it came from
 * @param settings rule settings in force, for the report
 * @param model the expression model to score with, if the user named one
 */
public record StratificationOptions(
    boolean erLowIncluded,
    List<Trial> trials,
    List<Setting> settings,
    Optional<ExpressionModel> model) {

  /**
   * Criteria and their provenance.
   *
   * @param criteria the criteria
   * @param summary where they came from
   */
  public record Trial(TrialCriteria criteria, CriteriaSummary summary) {

    /** The same with another text for the path, which may hold the id of a patient. */
    public Trial shown(UnaryOperator<String> text) {
      return new Trial(
          criteria,
          new CriteriaSummary(
              summary.id(),
              summary.title(),
              summary.version(),
              text.apply(summary.source()),
              summary.sha256()));
    }
  }

  /** Options for fitting a model, which applies no criteria. */
  public static StratificationOptions forFitting() {
    return new StratificationOptions(false, List.of(), List.of());
  }

  /** Options that fit a model on the cohort itself. */
  public StratificationOptions(boolean erLowIncluded, List<Trial> trials, List<Setting> settings) {
    this(erLowIncluded, trials, settings, Optional.empty());
  }

  public StratificationOptions {
    trials = List.copyOf(trials);
    settings = List.copyOf(settings);
  }
}
