package org.cotarget.report;

import org.cotarget.cohort.SourceLocation;

/**
 * Where the genes that tell sex and receptors rank among the genes of their sample: shares of the
 * genes below, 0 to 1, NaN where the gene has no value.
 *
 * @param where the matrix
 * @param among number of genes that ranks are taken among
 * @param genesOfY genes of the Y chromosome with a value
 * @param ofY their mean rank
 * @param xist rank of XIST
 * @param esr1 rank of ESR1
 * @param erbb2 rank of ERBB2
 */
public record TelltaleRanks(
    SourceLocation where,
    int among,
    int genesOfY,
    double ofY,
    double xist,
    double esr1,
    double erbb2) {

  public TelltaleRanks {
    ofY = JsonForm.stored(ofY);
    xist = JsonForm.stored(xist);
    esr1 = JsonForm.stored(esr1);
    erbb2 = JsonForm.stored(erbb2);
  }

  /** Log odds of a rank, which spread the upper end where receptors lie. */
  double logOdds(double rank) {
    double least = 0.5 / among;
    double within = Math.max(least, Math.min(1 - least, rank));
    return Math.log(within / (1 - within));
  }
}
