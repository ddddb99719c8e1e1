package org.cotarget.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A claim about one sample. It is met, not met, or undetermined for want of a test; data that are
 * absent never make it not met.
 */
public sealed interface Leaf extends Criterion
    permits CallIs,
        NumberIs,
        SignatureIs,
        SmallVariantIs,
        CopyNumberIs,
        CoveredIs,
        ColumnNumberIs,
        ColumnWordIs,
        ColumnIntervalIs {

  LeafNote note();

  /** What it asks. Leaves with the same question are settled by the same test, together. */
  Question question();

  /** What the sample has. */
  Finding find(SampleFacts facts);

  /** The outcome if its question had an answer. */
  Outcome given(Probe answer);

  /**
   * Its condition as keys and values of a criteria file, in the order of the documentation, without
   * those of {@link #note()}.
   */
  Map<String, Object> keys();

  /** The bounds of the number that it asks for; empty where it asks for none. */
  default Optional<Bounds> bounds() {
    return Optional.empty();
  }

  /** The clinical columns that it reads. */
  default List<ColumnName> columns() {
    return List.of();
  }

  @Override
  default String text() {
    return note().text();
  }

  @Override
  default List<Criterion> parts() {
    return List.of();
  }

  @Override
  default Criterion mapLeaves(UnaryOperator<Leaf> change) {
    return change.apply(this);
  }

  @Override
  default List<Leaf> leaves() {
    return List.of(this);
  }

  @Override
  default Outcome evaluate(Function<? super Leaf, Outcome> leaves) {
    return leaves.apply(this);
  }

  @Override
  default CriterionResult explain(Function<? super Leaf, Finding> findings) {
    return CriterionResult.leaf(this, findings.apply(this));
  }
}
