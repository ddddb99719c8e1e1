package org.cotarget.cli;

/** Exit codes, as scripts and workflow engines see them. */
final class ExitCode {

  /** Done; warnings may have been printed. */
  static final int OK = 0;

  /**
   * The data cannot be used, the result cannot be written, or {@code --strict} was given and there
   * were warnings.
   */
  static final int BAD_DATA = 1;

  /** The command line cannot be used. */
  static final int USAGE = 2;

  /** A fault of cotarget. */
  static final int INTERNAL = 70;

  /** Java had not enough memory; the same command may succeed with more. */
  static final int MEMORY = 71;

  /** Standard output was closed or full, and what was lost was all that the command does. */
  static final int OUTPUT_LOST = 74;

  private ExitCode() {}
}
