package org.cotarget.report;

import java.util.stream.Stream;

/**
 * Results in the one form that every file is written from, whether they come from a run or from
 * result folders that were read back: so that a merged folder holds what one run would have
 * written.
 */
public interface Results {

  /** What is said of the whole cohort. */
  ResultsHeader header();

  /** Number of patients. */
  int size();

  /**
   * Every patient, sorted by id and made or read when asked for; can be asked for again.
   *
   * @return to be closed by the caller
   * @throws java.io.UncheckedIOException while it is walked, when a file cannot be read
   */
  Stream<PatientResult> patients();
}
