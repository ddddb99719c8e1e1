package org.cotarget.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.assess.pi3k.Pi3kAssessment;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.pi3k.Pi3kEvent;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ReceptorPosterior;
import org.cotarget.expression.Score;
import org.cotarget.reference.Signature;

/** The rows of the five tables of one report. */
final class Tables {

  private static final String GENE_PREFIX = "MRNA_";

  private final StratificationReport report;
  private final String model;

  Tables(StratificationReport report) {
    this.report = report;
    this.model = report.expression().model().map(ExpressionModel::name).orElse("");
  }

  List<ScreeningRow> screening() {
    return report.criteria().stream()
        .flatMap(criteria -> report.decisions().getOrDefault(criteria.id(), List.of()).stream())
        .map(Tables::screeningRow)
        .toList();
  }

  List<CallRow> calls() {
    Map<String, PatientDecision> first = firstDecisions();
    return report.samples().stream()
        .map(s -> callRow(s, Optional.ofNullable(first.get(s.sample().patientId()))))
        .toList();
  }

  /**
   * Keys of the column groups of {@link CallRow}. The genes are always the same, so that tables of
   * several runs with one model can be joined.
   */
  Map<String, List<String>> callColumnGroups() {
    return Map.of(
        "genes",
        ExpressionModel.CALL_GENES.stream().sorted().map(gene -> GENE_PREFIX + gene).toList(),
        "signatures",
        report.expression().signatures().stream().map(Signature::id).toList());
  }

  List<EvidenceRow> evidence() {
    return evidenceRows().toList();
  }

  private Stream<EvidenceRow> evidenceRows() {
    return report.samples().stream()
        .flatMap(s -> evidenceOf(s).map(piece -> evidenceRow(s.sample(), piece)));
  }

  List<VariantRow> variants() {
    return allVariantRows().toList();
  }

  private Stream<VariantRow> allVariantRows() {
    return report.samples().stream().flatMap(s -> variantRows(s.sample()));
  }

  List<ProblemRow> problems() {
    return report.problems().stream().map(Tables::problemRow).toList();
  }

  /** The tables with a header and typed cells, in the order of the README. */
  List<ResultTable<?>> all() {
    return List.of(
        new ResultTable<>("screening", ScreeningRow.class, Map.of(), () -> screening().stream()),
        new ResultTable<>("calls", CallRow.class, callColumnGroups(), () -> calls().stream()),
        new ResultTable<>("evidence", EvidenceRow.class, Map.of(), this::evidenceRows),
        new ResultTable<>("variants", VariantRow.class, Map.of(), this::allVariantRows),
        new ResultTable<>("problems", ProblemRow.class, Map.of(), () -> problems().stream()));
  }

  /** All evidence of a sample, axis by axis. */
  static Stream<Evidence> evidenceOf(AssessedSample sample) {
    return Stream.of(
            sample.receptors().evidence(), sample.pi3k().evidence(), sample.jakStat().evidence())
        .flatMap(List::stream);
  }

  /** The tier of a sample's variant, {@code -} where it has none. */
  static String tier(StratificationReport report, String sampleId, int index) {
    List<String> tiers = report.variantTiers().getOrDefault(sampleId, List.of());
    return index < tiers.size() ? tiers.get(index) : "-";
  }

  private Map<String, PatientDecision> firstDecisions() {
    if (report.criteria().isEmpty()) {
      return Map.of();
    }
    return report.decisions().getOrDefault(report.criteria().get(0).id(), List.of()).stream()
        .collect(Collectors.toMap(PatientDecision::patientId, Function.identity()));
  }

  private static ScreeningRow screeningRow(PatientDecision made) {
    AssessedSample s = made.deciding();
    Pi3kAssessment pi3k = s.pi3k();
    return new ScreeningRow(
        made.patientId(),
        s.sample().id(),
        made.decision().criteriaId(),
        made.decision().decision().name(),
        made.decision().priority(),
        s.receptors().call().name(),
        pi3k.call().name(),
        pi3k.arm().name(),
        pi3k.score(),
        pi3k.tier().label(),
        pi3k.ptenMrna().name(),
        s.jakStat().call().name(),
        made.decision().reasons(),
        made.decision().nextTests(),
        s.receptors().er().name(),
        s.receptors().pr().name(),
        s.receptors().her2().name(),
        events(pi3k),
        pi3k.coverageComplete(),
        s.jakStat().level(),
        made.otherSamples(),
        made.decision().clinical().map(c -> c.outcome().name()).orElse("-"),
        made.decision().notAssessed());
  }

  private CallRow callRow(AssessedSample s, Optional<PatientDecision> made) {
    Pi3kAssessment pi3k = s.pi3k();
    AssayCoverage coverage = s.sample().coverage();
    return new CallRow(
        s.sample().patientId(),
        s.sample().id(),
        s.sample().type().name(),
        s.receptors().call().name(),
        pi3k.call().name(),
        pi3k.arm().name(),
        pi3k.score(),
        pi3k.tier().label(),
        pi3k.ptenMrna().name(),
        s.jakStat().call().name(),
        made.map(m -> m.decision().decision().name()).orElse(""),
        made.map(m -> m.decision().priority()).orElse(""),
        made.map(m -> m.deciding().sample().id()).orElse(""),
        made.map(m -> m.decision().reasons()).orElse(List.of()),
        made.map(m -> m.decision().nextTests()).orElse(List.of()),
        s.receptors().er().name(),
        s.receptors().pr().name(),
        s.receptors().her2().name(),
        s.receptors().reason(),
        s.receptors().rule(),
        events(pi3k),
        pi3k.reason(),
        pi3k.rule(),
        pi3k.ptenMrnaZ(),
        pi3k.coverageComplete(),
        covered(coverage, AssayLayer.SNV_INDEL),
        basis(coverage, AssayLayer.SNV_INDEL),
        covered(coverage, AssayLayer.COPY_NUMBER),
        basis(coverage, AssayLayer.COPY_NUMBER),
        s.jakStat().level(),
        s.jakStat().reason(),
        s.jakStat().immuneConfounded(),
        missingTests(s),
        s.expression().measured(),
        s.expression().measured() ? model : "",
        s.expression().refusal(),
        posterior(s, Receptor.ER),
        posterior(s, Receptor.PR),
        posterior(s, Receptor.HER2),
        discordance(s),
        geneCells(s),
        signatureCells(s));
  }

