package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuantificationCheckTest {

  private static final String FIRST = "counts by reads of STAR, first strand; 2 genes; sample S1";
  private static final String OTHER = "counts by reads of STAR, unstranded; 2 genes; sample S2";
  private static final String SALMON =
      "linear (TPM, FPKM or RSEM) by TPM of salmon; 2 genes; sample S3";

  @Test
  void warnsOfStrandsThatDiffer() {
    assertThat(problems(FIRST, OTHER, FIRST))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("STRANDS_DIFFER");
              assertThat(problem.message())
                  .contains("first strand in 2 files, unstranded in 1 files");
            });
  }

  @Test
  void valuesOfTwoKindsAreAnError() {
    assertThat(problems(FIRST, SALMON))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("QUANTIFICATIONS_DIFFER");
              assertThat(problem.severity()).isEqualTo(InputProblem.Severity.ERROR);
              assertThat(problem.message()).contains("TPM of salmon in 1 files");
            });
  }

  @Test
  void filesOfOneKindAndMatricesAreFine() {
    assertThat(problems(SALMON, SALMON, "log2 by its values; 20000 genes; 80 samples")).isEmpty();
  }

  /** A detail of shards' results may be of any length; a minute would not do for a backtracking. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLongDetailTakesNoTimeByTheSquareOfItsLength() {
    String words = " by  of ,".repeat(200_000);
    assertThat(problems(FIRST, words, words + "; 2 genes; sample ", words + "; x")).isEmpty();
    assertThat(problems(FIRST, FIRST + words)).isEmpty();
  }

  private static List<InputProblem> problems(String... details) {
    InputProblems problems = new InputProblems();
    QuantificationCheck.check(
        List.of(details).stream()
            .map(detail -> new InputFile("x", "expression", "", 1, detail))
            .toList(),
        problems);
    return problems.sorted();
  }
}
