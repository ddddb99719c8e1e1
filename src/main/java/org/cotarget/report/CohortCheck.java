package org.cotarget.report;

import org.cotarget.cohort.InputProblems;

/** Looks at every patient of a cohort and then tells what it found. It changes no call. */
interface CohortCheck {

  /** Looks at one patient; patients come sorted by id. */
  void add(PatientResult patient);

  /** Tells what was found in all of them. */
  void tell(InputProblems problems);
}
