package org.cotarget.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.eligibility.Decision;
import org.cotarget.report.FlowFigure.Course;
import org.cotarget.report.FlowFigure.Group;

/** What the report says of the cohort as a whole, counted by the first criteria file. */
final class CohortSummary {

  private static final int GENES_SHOWN = 10;

  private final StratificationReport report;
  private final List<PatientDecision> decisions;

  CohortSummary(StratificationReport report) {
    this.report = report;
    this.decisions =
        report.criteria().isEmpty()
            ? List.of()
            : report.decisions().getOrDefault(report.criteria().get(0).id(), List.of());
  }

  List<HtmlPage.KeyNumber> keyNumbers() {
    int patients = report.cohort().patients().size();
    return List.of(
        new HtmlPage.KeyNumber(
            "Patients", patients, report.samples().size() + " tumour samples", ""),
        new HtmlPage.KeyNumber(
            "TNBC",
            count(s -> s.receptors().call() == TnbcCall.TNBC),
            "and " + count(s -> s.receptors().call() == TnbcCall.TNBC_PROBABLE) + " probable",
            ""),
        decided(Decision.CANDIDATE, priorities()),
        decided(Decision.POSSIBLE_CANDIDATE, "evidence incomplete or weaker"),
        decided(Decision.INDETERMINATE, "a missing test decides"),
        decided(Decision.NOT_CANDIDATE, "excluded by a result"));
  }

  FlowFigure flow() {
    return FlowFigure.of(decisions.stream().map(CohortSummary::course).toList());
  }

  List<HtmlPage.Chart> charts() {
    return List.of(
        chart(
            "Candidates by priority",
            candidatePriorities().keySet().stream().map(p -> "Priority " + p).toList(),
            candidatePriorities().values().stream().toList()),
        calls("Triple-negative call", TnbcCall.values(), s -> s.receptors().call()),
        calls("PI3K call", Pi3kCall.values(), s -> s.pi3k().call()),
        calls("JAK2/STAT5", JakStatCall.values(), s -> s.jakStat().call()),
        chart(
            "Genomic tier",
            Arrays.stream(GenomicTier.values()).map(GenomicTier::label).toList(),
            Arrays.stream(GenomicTier.values())
                .map(t -> count(s -> s.pi3k().tier() == t))
                .toList()),
        calls("Drug class argued for", Pi3kArm.values(), s -> s.pi3k().arm()),
        genes());
  }

  /** Tells how many samples each kind of test covered, and how that is known. */
  List<HtmlPage.CoverageLine> coverage() {
    List<HtmlPage.CoverageLine> lines = new ArrayList<>();
    for (Receptor receptor : Receptor.values()) {
      lines.add(
          covered(
              receptor + " result",
              s -> s.receptors().stream().anyMatch(r -> r.receptor() == receptor),
              s -> Optional.empty()));
    }
    lines.add(
        covered(
            "Small variants in PIK3CA, AKT1 and PTEN",
            s ->
                Pi3kAssessor.TRIAL_GENES.stream()
                    .allMatch(gene -> s.coverage().covers(AssayLayer.SNV_INDEL, gene)),
            s -> basis(s, AssayLayer.SNV_INDEL)));
    for (String gene : List.of("PTEN", "JAK2")) {
      lines.add(
          covered(
              "Copy number of " + gene,
              s -> s.coverage().covers(AssayLayer.COPY_NUMBER, gene),
              s -> basis(s, AssayLayer.COPY_NUMBER)));
    }
    lines.add(
        covered(
            "PTEN immunohistochemistry",
            s -> s.proteins().stream().anyMatch(p -> p.protein() == ProteinResult.Protein.PTEN),
            s -> Optional.empty()));
    long measured = report.samples().stream().filter(s -> s.expression().measured()).count();
    lines.add(line("Expression", (int) measured, report.expression().unit()));
    return lines;
  }

  /** Counts by decision for each criteria file. */
  List<HtmlPage.CriteriaLine> criteria() {
    return report.criteria().stream()
        .map(
            file -> {
              List<PatientDecision> made = report.decisions().getOrDefault(file.id(), List.of());
              return new HtmlPage.CriteriaLine(
                  file,
                  Arrays.stream(Decision.values())
                      .map(
                          d ->
                              (int) made.stream().filter(m -> m.decision().decision() == d).count())
                      .toList());
            })
        .toList();
  }

  private HtmlPage.KeyNumber decided(Decision decision, String note) {
    long patients = decisions.stream().filter(m -> m.decision().decision() == decision).count();
    return new HtmlPage.KeyNumber(
        Wording.of(decision.name()),
        (int) patients,
        note,
        decision.name().toLowerCase(Locale.ROOT));
  }

