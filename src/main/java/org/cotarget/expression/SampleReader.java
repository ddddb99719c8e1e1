package org.cotarget.expression;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.Receptor;
import org.cotarget.expression.ExpressionModel.ReceptorMixture;
import org.cotarget.expression.ExpressionModel.ScoreReference;
import org.cotarget.expression.Score.Confidence;
import org.cotarget.reference.Signature;

/** Compares the raw scores of one sample with a model. */
final class SampleReader {

  private final ExpressionModel model;
  private final List<Signature> signatures;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * @param signatures those of the raw scores, in their order
   */
  SampleReader(ExpressionModel model, List<Signature> signatures) {
    this.model = model;
    this.signatures = signatures;
    for (int g = 0; g < model.genes().size(); g++) {
      places.put(model.genes().get(g).symbol(), g);
    }
  }

  /**
   * @param tnbc whether the sample is triple-negative by pathology
   */
  ExpressionProfile profile(RawScores raw, int sample, boolean tnbc) {
    Map<String, Score> genes = new LinkedHashMap<>();
    for (String gene : ExpressionModel.CALL_GENES) {
      Integer place = places.get(gene);
      if (place != null) {
        double value = raw.genes()[sample][place];
        boolean missing = Double.isNaN(value);
        genes.put(
            gene,
            score(
                gene,
                value,
                tnbc,
                missing ? 0 : 1,
                1,
                missing ? "no value for this sample" : "",
                List.of()));
      }
    }
    Map<String, Score> scores = new LinkedHashMap<>();
    for (int i = 0; i < signatures.size(); i++) {
      scores.put(signatures.get(i).id(), signature(raw, sample, i, tnbc));
    }
    return new ExpressionProfile(true, "", genes, scores, receptors(raw.genes()[sample]));
  }

  private Score signature(RawScores raw, int sample, int place, boolean tnbc) {
    Signature signature = signatures.get(place);
    int total = signature.weights().size();
    int used = raw.used()[sample][place];
    double floor = model.threshold("expression.min-gene-coverage");
    if (used == 0 || used < floor * total) {
      return belowFloor(
          signature.id(), used, total, floor, missing(signature, raw.genes()[sample]));
    }
    return score(
        signature.id(),
        raw.values()[sample][place],
        tnbc,
        used,
        total,
        signature.method() == Signature.Method.SINGSCORE
                && model.confidence(model.cohort().samples()) == Confidence.NONE
            ? "rank-based (singscore), uncalled: too few samples for z"
            : "",
        List.of());
  }

  /** Genes without a usable value in the sample; by rank every value is usable. */
  private List<String> missing(Signature signature, double[] values) {
    List<String> missing = new ArrayList<>();
    boolean scaled =
        signature.method() == Signature.Method.MEAN_Z
            || signature.method() == Signature.Method.WEIGHTED_Z;
    for (String gene : signature.weights().keySet()) {
      Integer place = places.get(gene);
      if (place == null
          || Double.isNaN(values[place])
          || (scaled && !(model.genes().get(place).sd() > 0))) {
        missing.add(gene);
      }
    }
    return missing;
  }

  /** No score: fewer genes have a value than the floor asks for. */
  static Score belowFloor(String id, int used, int total, double floor, List<String> missing) {
    String note =
        used
            + " of "
            + total
            + " genes have a usable value, "
            + Math.round(100 * floor)
            + "% are needed; missing e.g. "
            + String.join(", ", missing.subList(0, Math.min(5, missing.size())));
    return new Score(
        id,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        used,
        total,
        Confidence.NONE,
        note,
        missing);
  }

  private Score score(
      String id,
      double value,
      boolean tnbc,
      int used,
      int total,
      String note,
      List<String> missing) {
    Optional<ScoreReference> found = model.reference(id);
    if (found.isEmpty()) {
      return new Score(
          id,
          value,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          used,
          total,
          Confidence.NONE,
          note.isEmpty() ? "not in the model: no z; fit a model with this signature" : note,
          missing);
    }
    ScoreScale overall = found.get().overall();
    ScoreScale within = found.get().tnbc();
    boolean varies = overall.scale() > 0;
    Confidence reached = varies ? model.confidence(overall.samples()) : Confidence.NONE;
    boolean known = reached != Confidence.NONE && !Double.isNaN(value);
    return new Score(
        id,
        value,
        known ? overall.z(value) : Double.NaN,
        known && tnbc && within != null ? within.z(value) : Double.NaN,
        known ? overall.percentile(value, model.percentiles()) : Double.NaN,
        used,
        total,
        known ? reached : Confidence.NONE,
        note.isEmpty() && !varies ? "does not vary over the reference" : note,
        missing);
  }

  private Map<Receptor, ReceptorPosterior> receptors(double[] values) {
    Map<Receptor, ReceptorPosterior> receptors = new EnumMap<>(Receptor.class);
    for (ReceptorMixture mixture : model.mixtures()) {
      Integer place = places.get(mixture.gene());
      TwoComponents components = mixture.components();
      if (mixture.estimable()
          && components != null
          && place != null
          && !Double.isNaN(values[place])) {
        double posterior = components.positivePosterior(values[place]);
        receptors.put(
            mixture.receptor(),
            new ReceptorPosterior(
                mixture.receptor(),
                mixture.gene(),
                posterior,
                posterior < model.threshold("mixture.negative-posterior"),
                posterior > model.threshold("mixture.ambiguous-low")
                    && posterior < model.threshold("mixture.ambiguous-high")));
      }
    }
    return receptors;
  }
}
