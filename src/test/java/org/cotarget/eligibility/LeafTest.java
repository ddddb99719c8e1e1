package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.eligibility.Leaves.find;
import static org.cotarget.eligibility.Leaves.outcome;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.List;
import java.util.Map;
import org.cotarget.assess.Axis;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.Score;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafTest {

  private static final String HOTSPOT = "{alteration: PIK3CA, class: hotspot}";

  /** Bins and bounds of reports: a bin that straddles the bound decides nothing. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, MET, NOT_MET, MET, NOT_MET",
    "1, 1, NOT_MET, MET, MET, NOT_MET",
    "5, 5, NOT_MET, MET, NOT_MET, MET",
    "0, 9, UNDETERMINED, UNDETERMINED, UNDETERMINED, UNDETERMINED",
    "1, 9, NOT_MET, MET, UNDETERMINED, UNDETERMINED",
    "2, 9, NOT_MET, MET, NOT_MET, MET"
  })
  void numbersAgainstABound(
      double low, double high, Outcome below, Outcome atLeast, Outcome atMost, Outcome above) {
    SampleBuilder er = sample().percent(Receptor.ER, new NumberRange(low, high, false, false));
    assertThat(outcome("{number: ER_PERCENT, below: 1}", er)).isEqualTo(below);
    assertThat(outcome("{number: ER_PERCENT, at-least: 1}", er)).isEqualTo(atLeast);
    assertThat(outcome("{number: ER_PERCENT, at-most: 1}", er)).isEqualTo(atMost);
    assertThat(outcome("{number: ER_PERCENT, above: 1}", er)).isEqualTo(above);
  }

  @Test
  void severalResultsMustAgree() {
    SampleBuilder two =
        sample()
            .percent(Receptor.PR, NumberRange.exactly(0))
            .percent(Receptor.PR, NumberRange.exactly(5));
    assertThat(outcome("{number: PR_PERCENT, below: 1}", two)).isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome("{number: PR_PERCENT, below: 10}", two)).isEqualTo(Outcome.MET);
  }

  @Test
  void numbersThatAreNotThereAreOpenAndNameTheTest() {
    Finding finding = find("{number: HER2_IHC_SCORE, at-most: 1}", sample());
    assertThat(finding.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(finding.missing()).containsExactly("HER2 IHC");
    assertThat(outcome("{number: HER2_IHC_SCORE, at-most: 1}", sample().score(1)))
        .isEqualTo(Outcome.MET);
    assertThat(outcome("{number: HER2_ISH_RATIO, below: 2}", sample().ratio(2.1)))
        .isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{number: PTEN_PERCENT, at-most: 10}", sample().ptenPercent(5)))
        .isEqualTo(Outcome.MET);
    assertThat(outcome("{number: PI3K_SCORE, at-least: 0.5}", sample()))
        .isEqualTo(Outcome.UNDETERMINED);
  }

  /**
   * A score is compared as what it may still become: 0.75 of a G2 event (0.70 and half of 0.10,
   * PTEN mRNA not known) may rise to that of a G1 event, that of a G1 event may not.
   */
  @ParameterizedTest
  @CsvSource({
    "p.R93W, PIK3CA, at-least: 0.9, UNDETERMINED",
    "p.R93W, PIK3CA, at-least: 0.7, MET",
    "p.R93W, PIK3CA, below: 0.9, UNDETERMINED",
    "p.R93W, PIK3CA, below: 0.7, NOT_MET",
    "p.R93W, '', at-least: 0.9, NOT_MET",
    "p.H1047R, PIK3CA, below: 0.96, MET",
    "p.H1047R, PIK3CA, at-least: 0.96, NOT_MET"
  })
  void aScoreThatMayStillRise(String protein, String gene, String bound, Outcome expected) {
    SampleBuilder sample = sample().missense("PIK3CA", protein);
    SampleBuilder seen =
        gene.isEmpty() ? sample.sequenced().gistic("PTEN", 0) : sample.sequenced(gene);
    Finding finding = find("{number: PI3K_SCORE, " + bound + "}", seen);
    assertThat(finding.outcome()).isEqualTo(expected);
    if (expected == Outcome.UNDETERMINED) {
      assertThat(finding.missing())
          .containsExactly("sequencing of AKT1, PTEN", "PTEN IHC or copy number");
    }
  }

  /** PTEN IHC may find the protein retained, which sets a low PTEN mRNA aside. */
  @ParameterizedTest
  @CsvSource({"at-least: 0.5, UNDETERMINED", "at-least: 0.05, UNDETERMINED", "at-most: 1, MET"})
  void aScoreThatMayStillFall(String bound, Outcome expected) {
    AssessedSample probable = Leaves.assess(sample().sequenced().gistic("PTEN", -1), ptenMrna(-3));
    assertThat(probable.pi3k().call()).isEqualTo(Pi3kCall.PROBABLE);
    assertThat(find("{number: PI3K_SCORE, " + bound + "}", probable).outcome()).isEqualTo(expected);
  }

  private static ExpressionProfile ptenMrna(double z) {
    Score pten =
        new Score("PTEN", z, z, Double.NaN, 1, 100, 100, Score.Confidence.NORMAL, "", List.of());
    return new ExpressionProfile(true, "", Map.of("PTEN", pten), Map.of(), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "0.6, MET",
    "60, MET",
    "60%, MET",
    "0.1, NOT_MET",
    "10 %, NOT_MET",
    "<10%, NOT_MET",
    ">60, MET",
    "0, NOT_MET",
    "100, MET",
    "1%, NOT_MET",
    "1, UNDETERMINED",
    "1.0, UNDETERMINED",
    "-1, UNDETERMINED",
    "-0.5, UNDETERMINED",
    "450, UNDETERMINED",
    "101%, UNDETERMINED",
    ">200, UNDETERMINED",
    "0.6 ng, UNDETERMINED",
    "-, UNDETERMINED",
    "unsure, UNDETERMINED"
  })
  void tumourFractionAsShareOrPercent(String cell, Outcome expected) {
    assertThat(
            outcome(
                "{number: TUMOUR_FRACTION, at-least: 0.2}",
                sample().clinical("TUMOR_PURITY", cell)))
        .isEqualTo(expected);
  }

  /** Not sequenced is not wild type. */
  @Test
  void anAlterationNeedsCoverageToBeAbsent() {
    assertThat(find(HOTSPOT, sample()).missing()).containsExactly("sequencing of PIK3CA");
    assertThat(outcome(HOTSPOT, sample().sequenced("AKT1"))).isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome(HOTSPOT, sample().sequenced("PIK3CA"))).isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{not: " + HOTSPOT + "}", sample())).isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome("{not: " + HOTSPOT + "}", sample().sequenced())).isEqualTo(Outcome.MET);
    assertThat(outcome(HOTSPOT, sample().missense("PIK3CA", "p.H1047R"))).isEqualTo(Outcome.MET);
    assertThat(find(HOTSPOT, sample().missense("PIK3CA", "p.H1047R")).where()).hasSize(1);
  }

  @Test
  void aVariantWithoutProteinChangeLeavesHotspotsOpen() {
    SampleBuilder untold = sample().sequenced().variant("PIK3CA", Consequence.MISSENSE_VARIANT, "");
    assertThat(outcome(HOTSPOT, untold)).isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome("{alteration: PIK3CA, class: truncating}", untold))
        .isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{alteration: PIK3CA, class: missense}", untold)).isEqualTo(Outcome.MET);
  }

  /** Without its protein change no variant that alters the protein is known to be another one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STOP_GAINED | protein: 'R130*' | UNDETERMINED",
        "STOP_GAINED | codons: '130' | UNDETERMINED",
        "STOP_GAINED | class: hotspot | UNDETERMINED",
        "STOP_GAINED | class: truncating, codons: '130' | UNDETERMINED",
        "STOP_GAINED | class: missense, codons: '130' | NOT_MET",
        "STOP_GAINED | class: [hotspot, truncating] | MET",
        "STOP_GAINED | class: missense | NOT_MET",
        "FRAMESHIFT_VARIANT | codons: 267 | UNDETERMINED",
        "FRAMESHIFT_VARIANT | class: hotspot | UNDETERMINED",
        "SPLICE_SITE_VARIANT | class: hotspot | UNDETERMINED",
        "SPLICE_DONOR_VARIANT | protein: X70_splice | UNDETERMINED",
        "START_LOST | protein: 'M1?' | UNDETERMINED",
        "STOP_LOST | class: stop-lost, codons: 404 | UNDETERMINED",
        "MISSENSE_VARIANT | codons: 130, class: truncating | NOT_MET",
        "SEQUENCE_VARIANT | class: truncating | UNDETERMINED",
        "GENE_FUSION | class: hotspot | NOT_MET",
        "SYNONYMOUS_VARIANT | codons: 130 | NOT_MET",
        "INTRON_VARIANT | class: hotspot | NOT_MET"
      })
  void aVariantThatNamesNoProteinChange(Consequence consequence, String asked, Outcome expected) {
    SampleBuilder pten = sample().sequenced().variant("PTEN", consequence, "");
    Finding finding = find("{alteration: PTEN, " + asked + "}", pten);
    assertThat(finding.outcome()).isEqualTo(expected);
    assertThat(finding.missing())
        .isEqualTo(
            expected == Outcome.UNDETERMINED
                ? List.of("protein change of the PTEN variant")
                : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "STOP_GAINED | p.R130* | truncating | MET",
        "FRAMESHIFT_VARIANT | p.K267fs | truncating | MET",
        "SPLICE_DONOR_VARIANT | '' | splice | MET",
        "SPLICE_SITE_VARIANT | p.G165E | splice | NOT_MET",
        "MISSENSE_VARIANT | p.R130Q | hotspot | MET",
        "MISSENSE_VARIANT | p.R130Q | missense | MET",
        "MISSENSE_VARIANT | p.A3T | hotspot | NOT_MET",
        "INFRAME_DELETION | p.K66del | in-frame | MET",
        "GENE_FUSION | '' | rearrangement | MET",
        "START_LOST | p.M1? | start-lost | MET",
        "SYNONYMOUS_VARIANT | p.R130= | any | NOT_MET",
        "INTRON_VARIANT | '' | any | NOT_MET",
        "MISSENSE_VARIANT | p.R130Q | any | MET"
      })
  void classesOfVariant(
      Consequence consequence, String protein, String variantClass, Outcome expected) {
    SampleBuilder pten = sample().sequenced().variant("PTEN", consequence, protein);
    assertThat(outcome("{alteration: PTEN, class: " + variantClass + "}", pten))
        .isEqualTo(expected);
  }

  @Test
  void classProteinAndCodonsNarrowEachOther() {
    SampleBuilder e545k = sample().sequenced().missense("PIK3CA", "p.E545K");
    assertThat(outcome("{alteration: PIK3CA, protein: [E545K, E542K]}", e545k))
        .isEqualTo(Outcome.MET);
    assertThat(outcome("{alteration: PIK3CA, protein: H1047R}", e545k)).isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{alteration: PIK3CA, codons: 542-546}", e545k)).isEqualTo(Outcome.MET);
    assertThat(outcome("{alteration: PIK3CA, codons: [88, '1040-1050']}", e545k))
        .isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{alteration: PIK3CA, codons: 545, class: truncating}", e545k))
        .isEqualTo(Outcome.NOT_MET);
  }

  @Test
  void noAssayTellsThatRearrangementsWereLookedFor() {
    String asked = "{alteration: PTEN, class: rearrangement}";
    assertThat(outcome(asked, sample().sequenced())).isEqualTo(Outcome.UNDETERMINED);
    assertThat(
            outcome("{alteration: PTEN, class: [rearrangement, truncating]}", sample().sequenced()))
        .isEqualTo(Outcome.NOT_MET);
  }

  @ParameterizedTest
  @CsvSource({
    "-2, deep-loss, MET",
    "-1, deep-loss, NOT_MET",
    "-1, shallow-loss, MET",
    "1, gain, MET",
    "2, amplification, MET",
    "0, '[gain, amplification]', NOT_MET",
    "0, neutral, MET"
  })
  void copyNumberStates(double gistic, String states, Outcome expected) {
    assertThat(
            outcome(
                "{alteration: PTEN, copy-number: " + states + "}", sample().gistic("PTEN", gistic)))
        .isEqualTo(expected);
    assertThat(find("{alteration: PTEN, copy-number: " + states + "}", sample()).missing())
        .containsExactly("PTEN copy number");
  }

  @Test
  void severalGenesAndWaysAreLeavesOfTheirOwn() {
    Criterion both =
        Leaves.criterion("{alteration: [PTEN, INPP4B], class: truncating, copy-number: deep-loss}");
    assertThat(both.leaves()).hasSize(4);
    assertThat(
            outcome(
                "{alteration: [PTEN, INPP4B], class: truncating, copy-number: deep-loss}",
                sample().gistic("INPP4B", -2)))
        .isEqualTo(Outcome.MET);
  }

  @Test
  void coverageIsMetOrCanStillBeHad() {
    assertThat(outcome("{covered: [PIK3CA, PTEN]}", sample().sequenced())).isEqualTo(Outcome.MET);
    assertThat(outcome("{covered: [PIK3CA, PTEN]}", sample().sequenced("PIK3CA")))
        .isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome("{covered: PTEN, layer: COPY_NUMBER}", sample().gistic("PTEN", 0)))
        .isEqualTo(Outcome.MET);
  }

  @Test
  void statesThatAreNotKnownAreOpen() {
    assertThat(outcome("{call: ER, met: [NEG]}", sample())).isEqualTo(Outcome.UNDETERMINED);
    assertThat(find("{call: ER, met: [NEG]}", sample()).missing()).containsExactly("ER IHC");
    assertThat(find("{call: HER2, met: [NEGATIVE]}", sample().score(2)).missing())
        .containsExactly("HER2 ISH");
    assertThat(outcome("{call: ER, met: [NEG]}", sample().status(Receptor.ER, Status.POSITIVE)))
        .isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{call: PTEN_IHC, met: [LOST]}", sample())).isEqualTo(Outcome.UNDETERMINED);
    assertThat(
            outcome("{call: PTEN_IHC, met: [LOST]}", sample().protein(Protein.PTEN, State.ABSENT)))
        .isEqualTo(Outcome.MET);
    assertThat(outcome("{call: SAMPLE_TYPE, met: [METASTASIS]}", sample()))
        .isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{call: JAK_STAT5_LEVEL, met: [J1]}", sample()))
        .isEqualTo(Outcome.UNDETERMINED);
  }

  /** A tier cannot be "not G1" while a gene that could make it so was not looked at. */
  @Test
  void aTierThatMayStillRiseIsOpen() {
    SampleBuilder partly =
        sample().sequenced("PIK3R1").variant("PIK3R1", Consequence.INFRAME_DELETION, "p.K448del");
    assertThat(outcome("{call: PI3K_TIER, met: [G1]}", partly)).isEqualTo(Outcome.UNDETERMINED);
    assertThat(find("{call: PI3K_TIER, met: [G1]}", partly).missing())
        .containsExactly("sequencing of PIK3CA, AKT1, PTEN", "PTEN IHC or copy number");
    SampleBuilder whole =
        sample()
            .sequenced()
            .gistic("PTEN", 0)
            .variant("PIK3R1", Consequence.INFRAME_DELETION, "p.K448del");
    assertThat(outcome("{call: PI3K_TIER, met: [G1]}", whole)).isEqualTo(Outcome.NOT_MET);
    assertThat(outcome("{call: PI3K_ARM, met: [NONE]}", sample())).isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome("{call: PI3K_ARM, met: [NONE]}", sample().sequenced().gistic("PTEN", 0)))
        .isEqualTo(Outcome.MET);
  }

  /** A state decides nothing that a missing test can turn, be it met or not met by now. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p.A1066V | PIK3CA | PI3K_TIER | [G2, G3, G3p, G3s] | UNDETERMINED",
        "p.A1066V | PIK3CA | PI3K_TIER | [G1] | UNDETERMINED",
        "p.A1066V | PIK3CA | PI3K_TIER | [G1, G1p, G2, G3, G3p, G3s] | MET",
        "p.A1066V | PIK3CA | PI3K_TIER | [G0] | NOT_MET",
        "p.A1066V | | PI3K_TIER | [G3s] | MET",
        "p.A1066V | | PI3K_TIER | [G1] | NOT_MET",
        "p.H1047R | PIK3CA | PI3K_TIER | [G1] | MET",
        "p.H1047R | PIK3CA | PI3K_ARM | [PIK3CA_ALPHA] | UNDETERMINED",
        "p.H1047R | PIK3CA | PI3K_ARM | [PIK3CA_ALPHA, BOTH] | MET",
        "p.H1047R | PIK3CA | PI3K_ARM | [NONE] | NOT_MET",
        "p.H1047R | | PI3K_ARM | [PIK3CA_ALPHA] | MET",
        "p.H1047R | | PI3K_ARM | [BOTH] | NOT_MET"
      })
  void aStateThatMissingTestsMayTurnIsOpen(
      String protein, String gene, String call, String met, Outcome expected) {
    SampleBuilder sample = sample().missense("PIK3CA", protein);
    SampleBuilder seen =
        gene == null ? sample.sequenced().gistic("PTEN", 0) : sample.sequenced(gene);
    String asked = "{call: " + call + ", met: " + met + "}";
    assertThat(outcome(asked, seen)).isEqualTo(expected);
    assertThat(outcome("{not: " + asked + "}", seen)).isEqualTo(expected.not());
  }

  /** The three calls tell by their words what is open, so the file decides what they count. */
  @Test
  void aCallCountsAsTheFileListsIt() {
    SampleBuilder partly = sample().sequenced("PIK3CA").gistic("AKT1", 2);
    assertThat(outcome("{call: JAK_STAT5_CALL, met: [NOT_ASSESSED]}", partly))
        .isEqualTo(Outcome.MET);
    assertThat(outcome("{call: TNBC_CALL, met: [TNBC, INDETERMINATE]}", partly))
        .isEqualTo(Outcome.MET);
  }

  @Test
  void aSignatureCountsWhereItMayEnterACall() {
    String asked = "{signature: PROGENY_PI3K, at-least: 1}";
    assertThat(
            Leaves.find(asked, Leaves.assess(sample(), profile(1.5, Score.Confidence.NORMAL)))
                .outcome())
        .isEqualTo(Outcome.MET);
    assertThat(
            Leaves.find(asked, Leaves.assess(sample(), profile(0.5, Score.Confidence.NORMAL)))
                .outcome())
        .isEqualTo(Outcome.NOT_MET);
    assertThat(
            Leaves.find(asked, Leaves.assess(sample(), profile(1.5, Score.Confidence.LOW)))
                .outcome())
        .isEqualTo(Outcome.UNDETERMINED);
    assertThat(outcome(asked, sample())).isEqualTo(Outcome.UNDETERMINED);
  }

  private static ExpressionProfile profile(double z, Score.Confidence confidence) {
    return new ExpressionProfile(
        true,
        "",
        Map.of(),
        Map.of(
            "PROGENY_PI3K",
            new Score("PROGENY_PI3K", z, z, Double.NaN, 50, 100, 100, confidence, "", List.of())),
        Map.of());
  }

  @Test
  void callsShowTheEvidenceOfTheirAxis() {
    assertThat(find("{call: PI3K_CALL, met: [ACTIVE_HIGH]}", sample()).axis()).contains(Axis.PI3K);
  }
}
