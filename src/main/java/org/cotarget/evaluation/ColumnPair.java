package org.cotarget.evaluation;

/**
 * A result column and the truth column that it is held against.
 *
 * @param result header of a column of {@code calls.tsv} or {@code screening.tsv}
 * @param truth header of a column of the truth table
 */
public record ColumnPair(String result, String truth) {

  /** {@code RESULT=TRUTH}, or one name where both are the same. */
  @Override
  public String toString() {
    return result.equals(truth) ? result : result + "=" + truth;
  }
}
