package org.cotarget.expression;

import java.util.List;
import java.util.stream.Stream;
import org.cotarget.cohort.ExpressionMatrix.Unit;

/** Refuses a model that was made by hand and would fail while it scores. */
final class ModelContents {

  private ModelContents() {}

  static void check(ExpressionModel model) throws ModelFormatException {
    require(model.id().matches("[A-Za-z0-9._-]+"), "its id is not made of letters, digits, . _ -");
    require(model.unit() != Unit.Z_SCORE, "z-scores have no model");
    require(model.sha256().matches("[0-9a-f]{64}"), "its sha256 is no SHA-256");
    for (String id : ModelFitter.THRESHOLDS) {
      require(model.thresholds().containsKey(id), "threshold " + id + " is missing");
    }
    require(!model.genes().isEmpty(), "it has no genes");
    require(ascending(model.percentiles()), "its percentiles do not ascend");
    Stream<ScoreScale> scales =
        model.references().stream()
            .flatMap(
                r -> r.tnbc() == null ? Stream.of(r.overall()) : Stream.of(r.overall(), r.tnbc()));
    require(
        scales.allMatch(
            scale ->
                scale.quantiles().isEmpty()
                    || scale.quantiles().size() == model.percentiles().size()),
        "a score has another number of quantiles than there are percentiles");
    ExpressionModel.Profile profile = model.profile();
    require(
        profile == null || profile.probabilities().equals(QuantileProfile.PROBABILITIES),
        "its profile has other probabilities than this version reads");
    require(
        profile == null || profile.values().size() == profile.probabilities().size(),
        "its profile has another number of values than of probabilities");
  }

  private static boolean ascending(List<Double> values) {
    for (int i = 1; i < values.size(); i++) {
      if (!(values.get(i) > values.get(i - 1))) {
        return false;
      }
    }
    return !values.isEmpty();
  }

  private static void require(boolean holds, String fault) throws ModelFormatException {
    if (!holds) {
      throw new ModelFormatException(
          "it cannot be used: " + fault, "take an unchanged copy, or fit the model again");
    }
  }
}
