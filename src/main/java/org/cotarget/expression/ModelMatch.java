package org.cotarget.expression;

import java.util.Locale;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix.Unit;

/**
 * Whether a sample may be scored by a model. Each rule looks at the sample and the model alone, so
 * that a refusal does not depend on the other samples either.
 */
final class ModelMatch {

  private final ExpressionModel model;

  ModelMatch(ExpressionModel model) {
    this.model = model;
  }

  /** Why nothing of this unit can be scored by the model, or empty. */
  Optional<String> refusal(Unit unit) {
    if (unit == model.unit()) {
      return Optional.empty();
    }
    return Optional.of(
        "the values are "
            + unit.label()
            + ", model "
            + model.name()
            + " is for "
            + model.unit().label()
            + ": give such values, or another model");
  }

  /**
   * Why a sample of the right unit cannot be scored, or empty.
   *
   * @param raw with the log2 values of the model's genes
   */
  Optional<String> refusal(LogExpression log, int sample, RawScores raw) {
    Optional<String> unscalable = log.refusal(sample);
    if (unscalable.isPresent()) {
      return unscalable;
    }
    double[] values = raw.genes()[sample];
    int present = 0;
    for (double value : values) {
      present += Double.isNaN(value) ? 0 : 1;
    }
    double floor = model.threshold("model.min-gene-overlap");
    if (present == 0 || present < floor * values.length) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%d of the %d genes of model %s have a value, %.0f%% are needed",
              present,
              values.length,
              model.name(),
              100 * floor));
    }
    return profileRefusal(raw.quantiles()[sample]);
  }

  private Optional<String> profileRefusal(double[] quantiles) {
    ExpressionModel.Profile profile = model.profile();
    if (profile == null) {
      return Optional.empty();
    }
    double distance = QuantileProfile.distance(quantiles, profile.values());
    double maximum = model.threshold("model.max-quantile-distance");
    if (distance <= maximum) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "its values are distributed otherwise than those of model %s: quantiles differ by %.2f"
                + " log2 units on average, at most %.2f are allowed; it may be of another platform,"
                + " unit or quality",
            model.name(),
            distance,
            maximum));
  }
}
