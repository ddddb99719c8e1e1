package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.cohort.Receptor;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Next tests held against tumours of which everything is known, assessed as any other: a tumour
 * that completes an open one must come to a decision that its next tests foretell. Neither the
 * words that calls are thought to turn to nor how questions are joined enters what is expected.
 */
class NextTestBruteForceTest {

  private static final List<List<UnaryOperator<SampleBuilder>>> COMPLETE =
      List.of(
          List.of(
              s -> s.percent(Receptor.ER, NumberRange.exactly(0)),
              s -> s.percent(Receptor.ER, NumberRange.exactly(5)),
              s -> s.percent(Receptor.ER, NumberRange.exactly(80))),
          List.of(
              s -> s.percent(Receptor.PR, NumberRange.exactly(0)),
              s -> s.percent(Receptor.PR, NumberRange.exactly(80))),
          List.of(s -> s.score(0), s -> s.score(3)),
          List.of(
              s -> s.sequenced(),
              s -> s.sequenced().missense("PIK3CA", "p.H1047R"),
              s -> s.sequenced().missense("PTEN", "p.S10R"),
              s -> s.sequenced().variant("PIK3R1", Consequence.STOP_GAINED, "p.R348*")),
          List.of(
              s -> s.protein(Protein.PTEN, State.PRESENT),
              s -> s.protein(Protein.PTEN, State.ABSENT),
              s -> s.gistic("PTEN", 0),
              s -> s.gistic("PTEN", 0).gistic("PIK3CA", 2)),
          List.of(s -> s.gistic("JAK2", 0), s -> s.gistic("JAK2", 1), s -> s.gistic("JAK2", 2)));

  private static final List<String> LEAVES =
      List.of(
          "{call: TNBC_CALL, met: [TNBC], undetermined: [TNBC_PROBABLE, INDETERMINATE]%s}",
          "{call: PI3K_CALL, met: [ACTIVE_HIGH], undetermined: [INSUFFICIENT]%s}",
          "{call: PI3K_CALL, met: [ACTIVE_MODERATE], undetermined: [INSUFFICIENT]%s}",
          "{call: PI3K_CALL, met: [POSSIBLE, NOT_DETECTED], undetermined: [INSUFFICIENT]%s}",
          "{call: JAK_STAT5_CALL, met: [SUPPORTED], undetermined: [NOT_ASSESSED]%s}",
          "{call: JAK_STAT5_CALL, met: [WEAK], undetermined: [NOT_ASSESSED]%s}",
          "{call: ER, met: [NEG]%s}",
          "{call: ER, met: [LOW]%s}",
          "{call: PR, met: [POS]%s}",
          "{call: HER2, met: [NEGATIVE]%s}",
          "{number: ER_PERCENT, below: 1%s}",
          "{number: PR_PERCENT, at-least: 20%s}");

  /** Leaves wait for what the data lack, or all for one test that the file names. */
  @ParameterizedTest
  @ValueSource(strings = {"", ", test: one test for all"})
  void everyDecisionOfACompletedTumourIsForetold(String note) {
    Random random = new Random(20261126);
    Map<Decision, Integer> reached = new EnumMap<>(Decision.class);
    int always = 0;
    for (int round = 0; round < 120; round++) {
      String tree = tree(random, 2, note);
      EligibilityScreen screen =
          new EligibilityScreen(Leaves.trial("id: t\ncandidate: " + tree + "\n"), Leaves.REFERENCE);
      UnaryOperator<SampleBuilder> known = s -> s;
      List<List<UnaryOperator<SampleBuilder>>> open = new ArrayList<>();
      for (List<UnaryOperator<SampleBuilder>> question : COMPLETE) {
        if (random.nextBoolean()) {
          known = then(known, question.get(random.nextInt(question.size())));
        } else {
          open.add(question);
        }
      }
      CandidateDecision now = screen.decide(Leaves.assess(known.apply(sample())));
      if (now.decision() != Decision.INDETERMINATE) {
        continue;
      }
      Set<Decision> then = EnumSet.noneOf(Decision.class);
      for (UnaryOperator<SampleBuilder> done : completions(known, open)) {
        then.add(screen.decide(Leaves.assess(done.apply(sample()))).decision());
      }
      Set<Decision> told = EnumSet.noneOf(Decision.class);
      for (NextTest test : now.testSets()) {
        test.results().forEach(result -> told.add(result.decision()));
        always += test.everyResult() ? 1 : 0;
        if (test.everyResult()) {
          assertThat(then).as(tree + " " + test).doesNotContain(Decision.INDETERMINATE);
        }
      }
      then.forEach(decision -> reached.merge(decision, 1, Integer::sum));
      // Sets that only exclude are not named where a smaller one settles anything.
      assertThat(told.contains(Decision.CANDIDATE))
          .as(tree + " " + now.nextTests() + " " + then)
          .isEqualTo(then.contains(Decision.CANDIDATE));
      then.remove(Decision.INDETERMINATE);
      assertThat(told.isEmpty())
          .as(tree + " " + now.nextTests() + " " + then)
          .isEqualTo(then.isEmpty());
    }
    assertThat(reached).containsKeys(Decision.CANDIDATE, Decision.NOT_CANDIDATE);
    assertThat(always).isGreaterThan(10);
  }

  private static List<UnaryOperator<SampleBuilder>> completions(
      UnaryOperator<SampleBuilder> known, List<List<UnaryOperator<SampleBuilder>>> open) {
    List<UnaryOperator<SampleBuilder>> all = List.of(known);
    for (List<UnaryOperator<SampleBuilder>> question : open) {
      all =
          all.stream()
              .flatMap(before -> question.stream().map(answer -> then(before, answer)))
              .toList();
    }
    return all;
  }

  private static UnaryOperator<SampleBuilder> then(
      UnaryOperator<SampleBuilder> first, UnaryOperator<SampleBuilder> second) {
    return builder -> second.apply(first.apply(builder));
  }

  private static String tree(Random random, int depth, String note) {
    int kind = depth == 0 ? 0 : random.nextInt(5);
    if (kind == 0) {
      return LEAVES.get(random.nextInt(LEAVES.size())).replace("%s", note);
    }
    if (kind == 1) {
      return "{not: " + tree(random, depth - 1, note) + "}";
    }
    List<String> parts =
        Stream.generate(() -> tree(random, depth - 1, note)).limit(2 + random.nextInt(2)).toList();
    return "{" + (kind < 4 ? "all" : "any") + ": [" + String.join(", ", parts) + "]}";
  }
}
