package org.cotarget;

import java.util.List;
import org.cotarget.eligibility.TrialCriteria;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.Setting;

/**
 * How a cohort is to be stratified.
 *
 * @param erLowIncluded whether ER or PR of 1-10% may be probable TNBC
 * @param trials criteria to apply, each with where it came from; at least one
 * @param settings rule settings in force, for the report
 */
public record StratificationOptions(
    boolean erLowIncluded, List<Trial> trials, List<Setting> settings) {

  /**
   * Criteria and their provenance.
   *
   * @param criteria the criteria
   * @param summary where they came from
   */
  public record Trial(TrialCriteria criteria, CriteriaSummary summary) {}

  public StratificationOptions {
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("no criteria to apply");
    }
    trials = List.copyOf(trials);
    settings = List.copyOf(settings);
  }
}
