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
}
