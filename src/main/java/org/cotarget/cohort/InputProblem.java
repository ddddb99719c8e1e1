package org.cotarget.cohort;

import java.util.Comparator;

/**
 * Something about an input that the user should know or mend. A problem is a value: all of them are
 * collected and shown at once, so that a cohort is not mended one error a run.
 *
 * @param severity what it does to the run
 * @param code stable upper-case identifier, e.g. {@code COLUMN_MISSING}; documented in {@code
 *     docs/problems.md}
 * @param where the file, line and column
 * @param message what was found, with the offending value
 * @param fix what the user can do about it
 */
public record InputProblem(
    Severity severity, String code, SourceLocation where, String message, String fix)
    implements Comparable<InputProblem> {

  private static final Comparator<InputProblem> ORDER =
      Comparator.comparing(InputProblem::severity)
          .thenComparing(InputProblem::where)
          .thenComparing(InputProblem::code)
          .thenComparing(InputProblem::message);

  /** What a problem does to the run. */
  public enum Severity {
    /** No result folder is written. */
    ERROR,
    /** The value is not used and the report says so; {@code --strict} makes it an error. */
    WARNING,
    /** Nothing was lost, but the reader made a choice that the user may want to know. */
    NOTE
  }

  @Override
  public int compareTo(InputProblem other) {
    return ORDER.compare(this, other);
  }
}
