package org.cotarget.evaluation;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.cotarget.cohort.TruthTable;
import org.cotarget.report.SafePage;

/** Writes {@code evaluation.html}: one page without a script that needs no network. */
final class EvaluationHtml {

  private static final int CASES_SHOWN = 200;
  private static final int IDS_SHOWN = 200;

  /** What a subgroup is shown by: calls, then scores. */
  private static final List<Measure> OF_CALLS =
      List.of(
          Measure.SENSITIVITY,
          Measure.SPECIFICITY,
          Measure.PPV,
          Measure.NPV,
          Measure.KAPPA,
          Measure.UNDETERMINED_RATE);

  private static final List<Measure> OF_SCORES = List.of(Measure.AUROC, Measure.UNDETERMINED_RATE);

  private final Evaluation evaluation;
  private final EvaluationTables tables;

  EvaluationHtml(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.tables = new EvaluationTables(evaluation);
  }

  void write(Writer out) throws IOException {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    engine.render("evaluation.jte", page(), new WriterOutput(out));
  }

  private EvaluationPage page() throws IOException {
    String style = SafePage.style() + SafePage.resource(EvaluationHtml.class, "evaluation.css");
    String path = evaluation.truth().file().path();
    List<EvaluationPage.Section> sections = new ArrayList<>();
    for (PairResult pair : evaluation.pairs()) {
      sections.add(section("pair-" + (sections.size() + 1), pair));
    }
    return new EvaluationPage(
        path.substring(path.lastIndexOf('/') + 1),
        SafePage.policy(style, ""),
        style,
        evaluation,
        sections,
        evaluation.truth().unmatched().stream()
            .map(TruthTable.Unmatched::id)
            .limit(IDS_SHOWN)
            .toList(),
        evaluation.withoutTruth().stream().limit(IDS_SHOWN).toList());
  }

  private EvaluationPage.Section section(String id, PairResult pair) {
    List<Measure> shown = pair.score() ? OF_SCORES : OF_CALLS;
    return new EvaluationPage.Section(
        id,
        pair.pair().result() + " against " + pair.pair().truth(),
        explanation(pair),
        pair.all().estimates().stream().map(EvaluationHtml::line).toList(),
        confusion(pair.all()),
        RocFigure.of(pair),
        plots(pair),
        shown.stream().map(Measure::label).toList(),
        pair.groups().stream().skip(1).map(group -> subgroup(group, shown)).toList(),
        pair.discordant().stream()
            .limit(CASES_SHOWN)
            .map(
                patient ->
                    new EvaluationPage.Case(
                        patient, tables.evidence(pair.pair().result(), patient)))
            .toList(),
        Math.max(0, pair.discordant().size() - CASES_SHOWN));
  }

  private static List<String> explanation(PairResult pair) {
    GroupResult all = pair.all();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        all.units()
            + " with a truth: "
            + all.truthPositive()
            + " positive ("
            + String.join(", ", pair.truthPositive())
            + ") and "
            + (all.units() - all.truthPositive())
            + " negative ("
            + String.join(", ", pair.truthNegative())
            + "). "
            + pair.withoutTruth()
            + " of those joined have neither.");
    if (pair.score()) {
      sentences.add(
          (pair.lowIsPositive() ? "A low" : "A high")
              + " score speaks for positive. Units without a score are counted apart and enter no"
              + " area.");
    } else {
      sentences.add(
          "Calls that count as positive: "
              + String.join(", ", pair.callPositive())
              + "; as undetermined: "
              + (pair.callUndetermined().isEmpty()
                  ? "none"
                  : String.join(", ", pair.callUndetermined()))
              + ". Undetermined calls are counted apart and never as negative: sensitivity to kappa"
              + " are among determined calls.");
    }
    return sentences;
  }

  private static EvaluationPage.MeasureLine line(Estimate e) {
    boolean interval = !Double.isNaN(e.low());
    return new EvaluationPage.MeasureLine(
        e.measure().label(),
        e.isEstimable() ? Figures.shown(e, e.value()) : "not estimable",
        interval ? Figures.shown(e, e.low()) + " to " + Figures.shown(e, e.high()) : "",
        e.numerator() < 0 ? String.valueOf(e.denominator()) : e.numerator() + "/" + e.denominator(),
        e.method(),
        e.note().replaceFirst("^not estimable: ", ""),
        e.isEstimable(),
        at(e.value()),
        at(interval ? e.low() : e.value()),
        at(interval ? e.high() : e.value()));
  }

  private static String at(double share) {
    return Double.isNaN(share)
        ? "0"
        : String.format(Locale.ROOT, "%.1f", 100 * Math.max(0, Math.min(1, share)));
  }

  private static EvaluationPage.Confusion confusion(GroupResult group) {
    List<ConfusionCell> cells = group.confusion();
    List<String> truths =
        List.copyOf(new TreeSet<>(cells.stream().map(ConfusionCell::truth).toList()));
    Map<String, WordClass> calls = new LinkedHashMap<>();
    for (WordClass wanted : WordClass.values()) {
      cells.stream()
          .filter(cell -> cell.callClass() == wanted)
          .map(ConfusionCell::call)
          .sorted()
          .forEach(call -> calls.put(call, wanted));
    }
    List<EvaluationPage.ConfusionLine> lines = new ArrayList<>();
    calls.forEach(
        (call, callClass) ->
            lines.add(
                new EvaluationPage.ConfusionLine(
                    call,
                    callClass.name().toLowerCase(Locale.ROOT),
                    truths.stream().map(truth -> count(cells, call, truth)).toList())));
    return new EvaluationPage.Confusion(truths, lines);
  }

  private static EvaluationPage.ConfusionCount count(
      List<ConfusionCell> cells, String call, String truth) {
    return cells.stream()
        .filter(cell -> cell.call().equals(call) && cell.truth().equals(truth))
        .findFirst()
        .map(
            cell ->
                new EvaluationPage.ConfusionCount(
                    String.valueOf(cell.units()),
                    cell.callClass() == WordClass.UNDETERMINED
                            || cell.truthClass() == WordClass.UNDETERMINED
                        ? "open"
                        : cell.callClass() == cell.truthClass() ? "agree" : "differ"))
        .orElse(new EvaluationPage.ConfusionCount("0", "zero"));
  }

  private static List<IntervalPlot> plots(PairResult pair) {
    Map<String, List<CalibrationBin>> byScale = new LinkedHashMap<>();
    pair.calibration()
        .forEach(bin -> byScale.computeIfAbsent(bin.scale(), s -> new ArrayList<>()).add(bin));
    return byScale.entrySet().stream()
        .map(scale -> IntervalPlot.of(scale.getKey(), scale.getValue()))
        .toList();
  }

  private static EvaluationPage.Subgroup subgroup(GroupResult group, List<Measure> shown) {
    return new EvaluationPage.Subgroup(
        group.by(),
        group.group(),
        group.units(),
        shown.stream()
            .map(
                measure ->
                    group.estimates().stream()
                        .filter(e -> e.measure() == measure)
                        .reduce((first, second) -> second)
                        .map(Figures::withInterval)
                        .orElse("-"))
            .toList());
  }
}
