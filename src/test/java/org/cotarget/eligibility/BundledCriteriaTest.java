package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
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
        CriteriaReader.read(ReferenceLoader.text("criteria/" + id + ".yaml"), id, problems)
            .orElseThrow(() -> new AssertionError(problems.sorted()));
    assertThat(problems.sorted()).isEmpty();
    return criteria;
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

    assertThat(byDefault.decide(calls)).hasToString(flag);
    assertThat(byDefault.priority(calls)).isEqualTo(priority);
    assertThat(jakRequired.decide(calls)).hasToString(required);
  }
}
