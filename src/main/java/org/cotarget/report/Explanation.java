package org.cotarget.report;

/**
 * One patient read back from a result folder, with what is needed to explain her decision.
 *
 * @param run the run that made the results
 * @param patient the patient
 */
public record Explanation(ResultsHeader run, PatientResult patient) {}
