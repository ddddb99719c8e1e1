package org.cotarget.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ExpressionReadout;
import org.cotarget.expression.ScoreScale;
import org.cotarget.expression.TwoComponents;
import org.cotarget.reference.Citation;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.GeneSpans;
import org.cotarget.reference.HotspotPositions;
import org.cotarget.reference.PanelTranscripts;
import org.cotarget.reference.ReceptorVocabulary;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceFile;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.ScoreValidity;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Thresholds;
import org.cotarget.reference.Trial;
import org.cotarget.reference.VariantVocabulary;

/** Builds a report whose patients go through the branches of the decision in turn. */
public final class ExampleReport {

  static final String SHA = "0123456789abcdef".repeat(4);

  private static final Reference BUNDLED = ReferenceLoader.bundled();

  static final String DISCLAIMER =
      "Research use only. Not a diagnostic device; not for treatment decisions.";

  static final RunInfo RUN =
      new RunInfo(
          List.of("run", "--study", "demo", "--out", "results"),
          Instant.parse("2026-01-02T03:04:05Z"),
          Instant.parse("2026-01-02T03:04:07Z"),
          "17.0.1",
          List.of(new RunInfo.Stage("read inputs", Duration.ofMillis(1234))),
          List.of());

  private final List<String> ids = new ArrayList<>();
  private final List<InputProblem> problems = new ArrayList<>();
  private String text = "";
  private List<CriteriaSummary> criteria =
      List.of(
          new CriteriaSummary("dual-pi3k-jak2", "Dual PI3K/JAK2 inhibition", "1", "built-in", SHA));

  /** One patient for each branch: {@code CT-001} candidate to {@code CT-005} indeterminate. */
  public static StratificationReport five() {
    return new ExampleReport().patients(5).build();
  }

  public ExampleReport patients(int count) {
    IntStream.rangeClosed(1, count)
        .mapToObj(i -> String.format(Locale.ROOT, "CT-%03d", i))
        .forEach(ids::add);
    return this;
  }

  public ExampleReport patient(String id) {
    ids.add(id);
    return this;
  }

  /** Puts the text wherever an input or a criteria file could bring text of its own. */
  public ExampleReport withText(String hostile) {
    this.text = hostile;
    return this;
  }

  /** Adds a problem to those that every example has. */
  ExampleReport withProblem(InputProblem problem) {
    problems.add(problem);
    return this;
  }

  public ExampleReport withSecondCriteria() {
    criteria =
        List.of(
            criteria.get(0),
            new CriteriaSummary("trial-x", "Trial X" + text, "2", "trial-x.yaml", SHA));
    return this;
  }

  /** Criteria files of these ids instead of the first one. */
  public ExampleReport withCriteria(String... criteriaIds) {
    criteria =
        Stream.of(criteriaIds)
            .map(id -> new CriteriaSummary(id, "Trial " + id, "1", id + ".yaml", SHA))
            .toList();
    return this;
  }

