package org.cotarget.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotarget.assess.Axis;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.eligibility.NextTest;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ReceptorPosterior;
import org.cotarget.report.PatientResult.MadeDecision;

/** The rows of the five tables of one cohort. */
final class Tables {

  private static final String GENE_PREFIX = "MRNA_";

  private final Results results;
  private final ResultsHeader header;

  Tables(Results results) {
    this.results = results;
    this.header = results.header();
  }

  /** Screening rows, criteria file by criteria file. */
  Stream<ScreeningRow> screening() {
    return IntStream.range(0, header.criteria().size())
        .boxed()
        .flatMap(criteria -> results.patients().flatMap(p -> screening(p, criteria)));
  }

  Stream<CallRow> calls() {
    return results.patients().flatMap(this::calls);
  }

  Stream<EvidenceRow> evidence() {
    return results.patients().flatMap(this::evidence);
  }

  Stream<VariantRow> variants() {
    return results.patients().flatMap(this::variants);
  }

  Stream<ProblemRow> problems() {
    return header.problems().stream().map(Tables::problemRow);
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
        header.signatures().stream().map(ResultsHeader.SignatureSummary::id).toList());
  }

  /** The tables with a header and typed cells, in the order of the README. */
  List<ResultTable<?>> all() {
    return List.of(
        new ResultTable<>("screening", ScreeningRow.class, Map.of(), this::screening),
        new ResultTable<>("calls", CallRow.class, callColumnGroups(), this::calls),
        new ResultTable<>("evidence", EvidenceRow.class, Map.of(), this::evidence),
        new ResultTable<>("variants", VariantRow.class, Map.of(), this::variants),
        new ResultTable<>("problems", ProblemRow.class, Map.of(), this::problems));
  }

  /** The decision of one criteria file on a patient. */
  Stream<ScreeningRow> screening(PatientResult patient, int criteria) {
    String id = header.criteria().get(criteria).id();
    return patient.decisions().stream()
        .filter(made -> made.criteria().equals(id))
        .flatMap(
            made ->
                patient.sample(made.sample()).stream().map(s -> screeningRow(patient, made, s)));
  }

  Stream<CallRow> calls(PatientResult patient) {
    return patient.samples().stream().map(sample -> callRow(patient, sample));
  }

  Stream<EvidenceRow> evidence(PatientResult patient) {
    return patient.samples().stream()
        .flatMap(
            sample -> sample.evidence().stream().map(piece -> evidenceRow(patient, sample, piece)));
  }

  Stream<VariantRow> variants(PatientResult patient) {
    return patient.samples().stream()
        .flatMap(sample -> sample.variants().stream().map(v -> variantRow(patient, sample, v)));
  }

  private static ScreeningRow screeningRow(
      PatientResult patient, MadeDecision made, SampleResult s) {
    SampleResult.Pi3k pi3k = s.pi3k();
    CriterionResult clinical = made.clinical();
    return new ScreeningRow(
        patient.id(),
        s.id(),
        made.criteria(),
        made.decision().name(),
        made.priority(),
        s.receptors().call().name(),
        pi3k.call().name(),
        pi3k.arm().name(),
        pi3k.score(),
        pi3k.tier(),
        pi3k.ptenMrna().name(),
        s.jakStat5().call().name(),
        made.reasons(),
        texts(made),
        s.receptors().er().name(),
        s.receptors().pr().name(),
        s.receptors().her2().name(),
        events(pi3k),
        pi3k.coverageComplete(),
        s.jakStat5().level(),
        made.otherSamples(),
        clinical == null ? "-" : clinical.outcome().name(),
        made.notAssessed());
  }

  private CallRow callRow(PatientResult patient, SampleResult s) {
    SampleResult.Pi3k pi3k = s.pi3k();
    SampleResult.Expression expression = s.expression();
    MadeDecision made = patient.decisions().isEmpty() ? null : patient.decisions().get(0);
    return new CallRow(
        patient.id(),
        s.id(),
        s.type().name(),
        s.receptors().call().name(),
        pi3k.call().name(),
        pi3k.arm().name(),
        pi3k.score(),
        pi3k.tier(),
        pi3k.ptenMrna().name(),
        s.jakStat5().call().name(),
        made == null ? "" : made.decision().name(),
        made == null ? "" : made.priority(),
        made == null ? "" : made.sample(),
        made == null ? List.of() : made.reasons(),
        made == null ? List.of() : texts(made),
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
        covered(s, AssayLayer.SNV_INDEL),
        basis(s, AssayLayer.SNV_INDEL),
        covered(s, AssayLayer.COPY_NUMBER),
        basis(s, AssayLayer.COPY_NUMBER),
        s.jakStat5().level(),
        s.jakStat5().reason(),
        s.jakStat5().immuneConfounded(),
        missingTests(s),
        expression.measured(),
        expression.measured() ? header.expression().model().name() : "",
        expression.refusal(),
        posterior(expression, Receptor.ER),
        posterior(expression, Receptor.PR),
        posterior(expression, Receptor.HER2),
        discordance(s),
        geneCells(expression),
        signatureCells(expression));
  }

  private static List<String> texts(MadeDecision made) {
    return made.nextTests().stream().map(NextTest::text).toList();
  }

  private static double posterior(SampleResult.Expression expression, Receptor receptor) {
    return expression.receptors().stream()
        .filter(found -> found.receptor() == receptor)
        .mapToDouble(ReceptorPosterior::posterior)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static List<String> discordance(SampleResult s) {
    return s.evidence().stream()
        .filter(piece -> piece.axis() == Axis.RECEPTOR)
        .filter(piece -> piece.source() == Source.EXPRESSION)
        .filter(piece -> piece.strength() == Strength.DISCORDANT)
        .map(Evidence::subject)
        .distinct()
        .toList();
  }

  private static Map<String, CallRow.GeneCells> geneCells(SampleResult.Expression expression) {
    Map<String, CallRow.GeneCells> cells = new LinkedHashMap<>();
    for (SampleResult.Scored gene : expression.genes()) {
      cells.put(
          GENE_PREFIX + gene.id(),
          new CallRow.GeneCells(
              gene.value(), gene.z(), gene.percentile(), gene.confidence().name()));
    }
    return cells;
  }

  private static Map<String, CallRow.SignatureCells> signatureCells(
      SampleResult.Expression expression) {
    Map<String, CallRow.SignatureCells> cells = new LinkedHashMap<>();
    expression.signatures().forEach(score -> cells.put(score.id(), signatureCell(score)));
    return cells;
  }

  private static CallRow.SignatureCells signatureCell(SampleResult.Scored score) {
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

  private static List<String> events(SampleResult.Pi3k pi3k) {
    return pi3k.events().stream()
        .map(event -> event.gene() + " " + event.label() + " [" + event.tier() + "]")
        .toList();
  }

  private static List<String> covered(SampleResult sample, AssayLayer layer) {
    return Pi3kAssessor.TRIAL_GENES.stream().filter(gene -> sample.covers(layer, gene)).toList();
  }

  private static String basis(SampleResult sample, AssayLayer layer) {
    return sample.coverage().stream()
        .filter(covered -> covered.layer() == layer)
        .map(covered -> covered.basis().name())
        .findFirst()
        .orElse("");
  }

  private static List<String> missingTests(SampleResult s) {
    return Stream.of(s.receptors().missing(), s.pi3k().missing(), s.jakStat5().missing())
        .flatMap(List::stream)
        .map(MissingTest::name)
        .distinct()
        .toList();
  }

  private static EvidenceRow evidenceRow(
      PatientResult patient, SampleResult sample, Evidence piece) {
    return new EvidenceRow(
        patient.id(),
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

  private static VariantRow variantRow(
      PatientResult patient, SampleResult sample, SampleResult.Variant v) {
    return new VariantRow(
        patient.id(),
        sample.id(),
        v.gene(),
        v.genomeBuild(),
        v.chrom(),
        v.pos(),
        v.ref(),
        v.alt(),
        v.start(),
        v.consequence(),
        v.hgvsC(),
        v.hgvsP(),
        v.proteinChange(),
        v.transcript(),
        v.tier(),
        reads(v.depth()),
        reads(v.altDepth()),
        v.af(),
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
