package org.cotarget.eligibility;

import java.util.List;

/**
 * The decision of one criteria file on one sample.
 *
 * @param criteriaId id of the criteria file
 * @param decision the decision
 * @param priority {@code A}, {@code B}, {@code C}, or {@code -} where the decision has no priority
 * @param reasons what decided it, most important first
 * @param nextTests tests that would settle an undetermined decision, the one to order first; empty
 *     otherwise
 * @param candidate the criteria for a candidate, with outcomes
 * @param possible the criteria for a possible candidate, with outcomes
 */
public record CandidateDecision(
    String criteriaId,
    Decision decision,
    String priority,
    List<String> reasons,
    List<String> nextTests,
    CriterionResult candidate,
    CriterionResult possible) {
  public CandidateDecision {
    reasons = List.copyOf(reasons);
    nextTests = List.copyOf(nextTests);
  }
}
