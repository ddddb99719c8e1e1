package org.cotarget.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * One patient read back from a result folder, with what is needed to explain her decision.
 *
 * @param run the run that made the results
 * @param patient the patient
 */
public record Explanation(ResultsHeader run, PatientResult patient) {

  /** Writes the form of {@code results.json}, and by its schema, with this patient alone. */
  public void writeJson(Writer out) throws IOException {
    new ResultsJson().write(out, run, List.of(patient).iterator());
  }
}
