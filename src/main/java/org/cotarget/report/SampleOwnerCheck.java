package org.cotarget.report;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;

/** Refuses samples of two patients, which no run would take but two runs may. */
final class SampleOwnerCheck implements CohortCheck {

  private final Set<String> samples = new HashSet<>();
  private final Set<String> repeated = new LinkedHashSet<>();

  @Override
  public void add(PatientResult patient) {
    for (SampleResult sample : patient.samples()) {
      if (!samples.add(sample.id())) {
        repeated.add(sample.id());
      }
    }
  }

  @Override
  public void tell(InputProblems problems) {
    if (!repeated.isEmpty()) {
      problems.error(
          "SAMPLE_OF_TWO_PATIENTS",
          SourceLocation.ofFile("cohort"),
          "samples belong to two patients: " + ShownNames.some(repeated),
          "give each sample one patient and run again");
    }
  }
}
