package org.cotarget.assess.jakstat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.assess.AnnotationNotes;
import org.cotarget.assess.Axis;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.Decimals;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.Score;
import org.cotarget.reference.DecisionTable;
import org.cotarget.reference.Hotspot;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/**
 * Calls JAK2/STAT5 support of one sample by {@code reference/rules/jak_stat5_decision.tsv}:
 * amplification or hotspot (J1), phospho-protein (J2), gain or expression (J3), assayed without any
 * of them (J0), nothing usable (JNA).
 *
 * <p>Expression is never more than weak, for want of a validated RNA score of STAT5 activity, and
 * it is marked as confounded where the immune gate is high too: T cells express the same genes
 * (NEV04; science section E).
 */
public final class JakStatAssessor {

  /** Changes of this JAK2 residue activate, whatever the new residue (jak_stat5_decision, J1). */
  private static final int JAK2_ACTIVATED_RESIDUE = 683;

  private static final List<String> CHEMOKINE_AXIS = List.of("CXCL8", "CXCR1", "CXCR2");
  private static final List<String> STAT5_SIGNATURES =
      List.of("STAT5_PANEL", "HALLMARK_IL2_STAT5_SIGNALING");
  private static final String IMMUNE_GATE = "IMMUNE_GATE";

  private final Reference reference;
  private final DecisionTable table;
  private final Thresholds thresholds;

  public JakStatAssessor(Reference reference) {
    this.reference = reference;
    this.table = reference.table("jak_stat5_decision");
    this.thresholds = reference.thresholds();
  }

  private record Finding(String level, String label, Evidence evidence) {}

  public JakStatAssessment assess(TumorSample sample, ExpressionProfile profile) {
    Optional<CopyNumberCall> jak2 =
        sample.copyNumbers().stream().filter(c -> c.gene().equals("JAK2")).findFirst();
    List<ProteinResult> phospho =
        sample.proteins().stream()
            .filter(r -> r.protein() != Protein.PTEN)
            .filter(r -> present(r).isPresent())
            .toList();
    boolean rna = scores(profile).anyMatch(Score::isUsable);

    boolean immune =
        profile
            .signature(IMMUNE_GATE)
            .filter(s -> s.isUsable() && s.z() >= thresholds.value("expression.immune-z"))
            .isPresent();
    List<Finding> findings = new ArrayList<>();
    jak2.ifPresent(call -> copyNumber(call).ifPresent(findings::add));
    sample.variants().forEach(variant -> hotspot(variant).ifPresent(findings::add));
    phospho.forEach(result -> protein(result).ifPresent(findings::add));
    expression(profile, immune).forEach(findings::add);

    boolean assayed = jak2.isPresent() || rna || !phospho.isEmpty();
    String level =
        findings.stream().map(Finding::level).sorted().findFirst().orElse(assayed ? "J0" : "JNA");
    DecisionTable.Row row = table.find(level);
    JakStatCall call = JakStatCall.valueOf(row.get("call"));
    List<MissingTest> missing =
        call == JakStatCall.NOT_ASSESSED
            ? List.of(new MissingTest("JAK2 copy number or pSTAT5 IHC", "JAK2/STAT5 not assayed"))
            : List.of();
    List<Evidence> evidence = new ArrayList<>();
    findings.forEach(finding -> evidence.add(finding.evidence()));
    evidence.addAll(AnnotationNotes.of(sample, Axis.JAK_STAT5, this::isOnAxis));
    evidence.addAll(unremarkable(jak2, phospho, profile, findings));
    missing.forEach(test -> evidence.add(missingEvidence(test)));
    boolean confounded =
        immune
            && findings.stream().anyMatch(f -> STAT5_SIGNATURES.contains(f.evidence().subject()));
    String reason =
        findings.isEmpty()
            ? assayed ? "assayed, nothing found" : "not assayed"
            : findings.stream()
                .filter(f -> f.level().equals(level))
                .map(Finding::label)
                .collect(Collectors.joining("; "));
    return new JakStatAssessment(level, call, reason, confounded, evidence, missing);
  }

