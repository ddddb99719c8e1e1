package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cotarget.assess.jakstat.JakStatAssessor;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.receptor.ReceptorAssessor;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever is told that a decision is open is told what to order next, and nobody else is, for every
 * combination of what may be known of a tumour.
 */
class NextTestInvariantTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final JakStatAssessor JAK_STAT = new JakStatAssessor(REFERENCE);
  private static final Pi3kAssessor PI3K = new Pi3kAssessor(REFERENCE);

  private static final List<Map<String, UnaryOperator<SampleBuilder>>> KNOWLEDGE =
      List.of(
          hormoneReceptor(Receptor.ER),
          hormoneReceptor(Receptor.PR),
          her2(),
          sequencing(),
          event(),
          ptenCopyNumber(),
          jak2CopyNumber());

  @ParameterizedTest
  @CsvSource({
    "dual-pi3k-jak2, false",
    "dual-pi3k-jak2, true",
    "dual-pi3k-jak2-required, false",
    "dual-pi3k-jak2-required, true"
  })
  void openDecisionsNameATestAndOthersNone(String criteria, boolean erLowIncluded) {
    EligibilityScreen screen = new EligibilityScreen(BundledCriteriaTest.read(criteria), REFERENCE);
    ReceptorAssessor receptors = new ReceptorAssessor(REFERENCE, erLowIncluded);
    List<String> broken = new ArrayList<>();
    Map<Decision, Integer> seen = new LinkedHashMap<>();
    combinations()
        .forEach(
            (name, sample) -> {
              CandidateDecision decided = screen.decide(assess(sample, receptors));
              seen.merge(decided.decision(), 1, Integer::sum);
              boolean open = decided.decision() == Decision.INDETERMINATE;
              boolean named = decided.nextTests().stream().anyMatch(test -> !test.isBlank());
              if (open != named) {
                broken.add(name + " is " + decided.decision() + ": " + decided.nextTests());
              }
            });
    assertThat(broken).isEmpty();
    assertThat(seen).containsKeys(Decision.INDETERMINATE, Decision.NOT_CANDIDATE);
  }

  /** A screen remembers what it worked out for other samples; that must be what fits each. */
  @ParameterizedTest
  @ValueSource(strings = {"dual-pi3k-jak2-required", "capitello-290-like", "epik-b3-pten-loss"})
  void aSampleIsToldTheSameAloneAndAmongOthers(String criteria) {
    TrialCriteria trial = BundledCriteriaTest.read(criteria);
    EligibilityScreen shared = new EligibilityScreen(trial, REFERENCE);
    ReceptorAssessor receptors = new ReceptorAssessor(REFERENCE, false);
    int open = 0;
    int place = 0;
    for (TumorSample sample : combinations().values()) {
      AssessedSample assessed = assess(sample, receptors);
      CandidateDecision among = shared.decide(assessed);
      // A step that is prime to the number of answers of each question meets all of them.
      if (place++ % 29 == 0 && !among.testSets().isEmpty()) {
        open++;
        assertThat(new EligibilityScreen(trial, REFERENCE).decide(assessed)).isEqualTo(among);
      }
    }
    assertThat(open).isGreaterThan(10);
  }

  private static AssessedSample assess(TumorSample sample, ReceptorAssessor receptors) {
    return new AssessedSample(
        sample,
        ExpressionProfile.NONE,
        receptors.assess(sample),
        PI3K.assess(sample, ExpressionProfile.NONE, false),
        JAK_STAT.assess(sample, ExpressionProfile.NONE));
  }

  private static Map<String, TumorSample> combinations() {
    Map<String, UnaryOperator<SampleBuilder>> all = new LinkedHashMap<>();
    all.put("", sample -> sample);
    for (Map<String, UnaryOperator<SampleBuilder>> question : KNOWLEDGE) {
      Map<String, UnaryOperator<SampleBuilder>> wider = new LinkedHashMap<>();
      all.forEach(
          (name, before) ->
              question.forEach(
                  (answer, then) ->
                      wider.put(
                          name.isEmpty() ? answer : name + ", " + answer,
                          sample -> then.apply(before.apply(sample)))));
      all = wider;
    }
    Map<String, TumorSample> samples = new LinkedHashMap<>();
    all.forEach((name, builder) -> samples.put(name, builder.apply(sample()).build()));
    return samples;
  }

  private static Map<String, UnaryOperator<SampleBuilder>> hormoneReceptor(Receptor receptor) {
    Map<String, UnaryOperator<SampleBuilder>> answers = new LinkedHashMap<>();
    answers.put(receptor + " not given", s -> s);
    answers.put(receptor + " negative", s -> s.status(receptor, Status.NEGATIVE));
    answers.put(receptor + " 5%", s -> s.percent(receptor, NumberRange.exactly(5)));
    answers.put(receptor + " positive", s -> s.status(receptor, Status.POSITIVE));
    answers.put(
        receptor + " in conflict",
        s -> s.status(receptor, Status.POSITIVE).status(receptor, Status.NEGATIVE));
    return answers;
  }

  private static Map<String, UnaryOperator<SampleBuilder>> her2() {
    Map<String, UnaryOperator<SampleBuilder>> answers = new LinkedHashMap<>();
    answers.put("HER2 not given", s -> s);
    answers.put("HER2 0", s -> s.score(0));
    answers.put("HER2 2+", s -> s.score(2));
    answers.put("HER2 3+", s -> s.score(3));
    answers.put("HER2 in conflict", s -> s.score(0).ish(Status.POSITIVE));
    return answers;
  }

  private static Map<String, UnaryOperator<SampleBuilder>> sequencing() {
    Map<String, UnaryOperator<SampleBuilder>> answers = new LinkedHashMap<>();
    answers.put("not sequenced", s -> s);
    answers.put("panel without AKT1", s -> s.sequenced("PIK3CA", "PTEN"));
    answers.put("exome", SampleBuilder::sequenced);
    return answers;
  }

  private static Map<String, UnaryOperator<SampleBuilder>> event() {
    Map<String, UnaryOperator<SampleBuilder>> answers = new LinkedHashMap<>();
    answers.put("no event", s -> s);
    answers.put("PIK3CA H1047R", s -> s.missense("PIK3CA", "p.H1047R"));
    answers.put("PIK3CA amplified", s -> s.gistic("PIK3CA", 2));
    answers.put("PTEN shallow loss", s -> s.gistic("PTEN", -1));
    answers.put("PTEN missense", s -> s.variant("PTEN", Consequence.MISSENSE_VARIANT, "p.S10R"));
    return answers;
  }

  /** A neutral PTEN leaves a shallow loss as it is: one gene has one copy number. */
  private static Map<String, UnaryOperator<SampleBuilder>> ptenCopyNumber() {
    Map<String, UnaryOperator<SampleBuilder>> answers = new LinkedHashMap<>();
    answers.put("PTEN copies not given", s -> s);
    answers.put(
        "PTEN copies known",
        s ->
            s.build().copyNumbers().stream().anyMatch(call -> call.gene().equals("PTEN"))
                ? s
                : s.gistic("PTEN", 0));
    return answers;
  }

  private static Map<String, UnaryOperator<SampleBuilder>> jak2CopyNumber() {
    Map<String, UnaryOperator<SampleBuilder>> answers = new LinkedHashMap<>();
    answers.put("JAK2 copies not given", s -> s);
    answers.put("JAK2 neutral", s -> s.gistic("JAK2", 0));
    answers.put("JAK2 gained", s -> s.gistic("JAK2", 1));
    answers.put("JAK2 amplified", s -> s.gistic("JAK2", 2));
    return answers;
  }
}
