package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The criteria of one trial: who is a candidate, who may be one, what excludes from the clinical
 * side, and in which order candidates are called in.
 *
 * @param id unique id
 * @param title title for people
 * @param version version of the file
 * @param citation citation keys of the whole, or empty
 * @param candidate criteria for a candidate
 * @param possible criteria for a possible candidate; wider than {@code candidate}
 * @param clinical what excludes where it is known not to be met; where it is not known it is told
 *     beside the decision and hides no candidate
 * @param priorities tried in order; the first that is met gives the priority
 */
public record TrialCriteria(
    String id,
    String title,
    String version,
    String citation,
    Criterion candidate,
    Criterion possible,
    Optional<Criterion> clinical,
    List<Priority> priorities) {

  /**
   * A priority and its condition.
   *
   * @param name as the file gives it, e.g. {@code A}; never {@code -}, which stands for none
   * @param when the condition
   */
  public record Priority(String name, Criterion when) {}

  /** Makes equal leaves, and equal criteria for a candidate and a possible one, one object. */
  public TrialCriteria {
    Map<Leaf, Leaf> first = new HashMap<>();
    UnaryOperator<Leaf> one = leaf -> first.computeIfAbsent(leaf, same -> same);
    candidate = candidate.mapLeaves(one);
    possible = possible.equals(candidate) ? candidate : possible.mapLeaves(one);
    clinical = clinical.map(criterion -> criterion.mapLeaves(one));
    priorities =
        priorities.stream()
            .map(priority -> new Priority(priority.name(), priority.when().mapLeaves(one)))
            .toList();
  }

  /**
   * The decision, given the outcome of each leaf: excluded if the clinical criteria are not met;
   * candidate if its criteria are met, possible if the wider ones are, excluded if those cannot be
   * met whatever is still missing, else indeterminate.
   */
  public Decision decide(Function<? super Leaf, Outcome> leaves) {
    if (clinical.filter(c -> c.evaluate(leaves) == Outcome.NOT_MET).isPresent()) {
      return Decision.NOT_CANDIDATE;
    }
    if (candidate.evaluate(leaves) == Outcome.MET) {
      return Decision.CANDIDATE;
    }
    return switch (possible.evaluate(leaves)) {
      case MET -> Decision.POSSIBLE_CANDIDATE;
      case UNDETERMINED -> Decision.INDETERMINATE;
      case NOT_MET -> Decision.NOT_CANDIDATE;
    };
  }

  /** The priority of a candidate or possible candidate; {@code -} for all others. */
  public String priority(Function<? super Leaf, Outcome> leaves) {
    if (priorities.isEmpty()) {
      return "-";
    }
    Decision decision = decide(leaves);
    if (decision != Decision.CANDIDATE && decision != Decision.POSSIBLE_CANDIDATE) {
      return "-";
    }
    return priorities.stream()
        .filter(priority -> priority.when().evaluate(leaves) == Outcome.MET)
        .map(Priority::name)
        .findFirst()
        .orElse("-");
  }

  /** All different leaves, in the order of the file: possible, candidate, clinical, priorities. */
  public List<Leaf> leaves() {
    List<Leaf> all = new ArrayList<>(possible.leaves());
    all.addAll(candidate.leaves());
    clinical.ifPresent(c -> all.addAll(c.leaves()));
    priorities.forEach(priority -> all.addAll(priority.when().leaves()));
    return all.stream().distinct().toList();
  }
}
