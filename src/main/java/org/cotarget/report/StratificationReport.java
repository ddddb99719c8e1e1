package org.cotarget.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.expression.ExpressionReadout;

/**
 * Everything that a run found, ready to be written.
 *
 * @param version version of cotarget
 * @param referenceVersion version of the reference data
 * @param cohort the annotated cohort
 * @param expression how expression was scored
 * @param samples every tumour sample with its calls, sorted by patient id, then sample id
 * @param decisions for each criteria file, in the order given, one decision a patient, sorted by
 *     patient id
 * @param criteria the criteria files, in the order given
 * @param variantTiers tier of each variant that has one, by sample id and place in the sample's
 *     variants, e.g. {@code G1}; variants without a role have {@code -}
 * @param subtypes intrinsic subtype by sample id, of those that a supplied column tells
 * @param ranks where genes that tell sex and receptors rank, by sample id, of those with usable
 *     expression
 * @param settings rule settings in force, sorted by name
 * @param warnings of the cohort as a whole, e.g. a prevalence outside its published band
 * @param problems what was wrong with the inputs, sorted
 */
public record StratificationReport(
    String version,
    String referenceVersion,
    Cohort cohort,
    ExpressionReadout expression,
    List<AssessedSample> samples,
    Map<String, List<PatientDecision>> decisions,
    List<CriteriaSummary> criteria,
    Map<String, List<String>> variantTiers,
    Map<String, String> subtypes,
    Map<String, TelltaleRanks> ranks,
    List<Setting> settings,
    List<String> warnings,
    List<InputProblem> problems) {
  public StratificationReport {
    samples = List.copyOf(samples);
    criteria = List.copyOf(criteria);
    settings = List.copyOf(settings);
    warnings = List.copyOf(warnings);
    problems = List.copyOf(problems);
  }

  /** The same with what checks of the whole cohort found beside the problems of the inputs. */
  public StratificationReport withChecks(List<InputProblem> checks) {
    return new StratificationReport(
        version,
        referenceVersion,
        cohort,
        expression,
        samples,
        decisions,
        criteria,
        variantTiers,
        subtypes,
        ranks,
        settings,
        CohortChecks.sentences(checks),
        Stream.concat(problems.stream(), checks.stream()).sorted().toList());
  }
}
