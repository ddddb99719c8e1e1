package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.evaluation.GroupMeasures.Judged;
import org.cotarget.report.WordForm;

/** Measures one pair of columns in all units and in subgroups. */
final class PairMeasures {

  private static final String TIER = "PI3K_GENOMIC_TIER";

  /** A list of words to choose from is no longer readable beyond this. */
  private static final int WORDS_SHOWN = 12;

  private final Words words;
  private final EvaluationRequest request;
  private final GroupMeasures measures;
  private final InputProblems problems;

  PairMeasures(
      Words words, EvaluationRequest request, Bootstrap bootstrap, InputProblems problems) {
    this.words = words;
    this.request = request;
    this.measures = new GroupMeasures(bootstrap);
    this.problems = problems;
  }

  /**
   * Measures a pair; a word that nothing classifies is an error and leaves the result without
   * meaning.
   *
   * @param by columns that make subgroups
   * @param score whether the result column is a score
   */
  PairResult measure(ColumnPair pair, boolean score, List<Unit> all, List<String> by) {
    List<Unit> units = all.stream().filter(unit -> unit.truth(pair.truth()).isPresent()).toList();
    Words.Classes truth = truthClasses(pair, units);
    Words.Classes calls =
        score ? new Words.Classes(Map.of(), Set.of()) : callClasses(pair.result(), units);
    boolean low = request.lowIsPositive().stream().anyMatch(pair.result()::equalsIgnoreCase);
    List<Judged> judged =
        units.stream().map(unit -> judge(unit, pair, score, low, calls, truth)).toList();
    boolean oneVocabulary = !score && speakOneVocabulary(pair.result(), judged);
    List<GroupResult> groups = new ArrayList<>();
    groups.add(group("", "all", judged, score, oneVocabulary));
    for (String column : by) {
      split(column, judged)
          .forEach((word, part) -> groups.add(group(column, word, part, score, oneVocabulary)));
    }
    List<Judged> known = judged.stream().filter(Judged::hasTruth).toList();
    return new PairResult(
        pair,
        score,
        low,
        calls.words(WordClass.POSITIVE),
        calls.words(WordClass.UNDETERMINED),
        truth.words(WordClass.POSITIVE),
        truth.words(WordClass.NEGATIVE),
        all.size() - known.size(),
        groups,
        calibration(pair, score, low, known),
        score && GroupMeasures.area(known).isEstimable() ? curve(known, low) : List.of(),
        discordant(pair, known));
  }

  private GroupResult group(
      String by, String word, List<Judged> units, boolean score, boolean oneVocabulary) {
    return score ? measures.score(by, word, units) : measures.call(by, word, units, oneVocabulary);
  }

  private Words.Classes truthClasses(ColumnPair pair, List<Unit> units) {
    Map<String, ClinicalValue> firstCell = new TreeMap<>();
    for (Unit unit : units) {
      unit.truth(pair.truth())
          .ifPresent(cell -> firstCell.putIfAbsent(WordForm.of(cell.value()), cell));
    }
    Words.Classes classes = words.classes(pair.truth(), pair.result(), firstCell.keySet());
    for (String word : classes.unknown().stream().limit(WORDS_SHOWN).toList()) {
      ClinicalValue cell = firstCell.get(word);
      if (cell != null) {
        problems.error(
            "TRUTH_WORD_UNKNOWN",
            cell.where(),
            "'" + cell.value() + "' is no known word for positive, negative or undetermined",
            "name the positive words with --positive "
                + pair.truth()
                + ":WORD,..., then all others but undetermined ones are negative; the column has "
                + firstCell.keySet().stream().limit(WORDS_SHOWN).collect(Collectors.joining(", ")));
      }
    }
    return classes;
  }

  private Words.Classes callClasses(String column, List<Unit> units) {
    Set<String> present =
        units.stream()
            .map(unit -> WordForm.of(unit.result(column)))
            .collect(Collectors.toCollection(TreeSet::new));
    Words.Classes classes = words.classes(column, column, present);
    Set<String> unknown = new TreeSet<>(classes.unknown());
    unknown.removeAll(Set.of("", "NA"));
    if (!unknown.isEmpty()) {
      problems.error(
          "RESULT_WORD_UNKNOWN",
          SourceLocation.ofFile("calls.tsv").atColumn(column),
          "it is not known what counts as positive: the column has "
              + unknown.stream().limit(WORDS_SHOWN).collect(Collectors.joining(", ")),
          "name the positive words with --positive " + column + ":WORD,...");
    }
    return classes;
  }

