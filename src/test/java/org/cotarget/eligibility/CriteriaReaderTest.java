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
        "id: a\\ncandidate: {call: PI3K_CALL, met: [POSSIBLE]}\\npriority: A| CRITERIA_FORM | 3",
        "id: a\\ncandidate: {call: PI3K_CALL, met: [POSSIBLE]}\\npriority: {'-': {covered: PTEN}}| CRITERIA_FORM | 3"
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

  @ParameterizedTest
  @CsvSource({"at-least: 5, at-most: 5", "at-least: 3, below: 5", "above: 3, at-most: 3.5"})
  void takesBoundsThatANumberLiesWithin(String low, String high) {
    assertThat(Leaves.criterion("{column: A, " + low + ", " + high + "}").leaves()).hasSize(1);
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
    assertThat(problems(deep))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("CRITERIA_NOT_YAML");
              assertThat(problem.where()).hasToString("c.yaml:2 [column 306]");
              assertThat(problem.message()).contains("nested more than 50 deep");
            });
  }

  @Test
  void saysWhatIsWrongWithATab() {
    assertThat(problems("id: a\ncandidate:\n\tcall: PI3K_CALL"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("CRITERIA_NOT_YAML");
              assertThat(problem.where().line()).isEqualTo(3);
              assertThat(problem.message()).contains("'\\t(TAB)'");
            });
  }

  @Test
  void readsNot() {
    InputProblems problems = new InputProblems();
    TrialCriteria criteria =
        READER
            .read(
                "id: a\ncandidate:\n  not: {call: TNBC_CALL, met: [NOT_TNBC], undetermined: [INDETERMINATE]}\n",
                "c.yaml",
                problems)
            .orElseThrow();
    assertThat(
            criteria.decide(BundledCriteriaTest.outcomes(Map.of(CallName.TNBC_CALL, "NOT_TNBC"))))
        .isEqualTo(Decision.NOT_CANDIDATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{alteration: KRASS} | CRITERIA_WORD | 2",
        "{alteration: PIK3CA, protein: nonsense} | CRITERIA_FORM | 2",
        "{alteration: PIK3CA, codons: 5-3} | CRITERIA_FORM | 2",
        "{alteration: PIK3CA, class: nonsense} | CRITERIA_WORD | 2",
        "{alteration: PIK3CA, copy-number: lost} | CRITERIA_WORD | 2",
        "{number: ER_PERCENT} | CRITERIA_FORM | 2",
        "{number: ER_PERCENT, below: low} | CRITERIA_FORM | 2",
        "{number: ER_PERCENT, below: .inf} | CRITERIA_FORM | 2",
        "{number: ER_PERCENTS, below: 1} | CRITERIA_WORD | 2",
        "{signature: PROGENY, at-least: 1} | CRITERIA_WORD | 2",
        "{covered: PTEN, layer: RNA} | CRITERIA_WORD | 2",
        "{column: [], at-most: 1} | CRITERIA_FORM | 2",
        "{column: A, at-most: 1, met: [x]} | CRITERIA_FORM | 2",
        "{column: A, at-most: 1, cell-unit: g} | CRITERIA_FORM | 2",
        "{column: A, met: [x], not-met: [X]} | CRITERIA_WORD | 2",
        "{column: A, until: 2024-01-31, in: months, at-least: 1.5} | CRITERIA_FORM | 2",
        "{column: A, until: 2024-01-31, in: years, at-most: 1000000} | CRITERIA_FORM | 2",
        "{column: A, at-least: 5, below: 3} | CRITERIA_WORD | 2",
        "{column: A, at-least: 5, below: 5} | CRITERIA_WORD | 2",
        "{column: A, above: 5, at-most: 5} | CRITERIA_WORD | 2",
        "{number: ER_PERCENT, above: 5, at-most: 1, at-least: 0} | CRITERIA_WORD | 2",
        "{column: A, met: [x, None]} | CRITERIA_WORD | 2",
        "{column: A, met: [x], not-met: ['not assessed']} | CRITERIA_WORD | 2",
        "{column: A, met: [x, y], missing: [X]} | CRITERIA_WORD | 2",
        "{column: A, until: today, in: days, at-least: 1} | CRITERIA_FORM | 2",
        "{column: A, until: 2024-01-01, at-least: 1} | CRITERIA_FORM | 2",
        "{column: A, until: 2024-01-01, until-column: B, in: days, at-least: 1} | CRITERIA_FORM | 2",
        "{column: A, at-most: 1, quantity: hba} | CRITERIA_WORD | 2",
        "{column: A, at-most: 1, recoverable: yes please} | CRITERIA_WORD | 2",
        "{column: A, at-most: 1, recoverable: true} | CRITERIA_FORM | 2",
        "{at-least: 3, of: [{covered: PTEN}, {covered: AKT1}]} | CRITERIA_FORM | 2",
        "{of: [{covered: PTEN}]} | CRITERIA_FORM | 2",
        "{all: [{covered: PTEN}], any: [{covered: PTEN}]} | CRITERIA_FORM | 2",
        "{text: nothing} | CRITERIA_FORM | 2",
        "{all: [[]]} | CRITERIA_FORM | 2",
        "&a {covered: PTEN}\\npossible: *a | CRITERIA_ALIAS | 3",
        "{covered: PTEN}\\n---\\nid: b | CRITERIA_FORM | 4",
        "{covered: PTEN}\\nclinical: {cal: ER} | CRITERIA_KEY | 3"
      })
  void refusesLeaves(String candidate, String code, long line) {
    assertThat(problems("id: a\ncandidate: " + candidate))
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.where().line()).isEqualTo(line);
              assertThat(problem.where().column()).startsWith("column ");
              assertThat(problem.fix()).isNotBlank();
            });
  }

  @Test
  void tellsAllFaultsAtOnceWithNearWords() {
    assertThat(
            problems(
                "id: a\ncandidate:\n  all:\n    - {call: TNBC_CAL, met: [TNBC]}\n    - {alteration: PIK3CA, clas: hotspot}\n    - {number: ER_PERCENT, belo: 1}\n"))
        .extracting(problem -> problem.where().line() + " " + problem.fix())
        .anyMatch(text -> text.startsWith("4 did you mean TNBC_CALL?"))
        .anyMatch(text -> text.startsWith("5 did you mean class?"))
        .anyMatch(text -> text.startsWith("6 did you mean below?"));
  }

  @Test
  void refusesAliasBombsAndGiants() {
    StringBuilder bomb = new StringBuilder("id: a\nx0: &x0 [a, a]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("x").append(i).append(": &x").append(i).append(" [");
      bomb.append("*x").append(i - 1).append(", *x").append(i - 1).append("]\n");
    }
    assertThat(problems(bomb.toString())).extracting(InputProblem::code).contains("CRITERIA_ALIAS");
    assertThat(problems("id: " + "a".repeat(YamlText.MAX_CHARACTERS)))
        .extracting(InputProblem::code)
        .containsExactly("CRITERIA_TOO_LARGE");
    assertThat(problems("id: a\ncandidate: [" + "a,".repeat(YamlText.MAX_NODES) + "a]"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("CRITERIA_NOT_YAML");
              assertThat(problem.where().line()).isEqualTo(2);
            });
  }
}
