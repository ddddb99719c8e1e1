package org.cotarget.input.expression;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Shard;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.reference.Thresholds;

/**
 * Judges the unit of a joined matrix again where only values told it. A few samples of z-scores
 * look like centred logarithms, since no gene of them has mean 0 and deviation 1; all files
 * together show what they are.
 */
public final class JoinedUnit {

  private final Thresholds thresholds;
  private final InputProblems problems;

  /** A judge by the cut-offs {@code unit.*}, which tells its doubts in {@code problems}. */
  public JoinedUnit(Thresholds thresholds, InputProblems problems) {
    this.thresholds = thresholds;
    this.problems = problems;
  }

  /**
   * Holds the unit of a matrix against its values.
   *
   * @param joined the matrix of all layers
   * @param layers what it was joined of
   * @param shard the part of the cohort whose samples' own files were read
   */
  public void check(ExpressionMatrix joined, List<ExpressionLayer> layers, Shard shard) {
    boolean unitByValues = layers.stream().allMatch(ExpressionLayer::unitByValues);
    if (!unitByValues || joined.unit() == Unit.Z_SCORE) {
      return;
    }
    if (!shard.isWhole() && layers.stream().anyMatch(ExpressionLayer::isOfSamples)) {
      problems.error(
          "EXPR_UNIT_UNCLEAR",
          joined.where(),
          "only the values of all files together tell their unit, and a shard reads some of them",
          "declare the unit of the values with --unit");
      return;
    }
    int samples = joined.samples().size();
    boolean several = layers.size() > 1 || layers.get(0).files().size() > 1;
    boolean few = samples < thresholds.value("unit.z-score.min-samples");
    if (!several && !few) {
      return;
    }
    UnitEvidence evidence = UnitEvidence.of(joined.values(), samples, thresholds);
    Optional<Unit> whole = evidence.unit();
    if (several && whole.isPresent() && whole.get() != joined.unit()) {
      problems.error(
          "EXPR_UNIT_UNCLEAR",
          joined.where(),
          "the values of each file look like "
              + joined.unit().label()
              + ", those of all files together like "
              + whole.get().label(),
          "declare the unit of the values with --unit");
    } else if (few && evidence.mayBeZScores()) {
      problems.warning(
          "EXPR_UNIT_UNCLEAR",
          joined.where(),
          "values from "
              + evidence.range()
              + " are taken for "
              + joined.unit().label()
              + "; so few samples do not show whether they are z-scores",
          "declare the unit of the values with --unit");
    }
  }
}
