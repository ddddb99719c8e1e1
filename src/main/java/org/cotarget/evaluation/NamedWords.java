package org.cotarget.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TruthTable;
import org.cotarget.report.StoredResults;
import org.cotarget.report.WordForm;

/**
 * Refuses options that name what is not there. A mistyped positive word would make every truth
 * negative, and a mistyped column would leave its option without effect.
 */
final class NamedWords {

  private static final int SHOWN = 12;

  private final EvaluationRequest request;
  private final InputProblems problems;

  NamedWords(EvaluationRequest request, InputProblems problems) {
    this.request = request;
    this.problems = problems;
  }

  /**
   * Reports what does not occur as errors.
   *
   * @param scores result columns that are compared as scores
   */
  void check(
      List<ColumnPair> pairs,
      Set<String> scores,
      StoredResults results,
      TruthTable truth,
      Words words) {
    Map<String, Set<String>> byColumn = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (ColumnPair pair : pairs) {
      Set<String> ofResult = byColumn.computeIfAbsent(pair.result(), c -> new TreeSet<>());
      // A word of the vocabulary means something even where no patient has it.
      ofResult.addAll(words.vocabulary(pair.result()));
      Stream.of(results.calls(), results.screening())
          .flatMap(table -> table.rows().stream())
          .flatMap(row -> Stream.ofNullable(row.get(pair.result())))
          .forEach(word -> ofResult.add(WordForm.of(word)));
      Set<String> ofTruth = byColumn.computeIfAbsent(pair.truth(), c -> new TreeSet<>());
      truth.rows().stream()
          .flatMap(row -> Stream.ofNullable(row.values().get(pair.truth())))
          .forEach(cell -> ofTruth.add(WordForm.of(cell.value())));
    }
    check("--positive", request.positive(), byColumn);
    check("--undetermined", request.undetermined(), byColumn);
    for (String column : new TreeSet<>(request.lowIsPositive())) {
      if (scores.stream().noneMatch(column::equalsIgnoreCase)) {
        problems.error(
            "OPTION_COLUMN_UNKNOWN",
            SourceLocation.ofFile("--low-is-positive").atColumn(column),
            column + " is no score that is compared",
            scores.isEmpty() ? "leave the option out" : "the scores are " + some(scores));
      }
    }
  }

  private void check(
      String option, Map<String, Set<String>> named, Map<String, Set<String>> byColumn) {
    new TreeMap<>(named)
        .forEach(
            (column, words) -> {
              SourceLocation where = SourceLocation.ofFile(option);
              Set<String> known = new TreeSet<>();
              if (column.isEmpty()) {
                byColumn.values().forEach(known::addAll);
              } else if (byColumn.containsKey(column)) {
                where = where.atColumn(column);
                known.addAll(byColumn.getOrDefault(column, Set.of()));
              } else {
                problems.error(
                    "OPTION_COLUMN_UNKNOWN",
                    where.atColumn(column),
                    "no column " + column + " is compared",
                    "name one of " + some(byColumn.keySet()));
                return;
              }
              Set<String> unknown = new TreeSet<>(words);
              unknown.removeAll(known);
              if (!unknown.isEmpty()) {
                problems.error(
                    "OPTION_WORD_UNKNOWN",
                    where,
                    (column.isEmpty() ? "no column that is compared has " : column + " has no ")
                        + some(unknown),
                    "correct the word or leave it out; there are " + some(known));
              }
            });
  }

  private static String some(Set<String> words) {
    return ShownNames.some(words, SHOWN);
  }
}
