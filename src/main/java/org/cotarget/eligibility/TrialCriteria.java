package org.cotarget.eligibility;

import java.util.List;
import java.util.Map;

/**
 * The criteria of one trial: who is a candidate, who may be one, and in which order they are called
 * in.
 *
 * @param id unique id
 * @param title title for people
 * @param version version of the file
 * @param candidate criteria for a candidate
 * @param possible criteria for a possible candidate; wider than {@code candidate}
 * @param priorities tried in order; the first that is met gives the priority
 */
public record TrialCriteria(
    String id,
    String title,
    String version,
    Criterion candidate,
    Criterion possible,
    List<Priority> priorities) {

  /**
   * A priority and its condition.
   *
   * @param name {@code A}, {@code B} or {@code C}
   * @param when the condition
   */
  public record Priority(String name, Criterion when) {}

  public TrialCriteria {
    priorities = List.copyOf(priorities);
  }

  /**
   * The decision for calls given by name: candidate if its criteria are met, possible if the wider
   * ones are, excluded if those cannot be met whatever is still missing, else indeterminate.
   */
  public Decision decide(Map<CallName, String> calls) {
    if (candidate.evaluate(calls) == Outcome.MET) {
      return Decision.CANDIDATE;
    }
    return switch (possible.evaluate(calls)) {
      case MET -> Decision.POSSIBLE_CANDIDATE;
      case UNDETERMINED -> Decision.INDETERMINATE;
      case NOT_MET -> Decision.NOT_CANDIDATE;
    };
  }

  /** The priority of a candidate or possible candidate; {@code -} for all others. */
  public String priority(Map<CallName, String> calls) {
    Decision decision = decide(calls);
    if (decision != Decision.CANDIDATE && decision != Decision.POSSIBLE_CANDIDATE) {
      return "-";
    }
    return priorities.stream()
        .filter(priority -> priority.when().evaluate(calls) == Outcome.MET)
        .map(Priority::name)
        .findFirst()
        .orElse("-");
  }
}
