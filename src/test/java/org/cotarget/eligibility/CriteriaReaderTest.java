package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriteriaReaderTest {

  private static final CriteriaReader READER = new CriteriaReader(ReferenceLoader.bundled());

  private static List<InputProblem> problems(String yaml) {
    InputProblems problems = new InputProblems();
    assertThat(READER.read(yaml.replace("\\n", "\n"), "c.yaml", problems)).isEmpty();
    return problems.sorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'' | CRITERIA_EMPTY | 0",
        "id: [a | CRITERIA_NOT_YAML | 1",
        "- a | CRITERIA_FORM | 1",
        "id: a | CRITERIA_FORM | 1",
        "id: a b\\ncandidate: {call: PI3K_CALL, met: [PROBABLE]} | CRITERIA_ID | 1",
        "id: a\\ncandidat: {call: PI3K_CALL, met: [PROBABLE]} | CRITERIA_KEY | 2",
        "id: a\\nid: b\\ncandidate: {call: PI3K_CALL, met: [PROBABLE]} | CRITERIA_KEY_TWICE | 2",
        "id: a\\ncandidate:\\n  all: []| CRITERIA_FORM | 3",
        "id: a\\ncandidate:\\n  all:\\n    - call: PI3K_CAL\\n      met: [PROBABLE]| CRITERIA_WORD | 4",
        "id: a\\ncandidate: {call: PI3K_CALL, met: [PROBABL]}| CRITERIA_WORD | 2",
        "id: a\\ncandidate: {call: PI3K_CALL, met: []}| CRITERIA_FORM | 2",
        "id: a\\ncandidate: {call: PI3K_CALL, met: [POSSIBLE], undetermined: [POSSIBLE]}| CRITERIA_WORD | 2",
        "id: a\\ncandidate: {call: PI3K_CALL, mett: [POSSIBLE]}| CRITERIA_KEY | 2",
        "id: a\\ncandidate: {call: PI3K_CALL, met: [POSSIBLE]}\\npriority: A| CRITERIA_FORM | 3"
      })
  void refusesWithLineAndCode(String yaml, String code, long line) {
    List<InputProblem> problems = problems(yaml.equals("''") ? "" : yaml);
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.where().line()).isEqualTo(line);
              assertThat(problem.where().path()).isEqualTo("c.yaml");
              assertThat(problem.fix()).isNotBlank();
            });
  }

  @Test
  void namesTheAllowedWords() {
    assertThat(problems("id: a\ncandidate: {call: TNBC_CALL, met: [TNB]}"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.fix()).contains("TNBC_PROBABLE", "NOT_TNBC"));
  }

  @Test
  void refusesDeepNesting() {
    String deep = "id: a\ncandidate: " + "{not: ".repeat(100) + "x" + "}".repeat(100);
    assertThat(problems(deep)).extracting(InputProblem::code).contains("CRITERIA_NOT_YAML");
  }

  @Test
  void readsNot() {
    InputProblems problems = new InputProblems();
    TrialCriteria criteria =
        READER.read(
                "id: a\ncandidate:\n  not: {call: TNBC_CALL, met: [NOT_TNBC], undetermined: [INDETERMINATE]}\n",
                "c.yaml",
                problems)
            .orElseThrow();
    assertThat(
            criteria.decide(
                BundledCriteriaTest.outcomes(Map.of(CallName.TNBC_CALL, "NOT_TNBC"))))
        .isEqualTo(Decision.NOT_CANDIDATE);
  }
}
