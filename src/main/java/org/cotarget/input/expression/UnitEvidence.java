package org.cotarget.input.expression;

import java.util.Locale;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.reference.Thresholds;

/**
 * What the values of a matrix tell of their unit. The cut-offs are the rows {@code unit.*} of
 * {@code reference/rules/thresholds.tsv}.
 *
 * <ul>
 *   <li>With a negative value: z-scores where most genes have mean 0 and deviation 1 and none is
 *       extreme; else log2 where all lie in the range of logarithms; else no unit.
 *   <li>Without one: counts where all but a few are whole numbers and the highest is that of reads;
 *       else log2 up to the highest value that a logarithm has, and linear above.
 * </ul>
 *
 * <p>A declared unit is contradicted by negative counts or linear values, by logarithms of
 * impossible size, by a whole transcriptome of linear values or counts that are all as small as
 * logarithms, by counts of which hardly one is whole, and by z-scores that are extreme or never
 * negative.
 */
final class UnitEvidence {

  private final CellTally tally;
  private final int genes;
  private final Thresholds thresholds;

  private UnitEvidence(CellTally tally, int genes, Thresholds thresholds) {
    this.tally = tally;
    this.genes = genes;
    this.thresholds = thresholds;
  }

  static UnitEvidence of(float[][] values, int samples, Thresholds thresholds) {
    return new UnitEvidence(
        CellTally.of(
            values,
            samples,
            thresholds.value("unit.z-score.max-mean"),
            thresholds.value("unit.z-score.min-deviation")),
        values.length,
        thresholds);
  }

  /** The unit that the values show; empty where they show none. */
  Optional<Unit> unit() {
    if (isEmpty()) {
      return Optional.empty();
    }
    if (tally.min() < 0) {
      double extreme = Math.max(tally.max(), -tally.min());
      if (extreme < cut("unit.z-score.max")
          && tally.standardisedShare() >= cut("unit.z-score.share")) {
        return Optional.of(Unit.Z_SCORE);
      }
      return tally.max() < cut("unit.log2.max") && tally.min() > -cut("unit.log2.impossible")
          ? Optional.of(Unit.LOG2)
          : Optional.empty();
    }
    if (isWhole() && tally.max() > cut("unit.counts.max-above")) {
      return Optional.of(Unit.COUNTS);
    }
    return Optional.of(looksLogarithmic() ? Unit.LOG2 : Unit.LINEAR);
  }

  /** Whether there are negative values and none is beyond what z-scores reach. */
  boolean mayBeZScores() {
    return tally.min() < 0 && Math.max(tally.max(), -tally.min()) < cut("unit.z-score.max");
  }

  /** Why the values cannot have the unit; empty where they can. */
  Optional<String> contradiction(Unit unit) {
    return switch (unit) {
      case COUNTS -> negative().or(this::hardlyWhole).or(this::logarithmic);
      case LINEAR -> negative().or(this::logarithmic);
      case LOG2 ->
          tally.max() > cut("unit.log2.impossible")
              ? Optional.of("the highest value is " + tally.max())
              : Optional.empty();
      case Z_SCORE -> notStandardised();
    };
  }

  private Optional<String> negative() {
    return tally.min() < 0
        ? Optional.of("the lowest value is " + tally.min())
        : Optional.<String>empty();
  }

  private Optional<String> hardlyWhole() {
    return tally.count() >= cut("unit.whole-matrix.genes")
            && tally.fractionalShareOfNonZero() > cut("unit.counts.max-fractional")
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%.1f%% of the values above 0 are no whole numbers",
                100 * tally.fractionalShareOfNonZero()))
        : Optional.<String>empty();
  }

  private Optional<String> logarithmic() {
    return genes >= cut("unit.whole-matrix.genes") && !isWhole() && looksLogarithmic()
        ? Optional.of(
            "no value of " + genes + " genes is above " + tally.max() + ", as of logarithms")
        : Optional.<String>empty();
  }

  private Optional<String> notStandardised() {
    double extreme = Math.max(tally.max(), -tally.min());
    if (extreme > cut("unit.log2.impossible")) {
      return Optional.of("they reach from " + range());
    }
    return tally.min() >= 0 && tally.count() >= cut("unit.whole-matrix.genes")
        ? Optional.of("none is negative")
        : Optional.<String>empty();
  }

  /** Whether, but for rounding of a few, all values are whole numbers. */
  boolean isWhole() {
    return tally.fractionalShare() <= cut("unit.counts.fractional");
  }

  private boolean looksLogarithmic() {
    return tally.max() <= cut("unit.log2.max");
  }

  /** Lowest and highest value. */
  String range() {
    return tally.min() + " to " + tally.max();
  }

  boolean isEmpty() {
    return tally.count() == 0;
  }

  CellTally tally() {
    return tally;
  }

  private double cut(String id) {
    return thresholds.value(id);
  }
}
