package org.cotarget.input.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotarget.input.expression.GeneName.Kind;

/**
 * Rows of a matrix by gene. Of several rows of one gene those named by an id or by the symbol in
 * use go before those named by a former symbol, which may be the name of another gene; among them
 * the one with the highest mean is kept, of equal ones the first.
 *
 * <p>Of genes that nothing looks for the first row is kept, whatever its values: they only make up
 * the library size, and that of a sample must not depend on the other samples.
 */
final class GeneRows {

  /**
   * The values of a gene.
   *
   * @param values one a sample; NaN where there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // millions of cells; never compared
  record Kept(float[] values, Kind kind) {

    private boolean isBetterThan(Kept earlier) {
      if (kind == earlier.kind) {
        return kind != Kind.OTHER && mean(values) > mean(earlier.values);
      }
      return earlier.kind == Kind.FORMER;
    }
  }

  private final Map<String, Kept> rows = new LinkedHashMap<>();
  private final List<String> repeated = new ArrayList<>();
  private final SortedSet<String> byMean = new TreeSet<>();

  void add(GeneName gene, float[] values) {
    Kept row = new Kept(values, gene.kind());
    Kept earlier = rows.putIfAbsent(gene.symbol(), row);
    if (earlier != null) {
      repeated.add(gene.symbol());
      if (row.kind() == earlier.kind() && row.kind() != Kind.OTHER) {
        byMean.add(gene.symbol());
      }
      if (row.isBetterThan(earlier)) {
        rows.put(gene.symbol(), row);
      }
    }
  }

  List<String> genes() {
    return List.copyOf(rows.keySet());
  }

  /** Values by gene, in the order of {@link #genes}. */
  float[][] values() {
    return rows.values().stream().map(Kept::values).toArray(float[][]::new);
  }

  /** Genes of further rows, one entry for each. */
  List<String> repeated() {
    return repeated;
  }

  /** Genes of the reference of which the row with the highest mean over these samples stands. */
  SortedSet<String> byMean() {
    return byMean;
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
