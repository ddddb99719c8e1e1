package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TruthTable;
import org.cotarget.reference.DecisionTable;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.ResultFolderException;
import org.cotarget.report.StoredResults;

/** Holds a result folder against a truth table. */
public final class Evaluator {

  /** More subgroups than a person reads; a column of numbers or ids was named by mistake. */
  private static final int MOST_GROUPS = 50;

  private final DecisionTable wordTable;

  /** Takes {@code rules/evaluation_words.tsv}. */
  public Evaluator(DecisionTable wordTable) {
    this.wordTable = wordTable;
  }

  /**
   * Compares.
   *
   * @param problems takes what is wrong with the truth table or with what is asked of it
   * @return empty, with an error, where nothing can be compared
   * @throws ResultFolderException when the evidence of discordant patients cannot be read
   */
  public Optional<Evaluation> evaluate(
      StoredResults results, TruthTable truth, EvaluationRequest request, InputProblems problems)
      throws ResultFolderException {
    Optional<String> criteria = criteria(results, request.criteria(), problems);
    Words words = new Words(wordTable, request);
    PairChoice choice = new PairChoice(results, truth, words, problems);
    List<ColumnPair> pairs = choice.pairs(request.pairs());
    UnitJoin join = new UnitJoin(results, criteria.orElse(""));
    List<Unit> units = join.units(truth, problems);
    List<String> by = groups(choice, request, units, problems);
    if (!problems.hasErrors()) {
      Set<String> scores =
          pairs.stream()
              .map(ColumnPair::result)
              .filter(choice::isScore)
              .collect(Collectors.toSet());
      new NamedWords(request, problems).check(pairs, scores, results, truth, words);
    }
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    join.reportOthers(pairs, units, problems);
    Bootstrap bootstrap = new Bootstrap(request.replicates(), request.seed());
    PairMeasures measures = new PairMeasures(words, request, bootstrap, problems);
    List<PairResult> measured = new ArrayList<>();
    for (ColumnPair pair : pairs) {
      measured.add(measures.measure(pair, choice.isScore(pair.result()), units, by));
    }
    List<String> without = join.without(units);
    if (!without.isEmpty()) {
      problems.note(
          "RESULTS_WITHOUT_TRUTH",
          SourceLocation.ofFile(truth.file().path()),
          without.size() + " patients of the results are not in the truth table",
          "nothing, where their truth is not known");
    }
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new Evaluation(
            results.header(),
            criteria.orElse(""),
            truth,
            units.size(),
            without,
            bootstrap.method(),
            measured,
            evidence(results, measured),
            problems.sorted()));
  }

  private static Optional<String> criteria(
      StoredResults results, Optional<String> asked, InputProblems problems) {
    List<String> ids = results.header().criteria().stream().map(CriteriaSummary::id).toList();
    if (asked.isPresent() && !ids.contains(asked.get())) {
      problems.error(
          "CRITERIA_NOT_IN_RESULTS",
          SourceLocation.ofFile("screening.tsv"),
          "the results have no decision by " + asked.get(),
          "name one of " + String.join(", ", ids));
      return Optional.empty();
    }
    return asked.or(() -> ids.stream().findFirst());
  }

  private static List<String> groups(
      PairChoice choice, EvaluationRequest request, List<Unit> units, InputProblems problems) {
    List<String> columns = new ArrayList<>();
    for (String name : request.by()) {
      Optional<String> column = choice.column(name, "--by");
      if (column.isEmpty()) {
        continue;
      }
      long groups =
          units.stream().map(unit -> PairMeasures.word(unit, column.get())).distinct().count();
      if (groups > MOST_GROUPS) {
        problems.error(
            "SUBGROUPS_TOO_MANY",
            SourceLocation.ofFile("--by").atColumn(column.get()),
            column.get() + " has " + groups + " different values",
            "name a column of at most " + MOST_GROUPS + " words; cut numbers into groups first");
      } else if (!columns.contains(column.get())) {
        columns.add(column.get());
      }
    }
    return columns;
  }

  private static Map<String, List<Map<String, String>>> evidence(
      StoredResults results, List<PairResult> measured) throws ResultFolderException {
    Set<String> samples =
        measured.stream()
            .flatMap(pair -> pair.discordant().stream())
            .map(Discordant::sampleId)
            .collect(Collectors.toSet());
    Map<String, List<Map<String, String>>> bySample = new LinkedHashMap<>();
    if (!samples.isEmpty()) {
      for (Map<String, String> row : results.evidence(samples)) {
        bySample
            .computeIfAbsent(row.getOrDefault("SAMPLE_ID", ""), id -> new ArrayList<>())
            .add(row);
      }
    }
    return bySample;
  }
}
