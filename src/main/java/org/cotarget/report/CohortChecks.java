package org.cotarget.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SampleType;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.reference.Reference;

/**
 * Looks at the cohort as a whole for what published cohorts would not show and for what points to
 * samples or patients that were mixed up. It changes no call.
 */
public final class CohortChecks {

  private final Reference reference;

  /** Takes bands, words and cut-offs from the reference data. */
  public CohortChecks(Reference reference) {
    this.reference = reference;
  }

  /**
   * Everything found, sorted: a warning for what may be an error of the inputs, a note for what
   * most likely is none.
   *
   * @param samples every tumour with its calls
   */
  public List<InputProblem> problems(Cohort cohort, List<AssessedSample> samples) {
    InputProblems found = new InputProblems();
    new PrevalenceCheck(reference).check(oneEach(samples), found);
    Optional<GeneRanks> ranks = GeneRanks.of(cohort.expression(), reference.thresholds());
    if (ranks.isPresent()) {
      new SexCheck(reference)
          .check(samples.stream().map(AssessedSample::sample).toList(), ranks.get(), found);
      new ReceptorExpressionCheck(reference.thresholds()).check(samples, ranks.get(), found);
    }
    new DuplicateCheck(reference).check(cohort, found);
    return found.sorted();
  }

  /** The warnings among them as sentences, for the head of the report. */
  public static List<String> sentences(List<InputProblem> problems) {
    return problems.stream()
        .filter(problem -> problem.severity() == Severity.WARNING)
        .map(problem -> problem.message() + "; " + problem.fix())
        .toList();
  }

  /** The primary tumour of each patient, else her first. */
  private static List<AssessedSample> oneEach(List<AssessedSample> samples) {
    Map<String, AssessedSample> byPatient = new LinkedHashMap<>();
    for (AssessedSample sample : samples) {
      byPatient.merge(
          sample.sample().patientId(),
          sample,
          (first, next) ->
              first.sample().type() != SampleType.PRIMARY
                      && next.sample().type() == SampleType.PRIMARY
                  ? next
                  : first);
    }
    return new ArrayList<>(byPatient.values());
  }
}
