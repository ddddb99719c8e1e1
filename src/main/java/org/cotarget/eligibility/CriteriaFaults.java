package org.cotarget.eligibility;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.NearMatches;

/** Tells the faults of a criteria file, each where it is, with the words that are allowed. */
final class CriteriaFaults {

  static final String HELP = "see docs/criteria.md";

  private static final int LISTED = 20;

  private final InputProblems problems;

  CriteriaFaults(InputProblems problems) {
    this.problems = problems;
  }

  /** Something is not of the form it must have. */
  void form(SourceLocation where, String message, String fix) {
    problems.error("CRITERIA_FORM", where, message, fix + "; " + HELP);
  }

  /** A key that nothing has. */
  void unknownKey(SourceLocation where, String key, Collection<String> allowed) {
    problems.error(
        "CRITERIA_KEY",
        where,
        "unknown key '" + key + "'",
        near(key, allowed)
            + "allowed here: "
            + allowed.stream().sorted().collect(Collectors.joining(", ")));
  }

  /** A word that is not allowed. */
  void unknownWord(SourceLocation where, String message, String word, List<String> allowed) {
    problems.error("CRITERIA_WORD", where, message, near(word, allowed) + use(allowed));
  }

  /** Words that contradict each other. */
  void contradiction(SourceLocation where, String message, String fix) {
    problems.error("CRITERIA_WORD", where, message, fix);
  }

  void badId(SourceLocation where, String id) {
    problems.error(
        "CRITERIA_ID",
        where,
        "id is '" + id + "'",
        "give an id of letters, digits, '.', '_' or '-'");
  }

  private static String near(String word, Collection<String> allowed) {
    List<String> near = word.isEmpty() ? List.of() : NearMatches.of(word, allowed);
    return near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ";
  }

  private static String use(List<String> allowed) {
    String shown = allowed.stream().limit(LISTED).collect(Collectors.joining(", "));
    return "use words of ["
        + shown
        + (allowed.size() > LISTED ? ", and " + (allowed.size() - LISTED) + " more" : "")
        + "]";
  }
}
