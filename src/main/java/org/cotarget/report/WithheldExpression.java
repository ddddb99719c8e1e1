package org.cotarget.report;

import java.util.Optional;
import org.cotarget.cohort.InputProblems;

/** Counts the samples whose expression could not be compared with the model. */
final class WithheldExpression implements CohortCheck {

  private int measured;
  private int refused;
  private String example = "";

  /**
   * Takes a sample; the first one without scores is the example.
   *
   * @param measured whether it is in an expression matrix
   * @param refusal why it was not scored; empty where it was
   */
  void add(String sampleId, boolean measured, String refusal) {
    this.measured += measured ? 1 : 0;
    if (measured && !refusal.isEmpty()) {
      refused++;
      example = refused == 1 ? sampleId + ": " + refusal : example;
    }
  }

  @Override
  public void add(PatientResult patient) {
    for (SampleResult sample : patient.samples()) {
      add(sample.id(), sample.expression().measured(), sample.expression().refusal());
    }
  }

  /** What is withheld stands with the scores and is no problem. */
  @Override
  public void tell(InputProblems problems) {}

  /** One sentence; empty where every sample was scored. */
  Optional<String> note() {
    return refused == 0
        ? Optional.empty()
        : Optional.of(
            "expression withheld for " + refused + " of " + measured + " samples, e.g. " + example);
  }
}
