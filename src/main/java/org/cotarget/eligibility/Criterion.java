package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A criterion of a criteria file: a claim about a sample's calls, or a combination of claims. */
public sealed interface Criterion {

  /**
   * The outcome for calls given by name.
   *
   * @param calls a word for each {@link CallName}
   */
  Outcome evaluate(Map<CallName, String> calls);

  /** The criterion as shown to people. */
  String text();

  /** The combined criteria; empty for a leaf. */
  List<Criterion> parts();

  /** The outcome with what the sample has, as a tree. */
  default CriterionResult explain(AssessedSample sample, Map<CallName, String> calls) {
    List<CriterionResult> children =
        parts().stream().map(part -> part.explain(sample, calls)).toList();
    return new CriterionResult(evaluate(calls), text(), "", children);
  }

  /** All of the parts (Kleene conjunction): one that is not met decides. */
  record All(List<Criterion> parts, String text) implements Criterion {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Outcome evaluate(Map<CallName, String> calls) {
      return Outcome.all(parts.stream().map(part -> part.evaluate(calls)).toList());
    }
  }

  /** Any of the parts (Kleene disjunction): one that is met decides. */
  record Any(List<Criterion> parts, String text) implements Criterion {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Outcome evaluate(Map<CallName, String> calls) {
      return Outcome.any(parts.stream().map(part -> part.evaluate(calls)).toList());
    }
  }

  /** The opposite of its part; undetermined stays undetermined. */
  record Not(Criterion part, String text) implements Criterion {
    @Override
    public List<Criterion> parts() {
      return List.of(part);
    }

    @Override
    public Outcome evaluate(Map<CallName, String> calls) {
      return part.evaluate(calls).not();
    }
  }

  /**
   * The parts one after the other: the first that is not met or undetermined decides (McCarthy's
   * conjunction). A later part is not asked before the earlier ones are met, so a failed supporting
   * test never hides that an earlier one is still missing.
   */
  record InOrder(List<Criterion> parts, String text) implements Criterion {
    public InOrder {
      parts = List.copyOf(parts);
    }

    @Override
    public Outcome evaluate(Map<CallName, String> calls) {
      for (Criterion part : parts) {
        Outcome outcome = part.evaluate(calls);
        if (outcome != Outcome.MET) {
          return outcome;
        }
      }
      return Outcome.MET;
    }
  }

  /**
   * A call is one of some words.
   *
   * @param call the call
   * @param met words that meet the criterion
   * @param undetermined words that leave it open; all others do not meet it
   * @param text the criterion as shown to people
   */
  record CallIs(CallName call, Set<String> met, Set<String> undetermined, String text)
      implements Criterion {
    public CallIs {
      met = Set.copyOf(met);
      undetermined = Set.copyOf(undetermined);
    }

    @Override
    public List<Criterion> parts() {
      return List.of();
    }

    @Override
    public Outcome evaluate(Map<CallName, String> calls) {
      @Nullable String word = calls.get(call);
      if (word == null) {
        throw new IllegalArgumentException("no word for " + call);
      }
      if (met.contains(word)) {
        return Outcome.MET;
      }
      return undetermined.contains(word) ? Outcome.UNDETERMINED : Outcome.NOT_MET;
    }

    @Override
    public CriterionResult explain(AssessedSample sample, Map<CallName, String> calls) {
      String found = call.label() + " " + call.of(sample) + ": " + call.reason(sample);
      return new CriterionResult(evaluate(calls), text, found, List.of());
    }
  }

  /** All leaves of the tree, left to right. */
  default List<CallIs> leaves() {
    List<CallIs> leaves = new ArrayList<>();
    parts().forEach(part -> leaves.addAll(part.leaves()));
    if (this instanceof CallIs leaf) {
      leaves.add(leaf);
    }
    return leaves;
  }
}
