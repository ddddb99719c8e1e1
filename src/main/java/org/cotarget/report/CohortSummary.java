package org.cotarget.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.eligibility.Decision;
import org.cotarget.report.FlowFigure.Course;
import org.cotarget.report.FlowFigure.Group;

/**
 * What the report says of the decisions on the cohort as a whole: by the first criteria file, and
 * for each patient by the sample that her decision rests on. Patients are added one at a time, so
 * that of each only a few words are held.
 */
final class CohortSummary {

  private static final int GENES_SHOWN = 10;

  /** What is counted of one patient. */
  private record Counted(
      Decision decision,
      String priority,
      TnbcCall tnbc,
      Pi3kCall pi3k,
      Pi3kArm arm,
      String tier,
      JakStatCall jakStat,
      Set<String> genes) {}

  private final List<CriteriaSummary> files;
  private final List<Counted> counted = new ArrayList<>();
  private final List<Map<Decision, Integer>> byFile = new ArrayList<>();
  private int patients;
  private int samples;

  CohortSummary(List<CriteriaSummary> files) {
    this.files = List.copyOf(files);
    files.forEach(file -> byFile.add(new EnumMap<>(Decision.class)));
  }

  void add(PatientResult patient) {
    patients++;
    samples += patient.samples().size();
    for (int i = 0; i < patient.decisions().size(); i++) {
      byFile.get(i).merge(patient.decisions().get(i).decision(), 1, Integer::sum);
    }
    Optional<PatientResult.MadeDecision> first = patient.decisions().stream().findFirst();
    first
        .flatMap(made -> patient.sample(made.sample()).map(deciding -> counted(made, deciding)))
        .ifPresent(counted::add);
  }

  private static Counted counted(PatientResult.MadeDecision made, SampleResult deciding) {
    return new Counted(
        made.decision(),
        made.priority(),
        deciding.receptors().call(),
        deciding.pi3k().call(),
        deciding.pi3k().arm(),
        deciding.pi3k().tier(),
        deciding.jakStat5().call(),
        deciding.pi3k().events().stream()
            .map(SampleResult.Event::gene)
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  int patients() {
    return patients;
  }

  List<HtmlPage.KeyNumber> keyNumbers() {
    return List.of(
        new HtmlPage.KeyNumber("Patients", patients, samples + " tumour samples", ""),
        new HtmlPage.KeyNumber(
            "TNBC",
            count(c -> c.tnbc() == TnbcCall.TNBC),
            "and " + count(c -> c.tnbc() == TnbcCall.TNBC_PROBABLE) + " probable",
            ""),
        decided(Decision.CANDIDATE, priorities()),
        decided(Decision.POSSIBLE_CANDIDATE, "evidence incomplete or weaker"),
        decided(Decision.INDETERMINATE, "a missing test decides"),
        decided(Decision.NOT_CANDIDATE, "excluded by a result"));
  }

  FlowFigure flow() {
    return FlowFigure.of(counted.stream().map(CohortSummary::course).toList());
  }

  List<HtmlPage.Chart> charts() {
    Map<String, Integer> priorities = candidatePriorities();
    return List.of(
        chart(
            "Candidates by priority",
            priorities.keySet().stream().map(p -> "Priority " + p).toList(),
            List.copyOf(priorities.values())),
        calls("Triple-negative call", TnbcCall.values(), Counted::tnbc),
        calls("PI3K call", Pi3kCall.values(), Counted::pi3k),
        calls("JAK2/STAT5", JakStatCall.values(), Counted::jakStat),
        chart(
            "Genomic tier",
            Arrays.stream(GenomicTier.values()).map(GenomicTier::label).toList(),
            Arrays.stream(GenomicTier.values())
                .map(tier -> count(c -> c.tier().equals(tier.label())))
                .toList()),
        calls("Drug class argued for", Pi3kArm.values(), Counted::arm),
        genes());
  }

  /** Counts by decision for each criteria file. */
  List<HtmlPage.CriteriaLine> criteria() {
    List<HtmlPage.CriteriaLine> lines = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Map<Decision, Integer> made = byFile.get(i);
      lines.add(
          new HtmlPage.CriteriaLine(
              files.get(i),
              Arrays.stream(Decision.values()).map(d -> made.getOrDefault(d, 0)).toList()));
    }
    return lines;
  }

  private HtmlPage.KeyNumber decided(Decision decision, String note) {
    return new HtmlPage.KeyNumber(
        Wording.of(decision.name()),
        count(c -> c.decision() == decision),
        note,
        decision.name().toLowerCase(Locale.ROOT));
  }

  private String priorities() {
    Map<String, Integer> priorities = candidatePriorities();
    return priorities.isEmpty()
        ? "triple-negative and PI3K active"
        : priorities.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", ", "priority ", ""));
  }

  private Map<String, Integer> candidatePriorities() {
    Map<String, Integer> counts = new TreeMap<>();
    counted.stream()
        .filter(c -> c.decision() == Decision.CANDIDATE)
        .forEach(c -> counts.merge(c.priority(), 1, Integer::sum));
    return counts;
  }

  private static Course course(Counted patient) {
    TnbcCall tnbc = patient.tnbc();
    Decision decision = patient.decision();
    return new Course(
        List.of(
            new Group(0, "All patients", ""),
            switch (tnbc) {
              case TNBC -> new Group(0, Wording.of(tnbc.name()), "");
              case TNBC_PROBABLE -> new Group(1, Wording.of(tnbc.name()), "");
              case INDETERMINATE -> new Group(2, Wording.of(tnbc.name()), "");
              case NOT_TNBC -> new Group(3, Wording.of(tnbc.name()), "");
            },
            switch (patient.pi3k()) {
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

  private int count(Predicate<Counted> wanted) {
    return (int) counted.stream().filter(wanted).count();
  }

  private <E extends Enum<E>> HtmlPage.Chart calls(
      String title, E[] constants, Function<Counted, E> call) {
    return chart(
        title,
        Arrays.stream(constants).map(c -> Wording.of(c.name())).toList(),
        Arrays.stream(constants).map(c -> count(s -> call.apply(s) == c)).toList());
  }

  private HtmlPage.Chart genes() {
    Map<String, Integer> byGene = new LinkedHashMap<>();
    for (Counted patient : counted) {
      patient.genes().forEach(gene -> byGene.merge(gene, 1, Integer::sum));
    }
    List<Map.Entry<String, Integer>> top =
        byGene.entrySet().stream()
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
    int most = Math.max(1, counts.stream().mapToInt(Integer::intValue).max().orElse(1));
    List<HtmlPage.Bar> bars = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int count = counts.get(i);
      bars.add(
          new HtmlPage.Bar(
              labels.get(i),
              count,
              PageText.percent(count, Math.max(1, counted.size())),
              PageText.number(100.0 * count / most)));
    }
    return new HtmlPage.Chart(title, bars);
  }
}
