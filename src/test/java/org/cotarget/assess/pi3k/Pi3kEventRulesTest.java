package org.cotarget.assess.pi3k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotarget.assess.pi3k.Pi3kEvent.Kind;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.EventRule;
import org.cotarget.reference.Hotspot;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of {@code reference/rules/pi3k_events.tsv} and every PI3K row of {@code
 * reference/variants/hotspots.tsv}, from a sample that has just that event.
 */
class Pi3kEventRulesTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  /** In the middle of the inter-SH2 domain of PIK3R1, which spans 431 to 600. */
  private static final int IN_ISH2 = 500;

  private final Pi3kAssessor assessor = new Pi3kAssessor(REFERENCE);

  static Stream<EventRule> rules() {
    return REFERENCE.eventRules().stream().filter(rule -> !rule.event().equals("HOTSPOT"));
  }

  static Stream<Hotspot> hotspots() {
    return REFERENCE.hotspots().all().stream()
        .filter(hotspot -> REFERENCE.eventRule(hotspot.gene(), "HOTSPOT").isPresent());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void givesEachKindOfEventItsTierAndArm(EventRule rule) {
    Kind kind = Kind.valueOf(rule.event());
    Pi3kAssessment assessed = assess(withEvent(rule.gene(), kind));
    assertThat(assessed.events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.gene()).isEqualTo(rule.gene());
              assertThat(event.kind()).isEqualTo(kind);
            });
    check(assessed, rule.tier(), rule.arm());
  }

  /** A stop or splice hotspot may be read as a truncation, which must come to the same tier. */
  @ParameterizedTest
  @MethodSource("hotspots")
  void givesEachHotspotItsTierAndArm(Hotspot hotspot) {
    EventRule rule = REFERENCE.eventRule(hotspot.gene(), "HOTSPOT").orElseThrow();
    assertThat(rule.tier()).isEqualTo("table");
    Pi3kAssessment assessed =
        assess(
            covered()
                .variant(hotspot.gene(), consequence(hotspot), "p." + hotspot.proteinChange())
                .build());
    check(assessed, hotspot.tier(), rule.arm());
  }

  @Test
  void knowsAHotspotOfEveryGeneWithSuchARow() {
    List<String> genes = hotspots().map(Hotspot::gene).distinct().toList();
    assertThat(
            REFERENCE.eventRules().stream()
                .filter(rule -> rule.event().equals("HOTSPOT"))
                .map(EventRule::gene))
        .containsExactlyInAnyOrderElementsOf(genes);
  }

  private Pi3kAssessment assess(TumorSample sample) {
    return assessor.assess(sample, ExpressionProfile.NONE, false);
  }

  private static void check(Pi3kAssessment assessed, String tier, String arm) {
    assertThat(assessed.tier().label()).isEqualTo(tier);
    boolean counts = !tier.equals("G3p") && !tier.equals("G3s");
    assertThat(assessed.arm()).hasToString(counts ? arm : "NONE");
  }

  private static Consequence consequence(Hotspot hotspot) {
    if (hotspot.proteinChange().endsWith("*")) {
      return Consequence.STOP_GAINED;
    }
    if (hotspot.proteinChange().endsWith("_splice")) {
      return Consequence.SPLICE_SITE_VARIANT;
    }
    return hotspot.codon() == 1 ? Consequence.START_LOST : Consequence.MISSENSE_VARIANT;
  }

  private static TumorSample withEvent(String gene, Kind kind) {
    SampleBuilder sample = covered();
    int quiet = quietCodon(gene, 2);
    switch (kind) {
      case HOTSPOT_RESIDUE -> sample.missense(gene, "p." + otherChangeOfAHotspot(gene));
      case TRUNCATING -> sample.variant(gene, Consequence.FRAMESHIFT_VARIANT, "p.L" + quiet + "fs");
      case ESSENTIAL_SPLICE -> sample.variant(gene, Consequence.SPLICE_DONOR_VARIANT, "");
      case START_LOST -> sample.variant(gene, Consequence.START_LOST, "p.M1?");
      case ISH2_INDEL ->
          sample.variant(
              gene, Consequence.INFRAME_DELETION, "p.L" + quietCodon(gene, IN_ISH2) + "del");
      case INFRAME_INDEL ->
          sample.variant(gene, Consequence.INFRAME_DELETION, "p.L" + quiet + "del");
      case MISSENSE -> sample.missense(gene, "p.L" + quiet + "P");
      case DEEP_LOSS -> sample.gistic(gene, -2);
      case SHALLOW_LOSS -> sample.gistic(gene, -1);
      case AMPLIFICATION -> sample.gistic(gene, 2);
      case PROTEIN_LOSS -> sample.protein(Protein.PTEN, State.ABSENT);
      case REARRANGEMENT -> sample.variant(gene, Consequence.GENE_FUSION, "");
      case HOTSPOT -> throw new IllegalArgumentException("hotspots have a test of their own");
    }
    return sample.build();
  }

  /** The first codon from {@code from} on at which nothing recurs. */
  private static int quietCodon(String gene, int from) {
    return IntStream.iterate(from, codon -> codon + 1)
        .filter(codon -> REFERENCE.hotspots().atResidue(gene, codon).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** A substitution that is not in the table, of a residue where a missense hotspot is. */
  private static String otherChangeOfAHotspot(String gene) {
    Hotspot known =
        hotspots()
            .filter(h -> h.gene().equals(gene) && h.proteinChange().matches("[A-Z]\\d+[A-Z]"))
            .filter(h -> h.codon() > 1)
            .findFirst()
            .orElseThrow();
    String residue = known.proteinChange().substring(0, known.proteinChange().length() - 1);
    return Stream.of("A", "C", "D", "E", "F", "G", "H", "I", "K", "L", "M", "N", "P", "Q", "R")
        .filter(to -> !residue.startsWith(to))
        .map(to -> residue + to)
        .filter(change -> REFERENCE.hotspots().find(gene, change).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static SampleBuilder covered() {
    return sample().sequenced().gistic("PTEN", 0);
  }
}
