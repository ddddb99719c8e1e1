package org.cotarget.assess.pi3k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.ArrayList;
import java.util.List;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.Profiles;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class Pi3kAssessorTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private final Pi3kAssessor assessor = new Pi3kAssessor(REFERENCE);

  /** Every row of the PI3K truth table, from events as a sample has them. */
  @ParameterizedTest
  @CsvFileSource(resources = "/facts/pi3k_decision.tsv", delimiter = '\t', numLinesToSkip = 1)
  void followsTheTable(String tier, String coverage, String mrna, String call) {
    SampleBuilder builder = sample();
    if (coverage.equals("COMPLETE")) {
      builder.sequenced().gistic("PTEN", 0);
    } else {
      builder.sequenced("PIK3CA", "PTEN");
    }
    switch (tier) {
      case "G1" -> builder.missense("PIK3CA", "p.H1047R");
      case "G1p" -> builder.protein(Protein.PTEN, State.ABSENT);
      case "G2" -> builder.missense("PIK3CA", "p.E726K");
      case "G3" -> builder.gistic("PIK3CA", 2);
      case "G3p" -> builder.missense("PTEN", "p.S10R");
      case "G3s" -> builder.missense("PIK3CA", "p.W386L");
      default -> {}
    }
    Pi3kAssessment assessed = assessor.assess(builder.build(), pten(mrna), true);

    assertThat(assessed.tier().label()).isEqualTo(tier);
    assertThat(assessed.ptenMrna()).hasToString(mrna);
    assertThat(assessed.call()).hasToString(call);
    assertThat(Double.isNaN(assessed.score())).isEqualTo(call.equals("INSUFFICIENT"));
    assertThat(assessed.missing().isEmpty())
        .isEqualTo(!List.of("INSUFFICIENT", "PROBABLE", "POSSIBLE").contains(call));
  }

  private static ExpressionProfile pten(String state) {
    return switch (state) {
      case "LOW" -> Profiles.gene("PTEN", -2);
      case "NOT_LOW" -> Profiles.gene("PTEN", 0);
      default -> ExpressionProfile.NONE;
    };
  }

  @ParameterizedTest
  @CsvSource({
    // gene, consequence, protein change, tier, arm
    "PIK3CA, MISSENSE_VARIANT, p.E545K, G1, PIK3CA_ALPHA",
    "PIK3CA, MISSENSE_VARIANT, p.Glu545Lys, G1, PIK3CA_ALPHA",
    "PIK3CA, MISSENSE_VARIANT, p.E545R, G2, PIK3CA_ALPHA",
    "PIK3CA, SPLICE_SITE_VARIANT, p.G118D, G2, PIK3CA_ALPHA",
    "PIK3CA, INFRAME_DELETION, p.K111del, G2, PIK3CA_ALPHA",
    "PIK3CA, INFRAME_DELETION, p.L200del, G3s, NONE",
    "PIK3CA, MISSENSE_VARIANT, p.W386L, G3s, NONE",
    "AKT1, MISSENSE_VARIANT, p.E17K, G1, PTEN_AKT",
    "PTEN, STOP_GAINED, p.R130*, G1, PTEN_AKT",
    "PTEN, FRAMESHIFT_VARIANT, p.W274fs, G1, PTEN_AKT",
    "PTEN, SPLICE_SITE_VARIANT, '', G1, PTEN_AKT",
    "PTEN, MISSENSE_VARIANT, p.L108R, G1, PTEN_AKT",
    "PTEN, MISSENSE_VARIANT, p.C124W, G1, PTEN_AKT",
    "PTEN, MISSENSE_VARIANT, p.F347L, G3p, NONE",
    "PIK3R1, INFRAME_INSERTION, p.453_454insN, G2, OTHER",
    "PIK3R1, INFRAME_DELETION, p.L380del, G3s, NONE",
    "PIK3R1, STOP_GAINED, p.R348*, G2, OTHER",
    "TSC1, FRAMESHIFT_VARIANT, p.K200fs, G2, OTHER",
    "MTOR, MISSENSE_VARIANT, p.S2215Y, G2, OTHER"
  })
  void tiersVariants(
      String gene, Consequence consequence, String protein, String tier, Pi3kArm arm) {
    TumorSample sample = covered().variant(gene, consequence, protein).build();
    Pi3kAssessment assessed = assessor.assess(sample, ExpressionProfile.NONE, false);
    assertThat(assessed.tier().label()).isEqualTo(tier);
    assertThat(assessed.arm()).isEqualTo(arm);
  }

  @ParameterizedTest
  @CsvSource({
    "PIK3CA, STOP_GAINED, p.R115*", // a truncated kinase is not an activated one
    "PIK3CA, SYNONYMOUS_VARIANT, p.V611=",
    "PIK3CA, INTRON_VARIANT, ''",
    "TP53, MISSENSE_VARIANT, p.R175H"
  })
  void doesNotMakeEventsOfTheRest(String gene, Consequence consequence, String protein) {
    TumorSample sample = covered().variant(gene, consequence, protein).build();
    Pi3kAssessment assessed = assessor.assess(sample, ExpressionProfile.NONE, false);
    assertThat(assessed.events()).isEmpty();
    assertThat(assessed.call()).isEqualTo(Pi3kCall.NOT_DETECTED);
  }

  @ParameterizedTest
  @CsvSource({
    // gene, scale, value, tier
    "PTEN, GISTIC, -2, G1",
    "PTEN, GISTIC, -1.5, G3p",
    "PTEN, GISTIC, -1, G3p",
    "PTEN, LOG2_RATIO, -1.0, G1",
    "PTEN, LOG2_RATIO, -0.999, G3p",
    "PTEN, LOG2_RATIO, -0.3, G3p",
    "PTEN, LOG2_RATIO, -0.29, G0",
    "PTEN, ABSOLUTE, 0.49, G1",
    "PTEN, ABSOLUTE, 0.5, G3p",
    "PTEN, ABSOLUTE, 2, G0",
    "PIK3CA, LOG2_RATIO, 1.0, G3",
    "PIK3CA, LOG2_RATIO, 0.99, G0",
    "AKT2, GISTIC, 2, G3",
    "PIK3CB, ABSOLUTE, 6, G3",
    "RICTOR, GISTIC, 2, G3s",
    "TSC2, GISTIC, -2, G2",
    "PIK3CA, GISTIC, -2, G0"
  })
  void tiersCopyNumbers(String gene, Scale scale, double value, String tier) {
    TumorSample sample = covered().copyNumber(gene, scale, value).build();
    assertThat(assessor.assess(sample, ExpressionProfile.NONE, false).tier().label())
        .isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({
    "PIK3CA, MISSENSE_VARIANT, ''",
    "PIK3CA, MISSENSE_VARIANT, p.H1047L/R",
    "PIK3R1, INFRAME_DELETION, ''",
    "AKT1, SEQUENCE_VARIANT, ''"
  })
  void doesNotTakeAnUnnamedChangeForWildType(String gene, Consequence consequence, String protein) {
    Pi3kAssessment assessed =
        assessor.assess(
            covered().variant(gene, consequence, protein).build(), ExpressionProfile.NONE, false);
    assertThat(assessed.call()).isEqualTo(Pi3kCall.INSUFFICIENT);
    assertThat(assessed.missing())
        .extracting(MissingTest::name)
        .containsExactly("protein change of the " + gene + " variant");
  }

  @Test
  void namesBothArms() {
    TumorSample sample = covered().missense("PIK3CA", "p.E542K").gistic("PTEN", -2).build();
    assertThat(assessor.assess(sample, ExpressionProfile.NONE, false).arm())
        .isEqualTo(Pi3kArm.BOTH);
  }

  @Test
  void setsLowMrnaAsideWhereIhcSaysRetained() {
    TumorSample sample = sample().sequenced().protein(Protein.PTEN, State.PRESENT).build();
    Pi3kAssessment assessed = assessor.assess(sample, Profiles.gene("PTEN", -2.5), true);
    assertThat(assessed.call()).isEqualTo(Pi3kCall.NOT_DETECTED);
    assertThat(assessed.evidence())
        .filteredOn(e -> e.strength() == Strength.DISCORDANT)
        .extracting(Evidence::subject)
        .containsExactly("PTEN mRNA");
  }

  @Test
  void asksForPtenIhcWhereLowMrnaCastsDoubt() {
    Pi3kAssessment assessed = assessor.assess(covered().build(), Profiles.gene("PTEN", -1.5), true);
    assertThat(assessed.call()).isEqualTo(Pi3kCall.INSUFFICIENT);
    assertThat(assessed.missing()).extracting(MissingTest::name).containsExactly("PTEN IHC");
  }

  @Test
  void withholdsPtenMrnaWithoutAMixedReference() {
    Pi3kAssessment assessed = assessor.assess(covered().build(), Profiles.gene("PTEN", -3), false);
    assertThat(assessed.ptenMrna()).isEqualTo(PtenMrna.NA);
    assertThat(assessed.call()).isEqualTo(Pi3kCall.NOT_DETECTED);
  }

  @Test
  void saysNothingIsDetectedOnlyWhereAllIsCovered() {
    TumorSample noDosage = sample().sequenced().build();
    TumorSample noAkt1 = sample().sequenced("PIK3CA", "PTEN").gistic("PTEN", 0).build();
    assertThat(assessor.assess(noDosage, ExpressionProfile.NONE, false).missing())
        .extracting(MissingTest::name)
        .containsExactly("PTEN IHC or copy number");
    assertThat(assessor.assess(noAkt1, ExpressionProfile.NONE, false).missing())
        .extracting(MissingTest::name)
        .containsExactly("sequencing of AKT1");
    assertThat(assessor.assess(noAkt1, ExpressionProfile.NONE, false).call())
        .isEqualTo(Pi3kCall.INSUFFICIENT);
  }

  @ParameterizedTest
  @CsvSource({"0, G1p", "10, G1p", "10.5, G0", "80, G0"})
  void cutsPtenIhcByPercent(double percent, String tier) {
    TumorSample sample = sample().sequenced().ptenPercent(percent).build();
    assertThat(assessor.assess(sample, ExpressionProfile.NONE, false).tier().label())
        .isEqualTo(tier);
  }

  @Test
  void reportsMultiplePik3caChangesWhereTheyStand() {
    TumorSample sample =
        covered()
            .missense("AKT1", "p.E17K")
            .missense("PIK3CA", "p.P539R")
            .missense("PIK3CA", "p.H1047R")
            .build();
    Pi3kAssessment assessed = assessor.assess(sample, ExpressionProfile.NONE, false);
    assertThat(assessed.evidence())
        .filteredOn(e -> e.citation().equals("VAS19"))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.value()).isEqualTo("H1047R and P539R");
              assertThat(e.subject()).isEqualTo("PIK3CA");
            });
    assertThat(
            assessor
                .assess(
                    covered().missense("PIK3CA", "p.H1047R").build(), ExpressionProfile.NONE, false)
                .evidence())
        .noneMatch(e -> e.citation().equals("VAS19"));
  }

  @Test
  void showsThatIhcContradictsDna() {
    TumorSample sample = covered().gistic("PTEN", -2).protein(Protein.PTEN, State.PRESENT).build();
    Pi3kAssessment assessed = assessor.assess(sample, ExpressionProfile.NONE, false);
    assertThat(assessed.call()).isEqualTo(Pi3kCall.ACTIVE_HIGH);
    assertThat(assessed.evidence())
        .filteredOn(e -> e.strength() == Strength.DISCORDANT)
        .extracting(Evidence::value)
        .containsExactly("IHC PRESENT");
  }

  @Test
  void usesNeitherOfTwoContradictingPtenResults() {
    TumorSample sample =
        sample()
            .sequenced()
            .protein(Protein.PTEN, State.PRESENT)
            .protein(Protein.PTEN, State.ABSENT)
            .build();
    Pi3kAssessment assessed = assessor.assess(sample, ExpressionProfile.NONE, false);
    assertThat(assessed.call()).isEqualTo(Pi3kCall.INSUFFICIENT);
    assertThat(assessed.reason()).contains("contradict");
  }

  @Test
  void takesARearrangedPtenForLost() {
    TumorSample sample = covered().variant("PTEN", Consequence.GENE_FUSION, "PTEN-CDH23").build();
    Pi3kAssessment assessed = assessor.assess(sample, ExpressionProfile.NONE, false);
    assertThat(assessed.tier()).isEqualTo(GenomicTier.G1);
    assertThat(assessed.reason()).isEqualTo("PTEN PTEN-CDH23 (G1)");
  }

  @Test
  void tellsWhatIsKnownOfAHotspot() {
    TumorSample sample = covered().missense("PIK3CA", "p.H1047R").build();
    assertThat(assessor.assess(sample, ExpressionProfile.NONE, false).evidence().get(0).statement())
        .contains("therascreen", "capivasertib", "361 of 2561");
  }

  @Test
  void scoreNeverFallsWhenTierRisesOrPtenMrnaDrops() {
    List<SampleBuilder> weakToStrong =
        List.of(
            covered(),
            covered().missense("PIK3CA", "p.W386L"),
            covered().gistic("PTEN", -1),
            covered().gistic("PIK3CA", 2),
            covered().missense("PIK3CA", "p.E726K"),
            covered().missense("PIK3CA", "p.H1047R"));
    for (double z : new double[] {-4, -2, -1.5, -1.49, 0, 1, 3}) {
      List<Double> scores = new ArrayList<>();
      for (SampleBuilder builder : weakToStrong) {
        Pi3kAssessment at = assessor.assess(builder.build(), Profiles.gene("PTEN", z), true);
        Pi3kAssessment higherZ =
            assessor.assess(builder.build(), Profiles.gene("PTEN", z + 0.5), true);
        if (!Double.isNaN(at.score())) {
          scores.add(at.score());
          assertThat(Double.isNaN(higherZ.score()) ? 0 : higherZ.score())
              .isLessThanOrEqualTo(at.score());
        }
      }
      assertThat(scores).isSorted().allMatch(score -> score >= 0 && score <= 1);
    }
  }

  private static SampleBuilder covered() {
    return sample().sequenced().gistic("PTEN", 0);
  }
}
