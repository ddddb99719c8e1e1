package org.cotarget.eligibility;

import java.util.List;
import java.util.Optional;

/**
 * The decision of one criteria file on one sample.
 *
 * @param criteriaId id of the criteria file
 * @param decision the decision
 * @param priority {@code A}, {@code B}, {@code C}, or {@code -} where the decision has no priority
 * @param reasons what decided it, most important first
 * @param testSets the smallest sets of tests that would settle an undetermined decision, or turn an
 *     exclusion that a recoverable criterion caused, the one to order first; empty otherwise
 * @param notAssessed clinical criteria that nothing is known about, with what is missing; they hide
 *     no candidate and have to be checked before enrolment
 * @param candidate the criteria for a candidate, with outcomes
 * @param possible the criteria for a possible candidate, with outcomes
 * @param clinical the clinical criteria, with outcomes; empty where the file has none
 */
public record CandidateDecision(
    String criteriaId,
    Decision decision,
    String priority,
    List<String> reasons,
    List<NextTest> testSets,
    List<String> notAssessed,
    CriterionResult candidate,
    CriterionResult possible,
    Optional<CriterionResult> clinical) {
  public CandidateDecision {
    reasons = List.copyOf(reasons);
    testSets = List.copyOf(testSets);
    notAssessed = List.copyOf(notAssessed);
  }

  /** The sets of tests, each in one line for people. */
  public List<String> nextTests() {
    return testSets.stream().map(NextTest::text).toList();
  }
}
