package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden patients of the bundled criteria: every leaf is met by one, not by another, and open. */
class ShippedCriteriaTest {

  private static final Map<String, SampleBuilder> PATIENTS = patients();

  private static Map<String, SampleBuilder> patients() {
    Map<String, SampleBuilder> patients = new LinkedHashMap<>();
    patients.put("nothing known", sample());
    patients.put(
        "PIK3CA and JAK2, fit",
        fit(
            sample()
                .tripleNegative()
                .sequenced()
                .missense("PIK3CA", "p.H1047R")
                .gistic("PTEN", 0)
                .gistic("JAK2", 2)
                .protein(Protein.PTEN, State.PRESENT)));
    patients.put(
        "PTEN lost, fit",
        fit(
            sample()
                .tripleNegative()
                .sequenced()
                .missense("AKT1", "p.E17K")
                .variant("PTEN", Consequence.STOP_GAINED, "p.R130*")
                .gistic("PTEN", -2)
                .gistic("JAK2", 1)
                .protein(Protein.PTEN, State.ABSENT)));
    patients.put(
        "PTEN lost, ECOG 2",
        fit(sample()
                .tripleNegative()
                .sequenced()
                .gistic("PTEN", -2)
                .gistic("JAK2", 0)
                .protein(Protein.PTEN, State.ABSENT))
            .clinical("ECOG", "2"));
    patients.put(
        "nothing found, unfit",
        unfit(
            sample()
                .status(Receptor.ER, Status.POSITIVE)
                .sequenced()
                .gistic("PTEN", 0)
                .gistic("JAK2", 0)
                .protein(Protein.PTEN, State.PRESENT)));
    patients.put(
        "PIK3CA, nothing clinical",
        sample().tripleNegative().sequenced().missense("PIK3CA", "p.E545K"));
    return patients;
  }

  private static SampleBuilder fit(SampleBuilder sample) {
    return sample
        .clinical("AGE", "55")
        .clinical("ECOG", "1")
        .clinical("PRIOR_PI3K_INHIBITOR", "no")
        .clinical("PRIOR_JAK_INHIBITOR", "no")
        .clinical("LINES_OF_THERAPY", "0")
        .clinical("MEASURABLE_DISEASE", "yes")
        .clinical("HBA1C", "40 mmol/mol");
  }

  private static SampleBuilder unfit(SampleBuilder sample) {
    return sample
        .clinical("AGE", "16")
        .clinical("ECOG", "3")
        .clinical("PRIOR_PI3K_INHIBITOR", "yes")
        .clinical("PRIOR_JAK_INHIBITOR", "yes")
        .clinical("LINES_OF_THERAPY", "3")
        .clinical("MEASURABLE_DISEASE", "no")
        .clinical("HBA1C", "9.1 %");
  }

  static Stream<String> bundled() {
    return ReferenceLoader.bundled().files().stream()
        .map(file -> file.path())
        .filter(path -> path.startsWith("criteria/"))
        .map(path -> path.replaceAll("^criteria/|\\.yaml$", ""));
  }

