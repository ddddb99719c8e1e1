package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotarget.assess.jakstat.JakStatAssessor;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.receptor.ReceptorAssessor;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.ClinicalVocabulary;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.testing.SampleBuilder;

/** Reads leaves from YAML and looks at samples with them. */
final class Leaves {

  static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final ReceptorAssessor RECEPTORS = new ReceptorAssessor(REFERENCE, false);
  private static final Pi3kAssessor PI3K = new Pi3kAssessor(REFERENCE);
  private static final JakStatAssessor JAK_STAT = new JakStatAssessor(REFERENCE);

  private Leaves() {}

  static TrialCriteria trial(String yaml) {
    InputProblems problems = new InputProblems();
    TrialCriteria criteria =
        new CriteriaReader(REFERENCE)
            .read(yaml, "c.yaml", problems)
            .orElseThrow(() -> new AssertionError(problems.sorted()));
    assertThat(problems.sorted()).isEmpty();
    return criteria;
  }

  static Criterion criterion(String yaml) {
    return trial("id: t\ncandidate: " + yaml + "\n").candidate();
  }

  static AssessedSample assess(SampleBuilder builder) {
    return assess(builder, ExpressionProfile.NONE);
  }

  static AssessedSample assess(SampleBuilder builder, ExpressionProfile expression) {
    TumorSample sample = builder.build();
    return new AssessedSample(
        sample,
        expression,
        RECEPTORS.assess(sample),
        PI3K.assess(sample, expression, true),
        JAK_STAT.assess(sample, expression));
  }

  static SampleFacts facts(AssessedSample sample) {
    return new SampleFacts(sample, REFERENCE, ClinicalVocabulary.bundled());
  }

  /** What a sample has for a criterion in YAML. */
  static Finding find(String yaml, SampleBuilder builder) {
    return find(yaml, assess(builder));
  }

  static Finding find(String yaml, AssessedSample sample) {
    List<Leaf> leaves = criterion(yaml).leaves();
    assertThat(leaves).hasSize(1);
    return leaves.get(0).find(facts(sample));
  }

  static Outcome outcome(String yaml, SampleBuilder builder) {
    SampleFacts facts = facts(assess(builder));
    Map<Leaf, Outcome> outcomes = new HashMap<>();
    Criterion criterion = criterion(yaml);
    criterion.leaves().forEach(leaf -> outcomes.put(leaf, leaf.find(facts).outcome()));
    return criterion.evaluate(outcomes::get);
  }
}
