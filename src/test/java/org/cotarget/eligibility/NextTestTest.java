package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.List;
import java.util.stream.Stream;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.SampleType;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Next tests of criteria whose questions share tests, contradict each other or are negated. */
class NextTestTest {

  private static CandidateDecision decide(String candidate, SampleBuilder patient) {
    return new EligibilityScreen(
            Leaves.trial("id: t\ncandidate: " + candidate + "\n"), Leaves.REFERENCE)
        .decide(Leaves.assess(patient));
  }

  /** A test that looks at the receptors again may find all of them changed. */
  @ParameterizedTest
  @CsvSource({"biopsy of a metastasis, biopsy of a metastasis", "new biopsy, second look"})
  void aRepeatedTestOverridesAKnownReceptor(String first, String second) {
    CandidateDecision decided =
        decide(
            "{all: [{call: TNBC_CALL, met: [TNBC], recoverable: true, test: "
                + first
                + "}, {call: SAMPLE_TYPE, met: [METASTASIS], recoverable: true, test: "
                + second
                + "}]}",
            sample()
                .status(Receptor.ER, Status.POSITIVE)
                .status(Receptor.PR, Status.NEGATIVE)
                .score(0)
                .type(SampleType.PRIMARY));
    assertThat(decided.decision()).isEqualTo(Decision.NOT_CANDIDATE);
    assertThat(decided.nextTests())
        .containsExactly(
            String.join(" + ", Stream.of(first, second).distinct().toList())
                + " (TNBC and METASTASIS: CANDIDATE)");
  }

  @Test
  void aRepeatedIhcOverridesReceptorsThatJoinLater() {
    CandidateDecision decided =
        decide(
            "{all: [{call: TNBC_CALL, met: [TNBC], recoverable: true, test: repeat IHC},"
                + " {call: ER, met: [NEG], recoverable: true, test: repeat IHC},"
                + " {call: PR, met: [NEG], recoverable: true, test: repeat IHC}]}",
            sample()
                .status(Receptor.ER, Status.POSITIVE)
                .status(Receptor.PR, Status.POSITIVE)
                .score(0));
    assertThat(decided.nextTests()).containsExactly("repeat IHC (TNBC and NEG and NEG: CANDIDATE)");
  }

  @Test
  void aRepeatedIhcOverridesPercentages() {
    CandidateDecision decided =
        decide(
            "{all: [{number: ER_PERCENT, below: 1, recoverable: true, test: repeat IHC},"
                + " {number: PR_PERCENT, below: 1, recoverable: true, test: repeat IHC}]}",
            sample()
                .percent(Receptor.ER, NumberRange.exactly(90))
                .percent(Receptor.PR, NumberRange.exactly(50)));
    assertThat(decided.nextTests()).containsExactly("repeat IHC (<1 and <1: CANDIDATE)");
  }

  /** A receptor that no test looks at again does contradict. */
  @Test
  void aKnownReceptorThatIsNotRepeatedStays() {
    CandidateDecision decided =
        decide(
            "{any: [{all: [{call: TNBC_CALL, met: [TNBC, INDETERMINATE]}, {number: ER_PERCENT, below: 1}]}]}",
            sample().status(Receptor.ER, Status.POSITIVE));
    assertThat(decided.nextTests()).isEmpty();
  }

  @Test
  void namesEveryWordThatIncludes() {
    CandidateDecision decided =
        decide(
            "{call: PI3K_CALL, met: [ACTIVE_MODERATE], undetermined: [INSUFFICIENT]}",
            sample().gistic("PTEN", 0));
    assertThat(decided.nextTests())
        .containsExactly(
            "sequencing of PIK3CA, AKT1, PTEN (ACTIVE_HIGH or NOT_DETECTED: NOT_CANDIDATE,"
                + " ACTIVE_MODERATE: CANDIDATE)");
    assertThat(decided.testSets().get(0).everyResult()).isTrue();
  }

  @Test
  void aResultThatLeavesItOpenIsNotCountedAsSettling() {
    CandidateDecision decided =
        decide(
            "{call: JAK_STAT5_CALL, met: [SUPPORTED], undetermined: [WEAK, NOT_ASSESSED]}",
            sample());
    assertThat(decided.nextTests())
        .containsExactly(
            "JAK2 copy number or pSTAT5 IHC (SUPPORTED: CANDIDATE, NOT_SUPPORTED: NOT_CANDIDATE)");
    assertThat(decided.testSets().get(0).everyResult()).isFalse();
  }

  @Test
  void aRecoverableLeafMayTurnToAnyWord() {
    CandidateDecision decided =
        decide(
            "{any: [{all: [{call: PI3K_TIER, met: [G0, G3s], recoverable: true, test: repeat sequencing},"
                + " {not: {call: PI3K_TIER, met: [G3s]}}]}]}",
            sample().sequenced().gistic("PTEN", 0).missense("PIK3CA", "p.H1047R"));
    assertThat(decided.nextTests()).containsExactly("repeat sequencing (G0: CANDIDATE)");
  }

  /** Under a negation a leaf stands in the way when it is met. */
  @Test
  void aRecoverableLeafUnderNotCanStopBeingMet() {
    String criterion = "{not: {call: ER, met: [POS], recoverable: true, test: repeat ER}}";
    CandidateDecision excluded = decide(criterion, sample().status(Receptor.ER, Status.POSITIVE));
    assertThat(excluded.decision()).isEqualTo(Decision.NOT_CANDIDATE);
    assertThat(excluded.nextTests()).containsExactly("repeat ER (NEG or LOW: CANDIDATE)");
    CandidateDecision included =
        decide(
            "{all: [" + criterion + ", {call: HER2, met: [NEGATIVE]}]}",
            sample().status(Receptor.ER, Status.NEGATIVE).score(3));
    assertThat(included.decision()).isEqualTo(Decision.NOT_CANDIDATE);
    assertThat(included.nextTests()).isEmpty();
  }

  @Test
  void aVariantUnderNotCanBeFoundGone() {
    assertThat(
            decide(
                    "{not: {alteration: PIK3CA, recoverable: true, test: new biopsy}}",
                    sample().sequenced().missense("PIK3CA", "p.H1047R"))
                .nextTests())
        .containsExactly("new biopsy (none: CANDIDATE)");
  }

  /** Two leaves of a gene with one text are two results. */
  @Test
  void leavesOfTheSameTextStayApart() {
    CandidateDecision decided =
        decide(
            "{all: [{alteration: PTEN, class: truncating, text: PTEN altered},"
                + " {not: {alteration: PTEN, class: splice, text: PTEN altered}}]}",
            sample().gistic("PTEN", 0));
    NextTest set = decided.testSets().get(0);
    assertThat(set.results()).extracting(NextTest.Result::result).doesNotHaveDuplicates();
    assertThat(set.results())
        .extracting(NextTest.Result::decision)
        .contains(Decision.CANDIDATE, Decision.NOT_CANDIDATE);
    assertThat(set.everyResult()).isTrue();
    assertThat(List.copyOf(set.results()))
        .anySatisfy(
            result -> {
              assertThat(result.result()).isEqualTo("PTEN altered (truncating)");
              assertThat(result.decision()).isEqualTo(Decision.CANDIDATE);
            });
  }
}
