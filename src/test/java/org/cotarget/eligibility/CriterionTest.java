package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The complete truth tables of the combinations. */
class CriterionTest {

  private static final List<Leaf> LEAVES =
      List.of(leaf("A"), leaf("B"), leaf("C"), leaf("D"), leaf("E"));

  static Leaf leaf(String column) {
    return new ColumnWordIs(
        new ColumnName(List.of(column), Set.of()),
        Set.of("yes"),
        Set.of("no"),
        LeafNote.of(column));
  }

  private static Outcome evaluate(Criterion criterion, List<Outcome> outcomes) {
    return criterion.evaluate(leaf -> outcomes.get(LEAVES.indexOf(leaf)));
  }

  @ParameterizedTest
  @CsvSource({
    "MET, MET, MET, MET, MET",
    "MET, UNDETERMINED, UNDETERMINED, MET, UNDETERMINED",
    "MET, NOT_MET, NOT_MET, MET, NOT_MET",
    "UNDETERMINED, MET, UNDETERMINED, MET, UNDETERMINED",
    "UNDETERMINED, UNDETERMINED, UNDETERMINED, UNDETERMINED, UNDETERMINED",
    "UNDETERMINED, NOT_MET, NOT_MET, UNDETERMINED, UNDETERMINED",
    "NOT_MET, MET, NOT_MET, MET, NOT_MET",
    "NOT_MET, UNDETERMINED, NOT_MET, UNDETERMINED, NOT_MET",
    "NOT_MET, NOT_MET, NOT_MET, NOT_MET, NOT_MET"
  })
  void twoParts(Outcome a, Outcome b, Outcome all, Outcome any, Outcome inOrder) {
    List<Criterion> parts = List.copyOf(LEAVES.subList(0, 2));
    assertThat(evaluate(new Criterion.All(parts, ""), List.of(a, b))).isEqualTo(all);
    assertThat(evaluate(new Criterion.Any(parts, ""), List.of(a, b))).isEqualTo(any);
    assertThat(evaluate(new Criterion.InOrder(parts, ""), List.of(a, b))).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @CsvSource({"MET, NOT_MET", "NOT_MET, MET", "UNDETERMINED, UNDETERMINED"})
  void not(Outcome of, Outcome expected) {
    assertThat(evaluate(new Criterion.Not(LEAVES.get(0), ""), List.of(of))).isEqualTo(expected);
  }

  /**
   * Every n of every k up to five, over all outcomes: met or not met exactly when every way of
   * settling what is undetermined agrees.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void atLeast(int k) {
    List<Criterion> parts = List.copyOf(LEAVES.subList(0, k));
    for (List<Outcome> outcomes : rows(k, Outcome.values())) {
      for (int n = 1; n <= k; n++) {
        boolean always = true;
        boolean ever = false;
        for (List<Outcome> settled : rows(k, new Outcome[] {Outcome.MET, Outcome.NOT_MET})) {
          if (agrees(outcomes, settled)) {
            boolean met = settled.stream().filter(o -> o == Outcome.MET).count() >= n;
            always &= met;
            ever |= met;
          }
        }
        Outcome expected = always ? Outcome.MET : ever ? Outcome.UNDETERMINED : Outcome.NOT_MET;
        assertThat(evaluate(new Criterion.AtLeast(n, parts, ""), outcomes))
            .as("at least %d of %s", n, outcomes)
            .isEqualTo(expected);
      }
    }
  }

  private static boolean agrees(List<Outcome> outcomes, List<Outcome> settled) {
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) != Outcome.UNDETERMINED && outcomes.get(i) != settled.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static List<List<Outcome>> rows(int k, Outcome[] values) {
    List<List<Outcome>> rows = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < k; i++) {
      List<List<Outcome>> longer = new ArrayList<>();
      for (List<Outcome> row : rows) {
        for (Outcome value : values) {
          List<Outcome> next = new ArrayList<>(row);
          next.add(value);
          longer.add(next);
        }
      }
      rows = longer;
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_MET, MET, NOT_MET",
    "UNDETERMINED, MET, MET",
    "MET, MET, MET",
    "MET, UNDETERMINED, UNDETERMINED"
  })
  void clinicalCriteriaExcludeButHideNobody(Outcome clinical, Outcome candidate, Outcome expected) {
    TrialCriteria criteria =
        new TrialCriteria(
            "t",
            "t",
            "1",
            "",
            LEAVES.get(1),
            LEAVES.get(1),
            java.util.Optional.of(LEAVES.get(0)),
            List.of());
    Map<Leaf, Outcome> outcomes = Map.of(LEAVES.get(0), clinical, LEAVES.get(1), candidate);
    Decision decision = criteria.decide(outcomes::get);
    assertThat(decision)
        .isEqualTo(
            switch (expected) {
              case MET -> Decision.CANDIDATE;
              case UNDETERMINED -> Decision.INDETERMINATE;
              case NOT_MET -> Decision.NOT_CANDIDATE;
            });
  }
}
