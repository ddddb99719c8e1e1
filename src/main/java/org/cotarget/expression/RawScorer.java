package org.cotarget.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotarget.reference.Signature;

/** Computes raw scores, a few samples a task and all cores at once. */
final class RawScorer {

  /** Samples that are taken out of the matrix together: a row then gives a stretch, not a cell. */
  private static final int BLOCK = 16;

  private final LogExpression log;
  private final int[] geneRows;
  private final CompiledSignature[] signatures;
  private final boolean ranked;
  private final double floor;

  /**
   * @param genes location and scale of the genes
   * @param signatures their genes that are not among {@code genes} count as missing
   * @param floor share of a signature's genes that must have a usable value
   */
  RawScorer(
      LogExpression log,
      List<ExpressionModel.Gene> genes,
      List<Signature> signatures,
      double floor) {
    this.log = log;
    this.floor = floor;
    Map<String, Integer> places = new HashMap<>();
    for (int g = 0; g < genes.size(); g++) {
      places.put(genes.get(g).symbol(), g);
    }
    this.geneRows = genes.stream().mapToInt(gene -> log.row(gene.symbol())).toArray();
    double[] mean = genes.stream().mapToDouble(ExpressionModel.Gene::mean).toArray();
    double[] sd = genes.stream().mapToDouble(ExpressionModel.Gene::sd).toArray();
    this.signatures =
        signatures.stream()
            .map(signature -> CompiledSignature.of(signature, places, log::row, mean, sd))
            .toArray(CompiledSignature[]::new);
    this.ranked = signatures.stream().anyMatch(signature -> signature.method().isRankBased());
  }

  RawScores score() {
    int samples = log.samples().size();
    RawScores scores =
        new RawScores(
            new double[samples][geneRows.length],
            new double[samples][signatures.length],
            new int[samples][signatures.length],
            new double[samples][]);
    double[] powers = ranked ? RankScores.powers(log.rowCount()) : new double[0];
    IntStream.range(0, (samples + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(
            block -> score(block * BLOCK, Math.min(samples, (block + 1) * BLOCK), powers, scores));
    return scores;
  }

  private void score(int from, int to, double[] powers, RawScores scores) {
    float[][] columns = ranked ? columns(from, to) : new float[0][];
    RankedColumn order = new RankedColumn(ranked ? log.rowCount() : 0);
    for (int s = from; s < to; s++) {
      double[] values = scores.genes()[s];
      for (int g = 0; g < values.length; g++) {
        values[g] = geneRows[g] < 0 ? Double.NaN : log.log(geneRows[g], s);
      }
      scores.quantiles()[s] = QuantileProfile.of(values);
      if (ranked) {
        order.rank(columns[s - from]);
      }
      for (int i = 0; i < signatures.length; i++) {
        int usable = signatures[i].usable(values, order);
        boolean enough = usable > 0 && usable >= floor * signatures[i].size();
        scores.used()[s][i] = usable;
        scores.values()[s][i] = enough ? signatures[i].score(values, order, powers) : Double.NaN;
      }
    }
  }

  private float[][] columns(int from, int to) {
    float[][] columns = new float[to - from][log.rowCount()];
    for (int row = 0; row < log.rowCount(); row++) {
      for (int s = from; s < to; s++) {
        columns[s - from][row] = log.raw(row, s);
      }
    }
    return columns;
  }
}
