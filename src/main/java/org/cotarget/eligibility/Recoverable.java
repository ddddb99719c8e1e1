package org.cotarget.eligibility;

/**
 * Which leaves of a trial a test can still turn. A recoverable leaf stands in the way when it is
 * not met, and under a {@code not} when it is met.
 */
final class Recoverable {

  private final ByLeaf<Boolean> plain = new ByLeaf<>();
  private final ByLeaf<Boolean> negated = new ByLeaf<>();

  Recoverable(TrialCriteria criteria) {
    mark(criteria.candidate(), false);
    mark(criteria.possible(), false);
    criteria.clinical().ifPresent(clinical -> mark(clinical, false));
  }

  private void mark(Criterion criterion, boolean under) {
    if (criterion instanceof Leaf leaf) {
      (under ? negated : plain).put(leaf, true);
    }
    boolean flips = criterion instanceof Criterion.Not;
    criterion.parts().forEach(part -> mark(part, under != flips));
  }

  /** Whether the leaf stands in the way and a test can still turn it. */
  boolean is(Leaf leaf, Finding finding) {
    return leaf.note().recoverable()
        && switch (finding.outcome()) {
          case NOT_MET -> plain.find(leaf) != null;
          case MET -> negated.find(leaf) != null;
          case UNDETERMINED -> false;
        };
  }
}
