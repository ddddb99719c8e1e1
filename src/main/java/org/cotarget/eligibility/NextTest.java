package org.cotarget.eligibility;

import java.util.List;

/**
 * One of the smallest sets of tests that would change a decision.
 *
 * @param tests the tests, all of which have to be done
 * @param results what they have to show, and what the decision then is; empty where there are too
 *     many alternatives to tell which tests suffice
 * @param resultsLeftOut how many more results change the decision
 * @param everyResult whether the decision changes whatever they show
 * @param text all this in one line for people
 */
public record NextTest(
    List<String> tests,
    List<Result> results,
    int resultsLeftOut,
    boolean everyResult,
    String text) {

  /** Results that are listed; joint sequencing of several genes has hundreds. */
  static final int MOST_RESULTS = 32;

  /**
   * A result and its consequence.
   *
   * @param result as a person reads it
   * @param decision what the decision becomes
   */
  public record Result(String result, Decision decision) {}

  public NextTest {
    tests = List.copyOf(tests);
    results = List.copyOf(results);
  }
}