  /**
   * What was looked at without a finding: a call that is not supported has to show what it rests
   * on.
   */
  private List<Evidence> unremarkable(
      Optional<CopyNumberCall> jak2,
      List<ProteinResult> phospho,
      ExpressionProfile profile,
      List<Finding> findings) {
    List<Evidence> evidence = new ArrayList<>();
    jak2.filter(call -> copyNumber(call).isEmpty())
        .ifPresent(
            call ->
                evidence.add(
                    context(
                        Source.COPY_NUMBER,
                        "JAK2",
                        CopyNumberState.describe(call, thresholds),
                        "JAK2 neither amplified nor gained",
                        call.where())));
    phospho.stream()
        .filter(result -> protein(result).isEmpty())
        .forEach(
            result ->
                evidence.add(
                    context(
                        Source.PROTEIN,
                        name(result),
                        result.raw(),
                        "phosphorylated protein absent",
                        result.where())));
    Set<String> found =
        findings.stream().map(f -> f.evidence().subject()).collect(Collectors.toSet());
    scores(profile)
        .filter(score -> score.isUsable() && !found.contains(score.id()))
        .forEach(
            score ->
                evidence.add(
                    context(
                        Source.EXPRESSION,
                        score.id(),
                        "z " + Decimals.two(score.z()),
                        "expression below its cut",
                        Evidence.NOWHERE)));
    return evidence;
  }

  private static Stream<Score> scores(ExpressionProfile profile) {
    return Stream.concat(
            Stream.concat(Stream.of("JAK2"), CHEMOKINE_AXIS.stream()).map(profile::gene),
            STAT5_SIGNATURES.stream().map(profile::signature))
        .flatMap(Optional::stream);
  }

  private static String name(ProteinResult result) {
    return result.protein() == Protein.PSTAT5 ? "pSTAT5" : "pJAK2";
  }

  private static Evidence context(
      Source source, String subject, String value, String statement, SourceLocation where) {
    return new Evidence(
        Axis.JAK_STAT5,
        source,
        Strength.CONTEXT,
        subject,
        value,
        statement,
        "jak_stat5_decision:J0",
        "BRI12",
        where);
  }

  private Optional<Finding> copyNumber(CopyNumberCall call) {
    String value = CopyNumberState.describe(call, thresholds);
    return switch (CopyNumberState.of(call, thresholds)) {
      case AMPLIFICATION ->
          Optional.of(
              finding(
                  "J1",
                  Source.COPY_NUMBER,
                  "JAK2",
                  value,
                  "JAK2 amplified",
                  "BAL16;BAR15;ROE23",
                  call.where()));
      case GAIN ->
          Optional.of(
              finding(
                  "J3", Source.COPY_NUMBER, "JAK2", value, "JAK2 gained", "BAR15", call.where()));
      case NEUTRAL, SHALLOW_LOSS, DEEP_LOSS -> Optional.empty();
    };
  }

  /** The level that a variant supports by itself, {@code J1}, or empty when it supports none. */
  public Optional<String> level(SomaticVariant variant) {
    return activatingHotspot(variant).map(Hotspot::tier);
  }

  private Optional<Hotspot> activatingHotspot(SomaticVariant variant) {
    Optional<ProteinChange> missense =
        variant.protein().filter(p -> p.kind() == ProteinChange.Kind.MISSENSE);
    return missense
        .flatMap(change -> reference.hotspots().find(variant.gene(), change.shortForm()))
        .or(() -> missense.flatMap(change -> atActivatedResidue(variant.gene(), change)))
        .filter(hotspot -> hotspot.tier().equals("J1"));
  }

  private Optional<Hotspot> atActivatedResidue(String gene, ProteinChange change) {
    return gene.equals("JAK2") && change.firstCodon() == JAK2_ACTIVATED_RESIDUE
        ? reference.hotspots().atResidue(gene, JAK2_ACTIVATED_RESIDUE).stream().findFirst()
        : Optional.empty();
  }

