package org.cotarget.evaluation;

import java.util.List;
import java.util.Map;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.TruthTable;
import org.cotarget.report.ResultsHeader;

/**
 * A result folder held against a truth table.
 *
 * @param run what the run says of itself
 * @param criteria the criteria file whose decision was compared
 * @param truth the truth table with the rows that join nobody
 * @param units patients and tumours that both have
 * @param withoutTruth patients of the results whom the truth table does not name, sorted
 * @param bootstrap how bootstrap intervals were made
 * @param pairs what was measured, in the order of the request
 * @param evidence rows of {@code evidence.tsv} of the discordant tumours, by tumour
 * @param problems what the user should know of the truth table
 */
public record Evaluation(
    ResultsHeader run,
    String criteria,
    TruthTable truth,
    int units,
    List<String> withoutTruth,
    String bootstrap,
    List<PairResult> pairs,
    Map<String, List<Map<String, String>>> evidence,
    List<InputProblem> problems) {
  public Evaluation {
    withoutTruth = List.copyOf(withoutTruth);
    pairs = List.copyOf(pairs);
    evidence = Map.copyOf(evidence);
    problems = List.copyOf(problems);
  }
}
