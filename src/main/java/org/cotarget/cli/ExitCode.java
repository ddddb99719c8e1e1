package org.cotarget.cli;

/** Exit codes, as scripts and workflow engines see them. */
final class ExitCode {

  /** Done; warnings may have been printed. */
  static final int OK = 0;

  /** The data cannot be used, or {@code --strict} was given and there were warnings. */
  static final int BAD_DATA = 1;

  /** The command line cannot be used. */
  static final int USAGE = 2;

  /** A fault of cotarget. */
  static final int INTERNAL = 70;

  private ExitCode() {}
}
