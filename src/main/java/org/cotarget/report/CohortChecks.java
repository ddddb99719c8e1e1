package org.cotarget.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.reference.Reference;

/**
 * Looks at the cohort as a whole for what published cohorts would not show and for what points to
 * samples or patients that were mixed up. It changes no call.
 */
public final class CohortChecks {

  static final String SHARDS_MISSING = "SHARDS_MISSING";

  /** Codes of everything that a check may tell. */
  static final Set<String> CODES =
      Set.of(
          PrevalenceCheck.SELECTED,
          PrevalenceCheck.UNEXPECTED,
          SexCheck.CODE,
          ReceptorExpressionCheck.CODE,
          SharedVariantsCheck.CODE,
          SharedClinicalRowCheck.CODE,
          SeveralFilesCheck.CODE,
          CoverageCheck.WITHOUT_LAYER,
          CoverageCheck.WITHOUT_RECORDS,
          QuantificationCheck.KINDS,
          QuantificationCheck.STRANDS,
          SHARDS_MISSING);

  private final Reference reference;

  /** Takes bands, words and cut-offs from the reference data. */
  public CohortChecks(Reference reference) {
    this.reference = reference;
  }

  /**
   * Everything found, sorted: a warning for what may be an error of the inputs, a note for what
   * most likely is none.
   *
   * @param results the cohort with its calls; what is said of it as a whole is not looked at
   */
  public List<InputProblem> problems(Results results) {
    return problems(results, List.of());
  }

  /**
   * The same in one pass with further checks.
   *
   * @param more told of with the others
   */
  List<InputProblem> problems(Results results, List<CohortCheck> more) {
    List<CohortCheck> checks = new ArrayList<>(more);
    checks.addAll(
        List.of(
            new PrevalenceCheck(reference),
            new SexCheck(reference),
            new ReceptorExpressionCheck(reference.thresholds()),
            new SharedVariantsCheck(reference),
            new SharedClinicalRowCheck(reference),
            new SeveralFilesCheck(),
            new CoverageCheck()));
    try (Stream<PatientResult> patients = results.patients()) {
      patients.forEachOrdered(patient -> checks.forEach(check -> check.add(patient)));
    }
    InputProblems found = new InputProblems();
    QuantificationCheck.check(results.header().inputs(), found);
    if (!results.header().shards().isEmpty()) {
      found.warning(
          SHARDS_MISSING,
          SourceLocation.ofFile("cohort"),
          "these are the patients of shard "
              + ShownNames.some(results.header().shards())
              + " of the cohort; all others are missing",
          "merge the results of all shards");
    }
    checks.forEach(check -> check.tell(found));
    return found.sorted();
  }

  /** Ranks of genes that tell sex and receptors, by sample id; none without usable expression. */
  public Map<String, TelltaleRanks> ranks(Optional<ExpressionMatrix> expression) {
    return GeneRanks.of(expression, reference.thresholds())
        .map(ranks -> ranks.telltale(new CohortWords(reference.table("cohort_words"))))
        .orElse(Map.of());
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
}
