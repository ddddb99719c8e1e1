package org.cotarget.input.expression;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as it was read: one row a gene, whichever way the file lay.
 *
 * @param rows rows in file order
 * @param samples samples in file order
 * @param records rows of the file
 * @param unnamed rows without a gene
 * @param firstUnnamed where the first of them is, or null
 * @param firstNegative where the first negative value is
 */
record MatrixContent(
    List<Row> rows,
    List<String> samples,
    long records,
    int unnamed,
    @Nullable SourceLocation firstUnnamed,
    Optional<SourceLocation> firstNegative) {

  /**
   * A gene's values.
   *
   * @param values one a sample; NaN where there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // millions of cells; never compared
  record Row(GeneName gene, float[] values) {}
}
