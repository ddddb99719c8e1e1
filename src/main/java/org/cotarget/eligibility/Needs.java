package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.cotarget.eligibility.Cube.TooManyCubes;

/**
 * What answers a criterion needs for an outcome: all states of the open questions in which
 * three-valued evaluation gives it. The recursion follows the combinations one by one, so it is
 * exact for any number of questions, and it does not try every set of answers.
 */
final class Needs {

  /** Alternatives that are enumerated at most; criteria of real trials need a few dozen. */
  static final int MOST = 4_000;

  /** An outcome, or the opposite of one. */
  enum Goal {
    MET,
    NOT_MET,
    ANYTHING_BUT_MET,
    ANYTHING_BUT_NOT_MET;

    boolean accepts(Outcome outcome) {
      return switch (this) {
        case MET -> outcome == Outcome.MET;
        case NOT_MET -> outcome == Outcome.NOT_MET;
        case ANYTHING_BUT_MET -> outcome != Outcome.MET;
        case ANYTHING_BUT_NOT_MET -> outcome != Outcome.NOT_MET;
      };
    }

    /** What the part of a negation needs. */
    Goal opposite() {
      return switch (this) {
        case MET -> NOT_MET;
        case NOT_MET -> MET;
        case ANYTHING_BUT_MET -> ANYTHING_BUT_NOT_MET;
        case ANYTHING_BUT_NOT_MET -> ANYTHING_BUT_MET;
      };
    }

    /** Whether it is reached when outcomes rise. */
    boolean isHigh() {
      return this == MET || this == ANYTHING_BUT_NOT_MET;
    }
  }

  private final List<OpenQuestion> questions;
  private final Function<? super Leaf, Outcome> now;
  private final ByLeaf<Integer> questionOf;

  /**
   * @param now the outcome of each leaf as long as nothing is asked
   * @param questionOf place in {@code questions} of the one that a leaf waits for
   */
  Needs(
      List<OpenQuestion> questions,
      Function<? super Leaf, Outcome> now,
      ByLeaf<Integer> questionOf) {
    this.questions = questions;
    this.now = now;
    this.questionOf = questionOf;
  }

  List<Cube> of(Criterion criterion, Goal goal) throws TooManyCubes {
    if (criterion instanceof Leaf leaf) {
      return leaf(leaf, goal);
    }
    List<Criterion> parts = criterion.parts();
    if (criterion instanceof Criterion.Not not) {
      return of(not.part(), goal.opposite());
    }
    if (criterion instanceof Criterion.AtLeast some) {
      return some(parts, goal, goal.isHigh() ? some.count() : parts.size() - some.count() + 1);
    }
    if (criterion instanceof Criterion.InOrder) {
      return inOrder(parts, goal);
    }
    boolean every = criterion instanceof Criterion.All == goal.isHigh();
    return some(parts, goal, every ? parts.size() : 1);
  }

  private List<Cube> leaf(Leaf leaf, Goal goal) {
    boolean already = goal.accepts(now.apply(leaf));
    Integer question = questionOf.find(leaf);
    if (question == null) {
      return already ? everything() : List.of();
    }
    BitSet bits = new BitSet();
    bits.set(0, already);
    List<OpenQuestion.Answer> answers = questions.get(question).answers();
    for (int i = 0; i < answers.size(); i++) {
      bits.set(i + 1, goal.accepts(outcome(leaf, answers.get(i))));
    }
    return bits.isEmpty() ? List.of() : List.of(Cube.where(questions.size(), question, bits));
  }

  private Outcome outcome(Leaf leaf, OpenQuestion.Answer answer) {
    for (OpenQuestion.Settled settled : answer.settled()) {
      if (settled.leaf().equals(leaf)) {
        return settled.outcome();
      }
    }
    return now.apply(leaf);
  }

  /** States in which at least {@code count} parts reach the goal. */
  private List<Cube> some(List<Criterion> parts, Goal goal, int count) throws TooManyCubes {
    if (count == parts.size()) {
      return every(parts, goal);
    }
    if (count == 1) {
      return any(parts, goal);
    }
    List<List<Cube>> atLeast = new ArrayList<>();
    atLeast.add(everything());
    for (int i = 1; i <= count; i++) {
      atLeast.add(List.of());
    }
    for (Criterion part : parts) {
      List<Cube> needs = of(part, goal);
      for (int i = count; i >= 1; i--) {
        atLeast.set(
            i,
            Cube.union(atLeast.get(i), Cube.intersection(atLeast.get(i - 1), needs, MOST), MOST));
      }
    }
    return atLeast.get(count);
  }

  private List<Cube> every(List<Criterion> parts, Goal goal) throws TooManyCubes {
    List<Cube> all = everything();
    for (Criterion part : parts) {
      all = Cube.intersection(all, of(part, goal), MOST);
      if (all.isEmpty()) {
        break;
      }
    }
    return all;
  }

  private List<Cube> any(List<Criterion> parts, Goal goal) throws TooManyCubes {
    List<Cube> all = List.of();
    for (Criterion part : parts) {
      all = Cube.union(all, of(part, goal), MOST);
    }
    return all;
  }

  /** The goal is reached at a part once all parts before it are met. */
  private List<Cube> inOrder(List<Criterion> parts, Goal goal) throws TooManyCubes {
    List<Cube> reached = List.of();
    List<Cube> before = everything();
    for (Criterion part : parts) {
      if (goal != Goal.MET) {
        List<Cube> here = of(part, goal);
        if (goal == Goal.ANYTHING_BUT_NOT_MET) {
          here = Cube.intersection(here, of(part, Goal.ANYTHING_BUT_MET), MOST);
        }
        reached = Cube.union(reached, Cube.intersection(before, here, MOST), MOST);
      }
      before = Cube.intersection(before, of(part, Goal.MET), MOST);
    }
    return goal.isHigh() ? Cube.union(reached, before, MOST) : reached;
  }

  private List<Cube> everything() {
    return List.of(Cube.everything(questions.size()));
  }
}
