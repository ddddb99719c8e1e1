package org.cotarget.expression;

import java.util.List;

/**
 * A gene's or signature's score in one sample.
 *
 * @param id gene symbol or signature id
 * @param value log2 expression of a gene, or the raw score of a signature; NaN where it could not
 *     be computed
 * @param z standardised over all samples of the reference; NaN where withheld
 * @param zWithinTnbc standardised over the triple-negative samples; NaN where the model has too few
 *     of them, and for other samples
 * @param percentile percent of the reference below the value, 0..100; NaN where withheld
 * @param genesUsed genes of the signature found with a usable value
 * @param genesTotal genes of the signature
 * @param confidence what the number of samples allows
 * @param note why it is withheld or of low confidence; empty otherwise
 * @param missing genes of the signature without a usable value, where they are too many for a score
 */
public record Score(
    String id,
    double value,
    double z,
    double zWithinTnbc,
    double percentile,
    int genesUsed,
    int genesTotal,
    Confidence confidence,
    String note,
    List<String> missing) {

  public Score {
    missing = List.copyOf(missing);
  }

  /** What the number of reference samples allows (FOR18: z is unstable below about 25). */
  public enum Confidence {
    /** May enter a call. */
    NORMAL,
    /** 10 to 24 samples: printed, enters no call. */
    LOW,
    /** Withheld. */
    NONE
  }

  /** Whether the z-score may enter a call. */
  public boolean isUsable() {
    return confidence == Confidence.NORMAL && !Double.isNaN(z);
  }
}
