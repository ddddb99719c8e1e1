package org.cotarget.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputProblemTest {

  @Test
  void quotesNoMoreOfAnInputThanAPersonReads() {
    InputProblems problems = new InputProblems();
    problems.error(
        "X",
        SourceLocation.ofLine("a.maf", 1).atColumn("x".repeat(1_000_000)),
        "y".repeat(1_000_000),
        "fix");
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).hasSizeLessThan(1_100).endsWith("...");
              assertThat(problem.where().column()).hasSizeLessThan(200);
            });
  }

  @Test
  void countsWhatRepeats() {
    InputProblems problems = new InputProblems();
    for (int line = 1; line <= 60; line++) {
      problems.warning("X", SourceLocation.ofLine("a.maf", line), "m", "f");
    }
    assertThat(problems.sorted()).hasSize(InputProblems.SHOWN_PER_FILE + 1);
    assertThat(problems.sorted().get(0).message()).contains("10 more");
    assertThat(problems.hasErrors()).isFalse();
    assertThat(problems.hasWarnings()).isTrue();
  }

  @Test
  void keepsTheFirstOfAKindInWhateverOrderTheyAreFound() {
    InputProblems forwards = new InputProblems();
    InputProblems backwards = new InputProblems();
    InputProblems late = new InputProblems();
    for (int line = 1; line <= 120; line++) {
      forwards.warning("X", SourceLocation.ofLine("a.maf", line), "m", "f");
      InputProblems half = line <= 60 ? late : backwards;
      half.warning("X", SourceLocation.ofLine("a.maf", 121 - line), "m", "f");
    }
    backwards.addAll(late);
    assertThat(backwards.sorted()).isEqualTo(forwards.sorted()).hasSize(51);
    assertThat(forwards.sorted().get(0).message()).contains("70 more");
    assertThat(forwards.sorted().get(50).where().line()).isEqualTo(50);
  }
}
