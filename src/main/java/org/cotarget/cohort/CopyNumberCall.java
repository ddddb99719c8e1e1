package org.cotarget.cohort;

/**
 * The copy number of one gene in one sample, on the scale it was reported on. What counts as a
 * deletion or an amplification is judged later, by thresholds of the reference data.
 *
 * @param gene HGNC symbol
 * @param scale how to read {@code value}
 * @param value a GISTIC state, a log2 ratio, or absolute copies; finite
 * @param where file, line and column (the sample's column of a matrix)
 */
public record CopyNumberCall(String gene, Scale scale, double value, SourceLocation where) {

  /** The scale of a copy number. */
  public enum Scale {
    /** GISTIC 2 discrete state: -2, -1.5, -1, 0, 1, 2. */
    GISTIC,
    /** log2 of tumour over normal copies; 0 is two copies in a diploid tumour. */
    LOG2_RATIO,
    /** Total copies, {@code >= 0}; 2 is normal on an autosome. */
    ABSOLUTE
  }

  public CopyNumberCall {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("copy number of " + gene + " is not finite");
    }
  }
}
