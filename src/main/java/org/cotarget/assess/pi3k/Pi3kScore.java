package org.cotarget.assess.pi3k;

import org.cotarget.reference.DecisionTable;
import org.hipparchus.special.Erf;

/**
 * The PI3K activation score: {@code base(call, tier) + 0.10 * Phi(-z)}, with {@code z} that of PTEN
 * mRNA and {@code Phi} the standard normal distribution function; {@code z = 0} where PTEN mRNA is
 * not known. It lies in [0,1], never falls when the tier rises or PTEN mRNA drops, and orders
 * patients within a call; its bases ({@code reference/rules/pi3k_score.tsv}) are defaults of ours,
 * not a validated predictor.
 */
final class Pi3kScore {

  /** Share of the score that PTEN mRNA may move. */
  static final double SPAN = 0.10;

  private final DecisionTable bases;

  Pi3kScore(DecisionTable bases) {
    this.bases = bases;
  }

  /**
   * The score of a call.
   *
   * @param z PTEN-mRNA z-score, NaN where not known
   * @return a score in [0,1], or NaN for {@link Pi3kCall#INSUFFICIENT}
   */
  double of(Pi3kCall call, GenomicTier tier, double z) {
    if (call == Pi3kCall.INSUFFICIENT) {
      return Double.NaN;
    }
    double base = Double.parseDouble(bases.find(call.name(), tier.label()).get("base"));
    double phi = Double.isNaN(z) ? 0.5 : 0.5 * Erf.erfc(z / Math.sqrt(2));
    return base + SPAN * phi;
  }
}
