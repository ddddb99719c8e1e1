package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A criterion of a criteria file: a claim about a sample, or a combination of claims. */
public sealed interface Criterion
    permits Criterion.All,
        Criterion.Any,
        Criterion.AtLeast,
        Criterion.InOrder,
        Criterion.Not,
        Leaf {

  /**
   * The outcome, given that of each leaf.
   *
   * @param leaves the outcome of each leaf of the tree
   */
  Outcome evaluate(Function<? super Leaf, Outcome> leaves);

  /** The criterion as shown to people. */
  String text();

  /** The combined criteria; empty for a leaf. */
  List<Criterion> parts();

  /** The same tree with other leaves. */
  Criterion mapLeaves(UnaryOperator<Leaf> change);

  private static List<Criterion> mapped(List<Criterion> parts, UnaryOperator<Leaf> change) {
    return parts.stream().map(part -> part.mapLeaves(change)).toList();
  }

  /** The outcome with what the sample has, as a tree. */
  default CriterionResult explain(Function<? super Leaf, Finding> findings) {
    List<CriterionResult> children = parts().stream().map(part -> part.explain(findings)).toList();
    return CriterionResult.combined(
        evaluate(leaf -> findings.apply(leaf).outcome()), text(), children);
  }

  /** All leaves of the tree, left to right; a leaf that is asked twice comes twice. */
  default List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    parts().forEach(part -> leaves.addAll(part.leaves()));
    return leaves;
  }

  /** All of the parts (Kleene conjunction): one that is not met decides. */
  record All(List<Criterion> parts, String text) implements Criterion {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Criterion mapLeaves(UnaryOperator<Leaf> change) {
      return new All(mapped(parts, change), text);
    }

    @Override
    public Outcome evaluate(Function<? super Leaf, Outcome> leaves) {
      Outcome least = Outcome.MET;
      for (Criterion part : parts) {
        least = Outcome.least(least, part.evaluate(leaves));
        if (least == Outcome.NOT_MET) {
          break;
        }
      }
      return least;
    }
  }

  /** Any of the parts (Kleene disjunction): one that is met decides. */
  record Any(List<Criterion> parts, String text) implements Criterion {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Criterion mapLeaves(UnaryOperator<Leaf> change) {
      return new Any(mapped(parts, change), text);
    }

    @Override
    public Outcome evaluate(Function<? super Leaf, Outcome> leaves) {
      Outcome greatest = Outcome.NOT_MET;
      for (Criterion part : parts) {
        greatest = Outcome.greatest(greatest, part.evaluate(leaves));
        if (greatest == Outcome.MET) {
          break;
        }
      }
      return greatest;
    }
  }

  /**
   * At least {@code count} of the parts: met as soon as that many are, not met as soon as too few
   * can still be.
   *
   * @param count from 1 to the number of parts
   */
  record AtLeast(int count, List<Criterion> parts, String text) implements Criterion {
    public AtLeast {
      parts = List.copyOf(parts);
      if (count < 1 || count > parts.size()) {
        throw new IllegalArgumentException(count + " of " + parts.size() + " parts");
      }
    }

    @Override
    public Criterion mapLeaves(UnaryOperator<Leaf> change) {
      return new AtLeast(count, mapped(parts, change), text);
    }

    @Override
    public Outcome evaluate(Function<? super Leaf, Outcome> leaves) {
      return Outcome.atLeast(count, parts.stream().map(part -> part.evaluate(leaves)).toList());
    }
  }

  /** The opposite of its part; undetermined stays undetermined. */
  record Not(Criterion part, String text) implements Criterion {
    @Override
    public List<Criterion> parts() {
      return List.of(part);
    }

    @Override
    public Criterion mapLeaves(UnaryOperator<Leaf> change) {
      return new Not(part.mapLeaves(change), text);
    }

    @Override
    public Outcome evaluate(Function<? super Leaf, Outcome> leaves) {
      return part.evaluate(leaves).not();
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
    public Criterion mapLeaves(UnaryOperator<Leaf> change) {
      return new InOrder(mapped(parts, change), text);
    }

    @Override
    public Outcome evaluate(Function<? super Leaf, Outcome> leaves) {
      for (Criterion part : parts) {
        Outcome outcome = part.evaluate(leaves);
        if (outcome != Outcome.MET) {
          return outcome;
        }
      }
      return Outcome.MET;
    }
  }
}
