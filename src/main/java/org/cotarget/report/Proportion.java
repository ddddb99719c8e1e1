package org.cotarget.report;

/**
 * A share of a whole with its 95% interval by the score method of Wilson (WIL27), which keeps to
 * [0,1] and holds its level in small samples.
 *
 * @param part 0 to {@code whole}
 * @param whole number looked at; with 0 the share is not estimable and every figure is NaN
 */
public record Proportion(long part, long whole) {

  /** The normal quantile of 0.975. */
  public static final double Z95 = 1.959963984540054;

  public Proportion {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole);
    }
  }

  public boolean isEstimable() {
    return whole > 0;
  }

  /** The share, 0 to 1. */
  public double value() {
    return isEstimable() ? (double) part / whole : Double.NaN;
  }

  /** Lower end of the 95% interval. */
  public double low() {
    return part == 0 && isEstimable() ? 0 : centre() - halfWidth();
  }

  /** Upper end of the 95% interval. */
  public double high() {
    return part == whole && isEstimable() ? 1 : centre() + halfWidth();
  }

  private double centre() {
    double n = isEstimable() ? whole : Double.NaN;
    return (part + Z95 * Z95 / 2) / (n + Z95 * Z95);
  }

  private double halfWidth() {
    double n = isEstimable() ? whole : Double.NaN;
    double p = value();
    return Z95 * Math.sqrt(n * p * (1 - p) + Z95 * Z95 / 4) / (n + Z95 * Z95);
  }
}
