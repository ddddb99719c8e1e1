package org.cotarget.input;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotarget.input.table.MissingWords;
import org.cotarget.input.table.TableReader;

/** Reads the tumour's read counts of a MAF row. */
final class ReadDepths {

  /**
   * Reads at a position.
   *
   * @param total all reads, or -1
   * @param alternate reads with the variant, or -1
   * @param fraction their share in [0,1], or NaN
   */
  record Depth(int total, int alternate, double fraction) {}

  private final TableReader table;
  private final MafColumns columns;

  ReadDepths(TableReader table, MafColumns columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Counts of the current row; the fraction is that of the counts where they are given. */
  Depth ofRow() {
    OptionalLong alternate = count(columns.alternateCount());
    OptionalLong others = count(columns.referenceCount());
    OptionalLong total = count(columns.depth());
    if (total.isEmpty() && alternate.isPresent() && others.isPresent()) {
      total = OptionalLong.of(alternate.getAsLong() + others.getAsLong());
    }
    int depth = (int) total.orElse(-1);
    int altDepth = (int) alternate.orElse(-1);
    if (depth >= 0 && altDepth > depth) {
      table
          .problems()
          .warning(
              "DEPTH_CONTRADICTORY",
              table.where(columns.alternateCount().orElseThrow()),
              altDepth + " reads with the variant among " + depth + " reads",
              "check the counts; neither is used");
      return new Depth(-1, -1, Double.NaN);
    }
    double fraction =
        depth > 0 && altDepth >= 0 ? (double) altDepth / depth : fraction().orElse(Double.NaN);
    return new Depth(depth, altDepth, fraction);
  }

  private OptionalLong count(OptionalInt column) {
    if (column.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong value = table.integer(column.getAsInt());
    if (value.isPresent() && (value.getAsLong() < 0 || value.getAsLong() > Integer.MAX_VALUE)) {
      table
          .problems()
          .error(
              "VALUE_OUT_OF_RANGE",
              table.where(column.getAsInt()),
              "'" + table.text(column) + "' is no number of reads",
              "read counts are whole numbers from 0");
      return OptionalLong.empty();
    }
    return value;
  }

  private OptionalDouble fraction() {
    if (columns.fraction().isEmpty()) {
      return OptionalDouble.empty();
    }
    int column = columns.fraction().getAsInt();
    String text = table.text(column);
    OptionalDouble value;
    if (text.endsWith("%")) {
      value = percent(text.substring(0, text.length() - 1).strip());
    } else if (MissingWords.isMissing(text)) {
      return OptionalDouble.empty();
    } else {
      value = table.number(column);
      if (value.isEmpty()) {
        return value;
      }
    }
    if (value.isEmpty() || value.getAsDouble() < 0 || value.getAsDouble() > 1) {
      table
          .problems()
          .warning(
              "VALUE_OUT_OF_RANGE",
              table.where(column),
              "allele fraction '" + text + "' is not in 0..1; it is not used",
              "write a fraction of 1, or a percentage with %");
      return OptionalDouble.empty();
    }
    return value;
  }

  private static OptionalDouble percent(String digits) {
    return digits.matches("\\d{1,3}(\\.\\d+)?")
        ? OptionalDouble.of(Double.parseDouble(digits) / 100)
        : OptionalDouble.empty();
  }
}
