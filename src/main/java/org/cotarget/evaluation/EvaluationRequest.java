package org.cotarget.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.report.WordForm;

/**
 * What is to be compared and how.
 *
 * @param pairs columns to compare; empty to compare those that both tables have
 * @param positive words that count as positive, by header of a result or truth column; words under
 *     the empty header hold for every column that has one of them
 * @param undetermined words that count as undetermined, likewise
 * @param lowIsPositive score columns of which a low value speaks for positive
 * @param by columns of the truth table or of the results by whose words subgroups are made
 * @param criteria the criteria file whose decision is meant; empty for the first
 * @param replicates bootstrap replicates
 * @param seed seed of the bootstrap
 */
public record EvaluationRequest(
    List<ColumnPair> pairs,
    Map<String, Set<String>> positive,
    Map<String, Set<String>> undetermined,
    Set<String> lowIsPositive,
    List<String> by,
    Optional<String> criteria,
    int replicates,
    long seed) {
  public EvaluationRequest {
    pairs = List.copyOf(pairs);
    positive = Map.copyOf(positive);
    undetermined = Map.copyOf(undetermined);
    lowIsPositive = Set.copyOf(lowIsPositive);
    by = List.copyOf(by);
  }

  /** The form in which words are compared: upper case, other characters as one underscore. */
  public static String word(String text) {
    return WordForm.of(text);
  }
}
