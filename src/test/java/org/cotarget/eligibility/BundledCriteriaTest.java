package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BundledCriteriaTest {

  private final TrialCriteria byDefault = read("dual-pi3k-jak2");
  private final TrialCriteria jakRequired = read("dual-pi3k-jak2-required");

  static TrialCriteria read(String id) {
    InputProblems problems = new InputProblems();
    TrialCriteria criteria =
        new CriteriaReader(ReferenceLoader.bundled())
            .read(ReferenceLoader.text("criteria/" + id + ".yaml"), id, problems)
            .orElseThrow(() -> new AssertionError(problems.sorted()));
    assertThat(problems.sorted()).isEmpty();
    return criteria;
  }

  /** Outcomes of leaves about calls, for given words. */
  static Function<Leaf, Outcome> outcomes(Map<CallName, String> calls) {
    return leaf -> {
      CallIs is = (CallIs) leaf;
      return is.outcome(Objects.requireNonNull(calls.get(is.call())));
    };
  }

  /** All 96 rows of the decision's truth table, with and without JAK2/STAT5 required. */
  @ParameterizedTest
  @CsvFileSource(resources = "/facts/final_flag.tsv", delimiter = '\t', numLinesToSkip = 1)
  void decideAsTheTruthTable(
      String tnbc, String pi3k, String jak, String flag, String priority, String required) {
    Map<CallName, String> calls = new EnumMap<>(CallName.class);
    calls.put(CallName.TNBC_CALL, tnbc);
    calls.put(CallName.PI3K_CALL, pi3k);
    calls.put(CallName.JAK_STAT5_CALL, jak);

    assertThat(byDefault.decide(outcomes(calls))).hasToString(flag);
    assertThat(byDefault.priority(outcomes(calls))).isEqualTo(priority);
    assertThat(jakRequired.decide(outcomes(calls))).hasToString(required);
  }
}
