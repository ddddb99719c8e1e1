package org.cotarget.cohort;

/**
 * What cotarget's own annotation says of a variant beside that of its source. The source stands
 * where it says anything; a difference is shown, so that somebody can look at it.
 *
 * @param agreement whether both give the same change of the protein
 * @param hgvsC coding change by cotarget, {@code c.} form, or empty
 * @param hgvsP protein change by cotarget, {@code p.} form, or empty where it cannot be given
 * @param transcript transcript that cotarget used, or empty
 * @param reason why both differ or could not be compared, in words for a person, or empty
 */
public record AnnotationCheck(
    Agreement agreement, String hgvsC, String hgvsP, String transcript, String reason) {

  /** Nothing was compared: a rearrangement, no coordinates, or no assembly. */
  public static final AnnotationCheck NONE =
      new AnnotationCheck(Agreement.NOT_COMPARED, "", "", "", "");

  /** Whether the source and cotarget agree. */
  public enum Agreement {
    NOT_COMPARED,
    AGREES,
    DIFFERS
  }
}
