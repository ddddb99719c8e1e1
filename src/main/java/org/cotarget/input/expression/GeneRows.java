package org.cotarget.input.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of a matrix by gene; of several rows of one gene the one with the highest mean is kept. */
final class GeneRows {

  private final Map<String, float[]> rows = new LinkedHashMap<>();
  private final Map<String, Double> means = new LinkedHashMap<>();
  private final List<String> repeated = new ArrayList<>();

  void add(String gene, float[] values) {
    double mean = mean(values);
    Double earlier = means.get(gene);
    if (earlier != null) {
      repeated.add(gene);
    }
    if (earlier == null || mean > earlier) {
      rows.put(gene, values);
      means.put(gene, mean);
    }
  }

  List<String> genes() {
    return List.copyOf(rows.keySet());
  }

  List<float[]> values() {
    return List.copyOf(rows.values());
  }

  /** Genes of further rows, one entry for each. */
  List<String> repeated() {
    return repeated;
  }

  /**
   * Mean of the values that are there; negative infinity without any, so that any other row is
   * preferred.
   */
  private static double mean(float[] values) {
    double sum = 0;
    int known = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    return known == 0 ? Double.NEGATIVE_INFINITY : sum / known;
  }
}
