package org.cotarget.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
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
    Map<String, List<SampleResult>> byPatient = byPatient(samples);
    new PrevalenceCheck(reference).check(prevalence(byPatient), found);
    CoverageCheck coverage = new CoverageCheck();
    byPatient.values().forEach(coverage::add);
    coverage.check(found);
    QuantificationCheck.check(cohort.inputs(), found);
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

  /** Intrinsic subtype by sample id, of those whose clinical columns tell one. */
  public Map<String, String> subtypes(List<AssessedSample> samples) {
    CohortWords words = new CohortWords(reference.table("cohort_words"));
    Map<String, String> subtypes = new HashMap<>();
    for (AssessedSample assessed : samples) {
      words
          .find("SUBTYPE", assessed.sample().clinical())
          .ifPresent(label -> subtypes.put(assessed.sample().id(), label.meaning()));
    }
    return subtypes;
  }

  private Map<String, List<SampleResult>> byPatient(List<AssessedSample> samples) {
    Map<String, String> subtypes = subtypes(samples);
    Map<String, List<SampleResult>> byPatient = new LinkedHashMap<>();
    for (AssessedSample assessed : samples) {
      String subtype = subtypes.getOrDefault(assessed.sample().id(), "");
      byPatient
          .computeIfAbsent(assessed.sample().patientId(), id -> new ArrayList<>())
          .add(SampleResult.of(assessed, List.of(), subtype));
    }
    return byPatient;
  }

  private Prevalence prevalence(Map<String, List<SampleResult>> byPatient) {
    Prevalence prevalence = new Prevalence(reference.table("prevalence_bands"));
    byPatient.values().forEach(own -> Prevalence.tumourOf(own).ifPresent(prevalence::add));
    return prevalence;
  }
}