  /** Priorities are settled by words alone and have nothing undetermined. */
  @ParameterizedTest
  @MethodSource("bundled")
  void everyLeafHasAPatientOfEachOutcome(String id) {
    TrialCriteria criteria = BundledCriteriaTest.read(id);
    List<Leaf> gating = new ArrayList<>(criteria.candidate().leaves());
    gating.addAll(criteria.possible().leaves());
    criteria.clinical().ifPresent(c -> gating.addAll(c.leaves()));
    List<String> without = new ArrayList<>();
    for (Leaf leaf : criteria.leaves()) {
      Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
      PATIENTS.values().forEach(p -> seen.add(leaf.find(Leaves.facts(Leaves.assess(p))).outcome()));
      Set<Outcome> missing = EnumSet.complementOf(EnumSet.copyOf(seen));
      if (!gating.contains(leaf)) {
        missing.remove(Outcome.UNDETERMINED);
      }
      if (!missing.isEmpty()) {
        without.add(leaf.text() + " is never " + missing);
      }
    }
    assertThat(without).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capitello-290-like | nothing known | INDETERMINATE",
        "capitello-290-like | PIK3CA and JAK2, fit | CANDIDATE",
        "capitello-290-like | PTEN lost, fit | CANDIDATE",
        "capitello-290-like | PTEN lost, ECOG 2 | NOT_CANDIDATE",
        "capitello-290-like | nothing found, unfit | NOT_CANDIDATE",
        "capitello-290-like | PIK3CA, nothing clinical | CANDIDATE",
        "epik-b3-pik3ca | nothing known | INDETERMINATE",
        "epik-b3-pik3ca | PIK3CA and JAK2, fit | CANDIDATE",
        "epik-b3-pik3ca | PTEN lost, fit | NOT_CANDIDATE",
        "epik-b3-pik3ca | PIK3CA, nothing clinical | CANDIDATE",
        "epik-b3-pten-loss | nothing known | INDETERMINATE",
        "epik-b3-pten-loss | PIK3CA and JAK2, fit | NOT_CANDIDATE",
        "epik-b3-pten-loss | PTEN lost, fit | CANDIDATE",
        "epik-b3-pten-loss | PTEN lost, ECOG 2 | NOT_CANDIDATE",
        "jak2-amplified-tnbc | PIK3CA and JAK2, fit | CANDIDATE",
        "jak2-amplified-tnbc | PTEN lost, fit | POSSIBLE_CANDIDATE",
        "jak2-amplified-tnbc | PTEN lost, ECOG 2 | NOT_CANDIDATE",
        "jak2-amplified-tnbc | PIK3CA, nothing clinical | INDETERMINATE",
        "dual-pi3k-jak2 | PIK3CA, nothing clinical | CANDIDATE"
      })
  void decide(String id, String patient, Decision expected) {
    assertThat(decided(id, patient).decision()).isEqualTo(expected);
  }

  private static CandidateDecision decided(String id, String patient) {
    AssessedSample assessed = Leaves.assess(PATIENTS.get(patient));
    return new EligibilityScreen(BundledCriteriaTest.read(id), Leaves.REFERENCE).decide(assessed);
  }

  @Test
  void whatIsNotKnownClinicallyIsToldAndHidesNobody() {
    CandidateDecision decision = decided("epik-b3-pik3ca", "PIK3CA, nothing clinical");
    assertThat(decision.decision()).isEqualTo(Decision.CANDIDATE);
    assertThat(decision.nextTests()).isEmpty();
    assertThat(decision.notAssessed())
        .hasSize(4)
        .contains("ECOG 0 or 1 (no value in a column ECOG)");
    assertThat(decision.clinical().orElseThrow().outcome()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void aRecoverableExclusionNamesTheTestThatTurnsIt() {
    CandidateDecision decision = decided("epik-b3-pten-loss", "PTEN lost, ECOG 2");
    assertThat(decision.reasons()).containsExactly("ECOG 2");
    assertThat(decision.nextTests()).containsExactly("ECOG at enrolment (<=1: CANDIDATE)");
  }

  @Test
  void aSetOfTestsTellsItsResultsApart() {
    assertThat(decided("epik-b3-pten-loss", "PTEN lost, ECOG 2").testSets())
        .containsExactly(
            new NextTest(
                List.of("ECOG at enrolment"),
                List.of(new NextTest.Result("<=1", Decision.CANDIDATE)),
                0,
                false,
                "ECOG at enrolment (<=1: CANDIDATE)"));
  }

  @Test
  void asksForWhatIsMissingGeneByGene() {
    SampleBuilder partly = sample().tripleNegative().sequenced("PIK3CA", "AKT1");
    CandidateDecision decision =
        new EligibilityScreen(BundledCriteriaTest.read("capitello-290-like"), Leaves.REFERENCE)
            .decide(Leaves.assess(partly));
    assertThat(decision.decision()).isEqualTo(Decision.INDETERMINATE);
    assertThat(decision.nextTests())
        .containsExactly(
            "sequencing of PTEN (PTEN truncated, splice site, known missense or rearranged: CANDIDATE)",
            "PTEN copy number (deep-loss: CANDIDATE)");
  }

  @Test
  void oneTestThatAnswersTwoQuestionsIsNamedOnce() {
    TrialCriteria criteria =
        Leaves.trial(
            """
            id: t
            candidate:
              all:
                - call: TNBC_CALL
                  met: [TNBC]
                  undetermined: [TNBC_PROBABLE, INDETERMINATE]
                - {call: HER2, met: [NEGATIVE]}
            """);
    SampleBuilder equivocal =
        sample().status(Receptor.ER, Status.NEGATIVE).status(Receptor.PR, Status.NEGATIVE).score(2);
    assertThat(
            new EligibilityScreen(criteria, Leaves.REFERENCE)
                .decide(Leaves.assess(equivocal))
                .nextTests())
        .containsExactly(
            "HER2 ISH (TNBC and NEGATIVE: CANDIDATE, NOT_TNBC and POSITIVE: NOT_CANDIDATE)");
  }

  /** What is worked out for one patient is not taken for another whose clinical side differs. */
  @Test
  void oneScreenKeepsPatientsApart() {
    EligibilityScreen screen =
        new EligibilityScreen(BundledCriteriaTest.read("epik-b3-pten-loss"), Leaves.REFERENCE);
    SampleBuilder lost = sample().tripleNegative().sequenced().protein(Protein.PTEN, State.ABSENT);
    AssessedSample turnable = Leaves.assess(lost.clinical("ECOG", "2"));
    AssessedSample settled =
        Leaves.assess(
            sample()
                .tripleNegative()
                .sequenced()
                .protein(Protein.PTEN, State.ABSENT)
                .clinical("ECOG", "2")
                .clinical("LINES_OF_THERAPY", "4"));
    List<String> first = screen.decide(turnable).nextTests();
    assertThat(first).containsExactly("ECOG at enrolment (<=1: CANDIDATE)");
    assertThat(screen.decide(settled).nextTests()).isEmpty();
    assertThat(screen.decide(turnable).nextTests()).isEqualTo(first);
  }

  /** A call and alterations of its genes in one file: sequencing answers all of them together. */
  @Test
  void joinsACallWithTheAlterationsThatItRestsOn() {
    StringBuilder yaml = new StringBuilder("id: t\ncandidate:\n  any:\n");
    yaml.append("    - {call: PI3K_CALL, met: [ACTIVE_HIGH], undetermined: [INSUFFICIENT]}\n");
    for (String gene : List.of("PIK3CA", "AKT1", "PTEN")) {
      yaml.append("    - {alteration: ").append(gene).append(", class: hotspot}\n");
      yaml.append("    - {alteration: ").append(gene).append(", class: truncating}\n");
    }
    List<String> tests =
        new EligibilityScreen(Leaves.trial(yaml.toString()), Leaves.REFERENCE)
            .decide(Leaves.assess(sample()))
            .nextTests();
    assertThat(tests).hasSize(1);
    assertThat(tests.get(0))
        .startsWith("sequencing of PIK3CA, AKT1, PTEN + PTEN IHC or copy number (")
        .contains("more results: CANDIDATE")
        .endsWith("NOT_DETECTED and none and none and none: NOT_CANDIDATE)");
  }
}
