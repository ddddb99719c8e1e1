package org.cotarget.assess.pi3k;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.assess.MissingTest;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.Score;
import org.cotarget.reference.DecisionTable;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/**
 * Calls PI3K activation of one sample by {@code reference/rules/pi3k_decision.tsv}: strongest
 * genomic tier, coverage of the trial genes, PTEN-mRNA state.
 *
 * <p>"Nothing found" is said only where PIK3CA, AKT1 and PTEN were covered for SNV/indel and PTEN
 * for copy number or IHC. PTEN IHC beats PTEN mRNA: where IHC says retained, a low mRNA is set
 * aside and shown as discordant.
 */
public final class Pi3kAssessor {

  /** Genes whose alterations enrolled patients in the trials (DEN24, KIM17, CAP290). */
  public static final List<String> TRIAL_GENES = List.of("PIK3CA", "AKT1", "PTEN");

  /** Share of the score that PTEN mRNA may move; half of it stands where the mRNA is not known. */
  public static final double SCORE_SPAN = Pi3kScore.SPAN;

  private final Pi3kEventCollector collector;
  private final Pi3kEvidence evidence;
  private final Pi3kScore score;
  private final DecisionTable table;
  private final Thresholds thresholds;

  public Pi3kAssessor(Reference reference) {
    this.collector = new Pi3kEventCollector(reference);
    this.evidence = new Pi3kEvidence(reference);
    this.score = new Pi3kScore(reference.table("pi3k_score"));
    this.table = reference.table("pi3k_decision");
    this.thresholds = reference.thresholds();
  }

  /**
   * Assesses one sample.
   *
   * @param profile expression scores of the sample
   * @param ptenEstimable whether the expression reference allows PTEN mRNA to be called
   */
  public Pi3kAssessment assess(
      TumorSample sample, ExpressionProfile profile, boolean ptenEstimable) {
    PtenProtein protein = PtenProtein.of(sample, thresholds);
    List<Pi3kEvent> events = events(sample, protein);
    Optional<Score> pten = profile.gene("PTEN").filter(s -> ptenEstimable && s.isUsable());
    PtenMrna measured = ptenMrna(pten);
    boolean setAside = measured == PtenMrna.LOW && protein.state() == PtenProtein.State.RETAINED;
    PtenMrna mrna = setAside ? PtenMrna.NA : measured;

    List<String> notSequenced = notCovered(sample.coverage(), AssayLayer.SNV_INDEL);
    boolean ptenDosage =
        sample.coverage().covers(AssayLayer.COPY_NUMBER, "PTEN") || protein.isInformative();
    List<SomaticVariant> unresolved = collector.unresolved(sample);
    boolean complete = notSequenced.isEmpty() && ptenDosage && unresolved.isEmpty();
    GenomicTier tier =
        events.isEmpty() ? complete ? GenomicTier.G0 : GenomicTier.GNA : events.get(0).tier();
    DecisionTable.Row row =
        table.find(tier.label(), complete ? "COMPLETE" : "INCOMPLETE", mrna.name());
    Pi3kCall call = Pi3kCall.valueOf(row.get("pi3k_call"));
    double z = pten.map(Score::z).orElse(Double.NaN);
    List<MissingTest> missing =
        switch (call) {
          case INSUFFICIENT -> missing(notSequenced, unresolved, ptenDosage, mrna, protein);
          case PROBABLE, POSSIBLE -> confirming(notSequenced, protein);
          case ACTIVE_HIGH, ACTIVE_MODERATE, NOT_DETECTED -> List.of();
        };
    return new Pi3kAssessment(
        tier,
        complete,
        mrna,
        z,
        call,
        arm(events, call),
        score.of(call, tier, setAside ? Double.NaN : z),
        reason(events, call, missing),
        row.rule(),
        events,
        evidence.of(sample, events, protein, pten, measured, setAside, missing),
        missing);
  }

  private List<Pi3kEvent> events(TumorSample sample, PtenProtein protein) {
    List<Pi3kEvent> events = new ArrayList<>(collector.collect(sample));
    if (protein.state() == PtenProtein.State.LOST) {
      protein.results().stream()
          .findFirst()
          .flatMap(
              result ->
                  collector.event(
                      "PTEN",
                      Pi3kEvent.Kind.PROTEIN_LOSS,
                      Optional.empty(),
                      "protein loss by IHC (" + result.raw() + ")",
                      result.where()))
          .ifPresent(events::add);
    }
    events.sort(Comparator.comparing(Pi3kEvent::tier));
    return events;
  }

