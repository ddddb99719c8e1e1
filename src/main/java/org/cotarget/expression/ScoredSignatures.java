package org.cotarget.expression;

import java.util.List;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Signature.Method;

/** The signatures of a model as its number of samples allows them to be scored. */
final class ScoredSignatures {

  private ScoredSignatures() {}

  /**
   * With too few samples for any z-score, unweighted sets are scored by rank within the sample
   * (science section G).
   */
  static List<Signature> of(ExpressionModel model) {
    if (model.confidence(model.cohort().samples()) != Score.Confidence.NONE) {
      return model.signatures();
    }
    return model.signatures().stream().map(ScoredSignatures::byRank).toList();
  }

  private static Signature byRank(Signature s) {
    return s.method() == Method.MEAN_Z
        ? new Signature(
            s.id(), s.title(), Method.SINGSCORE, s.weights(), s.use(), s.licence(), s.citation())
        : s;
  }
}
