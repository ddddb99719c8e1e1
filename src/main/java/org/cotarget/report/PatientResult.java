package org.cotarget.report;

import java.util.List;
import java.util.Optional;
import org.cotarget.eligibility.CandidateDecision;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.eligibility.Decision;
import org.cotarget.eligibility.NextTest;
import org.jspecify.annotations.Nullable;

/**
 * A patient as {@code results.json} holds her: the only form in which results are written, read
 * back, shown in the report and explained.
 *
 * @param id patient id as reported
 * @param decisions one decision for each criteria file, in the order given
 * @param samples her tumour samples, sorted by id
 */
public record PatientResult(String id, List<MadeDecision> decisions, List<SampleResult> samples) {

  /**
   * The decision by one criteria file.
   *
   * @param criteria id of the criteria file
   * @param sample id of the sample that the decision rests on
   * @param decision the decision
   * @param priority the priority, {@code -} where the decision has none
   * @param reasons what decided, most important first
   * @param nextTests the smallest sets of tests that would change the decision, the one to order
   *     first, with the results that do
   * @param notAssessed clinical criteria that nothing is known about
   * @param otherSamples decisions on the other samples
   * @param candidate the criteria for a candidate, with outcomes
   * @param possible the criteria for a possible candidate, with outcomes
   * @param clinical the clinical criteria, with outcomes; {@code null} where the file has none
   */
  public record MadeDecision(
      String criteria,
      String sample,
      Decision decision,
      String priority,
      List<String> reasons,
      List<NextTest> nextTests,
      List<String> notAssessed,
      List<String> otherSamples,
      CriterionResult candidate,
      CriterionResult possible,
      @Nullable CriterionResult clinical) {

    public MadeDecision {
      reasons = List.copyOf(reasons);
      nextTests = List.copyOf(nextTests);
      notAssessed = List.copyOf(notAssessed);
      otherSamples = List.copyOf(otherSamples);
    }

    static MadeDecision of(PatientDecision made) {
      CandidateDecision decision = made.decision();
      return new MadeDecision(
          decision.criteriaId(),
          made.deciding().sample().id(),
          decision.decision(),
          decision.priority(),
          decision.reasons(),
          decision.testSets(),
          decision.notAssessed(),
          made.otherSamples(),
          decision.candidate(),
          decision.possible(),
          decision.clinical().orElse(null));
    }
  }

  public PatientResult {
    decisions = List.copyOf(decisions);
    samples = List.copyOf(samples);
  }

  /** The sample that a decision rests on. */
  public Optional<SampleResult> sample(String sampleId) {
    return samples.stream().filter(sample -> sample.id().equals(sampleId)).findFirst();
  }
}
