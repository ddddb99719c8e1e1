package org.cotarget.report;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes results in the form of another system. An export is written on request only, below {@code
 * export/} of the result folder, and one patient at a time, so that memory does not grow with the
 * cohort.
 */
public interface Export {

  /** Name on the command line and of its folder: lower-case letters. */
  String name();

  /**
   * Writes its files.
   *
   * @param source the results
   * @param folder an empty folder of its own
   */
  void write(ExportSource source, Path folder) throws IOException;
}
