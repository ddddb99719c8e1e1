package org.cotarget.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.assess.Axis;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.eligibility.NextTest;
import org.cotarget.reference.ScoreValidity;
import org.cotarget.report.PatientResult.MadeDecision;

/**
 * A patient's decision as plain text for a terminal: what was decided, on what grounds, read from
 * where, and what would change it. Text of input files is escaped, so that none can move the cursor
 * or hide.
 */
public final class PatientExplanation {

  private final Explanation explanation;
  private final Appendable out;

  private PatientExplanation(Explanation explanation, Appendable out) {
    this.explanation = explanation;
    this.out = out;
  }

  /** Writes the explanation, one fact a line. */
  public static void write(Explanation explanation, Appendable out) throws IOException {
    new PatientExplanation(explanation, out).write();
  }

  private void write() throws IOException {
    PatientResult patient = explanation.patient();
    line(0, "Patient " + patient.id());
    for (MadeDecision made : patient.decisions()) {
      decision(made, patient.sample(made.sample()));
    }
    for (SampleResult sample : patient.samples()) {
      sample(sample);
    }
    citations();
    heading(0, "Note");
    line(1, explanation.run().disclaimer());
    line(
        1,
        "cotarget "
            + explanation.run().version()
            + ", reference data "
            + explanation.run().referenceVersion());
  }

  private void decision(MadeDecision made, Optional<SampleResult> deciding) throws IOException {
    heading(0, "Decision by " + title(made.criteria()));
    String priority = made.priority().equals("-") ? "" : ", priority " + made.priority();
    line(1, made.decision() + priority + ", resting on sample " + made.sample());
    for (String reason : made.reasons()) {
      line(1, "because " + reason);
    }
    for (NextTest test : made.nextTests()) {
      line(1, "next test: " + test.text());
    }
    for (String other : made.otherSamples()) {
      line(1, "other sample " + other);
    }
    for (String criterion : made.notAssessed()) {
      line(1, "not assessed: " + criterion);
    }
    CriterionTree tree = new CriterionTree(deciding, this::line);
    line(1, "Criteria for a candidate");
    tree.write(2, made.candidate());
    if (!made.possible().equals(made.candidate())) {
      line(1, "Criteria for a possible candidate");
      tree.write(2, made.possible());
    }
    CriterionResult clinical = made.clinical();
    if (clinical != null) {
      line(1, "Clinical criteria");
      tree.write(2, clinical);
    }
  }

  private void sample(SampleResult sample) throws IOException {
    heading(0, "Sample " + sample.id() + " (" + sample.type() + ")");
    receptors(sample);
    pi3k(sample);
    jakStat(sample);
    expression(sample);
  }

  private void receptors(SampleResult sample) throws IOException {
    SampleResult.Receptors call = sample.receptors();
    line(1, "Receptors: " + call.call() + ", " + call.reason());
    line(2, "ER " + call.er() + ", PR " + call.pr() + ", HER2 " + call.her2() + rule(call.rule()));
    evidence(sample, Axis.RECEPTOR);
    missing(call.missing());
  }

  private void pi3k(SampleResult sample) throws IOException {
    SampleResult.Pi3k call = sample.pi3k();
    line(1, "PI3K: " + call.call() + ", " + call.reason());
    line(
        2,
        "tier "
            + call.tier()
            + ", arm "
            + call.arm()
            + ", score "
            + TableText.number(call.score())
            + ", PTEN mRNA "
            + call.ptenMrna()
            + " (z "
            + TableText.number(call.ptenMrnaZ())
            + ")"
            + rule(call.rule()));
    for (SampleResult.Event event : call.events()) {
      line(
          2,
          event.tier()
              + " "
              + event.gene()
              + " "
              + event.label()
              + ", arm "
              + event.arm()
              + cited(event.citation())
              + from(event.where()));
    }
    coverage(sample);
    evidence(sample, Axis.PI3K);
    missing(call.missing());
  }

  /** Genes outside the coverage are not assessed, which is not the same as normal. */
  private void coverage(SampleResult sample) throws IOException {
    for (AssayLayer layer : AssayLayer.values()) {
      List<SampleResult.Coverage> assayed =
          sample.coverage().stream().filter(c -> c.layer() == layer).toList();
      String genes =
          Pi3kAssessor.TRIAL_GENES.stream()
              .map(gene -> gene + (covers(assayed, gene) ? " covered" : " NOT ASSESSED"))
              .collect(Collectors.joining(", "));
      String basis =
          assayed.stream()
              .map(c -> " (" + c.basis() + ", " + c.name() + ")")
              .collect(Collectors.joining());
      line(2, layer + ": " + genes + basis);
    }
  }

  private static boolean covers(List<SampleResult.Coverage> assayed, String gene) {
    return assayed.stream().anyMatch(c -> c.covers(gene));
  }

  private void jakStat(SampleResult sample) throws IOException {
    SampleResult.JakStat5 call = sample.jakStat5();
    line(1, "JAK2/STAT5: " + call.call() + " (" + call.level() + "), " + call.reason());
    if (call.immuneConfounded()) {
      line(2, "STAT5 signatures may come from infiltrating immune cells");
    }
    evidence(sample, Axis.JAK_STAT5);
    missing(call.missing());
  }

