package org.cotarget.input.expression;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix.Unit;

/**
 * Where the names and the values of a matrix stand.
 *
 * @param turned whether each row is a sample and each column of values a gene
 * @param names columns that name what a row is of, the best first
 * @param values columns of values, ascending
 * @param labels header of each column of values
 * @param skippedRows rows behind the header that hold no values: metadata of the columns (GCT 1.3),
 *     or a second header line
 * @param declaredRows rows of values that the file says it has, or -1
 * @param hint unit that a second header line names
 */
record MatrixLayout(
    boolean turned,
    List<Integer> names,
    List<Integer> values,
    List<String> labels,
    int skippedRows,
    int declaredRows,
    Optional<Unit> hint) {

  MatrixLayout {
    names = List.copyOf(names);
    values = List.copyOf(values);
    labels = List.copyOf(labels);
  }
}
