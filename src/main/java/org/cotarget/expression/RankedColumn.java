package org.cotarget.expression;

import java.util.Arrays;

/**
 * One sample's genes in order of expression, for the rank-based scores; its arrays serve one sample
 * after the other.
 *
 * <p>Genes without a value have no rank. Ties are kept in row order, which is that of the symbols.
 */
final class RankedColumn {

  private final long[] keys;
  private final int[] lowestRank;
  private final int[] meanRank;
  private final int[] highestRank;
  private final int[] place;
  private int size;

  RankedColumn(int rows) {
    keys = new long[rows];
    lowestRank = new int[rows];
    meanRank = new int[rows];
    highestRank = new int[rows];
    place = new int[rows];
  }

  /** Ranks the values of one sample; NaN is a missing value. */
  void rank(float[] values) {
    size = 0;
    Arrays.fill(lowestRank, 0);
    for (int row = 0; row < values.length; row++) {
      if (!Float.isNaN(values[row])) {
        keys[size++] = ((long) ascending(values[row]) << 32) | row;
      }
    }
    Arrays.sort(keys, 0, size);
    for (int from = 0; from < size; ) {
      int to = from + 1;
      while (to < size && keys[to] >> 32 == keys[from] >> 32) {
        to++;
      }
      for (int k = from; k < to; k++) {
        int row = (int) keys[k];
        lowestRank[row] = from + 1;
        highestRank[row] = to;
        meanRank[row] = (from + 1 + to) / 2;
        place[row] = size - to + 1 + (k - from);
      }
      from = to;
    }
  }

  /** Orders as the numbers do, 0.0 and -0.0 alike. */
  private static int ascending(float value) {
    int bits = Float.floatToIntBits(value + 0.0f);
    return bits ^ ((bits >> 31) & 0x7fffffff);
  }

  /** Genes with a value. */
  int size() {
    return size;
  }

  boolean has(int row) {
    return row >= 0 && lowestRank[row] > 0;
  }

  /** Rank from 1 for the lowest value; tied genes share the lowest of their ranks. */
  int lowestRank(int row) {
    return lowestRank[row];
  }

  /** Rank from 1 for the lowest value; tied genes share the highest of their ranks. */
  int highestRank(int row) {
    return highestRank[row];
  }

  /** Rank from 1 for the lowest value; tied genes share their mean rank without its half. */
  int meanRank(int row) {
    return meanRank[row];
  }

  /** Place from 1 for the highest value; tied genes stand in row order. */
  int place(int row) {
    return place[row];
  }
}
