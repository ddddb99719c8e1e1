package org.cotarget.testing;

import java.util.List;
import java.util.Map;
import org.cotarget.cohort.Receptor;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.ReceptorPosterior;
import org.cotarget.expression.Score;

/** Builds expression profiles for tests. */
public final class Profiles {

  private Profiles() {}

  public static ExpressionProfile gene(String gene, double z) {
    return new ExpressionProfile(true, "", Map.of(gene, score(gene, z)), Map.of(), Map.of());
  }

  public static ExpressionProfile signatures(Map<String, Double> z) {
    Map<String, Score> scores = new java.util.TreeMap<>();
    z.forEach((id, value) -> scores.put(id, score(id, value)));
    return new ExpressionProfile(true, "", Map.of(), scores, Map.of());
  }

  public static Score score(String id, double z) {
    return new Score(id, 5, z, Double.NaN, 50, 1, 1, Score.Confidence.NORMAL, "", List.of());
  }

  /** Posteriors of the positive component by receptor; cuts as in the reference data. */
  public static ExpressionProfile receptors(Map<Receptor, Double> posteriors) {
    Map<Receptor, ReceptorPosterior> receptors = new java.util.TreeMap<>();
    posteriors.forEach(
        (receptor, p) ->
            receptors.put(
                receptor, new ReceptorPosterior(receptor, "GENE", p, p < 0.5, p > 0.1 && p < 0.9)));
    return new ExpressionProfile(true, "", Map.of(), Map.of(), receptors);
  }
}
