package org.cotarget.expression;

/**
 * Two normal distributions of a gene's log2 expression, the lower one taken for receptor-negative
 * tumours.
 *
 * @param negativeMean mean of the lower component
 * @param negativeSd its standard deviation
 * @param positiveMean mean of the upper component
 * @param positiveSd its standard deviation
 * @param positiveWeight share of the upper component, in (0, 1)
 * @param bicOne Bayesian information criterion of one normal distribution
 * @param bicTwo the same of the two; smaller is better
 * @param ashmanD distance of the means in units of the spread; above 2 they are apart
 */
public record TwoComponents(
    double negativeMean,
    double negativeSd,
    double positiveMean,
    double positiveSd,
    double positiveWeight,
    double bicOne,
    double bicTwo,
    double ashmanD) {

  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  /**
   * Posterior probability of the upper component. Beyond the means the value at the mean stands:
   * with unequal spreads the wider component would win again far out on the other side.
   */
  public double positivePosterior(double value) {
    double within = Math.max(negativeMean, Math.min(positiveMean, value));
    double logOdds =
        StrictMath.log(positiveWeight)
            - StrictMath.log(1 - positiveWeight)
            + logDensity(within, positiveMean, positiveSd)
            - logDensity(within, negativeMean, negativeSd);
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  double lighterWeight() {
    return Math.min(positiveWeight, 1 - positiveWeight);
  }

  static double logDensity(double value, double mean, double sd) {
    double z = (value - mean) / sd;
    return -0.5 * z * z - StrictMath.log(sd) - HALF_LOG_TWO_PI;
  }
}