  private PtenMrna ptenMrna(Optional<Score> pten) {
    return pten.map(
            s ->
                s.z() <= thresholds.value("expression.pten-low-z")
                    ? PtenMrna.LOW
                    : PtenMrna.NOT_LOW)
        .orElse(PtenMrna.NA);
  }

  private static List<String> notCovered(AssayCoverage coverage, AssayLayer layer) {
    return TRIAL_GENES.stream().filter(gene -> !coverage.covers(layer, gene)).toList();
  }

  /** Whether an event counts towards the call that was made. */
  static boolean counts(Pi3kEvent event, Pi3kCall call) {
    return switch (event.tier()) {
      case G1, G1P, G2, G3 -> true;
      case G3P -> call == Pi3kCall.PROBABLE;
      case G3S, G0, GNA -> false;
    };
  }

  private static Pi3kArm arm(List<Pi3kEvent> events, Pi3kCall call) {
    Set<Pi3kArm> arms =
        events.stream()
            .filter(event -> counts(event, call))
            .map(Pi3kEvent::arm)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Pi3kArm.class)));
    if (arms.contains(Pi3kArm.PIK3CA_ALPHA)) {
      return arms.contains(Pi3kArm.PTEN_AKT) ? Pi3kArm.BOTH : Pi3kArm.PIK3CA_ALPHA;
    }
    if (arms.contains(Pi3kArm.PTEN_AKT)) {
      return Pi3kArm.PTEN_AKT;
    }
    return arms.contains(Pi3kArm.OTHER) ? Pi3kArm.OTHER : Pi3kArm.NONE;
  }

  /** Tests that may turn a probable or possible activation into an active one. */
  private static List<MissingTest> confirming(List<String> notSequenced, PtenProtein protein) {
    List<MissingTest> tests = new ArrayList<>();
    addSequencing(tests, notSequenced);
    if (!protein.isInformative()) {
      tests.add(new MissingTest("PTEN IHC", "PTEN loss would make the activation definite"));
    }
    return tests;
  }

  private static void addSequencing(List<MissingTest> tests, List<String> notSequenced) {
    if (!notSequenced.isEmpty()) {
      String genes = String.join(", ", notSequenced);
      tests.add(new MissingTest("sequencing of " + genes, genes + " not covered by any assay"));
    }
  }

  private static List<MissingTest> missing(
      List<String> notSequenced,
      List<SomaticVariant> unresolved,
      boolean ptenDosage,
      PtenMrna mrna,
      PtenProtein protein) {
    List<MissingTest> tests = new ArrayList<>();
    addSequencing(tests, notSequenced);
    for (SomaticVariant variant : unresolved) {
      tests.add(
          new MissingTest(
              "protein change of the " + variant.gene() + " variant",
              variant.gene()
                  + " "
                  + variant.consequence().term()
                  + " at "
                  + variant.where()
                  + " names no protein change"));
    }
    if (mrna == PtenMrna.LOW) {
      tests.add(new MissingTest("PTEN IHC", "PTEN mRNA low, PTEN intact by what was assayed"));
    } else if (!ptenDosage) {
      tests.add(
          new MissingTest(
              "PTEN IHC or copy number",
              protein.state() == PtenProtein.State.CONFLICT
                  ? "reported PTEN IHC results contradict each other"
                  : "neither PTEN copy number nor PTEN IHC known"));
    }
    return tests;
  }

  private static String reason(List<Pi3kEvent> events, Pi3kCall call, List<MissingTest> missing) {
    List<String> parts = new ArrayList<>();
    events.stream()
        .filter(event -> counts(event, call))
        .map(event -> event.gene() + " " + event.label() + " (" + event.tier().label() + ")")
        .distinct()
        .forEach(parts::add);
    if (call == Pi3kCall.INSUFFICIENT) {
      missing.stream().map(MissingTest::reason).forEach(parts::add);
    }
    if (call == Pi3kCall.NOT_DETECTED) {
      parts.add("PIK3CA, AKT1 and PTEN assayed, no event that counts");
    }
    return String.join("; ", parts);
  }
}
