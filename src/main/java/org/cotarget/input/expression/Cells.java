package org.cotarget.input.expression;

import java.util.Optional;
import java.util.OptionalDouble;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of rows and remembers where the first negative one was, which some units cannot
 * have.
 */
final class Cells {

  private final TableReader table;
  private final InputProblems problems;
  private @Nullable SourceLocation firstNegative;

  Cells(TableReader table, InputProblems problems) {
    this.table = table;
    this.problems = problems;
  }

  /** The cells of the current row; NaN where there is none. */
  float[] numbers(int[] columns) {
    float[] values = new float[columns.length];
    for (int i = 0; i < columns.length; i++) {
      OptionalDouble number = table.number(columns[i]);
      float value = number.isPresent() ? (float) number.getAsDouble() : Float.NaN;
      if (Float.isInfinite(value)) {
        problems.error(
            "VALUE_NOT_NUMBER",
            table.where(columns[i]),
            "'" + table.text(columns[i]) + "' is too large for an expression value",
            "correct the value, or leave the cell blank (NA) where there is none");
        value = Float.NaN;
      }
      if (value < 0 && firstNegative == null) {
        firstNegative = table.where(columns[i]);
      }
      values[i] = value;
    }
    return values;
  }

  Optional<SourceLocation> firstNegative() {
    return Optional.ofNullable(firstNegative);
  }
}
