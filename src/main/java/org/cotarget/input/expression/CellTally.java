package org.cotarget.input.expression;

import java.util.stream.IntStream;

/** Counts over the cells of a matrix, in parallel; independent of the order of rows. */
final class CellTally {

  /** Fewer samples do not show whether a gene is standardised. */
  private static final int MIN_SAMPLES_FOR_SPREAD = 5;

  /** From here on a float has no bits for a fraction. */
  private static final float ALL_WHOLE = 1 << 24;

  private final double maxMean;
  private final double minSpread;
  private long count;
  private long fractional;
  private long nonZero;
  private float min = Float.POSITIVE_INFINITY;
  private float max = Float.NEGATIVE_INFINITY;
  private int spreadGenes;
  private int standardisedGenes;
  private final boolean[] sampleNotZero;
  private final boolean[] samplePresent;

  private CellTally(int samples, double maxMean, double minSpread) {
    this.sampleNotZero = new boolean[samples];
    this.samplePresent = new boolean[samples];
    this.maxMean = maxMean;
    this.minSpread = minSpread;
  }

  /**
   * Counts.
   *
   * @param genes values, one row a gene and one column a sample
   * @param maxMean a standardised gene's mean is nearer to 0
   * @param minSpread a standardised gene's standard deviation lies between this and its inverse
   */
  static CellTally of(float[][] genes, int samples, double maxMean, double minSpread) {
    return IntStream.range(0, genes.length)
        .parallel()
        .collect(
            () -> new CellTally(samples, maxMean, minSpread),
            (tally, gene) -> tally.add(genes[gene]),
            CellTally::addAll);
  }

  private void add(float[] values) {
    int known = 0;
    int broken = 0;
    int zero = 0;
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int s = 0; s < values.length; s++) {
      float value = values[s];
      if (!Float.isNaN(value)) {
        known++;
        samplePresent[s] = true;
        if (value == 0) {
          zero++;
        } else {
          sampleNotZero[s] = true;
          broken += value == (int) value || Math.abs(value) >= ALL_WHOLE ? 0 : 1;
        }
        low = value < low ? value : low;
        high = value > high ? value : high;
      }
    }
    min = Math.min(min, low);
    max = Math.max(max, high);
    count += known;
    nonZero += known - zero;
    fractional += broken;
    if (known >= MIN_SAMPLES_FOR_SPREAD && high > low) {
      spreadGenes++;
      // Without a negative value the mean of a gene that varies is not 0.
      standardisedGenes += low < 0 && isStandardised(values, known) ? 1 : 0;
    }
  }

  private boolean isStandardised(float[] values, int known) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        sum += value;
        squares += (double) value * value;
      }
    }
    double mean = sum / known;
    double spread = Math.sqrt(Math.max(0, (squares - sum * mean) / (known - 1)));
    return Math.abs(mean) < maxMean && spread > minSpread && spread < 1 / minSpread;
  }

  private void addAll(CellTally other) {
    count += other.count;
    nonZero += other.nonZero;
    fractional += other.fractional;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    spreadGenes += other.spreadGenes;
    standardisedGenes += other.standardisedGenes;
    for (int s = 0; s < sampleNotZero.length; s++) {
      sampleNotZero[s] |= other.sampleNotZero[s];
      samplePresent[s] |= other.samplePresent[s];
    }
  }

  /** Cells with a number. */
  long count() {
    return count;
  }

  /** Share of cells with a number that is no whole one. */
  double fractionalShare() {
    return count == 0 ? 0 : (double) fractional / count;
  }

  /** Share of cells that are not 0 whose number is no whole one. */
  double fractionalShareOfNonZero() {
    return nonZero == 0 ? 0 : (double) fractional / nonZero;
  }

  float min() {
    return min;
  }

  float max() {
    return max;
  }

  /** Share of the genes that vary whose mean and deviation are those of z-scores. */
  double standardisedShare() {
    return spreadGenes == 0 ? 0 : (double) standardisedGenes / spreadGenes;
  }

  /** Whether a sample has a value that is not 0. */
  boolean isNotZero(int sample) {
    return sampleNotZero[sample];
  }

  /** Whether a sample has a value. */
  boolean isPresent(int sample) {
    return samplePresent[sample];
  }
}
