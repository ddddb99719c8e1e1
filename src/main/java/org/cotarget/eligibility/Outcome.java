package org.cotarget.eligibility;

import java.util.Collection;

/** Outcome of a criterion in Kleene's strong three-valued logic. */
public enum Outcome {
  NOT_MET,
  UNDETERMINED,
  MET;

  public Outcome not() {
    return switch (this) {
      case MET -> NOT_MET;
      case NOT_MET -> MET;
      case UNDETERMINED -> UNDETERMINED;
    };
  }

  /**
   * The least of the outcomes: one that is not met decides, whatever is undetermined. {@code MET}
   * for none.
   */
  public static Outcome all(Collection<Outcome> outcomes) {
    return outcomes.stream().min(Outcome::compareTo).orElse(MET);
  }

  /**
   * The greatest of the outcomes: one that is met decides, whatever is undetermined. {@code
   * NOT_MET} for none.
   */
  public static Outcome any(Collection<Outcome> outcomes) {
    return outcomes.stream().max(Outcome::compareTo).orElse(NOT_MET);
  }

  /**
   * Whether at least {@code count} are met: {@code MET} when so many are, {@code NOT_MET} when too
   * few can still be, else {@code UNDETERMINED}.
   */
  public static Outcome atLeast(int count, Collection<Outcome> outcomes) {
    long met = outcomes.stream().filter(outcome -> outcome == MET).count();
    if (met >= count) {
      return MET;
    }
    long possible = outcomes.stream().filter(outcome -> outcome != NOT_MET).count();
    return possible >= count ? UNDETERMINED : NOT_MET;
  }

  static Outcome least(Outcome a, Outcome b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  static Outcome greatest(Outcome a, Outcome b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
