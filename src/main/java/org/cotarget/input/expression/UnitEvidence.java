package org.cotarget.input.expression;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix.Unit;

/** What the values of a matrix tell of their unit. */
final class UnitEvidence {

  /** Above this a non-negative matrix is not logarithmic: 2^25 exceeds any normalised value. */
  private static final double MAX_LOG2 = 25;

  /** A declared log2 beyond this is a mistake. */
  private static final double IMPOSSIBLE_LOG2 = 50;

  /** Share of values with a fraction up to which a matrix holds counts. */
  private static final double FRACTIONAL_COUNTS = 0.01;

  private static final double MIN_COUNT_MAXIMUM = 1000;
  private static final double MAX_Z_SCORE = 20;

  /** Share of genes that must be standardised for z-scores. */
  private static final double STANDARDISED = 0.8;

  /** Fewer samples do not show whether a gene is standardised. */
  private static final int MIN_SAMPLES_FOR_SPREAD = 5;

  private long count;
  private long fractional;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private int spreadGenes;
  private int standardisedGenes;

  UnitEvidence(List<float[]> genes) {
    genes.forEach(this::add);
  }

  private void add(float[] values) {
    double sum = 0;
    double squares = 0;
    int known = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        known++;
        sum += value;
        squares += (double) value * value;
        fractional += value != Math.rint(value) ? 1 : 0;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    count += known;
    if (known >= MIN_SAMPLES_FOR_SPREAD) {
      double mean = sum / known;
      double spread = Math.sqrt(Math.max(0, (squares - sum * mean) / (known - 1)));
      if (spread > 0) {
        spreadGenes++;
        standardisedGenes += Math.abs(mean) < 0.3 && spread > 0.8 && spread < 1.25 ? 1 : 0;
      }
    }
  }

  /** The unit that the values show; empty where they show none. */
  Optional<Unit> unit() {
    if (count == 0) {
      return Optional.empty();
    }
    if (min < 0) {
      double extreme = Math.max(max, -min);
      if (extreme < MAX_Z_SCORE
          && spreadGenes > 0
          && standardisedGenes >= STANDARDISED * spreadGenes) {
        return Optional.of(Unit.Z_SCORE);
      }
      return max < MAX_LOG2 && min > -IMPOSSIBLE_LOG2 ? Optional.of(Unit.LOG2) : Optional.empty();
    }
    if (isWhole() && max > MIN_COUNT_MAXIMUM) {
      return Optional.of(Unit.COUNTS);
    }
    return Optional.of(max <= MAX_LOG2 ? Unit.LOG2 : Unit.LINEAR);
  }

  /** Why the values cannot have the unit; empty where they can. */
  Optional<String> contradiction(Unit unit) {
    return switch (unit) {
      case COUNTS, LINEAR -> min < 0 ? Optional.of("the lowest value is " + min) : Optional.empty();
      case LOG2 ->
          max > IMPOSSIBLE_LOG2 ? Optional.of("the highest value is " + max) : Optional.empty();
      case Z_SCORE -> Optional.empty();
    };
  }

  /** Whether, but for rounding of a few, all values are whole numbers. */
  boolean isWhole() {
    return fractional <= FRACTIONAL_COUNTS * count;
  }

  boolean looksLogarithmic() {
    return max <= MAX_LOG2;
  }

  /** Lowest and highest value. */
  String range() {
    return min + " to " + max;
  }

  boolean isEmpty() {
    return count == 0;
  }
}