  public StratificationReport build() {
    List<AssessedSample> samples = new ArrayList<>();
    Map<String, List<PatientDecision>> decisions = new LinkedHashMap<>();
    Map<String, List<String>> tiers = new LinkedHashMap<>();
    List<Patient> patients = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      ExamplePatient patient = new ExamplePatient(ids.get(i), i % 5, text);
      List<AssessedSample> own = patient.samples();
      samples.addAll(own);
      patients.add(new Patient(ids.get(i), own.stream().map(AssessedSample::sample).toList()));
      for (AssessedSample sample : own) {
        tiers.put(sample.sample().id(), tiers(sample.sample()));
      }
      for (CriteriaSummary file : criteria) {
        decisions
            .computeIfAbsent(file.id(), id -> new ArrayList<>())
            .add(patient.decision(file.id(), own));
      }
    }
    return new StratificationReport(
        "0.1.0",
        "2026.1",
        new Cohort(
            patients,
            Optional.empty(),
            List.of(
                new InputFile("demo/data_clinical_sample.txt" + text, "clinical", SHA, 5, text),
                new InputFile("demo/data_mutations.txt", "MAF", SHA, 12, "GRCh37 by NCBI_Build"))),
        new ExpressionReadout(
            Map.of(),
            reference().signatures(),
            "log2",
            "as supplied",
            Optional.of(model()),
            ExpressionReadout.Origin.FITTED,
            List.of("a note" + text)),
        samples,
        decisions,
        criteria,
        tiers,
        Map.of(),
        Map.of(),
        List.of(
            new Setting("copy-number.amplification.gistic", "2", "amplified", "default"),
            new Setting("copy-number.amplification.log2", "1", "amplified", "default"),
            new Setting("copy-number.deep-loss.gistic", "-2", "deep deletion", "default"),
            new Setting("copy-number.deep-loss.log2", "-1", "deep deletion", "default"),
            new Setting("er-low", "strict", "ER 1-10% is not negative", "ALL20"),
            new Setting("expression.pten-low-z", "-1.5", "PTEN mRNA is low" + text, "default")),
        List.of("G1 in 12% of TNBC, outside the published 20-40%" + text),
        problems());
  }

  private List<InputProblem> problems() {
    List<InputProblem> all = new ArrayList<>(problems);
    all.addAll(
        List.of(
            new InputProblem(
                InputProblem.Severity.WARNING,
                "VALUE_UNKNOWN",
                new SourceLocation("demo/data_clinical_sample.txt", 7, "ER_STATUS" + text),
                "ER status \"Perhaps\" is not known" + text,
                "add it to a mapping file"),
            new InputProblem(
                InputProblem.Severity.NOTE,
                "ASSEMBLY_READ",
                SourceLocation.ofFile("demo/data_mutations.txt"),
                "coordinates are GRCh37",
                "nothing to do")));
    return all;
  }

  private ExpressionModel model() {
    return new ExpressionModel(
        ExpressionModel.FORMAT,
        "example",
        "1",
        "an example" + text,
        "Apache-2.0",
        "design_default",
        SHA,
        "0.1.0",
        "nowhere" + text,
        "none" + text,
        ExpressionMatrix.Unit.LOG2,
        "as supplied",
        new ExpressionModel.FittedOn(SHA, 120, 60, 60, 0, 40, 20_000),
        Map.of(
            "expression.min-reference",
            25.0,
            "expression.min-low-confidence",
            10.0,
            "expression.min-receptor-share",
            0.1),
        List.of(5.0, 25.0, 50.0, 75.0, 95.0),
        List.of(new ExpressionModel.Gene("PTEN", 120, 5.25, 0.5, 5.2, 0.4)),
        null,
        reference().signatures(),
        List.of(
            new ExpressionModel.ScoreReference(
                "PTEN",
                "mean/SD",
                new ScoreScale(5.25, 0.5, 120, List.of(4.4, 4.9, 5.2, 5.6, 6.1)),
                null)),
        List.of(
            new ExpressionModel.ReceptorMixture(
                Receptor.ER,
                "ESR1",
                120,
                "",
                new TwoComponents(2, 0.8, 9, 1.1, 0.6, 500, 400, 7.3)),
            new ExpressionModel.ReceptorMixture(Receptor.PR, "PGR", 0, "not in it", null)),
        null);
  }

  private static List<String> tiers(TumorSample sample) {
    return sample.variants().stream()
        .map(variant -> variant.gene().equals("TP53") ? "-" : "G1")
        .toList();
  }

  static Reference reference() {
    return new Reference(
        "2026.1",
        Map.of(
            "ALL20", new Citation("ALL20", "Allison 2020, J Clin Oncol", "doi:10.1200/x", "v"),
            "CHA18", new Citation("CHA18", "Chang 2018, Cancer Discov", "", "v"),
            "BAR15", new Citation("BAR15", "Barrett 2015", "", "v")),
        BUNDLED.panel(),
        new org.cotarget.reference.GeneNames(new GenePanel(List.of(), Map.of()), List.of()),
        BUNDLED.hotspots(),
        new HotspotPositions(List.of()),
        new PanelTranscripts(List.of()),
        new GeneSpans(List.of()),
        List.of(),
        new ReceptorVocabulary(List.of(), List.of(), java.util.Set.of()),
        new VariantVocabulary(Map.of(), List.of()),
        new Thresholds(List.of()),
        Map.of(
            "prevalence_bands",
            BUNDLED.table("prevalence_bands"),
            "cohort_words",
            BUNDLED.table("cohort_words")),
        List.of(
            new Signature(
                "PROGENY_PI3K",
                "PROGENy PI3K",
                Signature.Method.WEIGHTED_SUM,
                Map.of("MLANA", -9.99),
                "context",
                "Apache-2.0",
                "SCH18"),
            new Signature(
                "STAT5_PANEL",
                "STAT5 targets",
                Signature.Method.MEAN_Z,
                Map.of("CISH", 1.0, "SOCS2", 1.0),
                "jak_stat5",
                "facts",
                "BRI12")),
        List.of(
            new ScoreValidity(
                "three signatures mean z",
                "PROGENY_PI3K;HALLMARK_MTORC1",
                "PTEN 10q loss",
                "ER-",
                0.5,
                0.37,
                0.64,
                32,
                73),
            new ScoreValidity(
                "low PTEN mRNA",
                "PTEN_MRNA",
                "PTEN 10q loss",
                "ER-",
                0.72,
                Double.NaN,
                Double.NaN,
                -1,
                -1)),
        List.of(new Trial("T", "NCT0", "d", "p", "r", "negative", "ALL20", "v")),
        DISCLAIMER,
        List.of(new ReferenceFile("rules/thresholds.tsv", "1", "t", "CC0", "ALL20", SHA)));
  }
}
