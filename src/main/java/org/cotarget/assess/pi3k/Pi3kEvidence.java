package org.cotarget.assess.pi3k;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotarget.assess.AnnotationNotes;
import org.cotarget.assess.Axis;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.Decimals;
import org.cotarget.expression.Score;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.Hotspot;
import org.cotarget.reference.Hotspots;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Threshold;

/**
 * Writes down what the PI3K call of a sample rests on, so that each event, gap and discordance can
 * be traced.
 */
final class Pi3kEvidence {

  private final Threshold ptenLow;
  private final Hotspots hotspots;
  private final GenePanel panel;

  Pi3kEvidence(Reference reference) {
    this.hotspots = reference.hotspots();
    this.panel = reference.panel();
    this.ptenLow = reference.thresholds().row("expression.pten-low-z");
  }

  List<Evidence> of(
      TumorSample sample,
      List<Pi3kEvent> events,
      PtenProtein protein,
      Optional<Score> pten,
      PtenMrna measured,
      boolean setAside,
      List<MissingTest> missing) {
    List<Evidence> evidence = new ArrayList<>();
    events.forEach(event -> evidence.add(ofEvent(event)));
    evidence.addAll(AnnotationNotes.of(sample, Axis.PI3K, this::isInPathway));
    List<Pi3kEvent> pik3ca =
        events.stream()
            .filter(e -> e.gene().equals("PIK3CA") && e.tier().compareTo(GenomicTier.G2) <= 0)
            .toList();
    if (pik3ca.stream().map(Pi3kEvent::label).distinct().count() > 1) {
      evidence.add(
          new Evidence(
              Axis.PI3K,
              Source.VARIANT,
              Strength.SUPPORTING,
              "PIK3CA",
              String.join(" and ", pik3ca.stream().map(Pi3kEvent::label).distinct().toList()),
              "several PIK3CA changes in one tumour raise sensitivity to alpha-selective inhibitors",
              "pi3k:multiple-pik3ca",
              "VAS19",
              pik3ca.get(0).where()));
    }
    protein.results().stream()
        .filter(result -> protein.state() != PtenProtein.State.LOST)
        .forEach(result -> evidence.add(ofProtein(result, protein.state(), events)));
    pten.ifPresent(score -> evidence.add(ofMrna(score, measured, setAside)));
    for (AssayLayer layer : AssayLayer.values()) {
      evidence.add(ofCoverage(sample.coverage(), layer));
    }
    missing.forEach(test -> evidence.add(ofMissing(test)));
    return evidence;
  }

  /**
   * What is known of a recurrent change beyond its tier: companion diagnostics, and how often its
   * residue is hit.
   */
  private static String facts(Hotspot hotspot) {
    StringBuilder facts = new StringBuilder();
    if (hotspot.therascreen()) {
      facts.append("; reported by therascreen PIK3CA");
    }
    if (hotspot.qualifyingForCapivasertib()) {
      facts.append("; on the FoundationOne CDx list for capivasertib");
    }
    if (hotspot.breastCodonCount() >= 0) {
      facts
          .append("; residue changed in ")
          .append(hotspot.breastCodonCount())
          .append(" of 2561 breast tumours");
    }
    return facts.toString();
  }

  private boolean isInPathway(String gene) {
    return panel.gene(gene).filter(g -> g.axis().contains(PanelGene.Axis.PI3K)).isPresent();
  }

  private Evidence ofEvent(Pi3kEvent event) {
    Source source =
        switch (event.kind()) {
          case DEEP_LOSS, SHALLOW_LOSS, AMPLIFICATION -> Source.COPY_NUMBER;
          case PROTEIN_LOSS -> Source.PROTEIN;
          default -> Source.VARIANT;
        };
    Strength strength =
        switch (event.tier()) {
          case G1, G1P, G2, G3 -> Strength.DECIDING;
          case G3P -> Strength.SUPPORTING;
          case G3S, G0, GNA -> Strength.CONTEXT;
        };
    return new Evidence(
        Axis.PI3K,
        source,
        strength,
        event.gene(),
        event.label(),
        event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + ", tier "
            + event.tier().label()
            + hotspots.find(event.gene(), event.label()).map(Pi3kEvidence::facts).orElse(""),
        "pi3k_events:" + event.gene() + "/" + event.kind(),
        event.citation(),
        event.where());
  }

  private static Evidence ofProtein(
      ProteinResult result, PtenProtein.State state, List<Pi3kEvent> events) {
    boolean lostByDna =
        events.stream().anyMatch(e -> e.gene().equals("PTEN") && e.tier() == GenomicTier.G1);
    boolean discordant =
        state == PtenProtein.State.CONFLICT || (state == PtenProtein.State.RETAINED && lostByDna);
    return new Evidence(
        Axis.PI3K,
        Source.PROTEIN,
        discordant ? Strength.DISCORDANT : Strength.SUPPORTING,
        "PTEN",
        "IHC " + result.raw(),
        switch (state) {
          case RETAINED ->
              lostByDna
                  ? "PTEN protein retained in spite of a PTEN event in DNA; DNA decides"
                  : "PTEN protein retained";
          case CONFLICT -> "PTEN IHC results contradict each other; none is used";
          case LOST, UNKNOWN -> "PTEN IHC could not be read";
        },
        "pten.ihc.low-percent",
        "MAR17",
        result.where());
  }

  private Evidence ofMrna(Score score, PtenMrna measured, boolean setAside) {
    String z = "z " + Decimals.two(score.z());
    String statement =
        setAside
            ? "low PTEN mRNA set aside: IHC says retained"
            : measured == PtenMrna.LOW
                ? "supports PTEN loss; confirm by copy number or IHC"
                : "PTEN mRNA not low";
    return new Evidence(
        Axis.PI3K,
        Source.EXPRESSION,
        setAside
            ? Strength.DISCORDANT
            : measured == PtenMrna.LOW ? Strength.SUPPORTING : Strength.CONTEXT,
        "PTEN mRNA",
        z,
        statement + " (cut " + Decimals.two(ptenLow.value()) + ")",
        "expression.pten-low-z",
        ptenLow.citation(),
        Evidence.NOWHERE);
  }

  private static Evidence ofCoverage(AssayCoverage coverage, AssayLayer layer) {
    AssayCoverage.Extent extent = coverage.layers().get(layer);
    List<String> needed =
        layer == AssayLayer.COPY_NUMBER ? List.of("PTEN") : Pi3kAssessor.TRIAL_GENES;
    List<String> covered = needed.stream().filter(gene -> coverage.covers(layer, gene)).toList();
    return new Evidence(
        Axis.PI3K,
        Source.COVERAGE,
        covered.size() == needed.size() ? Strength.CONTEXT : Strength.MISSING,
        layer.name(),
        extent == null ? "not assayed" : extent.basis() + " " + extent.name(),
        "covers "
            + (covered.isEmpty() ? "none" : String.join(", ", covered))
            + " of "
            + String.join(", ", needed),
        "coverage",
        "design_default",
        Evidence.NOWHERE);
  }

  private static Evidence ofMissing(MissingTest test) {
    return new Evidence(
        Axis.PI3K,
        Source.COVERAGE,
        Strength.MISSING,
        test.name(),
        "",
        test.reason(),
        "pi3k_decision",
        "design_default",
        Evidence.NOWHERE);
  }
}
