package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.CriteriaReader;
import org.cotarget.eligibility.Decision;
import org.cotarget.eligibility.TrialCriteria;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.PatientDecision;
import org.cotarget.report.StratificationReport;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;

class StratificationTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  private final Stratification stratification =
      new Stratification(
          REFERENCE,
          new StratificationOptions(
              false,
              List.of(
                  new StratificationOptions.Trial(
                      criteria(), new CriteriaSummary("dual-pi3k-jak2", "", "1", "built-in", ""))),
              List.of()),
          "test");

  private static TrialCriteria criteria() {
    return new CriteriaReader(REFERENCE)
        .read(ReferenceLoader.text("criteria/dual-pi3k-jak2.yaml"), "default", new InputProblems())
        .orElseThrow();
  }

  private static Cohort cohort(List<TumorSample> samples) {
    return new Cohort(
        samples.stream().map(s -> new Patient(s.patientId(), List.of(s))).toList(),
        Optional.empty(),
        List.of());
  }

  @Test
  void callsASampleAloneAsAmongAThousand() {
    List<TumorSample> samples =
        new ArrayList<>(
            List.of(
                sample("A").tripleNegative().sequenced().missense("PIK3CA", "p.H1047R").build(),
                sample("B")
                    .tripleNegative()
                    .sequenced()
                    .gistic("PTEN", 0)
                    .gistic("JAK2", 2)
                    .build(),
                sample("C").tripleNegative().build(),
                sample("D")
                    .sequenced("PIK3CA")
                    .variant("PTEN", Consequence.STOP_GAINED, "p.R130*")
                    .build()));
    IntStream.range(0, 1000)
        .mapToObj(i -> sample("X" + i).tripleNegative().sequenced().gistic("PTEN", -2))
        .map(SampleBuilder::build)
        .forEach(samples::add);
    StratificationReport all = stratification.stratify(cohort(samples), List.of());
    for (TumorSample one : samples.subList(0, 4)) {
      StratificationReport alone = stratification.stratify(cohort(List.of(one)), List.of());
      assertThat(alone.samples()).singleElement().isIn(all.samples());
      assertThat(alone.decisions().get("dual-pi3k-jak2"))
          .singleElement()
          .isIn(all.decisions().get("dual-pi3k-jak2"));
    }
  }

  @Test
  void restsAPatientsDecisionOnHerMostFavourableSample() {
    TumorSample primary = sample("P-01").tripleNegative().sequenced().gistic("PTEN", 0).build();
    TumorSample metastasis =
        new TumorSample(
            "P-06",
            primary.patientId(),
            primary.type(),
            primary.receptors(),
            primary.proteins(),
            sample().missense("AKT1", "p.E17K").build().variants(),
            primary.copyNumbers(),
            primary.coverage(),
            primary.clinical());
    Cohort cohort =
        new Cohort(
            List.of(new Patient(primary.patientId(), List.of(primary, metastasis))),
            Optional.empty(),
            List.of());
    PatientDecision decision =
        stratification.stratify(cohort, List.of()).decisions().get("dual-pi3k-jak2").get(0);
    assertThat(decision.deciding().sample().id()).isEqualTo("P-06");
    assertThat(decision.decision().decision()).isEqualTo(Decision.CANDIDATE);
    assertThat(decision.otherSamples()).containsExactly("P-01: NOT_CANDIDATE");
  }

  @Test
  void warnsOfAPrevalenceOutsideItsBand() {
    List<TumorSample> altered =
        IntStream.range(0, 20)
            .mapToObj(i -> sample("S" + i).tripleNegative().sequenced().gistic("PTEN", -2).build())
            .toList();
    assertThat(stratification.stratify(cohort(altered), List.of()).warnings())
        .singleElement()
        .asString()
        .contains("20 of 20", "100.0%");
    assertThat(stratification.stratify(cohort(altered.subList(0, 19)), List.of()).warnings())
        .as("too few to say")
        .isEmpty();
  }
}