  private static double posterior(AssessedSample s, Receptor receptor) {
    return s.expression().receptor(receptor).map(ReceptorPosterior::posterior).orElse(Double.NaN);
  }

  private static List<String> discordance(AssessedSample s) {
    return s.receptors().evidence().stream()
        .filter(piece -> piece.source() == Source.EXPRESSION)
        .filter(piece -> piece.strength() == Strength.DISCORDANT)
        .map(Evidence::subject)
        .distinct()
        .toList();
  }

  private static Map<String, CallRow.GeneCells> geneCells(AssessedSample s) {
    Map<String, CallRow.GeneCells> cells = new LinkedHashMap<>();
    s.expression()
        .genes()
        .forEach(
            (gene, score) ->
                cells.put(
                    GENE_PREFIX + gene,
                    new CallRow.GeneCells(
                        score.value(), score.z(), score.percentile(), score.confidence().name())));
    return cells;
  }

  private static Map<String, CallRow.SignatureCells> signatureCells(AssessedSample s) {
    Map<String, CallRow.SignatureCells> cells = new LinkedHashMap<>();
    s.expression().signatures().forEach((id, score) -> cells.put(id, signatureCell(score)));
    return cells;
  }

  private static CallRow.SignatureCells signatureCell(Score score) {
    List<String> missing = score.missing();
    return new CallRow.SignatureCells(
        score.value(),
        score.z(),
        score.zWithinTnbc(),
        score.percentile(),
        score.genesUsed() + "/" + score.genesTotal(),
        score.confidence().name(),
        missing.isEmpty()
            ? ""
            : missing.size()
                + ": "
                + String.join(", ", missing.subList(0, Math.min(5, missing.size()))));
  }

  private static List<String> events(Pi3kAssessment pi3k) {
    return pi3k.events().stream().map(Tables::event).toList();
  }

  private static String event(Pi3kEvent event) {
    return event.gene() + " " + event.label() + " [" + event.tier().label() + "]";
  }

  private static List<String> covered(AssayCoverage coverage, AssayLayer layer) {
    return Pi3kAssessor.TRIAL_GENES.stream().filter(gene -> coverage.covers(layer, gene)).toList();
  }

  private static String basis(AssayCoverage coverage, AssayLayer layer) {
    AssayCoverage.Extent extent = coverage.layers().get(layer);
    return extent == null ? "" : extent.basis().name();
  }

  private static List<String> missingTests(AssessedSample s) {
    return Stream.of(s.receptors().missing(), s.pi3k().missing(), s.jakStat().missing())
        .flatMap(List::stream)
        .map(MissingTest::name)
        .distinct()
        .toList();
  }

  private static EvidenceRow evidenceRow(TumorSample sample, Evidence piece) {
    return new EvidenceRow(
        sample.patientId(),
        sample.id(),
        piece.axis().name(),
        piece.source().name(),
        piece.strength().name(),
        piece.subject(),
        piece.value(),
        piece.statement(),
        piece.rule(),
        piece.citation(),
        piece.where().path(),
        line(piece.where()),
        piece.where().column());
  }

  private Stream<VariantRow> variantRows(TumorSample sample) {
    Stream.Builder<VariantRow> rows = Stream.builder();
    for (int i = 0; i < sample.variants().size(); i++) {
      rows.add(variantRow(sample, sample.variants().get(i), tier(report, sample.id(), i)));
    }
    return rows.build();
  }

  private static VariantRow variantRow(TumorSample sample, SomaticVariant v, String tier) {
    return new VariantRow(
        sample.patientId(),
        sample.id(),
        v.gene(),
        v.assembly().label(),
        v.chrom(),
        v.position(),
        v.ref(),
        v.alt(),
        v.start(),
        v.consequence().term(),
        v.hgvsC(),
        v.hgvsP(),
        v.protein().map(ProteinChange::shortForm).orElse(""),
        v.transcript(),
        tier,
        reads(v.depth()),
        reads(v.alternateDepth()),
        v.alleleFraction(),
        v.filter(),
        v.annotation().name(),
        v.check().hgvsP(),
        v.check().agreement().name(),
        v.check().reason(),
        v.where().path(),
        line(v.where()));
  }

  private static ProblemRow problemRow(InputProblem problem) {
    return new ProblemRow(
        problem.severity().name(),
        problem.code(),
        problem.where().path(),
        line(problem.where()),
        problem.where().column(),
        problem.message(),
        problem.fix());
  }

  private static String reads(int count) {
    return count < 0 ? TableText.NOT_AVAILABLE : String.valueOf(count);
  }

  private static String line(SourceLocation where) {
    return where.line() > 0 ? String.valueOf(where.line()) : TableText.NOT_AVAILABLE;
  }
}