  private String priorities() {
    return candidatePriorities().isEmpty()
        ? "triple-negative and PI3K active"
        : candidatePriorities().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ", "priority ", ""));
  }

  private Map<String, Integer> candidatePriorities() {
    Map<String, Integer> counts = new TreeMap<>();
    decisions.stream()
        .filter(m -> m.decision().decision() == Decision.CANDIDATE)
        .forEach(m -> counts.merge(m.decision().priority(), 1, Integer::sum));
    return counts;
  }

  private static Course course(PatientDecision made) {
    TnbcCall tnbc = made.deciding().receptors().call();
    Decision decision = made.decision().decision();
    return new Course(
        List.of(
            new Group(0, "All patients", ""),
            switch (tnbc) {
              case TNBC -> new Group(0, Wording.of(tnbc.name()), "");
              case TNBC_PROBABLE -> new Group(1, Wording.of(tnbc.name()), "");
              case INDETERMINATE -> new Group(2, Wording.of(tnbc.name()), "");
              case NOT_TNBC -> new Group(3, Wording.of(tnbc.name()), "");
            },
            switch (made.deciding().pi3k().call()) {
              case ACTIVE_HIGH, ACTIVE_MODERATE -> new Group(0, "Active", "");
              case PROBABLE, POSSIBLE -> new Group(1, "Probable or possible", "");
              case INSUFFICIENT -> new Group(2, "Insufficient data", "");
              case NOT_DETECTED -> new Group(3, "Not detected", "");
            },
            new Group(
                List.of(Decision.values()).indexOf(decision),
                Wording.of(decision.name()),
                decision.name().toLowerCase(Locale.ROOT))),
        decision);
  }

  private int count(Predicate<AssessedSample> wanted) {
    return (int) decisions.stream().map(PatientDecision::deciding).filter(wanted).count();
  }

  private <E extends Enum<E>> HtmlPage.Chart calls(
      String title, E[] constants, Function<AssessedSample, E> call) {
    return chart(
        title,
        Arrays.stream(constants).map(c -> Wording.of(c.name())).toList(),
        Arrays.stream(constants).map(c -> count(s -> call.apply(s) == c)).toList());
  }

  private HtmlPage.Chart genes() {
    Map<String, Integer> patients = new TreeMap<>();
    for (PatientDecision made : decisions) {
      made.deciding().pi3k().events().stream()
          .map(e -> e.gene())
          .distinct()
          .forEach(gene -> patients.merge(gene, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> top =
        patients.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(GENES_SHOWN)
            .toList();
    return chart(
        "PI3K events by gene",
        top.stream().map(Map.Entry::getKey).toList(),
        top.stream().map(Map.Entry::getValue).toList());
  }

  private HtmlPage.Chart chart(String title, List<String> labels, List<Integer> counts) {
    int all = Math.max(1, decisions.size());
    int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
    List<HtmlPage.Bar> bars = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int count = counts.get(i);
      bars.add(
          new HtmlPage.Bar(
              labels.get(i),
              count,
              percent(count, all),
              String.format(Locale.ROOT, "%.1f", 100.0 * count / most)));
    }
    return new HtmlPage.Chart(title, bars);
  }

  private HtmlPage.CoverageLine covered(
      String label,
      Predicate<TumorSample> wanted,
      Function<TumorSample, Optional<AssayCoverage.Basis>> basis) {
    List<TumorSample> samples =
        report.samples().stream().map(AssessedSample::sample).filter(wanted).toList();
    Map<String, Long> bases = new LinkedHashMap<>();
    TreeSet<AssayCoverage.Basis> known =
        samples.stream()
            .flatMap(s -> basis.apply(s).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (AssayCoverage.Basis b : known) {
      bases.put(
          Wording.of(b.name()).toLowerCase(Locale.ROOT),
          samples.stream().flatMap(s -> basis.apply(s).stream()).filter(b::equals).count());
    }
    return line(
        label,
        samples.size(),
        bases.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ")));
  }

  private HtmlPage.CoverageLine line(String label, int samples, String basis) {
    int all = report.samples().size();
    String width = all == 0 ? "0" : String.format(Locale.ROOT, "%.1f", 100.0 * samples / all);
    return new HtmlPage.CoverageLine(label, samples, percent(samples, all), width, basis);
  }

  private static String percent(int part, int all) {
    if (all == 0) {
      return "";
    }
    double percent = 100.0 * part / all;
    return part > 0 && percent < 1 ? "<1%" : String.format(Locale.ROOT, "%.0f%%", percent);
  }

  private static Optional<AssayCoverage.Basis> basis(TumorSample sample, AssayLayer layer) {
    return Stream.ofNullable(sample.coverage().layers().get(layer))
        .map(AssayCoverage.Extent::basis)
        .findFirst();
  }
}
