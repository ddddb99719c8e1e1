package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import org.cotarget.assess.jakstat.JakStatAssessor;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.receptor.ReceptorAssessor;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;

class EligibilityScreenTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private final EligibilityScreen screen =
      new EligibilityScreen(BundledCriteriaTest.read("dual-pi3k-jak2"), REFERENCE);
  private final EligibilityScreen required =
      new EligibilityScreen(BundledCriteriaTest.read("dual-pi3k-jak2-required"), REFERENCE);

  private static AssessedSample assess(SampleBuilder builder) {
    TumorSample sample = builder.build();
    return new AssessedSample(
        sample,
        ExpressionProfile.NONE,
        new ReceptorAssessor(REFERENCE, false).assess(sample),
        new Pi3kAssessor(REFERENCE).assess(sample, ExpressionProfile.NONE, false),
        new JakStatAssessor(REFERENCE).assess(sample, ExpressionProfile.NONE));
  }

  @Test
  void givesACandidateEveryReason() {
    CandidateDecision decision =
        screen.decide(
            assess(
                sample()
                    .tripleNegative()
                    .sequenced()
                    .missense("PIK3CA", "p.H1047R")
                    .gistic("JAK2", 2)));
    assertThat(decision.decision()).isEqualTo(Decision.CANDIDATE);
    assertThat(decision.priority()).isEqualTo("A");
    assertThat(decision.nextTests()).isEmpty();
    assertThat(decision.reasons()).hasSize(3);
    assertThat(decision.reasons().get(1)).contains("PI3K ACTIVE_HIGH:", "PIK3CA H1047R (G1)");
  }

  /** PIK3CA fails the first way although its absence meets the second. */
  @Test
  void aLeafAskedBothWaysTellsWhereItFails() {
    TrialCriteria criteria =
        Leaves.trial(
            """
            id: t
            candidate:
              any:
                - all: [{alteration: PIK3CA}, {alteration: AKT1}]
                - all: [{not: {alteration: PIK3CA}}, {alteration: PTEN}]
            """);
    CandidateDecision decision =
        new EligibilityScreen(criteria, REFERENCE).decide(assess(sample().sequenced()));
    assertThat(decision.decision()).isEqualTo(Decision.NOT_CANDIDATE);
    assertThat(decision.reasons())
        .containsExactly(
            "PIK3CA sequenced, no variant",
            "AKT1 sequenced, no variant",
            "PTEN sequenced, no variant");
  }

  @Test
  void namesTheOneTestThatSettlesAnOpenReceptor() {
    CandidateDecision decision =
        screen.decide(
            assess(
                sample()
                    .status(Receptor.ER, Status.NEGATIVE)
                    .status(Receptor.PR, Status.NEGATIVE)
                    .score(2)
                    .sequenced()
                    .missense("PIK3CA", "p.H1047R")));
    assertThat(decision.decision()).isEqualTo(Decision.INDETERMINATE);
    assertThat(decision.priority()).isEqualTo("-");
    assertThat(decision.nextTests())
        .containsExactly("HER2 ISH (TNBC: CANDIDATE, NOT_TNBC: NOT_CANDIDATE)");
  }

  @Test
  void namesBothTestsWhereOnlyBothCanInclude() {
    CandidateDecision decision =
        screen.decide(
            assess(
                sample()
                    .status(Receptor.ER, Status.NEGATIVE)
                    .status(Receptor.PR, Status.NEGATIVE)
                    .score(2)
                    .sequenced()));
    assertThat(decision.nextTests())
        .anySatisfy(
            next ->
                assertThat(next)
                    .startsWith("HER2 ISH + PTEN IHC or copy number (")
                    .contains("CANDIDATE"))
        .anySatisfy(next -> assertThat(next).isEqualTo("HER2 ISH (NOT_TNBC: NOT_CANDIDATE)"))
        .anySatisfy(
            next ->
                assertThat(next)
                    .isEqualTo("PTEN IHC or copy number (NOT_DETECTED: NOT_CANDIDATE)"));
  }

  @Test
  void namesATestWhereProbableMeetsPossible() {
    TumorSample sample =
        sample()
            .percent(Receptor.ER, org.cotarget.cohort.NumberRange.exactly(5))
            .status(Receptor.PR, Status.NEGATIVE)
            .score(0)
            .sequenced()
            .gistic("PIK3CA", 2)
            .gistic("PTEN", 0)
            .build();
    AssessedSample assessed =
        new AssessedSample(
            sample,
            ExpressionProfile.NONE,
            new ReceptorAssessor(REFERENCE, true).assess(sample),
            new Pi3kAssessor(REFERENCE).assess(sample, ExpressionProfile.NONE, false),
            new JakStatAssessor(REFERENCE).assess(sample, ExpressionProfile.NONE));
    CandidateDecision decision = screen.decide(assessed);
    assertThat(decision.decision()).isEqualTo(Decision.INDETERMINATE);
    assertThat(decision.nextTests())
        .contains(
            "repeat ER IHC (TNBC: POSSIBLE_CANDIDATE, NOT_TNBC: NOT_CANDIDATE)",
            "PTEN IHC (ACTIVE_HIGH: POSSIBLE_CANDIDATE)");
  }

  @Test
  void excludesWithoutAskingForTests() {
    CandidateDecision decision =
        screen.decide(assess(sample().status(Receptor.ER, Status.POSITIVE)));
    assertThat(decision.decision()).isEqualTo(Decision.NOT_CANDIDATE);
    assertThat(decision.nextTests()).isEmpty();
    assertThat(decision.reasons()).containsExactly("Receptors NOT_TNBC: ER=POS");
  }

  @Test
  void asksForJakWhereItIsRequired() {
    AssessedSample open = assess(sample().tripleNegative().sequenced().missense("AKT1", "p.E17K"));
    CandidateDecision decision = required.decide(open);
    assertThat(decision.decision()).isEqualTo(Decision.INDETERMINATE);
    assertThat(decision.nextTests()).hasSize(1);
    assertThat(decision.nextTests().get(0)).startsWith("JAK2 copy number or pSTAT5 IHC");
  }

  @Test
  void explainsEachCriterion() {
    CandidateDecision decision =
        screen.decide(assess(sample().tripleNegative().sequenced().missense("PIK3CA", "p.H1047R")));
    CriterionResult tree = decision.candidate();
    assertThat(tree.outcome()).isEqualTo(Outcome.MET);
    assertThat(tree.children()).hasSize(2).allMatch(child -> child.outcome() == Outcome.MET);
    assertThat(tree.children().get(1).found()).contains("PI3K ACTIVE_HIGH: PIK3CA H1047R (G1)");
  }
}