  private static Judged judge(
      Unit unit,
      ColumnPair pair,
      boolean score,
      boolean low,
      Words.Classes calls,
      Words.Classes truth) {
    String text = unit.result(pair.result());
    String label = unit.truth(pair.truth()).map(ClinicalValue::value).orElse("");
    double value = score && PairChoice.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    return new Judged(
        unit,
        text,
        score
            ? Double.isNaN(value) ? WordClass.UNDETERMINED : WordClass.POSITIVE
            : calls.of(WordForm.of(text)),
        low ? -value : value,
        WordForm.of(label),
        truth.of(WordForm.of(label)));
  }

  /** Agreement word by word means something where the truth uses the words of the call. */
  private boolean speakOneVocabulary(String column, List<Judged> judged) {
    Set<String> vocabulary = new TreeSet<>(words.vocabulary(column));
    judged.forEach(unit -> vocabulary.add(WordForm.of(unit.call())));
    Set<String> truths = judged.stream().map(Judged::truth).collect(Collectors.toSet());
    Set<String> both = new TreeSet<>(truths);
    judged.forEach(unit -> both.add(WordForm.of(unit.call())));
    return vocabulary.containsAll(truths) && both.size() > 2;
  }

  /** Units by the word of a column, the truth table before the results; sorted. */
  static Map<String, List<Judged>> split(String column, List<Judged> units) {
    Map<String, List<Judged>> parts = new TreeMap<>();
    for (Judged unit : units) {
      parts.computeIfAbsent(word(unit.unit(), column), word -> new ArrayList<>()).add(unit);
    }
    return parts;
  }

  static String word(Unit unit, String column) {
    return unit.truth(column)
        .map(ClinicalValue::value)
        .or(() -> Optional.ofNullable(unit.results().get(column)))
        .filter(word -> !word.isEmpty())
        .orElse("(missing)");
  }

  private List<CalibrationBin> calibration(
      ColumnPair pair, boolean score, boolean low, List<Judged> known) {
    List<CalibrationBin> bins = new ArrayList<>();
    if (score) {
      bins.addAll(
          Calibration.byScore(
              pair.result(),
              known.stream()
                  .map(
                      u ->
                          new Calibration.Observed(
                              "", low ? -u.score() : u.score(), u.isPositive()))
                  .toList()));
    } else {
      bins.addAll(byWord(pair.result(), known));
    }
    if (pair.result().equals("PI3K_CALL")) {
      bins.addAll(byWord(TIER, known));
    }
    return bins;
  }

  private List<CalibrationBin> byWord(String column, List<Judged> known) {
    return Calibration.byWord(
        column,
        known.stream()
            .map(u -> new Calibration.Observed(u.unit().result(column), Double.NaN, u.isPositive()))
            .toList(),
        words.vocabulary(column));
  }

  private static List<RocPoint> curve(List<Judged> known, boolean low) {
    return GroupMeasures.area(known).curve().stream()
        .map(
            point ->
                low
                    ? new RocPoint(
                        -point.threshold(), point.truePositives(), point.falsePositives())
                    : point)
        .toList();
  }

  private static List<Discordant> discordant(ColumnPair pair, List<Judged> known) {
    return known.stream()
        .filter(unit -> Double.isNaN(unit.score()))
        .filter(unit -> unit.isDetermined() && unit.callClass() != unit.truthClass())
        .map(
            unit -> {
              ClinicalValue cell = unit.unit().truth(pair.truth()).orElseThrow();
              return new Discordant(
                  unit.unit().patientId(),
                  unit.unit().sampleId(),
                  unit.call(),
                  cell.value(),
                  unit.callClass() == WordClass.POSITIVE,
                  cell.where());
            })
        .sorted(Comparator.comparing(Discordant::patientId).thenComparing(Discordant::sampleId))
        .toList();
  }
}
