package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  /** Kleene's strong three-valued logic, complete. */
  @ParameterizedTest
  @CsvSource({
    // a, b, all, any
    "MET, MET, MET, MET",
    "MET, UNDETERMINED, UNDETERMINED, MET",
    "MET, NOT_MET, NOT_MET, MET",
    "UNDETERMINED, MET, UNDETERMINED, MET",
    "UNDETERMINED, UNDETERMINED, UNDETERMINED, UNDETERMINED",
    "UNDETERMINED, NOT_MET, NOT_MET, UNDETERMINED",
    "NOT_MET, MET, NOT_MET, MET",
    "NOT_MET, UNDETERMINED, NOT_MET, UNDETERMINED",
    "NOT_MET, NOT_MET, NOT_MET, NOT_MET"
  })
  void combines(Outcome a, Outcome b, Outcome all, Outcome any) {
    assertThat(Outcome.all(List.of(a, b))).isEqualTo(all);
    assertThat(Outcome.any(List.of(a, b))).isEqualTo(any);
    assertThat(Outcome.all(List.of(a, b)).not())
        .as("De Morgan")
        .isEqualTo(Outcome.any(List.of(a.not(), b.not())));
  }

  @Test
  void negates() {
    assertThat(Outcome.MET.not()).isEqualTo(Outcome.NOT_MET);
    assertThat(Outcome.NOT_MET.not()).isEqualTo(Outcome.MET);
    assertThat(Outcome.UNDETERMINED.not()).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void ofNothing() {
    assertThat(Outcome.all(List.of())).isEqualTo(Outcome.MET);
    assertThat(Outcome.any(List.of())).isEqualTo(Outcome.NOT_MET);
  }
}