  private boolean isOnAxis(String gene) {
    return reference
        .panel()
        .gene(gene)
        .filter(g -> g.axis().contains(PanelGene.Axis.JAK_STAT))
        .isPresent();
  }

  private Optional<Finding> hotspot(SomaticVariant variant) {
    return activatingHotspot(variant)
        .map(
            hotspot ->
                finding(
                    "J1",
                    Source.VARIANT,
                    variant.gene(),
                    variant.label(),
                    "activating hotspot",
                    hotspot.citation(),
                    variant.where()));
  }

  /** Whether the protein is stained; empty when the result could not be read. */
  private Optional<Boolean> present(ProteinResult result) {
    return switch (result.state()) {
      case PRESENT -> Optional.of(true);
      case ABSENT -> Optional.of(false);
      case INDETERMINATE -> Optional.empty();
      case NOT_GIVEN -> result.percent().flatMap(this::stained);
    };
  }

  private Optional<Boolean> stained(NumberRange percent) {
    double cut = thresholds.value("phospho.positive-percent");
    if (percent.isAtLeast(cut)) {
      return Optional.of(true);
    }
    return percent.isBelow(cut) ? Optional.of(false) : Optional.empty();
  }

  private Optional<Finding> protein(ProteinResult result) {
    return present(result)
        .filter(stained -> stained)
        .map(
            stained ->
                finding(
                    "J2",
                    Source.PROTEIN,
                    name(result),
                    result.raw(),
                    "phosphorylated protein present",
                    "BRI12",
                    result.where()));
  }

  private List<Finding> expression(ExpressionProfile profile, boolean immune) {
    List<Finding> findings = new ArrayList<>();
    high(profile.gene("JAK2"), "expression.jak2-z")
        .ifPresent(s -> findings.add(rna(s, "JAK2 mRNA", "JAK2 mRNA high", "BAR15", s.id())));
    for (String gene : CHEMOKINE_AXIS) {
      high(profile.gene(gene), "expression.cxcl8-z")
          .ifPresent(
              s -> findings.add(rna(s, gene + " mRNA", "IL-8 axis expressed", "BRI12", gene)));
    }
    for (String id : STAT5_SIGNATURES) {
      high(profile.signature(id), "expression.stat5-z")
          .ifPresent(
              s ->
                  findings.add(
                      rna(
                          s,
                          id,
                          immune
                              ? "STAT5 targets high together with the immune gate: infiltrating T cells may explain it"
                              : "STAT5 targets high",
                          "BRI12;NEV04",
                          id)));
    }
    return findings;
  }

  private Optional<Score> high(Optional<Score> score, String threshold) {
    return score.filter(s -> s.isUsable() && s.z() >= thresholds.value(threshold));
  }

  private static Finding rna(
      Score score, String label, String statement, String citation, String subject) {
    String z = "z " + Decimals.two(score.z());
    Evidence evidence =
        new Evidence(
            Axis.JAK_STAT5,
            Source.EXPRESSION,
            Strength.SUPPORTING,
            subject,
            z,
            statement,
            "jak_stat5_decision:J3",
            citation,
            Evidence.NOWHERE);
    return new Finding("J3", label + " " + z, evidence);
  }

  private static Finding finding(
      String level,
      Source source,
      String subject,
      String value,
      String statement,
      String citation,
      SourceLocation where) {
    Strength strength = level.equals("J3") ? Strength.SUPPORTING : Strength.DECIDING;
    Evidence evidence =
        new Evidence(
            Axis.JAK_STAT5,
            source,
            strength,
            subject,
            value,
            statement,
            "jak_stat5_decision:" + level,
            citation,
            where);
    return new Finding(level, subject + " " + value, evidence);
  }

  private static Evidence missingEvidence(MissingTest test) {
    return new Evidence(
        Axis.JAK_STAT5,
        Source.COVERAGE,
        Strength.MISSING,
        test.name(),
        "",
        test.reason(),
        "jak_stat5_decision:JNA",
        "BRI12",
        Evidence.NOWHERE);
  }
}
