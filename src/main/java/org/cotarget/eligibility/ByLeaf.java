package org.cotarget.eligibility;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A value for each leaf of one trial. Equal leaves of a trial are one object ({@link
 * TrialCriteria}), so leaves are told apart by identity: their conditions are long, and a cohort
 * looks up millions of them.
 */
final class ByLeaf<T> {

  private final IdentityHashMap<Leaf, T> values = new IdentityHashMap<>();

  void put(Leaf leaf, T value) {
    values.put(leaf, value);
  }

  void remove(Leaf leaf) {
    values.remove(leaf);
  }

  /** The value, or {@code null} where the leaf has none. */
  @Nullable T find(Leaf leaf) {
    return values.get(leaf);
  }

  /**
   * The value of a leaf that must have one.
   *
   * @throws IllegalArgumentException when the leaf is none of the trial
   */
  T get(Leaf leaf) {
    T value = values.get(leaf);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + leaf.text());
    }
    return value;
  }
}
