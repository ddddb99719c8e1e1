package org.cotarget.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.report.TableText;

/** Prints problems for people: where, what, what to do. */
final class ProblemPrinter {

  private ProblemPrinter() {}

  /** Prints all problems of at least a severity, then counts them by severity. */
  static void print(List<InputProblem> problems, Severity least, PrintWriter out) {
    print(problems, least, UnaryOperator.identity(), out);
  }

  /** Likewise, each text as {@code shown} makes it. */
  static void print(
      List<InputProblem> problems, Severity least, UnaryOperator<String> shown, PrintWriter out) {
    for (InputProblem problem : problems) {
      if (problem.severity().compareTo(least) <= 0) {
        out.println(
            problem.severity().name().toLowerCase(Locale.ROOT)
                + " "
                + problem.code()
                + " "
                + printable(shown.apply(problem.where().toString()))
                + ": "
                + printable(shown.apply(problem.message())));
        out.println("    " + printable(shown.apply(problem.fix())));
      }
    }
  }

  /** One line, e.g. {@code 2 errors, 1 warning, 5 notes}. */
  static String counts(List<InputProblem> problems) {
    return count(problems, Severity.ERROR, "error")
        + ", "
        + count(problems, Severity.WARNING, "warning")
        + ", "
        + count(problems, Severity.NOTE, "note");
  }

  private static String count(List<InputProblem> problems, Severity severity, String word) {
    long n = problems.stream().filter(p -> p.severity() == severity).count();
    return n + " " + word + (n == 1 ? "" : "s");
  }

  /**
   * Text of an input may hold controls, also of C1 and of writing direction, that would move the
   * cursor or hide what follows: the characters that tables escape, too.
   */
  static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> safe.appendCodePoint(TableText.isHidden(point) ? 0xFFFD : point));
    return safe.toString();
  }
}
