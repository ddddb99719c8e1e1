package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cotarget.testing.SampleBuilder.sample;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinResult.Protein;
import org.cotarget.cohort.ProteinResult.State;
import org.cotarget.testing.SampleBuilder;
import org.junit.jupiter.api.Test;

/**
 * The words that a call may turn to are those that the assessors give once the missing tests are
 * done, and no others.
 */
class SettledWordsTest {

  private static final List<UnaryOperator<SampleBuilder>> SEQUENCED =
      List.of(
          s -> s.sequenced(),
          s -> s.sequenced().missense("PIK3CA", "p.H1047R"),
          s -> s.sequenced().variant("PIK3R1", Consequence.STOP_GAINED, "p.R348*"),
          s -> s.sequenced().missense("PTEN", "p.S10R"),
          s -> s.sequenced().missense("PIK3CA", "p.A2V"));
  private static final List<UnaryOperator<SampleBuilder>> STAINED =
      List.of(
          s -> s.protein(Protein.PTEN, State.ABSENT), s -> s.protein(Protein.PTEN, State.PRESENT));
  private static final List<UnaryOperator<SampleBuilder>> COPIES =
      List.of(
          s -> s.gistic("PTEN", 0),
          s -> s.gistic("PTEN", -1),
          s -> s.gistic("PTEN", -2),
          s -> s.gistic("PTEN", 0).gistic("PIK3CA", 2));

  private static Set<String> settled(CallName call, SampleBuilder builder) {
    SampleFacts facts = Leaves.facts(Leaves.assess(builder));
    assertThat(call.missing(facts)).isNotEmpty();
    return new LinkedHashSet<>(call.settledWords(facts));
  }

  private static Set<String> reached(
      CallName call,
      UnaryOperator<SampleBuilder> known,
      List<List<UnaryOperator<SampleBuilder>>> tests) {
    Set<String> words = new LinkedHashSet<>();
    List<UnaryOperator<SampleBuilder>> done = List.of(known);
    for (List<UnaryOperator<SampleBuilder>> test : tests) {
      done =
          done.stream()
              .flatMap(
                  before ->
                      test.stream()
                          .<UnaryOperator<SampleBuilder>>map(
                              then -> builder -> then.apply(before.apply(builder))))
              .toList();
    }
    done.forEach(
        completed -> words.add(call.of(Leaves.facts(Leaves.assess(completed.apply(sample()))))));
    return words;
  }

  private static List<UnaryOperator<SampleBuilder>> stainedOrCounted() {
    return java.util.stream.Stream.concat(STAINED.stream(), COPIES.stream()).toList();
  }

  @Test
  void ofAnUntestedTumour() {
    assertThat(settled(CallName.PI3K_CALL, sample()))
        .containsExactlyInAnyOrderElementsOf(
            reached(CallName.PI3K_CALL, s -> s, List.of(SEQUENCED, stainedOrCounted())))
        .containsExactly("ACTIVE_HIGH", "ACTIVE_MODERATE", "POSSIBLE", "NOT_DETECTED");
  }

  @Test
  void ofATumourWithoutSequencing() {
    UnaryOperator<SampleBuilder> known = s -> s.gistic("PTEN", 0);
    assertThat(settled(CallName.PI3K_CALL, known.apply(sample())))
        .containsExactlyInAnyOrderElementsOf(reached(CallName.PI3K_CALL, known, List.of(SEQUENCED)))
        .containsExactly("ACTIVE_HIGH", "ACTIVE_MODERATE", "NOT_DETECTED");
  }

  @Test
  void ofAnAmplifiedKinaseThatPtenLossCanConfirm() {
    UnaryOperator<SampleBuilder> known = s -> s.sequenced().gistic("PTEN", 0).gistic("PIK3CA", 2);
    assertThat(settled(CallName.PI3K_CALL, known.apply(sample())))
        .containsExactlyInAnyOrderElementsOf(reached(CallName.PI3K_CALL, known, List.of(STAINED)))
        .containsExactly("ACTIVE_HIGH", "POSSIBLE");
  }

  @Test
  void ofJak() {
    assertThat(settled(CallName.JAK_STAT5_CALL, sample()))
        .containsExactlyInAnyOrderElementsOf(
            reached(
                CallName.JAK_STAT5_CALL,
                s -> s,
                List.of(
                    List.of(
                        s -> s.gistic("JAK2", 0),
                        s -> s.gistic("JAK2", 1),
                        s -> s.gistic("JAK2", 2)))))
        .containsExactly("SUPPORTED", "WEAK", "NOT_SUPPORTED");
  }
}
