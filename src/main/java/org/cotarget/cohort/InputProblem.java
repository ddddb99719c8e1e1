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

  /**
   * Text of an input is quoted up to this many characters: a line of a broken file may hold
   * millions.
   */
  private static final int LONGEST_MESSAGE = 1_000;

  private static final int LONGEST_COLUMN = 100;

  private static final Comparator<InputProblem> ORDER =
      Comparator.comparing(InputProblem::severity)
          .thenComparing(InputProblem::where)
          .thenComparing(InputProblem::code)
          .thenComparing(InputProblem::message)
          .thenComparing(InputProblem::fix);

  /** What a problem does to the run. */
  public enum Severity {
    /** No result folder is written. */
    ERROR,
    /** The value is not used and the report says so; {@code --strict} makes it an error. */
    WARNING,
    /** Nothing was lost, but the reader made a choice that the user may want to know. */
    NOTE
  }

  public InputProblem {
    message = cut(message, LONGEST_MESSAGE);
    fix = cut(fix, LONGEST_MESSAGE);
    where = new SourceLocation(where.path(), where.line(), cut(where.column(), LONGEST_COLUMN));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "...";
  }

  @Override
  public int compareTo(InputProblem other) {
    return ORDER.compare(this, other);
  }
}
