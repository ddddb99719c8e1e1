package org.cotarget.cohort;

import java.util.Optional;

/**
 * A protein measured by immunohistochemistry or reverse-phase array that can settle a call.
 *
 * @param protein the protein
 * @param state the categorical result; {@link State#NOT_GIVEN} where only a percentage is reported
 * @param percent percent of tumour cells stained (0..100), if reported
 * @param raw the text of the cell
 * @param where file, line and column
 */
public record ProteinResult(
    Protein protein, State state, Optional<NumberRange> percent, String raw, SourceLocation where) {

  /** The proteins that enter a call. */
  public enum Protein {
    PTEN,
    /** STAT5 phosphorylated at Y694/Y699. */
    PSTAT5,
    /** Phosphorylated JAK2. */
    PJAK2
  }

  /** The categorical result. */
  public enum State {
    /** Retained or stained. */
    PRESENT,
    /** Lost or not stained. */
    ABSENT,
    /** The test was done and could not be read. */
    INDETERMINATE,
    NOT_GIVEN
  }
}
