package org.cotarget.expression;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Signature.Method;

/**
 * A signature with its genes as places in arrays. Sums are always taken in the order of the
 * signature's genes, so they are the same to the last bit whatever other samples there are.
 */
final class CompiledSignature {

  private final Method method;
  private final int[] places;
  private final int[] rows;
  private final double[] weights;
  private final double[] mean;
  private final double[] sd;

  private CompiledSignature(
      Method method, int[] places, int[] rows, double[] weights, double[] mean, double[] sd) {
    this.method = method;
    this.places = places;
    this.rows = rows;
    this.weights = weights;
    this.mean = mean;
    this.sd = sd;
  }

  /**
   * @param places place of each gene of the model
   * @param row row of a gene in the matrix, or -1
   * @param mean mean of each gene of the model
   * @param sd standard deviation of each gene of the model
   */
  static CompiledSignature of(
      Signature signature,
      Map<String, Integer> places,
      ToIntFunction<String> row,
      double[] mean,
      double[] sd) {
    List<String> symbols = List.copyOf(signature.weights().keySet());
    return new CompiledSignature(
        signature.method(),
        symbols.stream().mapToInt(symbol -> places.getOrDefault(symbol, -1)).toArray(),
        symbols.stream().mapToInt(row).toArray(),
        signature.weights().values().stream().mapToDouble(Double::doubleValue).toArray(),
        mean,
        sd);
  }

  int size() {
    return places.length;
  }

  /**
   * Genes with a usable value: for a z-score the gene must vary over the reference.
   *
   * @param values log2 expression of the model's genes in one sample
   * @param order all genes of the sample, where it was ranked
   */
  int usable(double[] values, RankedColumn order) {
    int usable = 0;
    for (int i = 0; i < places.length; i++) {
      boolean counts =
          switch (method) {
            case WEIGHTED_SUM -> has(values, i);
            case WEIGHTED_Z, MEAN_Z -> has(values, i) && sd[places[i]] > 0;
            case SINGSCORE, SSGSEA -> order.has(rows[i]);
          };
      usable += counts ? 1 : 0;
    }
    return usable;
  }

  /**
   * The raw score of one sample.
   *
   * @param powers ranks to the power of tau, for single-sample GSEA
   * @return NaN without any usable gene
   */
  double score(double[] values, RankedColumn order, double[] powers) {
    return switch (method) {
      case WEIGHTED_SUM -> weightedSum(values);
      case WEIGHTED_Z, MEAN_Z -> meanZ(values);
      case SINGSCORE -> RankScores.singscore(order, rows, weights);
      case SSGSEA -> RankScores.ssgsea(order, rows, powers);
    };
  }

  private double weightedSum(double[] values) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      if (has(values, i)) {
        sum += weights[i] * values[places[i]];
      }
    }
    return sum;
  }

  private double meanZ(double[] values) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < places.length; i++) {
      int g = places[i];
      if (has(values, i) && sd[g] > 0) {
        sum += weights[i] * ((values[g] - mean[g]) / sd[g]);
        total += Math.abs(weights[i]);
      }
    }
    return sum / total;
  }

  private boolean has(double[] values, int i) {
    return places[i] >= 0 && !Double.isNaN(values[places[i]]);
  }
}
