package org.cotarget.annotation;

import org.cotarget.cohort.Consequence;

/** Consequences that may be two names of one thing, by what they do to the protein. */
enum ProteinClass {
  /** The source does not tell. */
  OPEN,
  IN_FRAME,
  TRUNCATING,
  SILENT,
  START,
  STOP,
  SPLICE,
  /** Not in the coding sequence, or no small variant. */
  OUTSIDE;

  static ProteinClass of(Consequence consequence) {
    return switch (consequence) {
      case SEQUENCE_VARIANT, CODING_SEQUENCE_VARIANT, SPLICE_REGION_VARIANT -> OPEN;
      case MISSENSE_VARIANT, INFRAME_INSERTION, INFRAME_DELETION, PROTEIN_ALTERING_VARIANT ->
          IN_FRAME;
      case STOP_GAINED, FRAMESHIFT_VARIANT -> TRUNCATING;
      case SYNONYMOUS_VARIANT, STOP_RETAINED_VARIANT, START_RETAINED_VARIANT -> SILENT;
      case START_LOST -> START;
      case STOP_LOST -> STOP;
      case SPLICE_ACCEPTOR_VARIANT, SPLICE_DONOR_VARIANT, SPLICE_SITE_VARIANT -> SPLICE;
      default -> OUTSIDE;
    };
  }

  /** Whether a source that says this should name a residue; where it does not, it is silent. */
  boolean namesResidue() {
    return this != SPLICE && this != OUTSIDE;
  }

  boolean changesProtein() {
    return this == IN_FRAME || this == TRUNCATING || this == START || this == STOP;
  }

  /** Whether one thing may be called both. */
  boolean fits(ProteinClass other) {
    return this == other || this == OPEN || other == OPEN;
  }
}
