package org.cotarget.testing;

import java.util.Map;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.Score;

/** Builds expression profiles for tests. */
public final class Profiles {

  private Profiles() {}

  public static ExpressionProfile gene(String gene, double z) {
    return new ExpressionProfile(true, Map.of(gene, score(gene, z)), Map.of());
  }

  public static ExpressionProfile signatures(Map<String, Double> z) {
    Map<String, Score> scores = new java.util.TreeMap<>();
    z.forEach((id, value) -> scores.put(id, score(id, value)));
    return new ExpressionProfile(true, Map.of(), scores);
  }

  public static Score score(String id, double z) {
    return new Score(id, 5, z, Double.NaN, 50, 1, 1, Score.Confidence.NORMAL, "");
  }
}