  private void expression(SampleResult sample) throws IOException {
    SampleResult.Expression expression = sample.expression();
    if (!expression.measured()) {
      line(1, "Expression: not measured");
      return;
    }
    ResultsHeader.Expression run = explanation.run().expression();
    ResultsHeader.Model model = run.model();
    line(
        1,
        "Expression: "
            + run.transform()
            + (model.present()
                ? ", model "
                    + model.id()
                    + " (sha256 "
                    + model.sha256()
                    + "), "
                    + model.origin()
                    + ", z over "
                    + run.referenceSamples()
                    + " samples (ER+ "
                    + run.referenceErPositive()
                    + ", ER- "
                    + run.referenceErNegative()
                    + ", TNBC "
                    + run.tnbcSamples()
                    + ")"
                : ""));
    if (!expression.refusal().isEmpty()) {
      line(2, "withheld for this sample: " + expression.refusal());
    }
    for (String note : run.remarks()) {
      line(2, note);
    }
    for (SampleResult.Scored score : expression.genes()) {
      score(score, score.id() + "_MRNA");
    }
    for (SampleResult.Scored score : expression.signatures()) {
      score(score, score.id());
    }
  }

  private void score(SampleResult.Scored score, String key) throws IOException {
    String genes =
        score.genesTotal() > 1 ? ", genes " + score.genesUsed() + "/" + score.genesTotal() : "";
    String note = score.note().isEmpty() ? "" : ", " + score.note();
    line(
        2,
        score.id()
            + " z "
            + TableText.number(score.z())
            + ", within TNBC "
            + TableText.number(score.zWithinTnbc())
            + ", percentile "
            + TableText.number(score.percentile())
            + genes
            + ", confidence "
            + score.confidence()
            + note);
    if (!score.missing().isEmpty()) {
      line(3, "missing genes: " + String.join(", ", score.missing()));
    }
    List<ScoreValidity> validity = explanation.run().validityOf(key);
    if (validity.isEmpty()) {
      line(3, "validity: " + ValidityText.NOT_MEASURED);
    }
    for (ScoreValidity measured : validity) {
      line(3, "measured: " + ValidityText.of(measured));
    }
  }

  private void evidence(SampleResult sample, Axis axis) throws IOException {
    for (Evidence piece : sample.evidence()) {
      if (piece.axis() == axis) {
        line(
            2,
            piece.strength()
                + " "
                + piece.source()
                + " "
                + piece.subject()
                + " "
                + piece.value()
                + ": "
                + piece.statement()
                + rule(piece.rule())
                + cited(piece.citation())
                + from(piece.where()));
      }
    }
  }

  private void missing(List<MissingTest> tests) throws IOException {
    for (MissingTest test : tests) {
      line(2, "missing: " + test.name() + " (" + test.reason() + ")");
    }
  }

  private void citations() throws IOException {
    Map<String, ResultsHeader.Source> known = explanation.run().citations();
    SortedSet<String> keys =
        Stream.concat(
                explanation.patient().samples().stream().flatMap(PatientExplanation::citationsOf),
                explanation.patient().decisions().stream()
                    .flatMap(PatientExplanation::trees)
                    .flatMap(PatientExplanation::citationsOf))
            .flatMap(cell -> CitationKeys.of(cell).stream())
            .filter(known::containsKey)
            .collect(Collectors.toCollection(TreeSet::new));
    if (keys.isEmpty()) {
      return;
    }
    heading(0, "Sources");
    for (String key : keys) {
      ResultsHeader.Source source = known.get(key);
      if (source != null) {
        String identifier = source.identifier().isEmpty() ? "" : " " + source.identifier();
        line(1, key + "  " + source.reference() + identifier);
      }
    }
  }

  private static Stream<CriterionResult> trees(MadeDecision made) {
    return Stream.of(
            Optional.of(made.candidate()),
            Optional.of(made.possible()),
            Optional.ofNullable(made.clinical()))
        .flatMap(Optional::stream);
  }

  private static Stream<String> citationsOf(CriterionResult result) {
    return Stream.concat(
        Optional.ofNullable(result.basis()).map(CriterionResult.Basis::citation).stream(),
        result.children().stream().flatMap(PatientExplanation::citationsOf));
  }

  private static Stream<String> citationsOf(SampleResult sample) {
    return Stream.concat(
        sample.evidence().stream().map(Evidence::citation),
        sample.pi3k().events().stream().map(SampleResult.Event::citation));
  }

  private String title(String criteriaId) {
    return explanation.run().criteria().stream()
        .filter(criteria -> criteria.id().equals(criteriaId))
        .map(criteria -> criteriaId + " " + criteria.version() + " (" + criteria.title() + ")")
        .findFirst()
        .orElse(criteriaId);
  }

  private static String rule(String rule) {
    return rule.isEmpty() ? "" : ", rule " + rule;
  }

  private static String cited(String keys) {
    return keys.isEmpty() ? "" : " [" + keys + "]";
  }

  private static String from(SourceLocation where) {
    return where.path().isEmpty() ? "" : ", from " + where;
  }

  private void heading(int depth, String text) throws IOException {
    out.append('\n');
    line(depth, text);
  }

  private void line(int depth, String text) throws IOException {
    out.append("  ".repeat(depth)).append(TableText.escape(text)).append('\n');
  }
}
