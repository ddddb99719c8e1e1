package org.cotarget.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.assess.Evidence;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.reference.Reference;
import org.cotarget.report.PatientResult.MadeDecision;

/** The results of a run, one patient at a time, so that a large cohort is never held twice. */
public final class RunResults implements Results {

  private final StratificationReport report;
  private final ResultsHeader header;
  private final CohortWords words;
  private final Map<String, List<AssessedSample>> samples;
  private final Map<String, List<MadeDecision>> decisions = new HashMap<>();

  /** Takes what a run found. */
  public RunResults(StratificationReport report, Reference reference) {
    this.report = report;
    this.header = ResultsHeader.of(report, reference);
    this.words = new CohortWords(reference.table("cohort_words"));
    this.samples =
        report.samples().stream().collect(Collectors.groupingBy(s -> s.sample().patientId()));
    for (CriteriaSummary criteria : report.criteria()) {
      for (PatientDecision made : report.decisions().getOrDefault(criteria.id(), List.of())) {
        decisions
            .computeIfAbsent(made.patientId(), id -> new ArrayList<>())
            .add(MadeDecision.of(made));
      }
    }
  }

  @Override
  public ResultsHeader header() {
    return header;
  }

  @Override
  public int size() {
    return report.cohort().patients().size();
  }

  @Override
  public Stream<PatientResult> patients() {
    return report.cohort().patients().stream().map(patient -> result(patient.id()));
  }

  private PatientResult result(String id) {
    return new PatientResult(
        id,
        decisions.getOrDefault(id, List.of()),
        samples.getOrDefault(id, List.of()).stream().map(this::sample).toList());
  }

  private SampleResult sample(AssessedSample assessed) {
    TumorSample sample = assessed.sample();
    String id = sample.id();
    return new SampleResult(
        id,
        sample.type(),
        report.subtypes().getOrDefault(id, ""),
        SampleResult.Receptors.of(assessed.receptors()),
        SampleResult.Pi3k.of(assessed.pi3k()),
        SampleResult.JakStat5.of(assessed.jakStat()),
        SampleResult.Expression.of(assessed.expression()),
        coverage(sample.coverage()),
        sample.receptors().stream().map(SampleResult.ReceptorValue::of).toList(),
        sample.proteins().stream().map(SampleResult.ProteinValue::of).toList(),
        variants(sample.variants(), report.variantTiers().getOrDefault(id, List.of())),
        sample.copyNumbers().stream().map(SampleResult.CopyNumber::of).toList(),
        evidence(assessed),
        words.kept(sample.clinical()),
        ClinicalRow.of(sample.clinical(), report.cohort().digestSalt()).orElse(null),
        report.ranks().get(id));
  }

  /** Axis by axis. */
  private static List<Evidence> evidence(AssessedSample sample) {
    return Stream.of(
            sample.receptors().evidence(), sample.pi3k().evidence(), sample.jakStat().evidence())
        .flatMap(List::stream)
        .toList();
  }

  private static List<SampleResult.Coverage> coverage(AssayCoverage coverage) {
    List<SampleResult.Coverage> layers = new ArrayList<>();
    for (AssayLayer layer : AssayLayer.values()) {
      AssayCoverage.Extent extent = coverage.layers().get(layer);
      if (extent != null) {
        layers.add(SampleResult.Coverage.of(layer, extent));
      }
    }
    return layers;
  }

  private static List<SampleResult.Variant> variants(
      List<SomaticVariant> read, List<String> tiers) {
    List<SampleResult.Variant> variants = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      variants.add(SampleResult.Variant.of(read.get(i), i < tiers.size() ? tiers.get(i) : "-"));
    }
    return variants;
  }
}
