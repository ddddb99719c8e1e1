package org.cotarget.evaluation;

/** Agreement of two raters beyond chance (Cohen, COH60). */
final class Kappa {

  private Kappa() {}

  /**
   * Cohen's kappa of a square table of counts.
   *
   * @return NaN for an empty table, and where both raters use one word only, so that chance alone
   *     explains their agreement
   */
  static double of(long[][] counts) {
    int k = counts.length;
    double total = 0;
    double same = 0;
    double[] rows = new double[k];
    double[] columns = new double[k];
    for (int i = 0; i < k; i++) {
      same += counts[i][i];
      for (int j = 0; j < k; j++) {
        total += counts[i][j];
        rows[i] += counts[i][j];
        columns[j] += counts[i][j];
      }
    }
    double chance = 0;
    for (int i = 0; i < k; i++) {
      chance += rows[i] * columns[i];
    }
    double denominator = total * total - chance;
    return denominator > 0 ? (total * same - chance) / denominator : Double.NaN;
  }
}
