package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TruthTable;
import org.cotarget.report.StoredResults;
import org.cotarget.report.WordForm;

/** Finds the columns to compare: those the user pairs, else those that both tables have. */
final class PairChoice {

  private static final String CALL = "PI3K_CALL";
  private static final String SCORE = "PI3K_SCORE";

  private static final Set<String> NOT_NUMBERS = Set.of("", "NA");

  private final StoredResults results;
  private final TruthTable truth;
  private final Words words;
  private final InputProblems problems;

  PairChoice(StoredResults results, TruthTable truth, Words words, InputProblems problems) {
    this.results = results;
    this.truth = truth;
    this.words = words;
    this.problems = problems;
  }

  /** The pairs with the headers as the tables spell them; what cannot be found is an error. */
  List<ColumnPair> pairs(List<ColumnPair> asked) {
    List<ColumnPair> pairs = new ArrayList<>(asked.isEmpty() ? shared() : named(asked));
    if (pairs.isEmpty() && !problems.hasErrors()) {
      problems.error(
          "TRUTH_NOTHING_TO_COMPARE",
          SourceLocation.ofFile(truth.file().path()),
          "no column has the name of a call or score of the results; the table has "
              + some(truth.columns()),
          "pair columns with --column RESULT=TRUTH, e.g. --column TNBC_CALL="
              + truth.columns().stream().findFirst().orElse("my_column"));
    }
    // The score grades what the call says, so one truth serves both.
    Optional<ColumnPair> call = pairs.stream().filter(p -> p.result().equals(CALL)).findFirst();
    if (call.isPresent() && pairs.stream().noneMatch(p -> p.result().equals(SCORE))) {
      pairs.add(new ColumnPair(SCORE, call.get().truth()));
    }
    return pairs;
  }

  /** A column of the truth table, or else of the results; an unknown one is an error. */
  Optional<String> column(String name, String option) {
    Optional<String> found = find(truth.columns(), name).or(() -> resultColumn(name));
    if (found.isEmpty()) {
      problems.error(
          "TRUTH_COLUMN_UNKNOWN",
          SourceLocation.ofFile(truth.file().path()).atColumn(name),
          option + " " + name + ": neither the truth table nor the results have this column",
          "the truth table has " + some(truth.columns()));
    }
    return found;
  }

  /** Whether every value of a result column is a number or not given. */
  boolean isScore(String column) {
    if (!words.vocabulary(column).isEmpty()) {
      return false;
    }
    List<String> values =
        results.calls().rows().stream()
            .map(row -> row.getOrDefault(column, "NA"))
            .filter(value -> !NOT_NUMBERS.contains(value))
            .toList();
    return values.isEmpty()
        ? column.matches(".*_(SCORE|Z|Z_WITHIN_TNBC|PERCENTILE|LOG2)")
        : values.stream().allMatch(PairChoice::isNumber);
  }

  static boolean isNumber(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  private List<ColumnPair> shared() {
    List<ColumnPair> pairs = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    for (String column : resultColumns()) {
      Optional<String> same = find(truth.columns(), column);
      if (same.isPresent()) {
        boolean comparable =
            !words.vocabulary(column).isEmpty() || (isScore(column) && isTwoSided(same.get()));
        if (comparable) {
          pairs.add(new ColumnPair(column, same.get()));
        } else if (!column.equals("PATIENT_ID") && !column.equals("SAMPLE_ID")) {
          passedOver.add(same.get());
        }
      }
    }
    if (!passedOver.isEmpty()) {
      problems.note(
          "TRUTH_COLUMN_NOT_COMPARED",
          SourceLocation.ofFile(truth.file().path()),
          "columns that the results have, too, but that are no calls, or no two-sided truth of a"
              + " score: "
              + some(passedOver),
          "compare one with --column RESULT=TRUTH where that is wanted");
    }
    return pairs;
  }

  /** Whether a truth column has two words at most, so that it can be the truth of a score. */
  private boolean isTwoSided(String column) {
    return truth.rows().stream()
            .flatMap(row -> Stream.ofNullable(row.values().get(column)))
            .map(value -> WordForm.of(value.value()))
            .distinct()
            .count()
        <= 2;
  }

  private List<ColumnPair> named(List<ColumnPair> asked) {
    List<ColumnPair> pairs = new ArrayList<>();
    for (ColumnPair pair : asked) {
      Optional<String> result = resultColumn(pair.result());
      Optional<String> label = find(truth.columns(), pair.truth());
      if (result.isEmpty()) {
        problems.error(
            "RESULT_COLUMN_UNKNOWN",
            SourceLocation.ofFile("results").atColumn(pair.result()),
            "--column " + pair + ": the results have no column " + pair.result(),
            "the results have " + some(resultColumns()));
      }
      if (label.isEmpty()) {
        problems.error(
            "TRUTH_COLUMN_UNKNOWN",
            SourceLocation.ofFile(truth.file().path()).atColumn(pair.truth()),
            "--column " + pair + ": the truth table has no column " + pair.truth(),
            "the truth table has " + some(truth.columns()));
      }
      if (result.isPresent() && label.isPresent()) {
        ColumnPair spelled = new ColumnPair(result.get(), label.get());
        if (!pairs.contains(spelled)) {
          pairs.add(spelled);
        }
      }
    }
    return pairs;
  }

  private List<String> resultColumns() {
    List<String> columns = new ArrayList<>(results.calls().columns());
    results.screening().columns().stream().filter(c -> !columns.contains(c)).forEach(columns::add);
    return columns;
  }

  private Optional<String> resultColumn(String name) {
    return find(resultColumns(), name);
  }

  private static Optional<String> find(List<String> columns, String name) {
    return columns.stream()
        .filter(name::equals)
        .findFirst()
        .or(() -> columns.stream().filter(name::equalsIgnoreCase).findFirst());
  }

  private static String some(List<String> names) {
    return ShownNames.some(new TreeSet<>(names), 20);
  }
}
