package org.cotarget.input.expression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cotarget.input.table.MissingWords;

/**
 * Parses the rows of a block of lines. Whatever is not plain throws {@link
 * UnreadableByBytesException}: the table reader then reads the file and reports what is wrong.
 *
 * <p>Safe for use by several threads.
 */
final class BlockParser {

  /**
   * One row.
   *
   * @param names cells that name it
   * @param values its values
   * @param line its line in the block, from 0
   * @param firstNegative index of its first negative value, or -1
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(List<String> names, float[] values, long line, int firstNegative) {}

  /** What a column holds; 0 where it is neither. */
  private static final byte NAME = 1;

  private static final byte VALUE = 2;

  private final byte[] kinds;
  private final int[] nameColumns;
  private final int values;
  private final byte delimiter;
  private final MemoryBudget budget;

  /**
   * Makes a parser for one file.
   *
   * @param width columns of the header
   */
  BlockParser(MatrixLayout layout, int width, char delimiter, MemoryBudget budget) {
    this.kinds = new byte[width];
    this.nameColumns = layout.names().stream().mapToInt(Integer::intValue).toArray();
    for (int column : nameColumns) {
      kinds[column] = NAME;
    }
    layout.values().forEach(column -> kinds[column] = VALUE);
    this.values = layout.values().size();
    this.delimiter = (byte) delimiter;
    this.budget = budget;
  }

  /**
   * Rows of a block.
   *
   * @param count rows with those that were skipped
   * @param lines lines, blank ones too
   */
  record Rows(List<Row> rows, long count, long lines) {}

  /**
   * Parses all lines of a block; blank ones are no rows.
   *
   * @param skippedRows rows at its start that hold no values
   */
  Rows parse(LineBlocks.Block block, int skippedRows) {
    List<Row> rows = new ArrayList<>();
    Line line = new Line(block.bytes());
    int from = 0;
    long number = 0;
    for (int skipped = 0; skipped < skippedRows; number++) {
      if (from >= block.length()) {
        throw new UnreadableByBytesException("the rows without values are very long");
      }
      int next = line.endOf(from);
      skipped += line.isBlank(from) ? 0 : 1;
      from = next;
    }
    while (from < block.length()) {
      from = line.parse(from, number++, rows);
    }
    return new Rows(rows, rows.size() + (long) skippedRows, number);
  }

  /** One line after the other of one block. */
  private final class Line {

    private final byte[] bytes;
    private final DecimalScanner numbers = new DecimalScanner();
    private final String[] names = new String[kinds.length];
    private int at;
    private int firstNegative;

    Line(byte[] bytes) {
      this.bytes = bytes;
    }

    /**
     * @return the start of the next line
     */
    int parse(int from, long number, List<Row> rows) {
      if (isBlank(from)) {
        return endOf(from);
      }
      at = from;
      budget.take(values);
      float[] row = new float[values];
      firstNegative = -1;
      fill(row);
      List<String> cells = new ArrayList<>(nameColumns.length);
      for (int column : nameColumns) {
        cells.add(names[column]);
      }
      rows.add(new Row(cells, row, number, firstNegative));
      return at;
    }

    /** Whether a line has no text but delimiters, and so is no row. */
    boolean isBlank(int from) {
      int scan = from;
      while (bytes[scan] == delimiter || bytes[scan] == ' ' || bytes[scan] == '\t') {
        scan++;
      }
      return bytes[scan] == '\n' || (bytes[scan] == '\r' && bytes[scan + 1] == '\n');
    }

    /** The start of the line behind the one that starts at an index. */
    int endOf(int from) {
      int scan = from;
      while (bytes[scan] != '\n') {
        scan++;
      }
      return scan + 1;
    }

    private void fill(float[] row) {
      int value = 0;
      int last = kinds.length - 1;
      for (int column = 0; column <= last; column++) {
        byte kind = kinds[column];
        if (kind == VALUE) {
          float number = value();
          if (number < 0 && firstNegative < 0) {
            firstNegative = value;
          }
          row[value++] = number;
        } else if (kind == NAME) {
          names[column] = name();
        } else {
          skip();
        }
        if (column < last) {
          if (bytes[at] != delimiter) {
            throw new UnreadableByBytesException("a row is short");
          }
          at++;
        }
      }
      endOfLine();
    }

    /** Takes blank cells behind the last column and the line end. */
    private void endOfLine() {
      while (bytes[at] == delimiter || bytes[at] == ' ') {
        at++;
      }
      if (bytes[at] == '\r') {
        at++;
      }
      if (bytes[at] != '\n') {
        throw new UnreadableByBytesException("a row is long");
      }
      at++;
    }

    private float value() {
      float number = numbers.scan(bytes, at);
      if (!Float.isNaN(number)) {
        byte next = bytes[numbers.end()];
        if (next == delimiter || next == '\n' || next == '\r') {
          at = numbers.end();
          return number;
        }
      }
      return oddValue();
    }

    /** A missing value, or a number in a form that is not read from bytes. */
    private float oddValue() {
      int from = at;
      int length = cellLength();
      at = from + length;
      if (length == 0 || (length == 2 && bytes[from] == 'N' && bytes[from + 1] == 'A')) {
        return Float.NaN;
      }
      String text = new String(bytes, from, length, StandardCharsets.ISO_8859_1).strip();
      if (MissingWords.isMissing(text)) {
        return Float.NaN;
      }
      char first = text.charAt(0);
      char last = text.charAt(text.length() - 1);
      if ("0123456789+-.".indexOf(first) >= 0 && (last == '.' || (last >= '0' && last <= '9'))) {
        try {
          float number = Float.parseFloat(text);
          if (Float.isFinite(number)) {
            return number;
          }
        } catch (NumberFormatException notANumber) {
          throw new UnreadableByBytesException(text + " is no number");
        }
      }
      throw new UnreadableByBytesException(text + " is no number");
    }

    private String name() {
      int from = at;
      int length = plainCell();
      boolean quoted = length > 0 && bytes[from] == '"';
      return new String(
              bytes,
              quoted ? from + 1 : from,
              quoted ? length - 2 : length,
              StandardCharsets.ISO_8859_1)
          .strip();
    }

    private void skip() {
      plainCell();
    }

    /** Passes over a cell of ASCII that has quotes around it or none; returns its length. */
    private int plainCell() {
      int from = at;
      int length = cellLength();
      at = from + length;
      boolean quoted = length > 0 && bytes[from] == '"';
      if (quoted && (length < 2 || bytes[at - 1] != '"')) {
        throw new UnreadableByBytesException("a quoted cell is not plain");
      }
      for (int i = from; i < at; i++) {
        boolean inner = i > from && i < at - 1;
        if (bytes[i] <= 0 || (quoted && inner && bytes[i] == '"')) {
          throw new UnreadableByBytesException("a cell is not plain");
        }
      }
      return length;
    }

    /** Bytes up to the next delimiter or line end. */
    private int cellLength() {
      int scan = at;
      while (bytes[scan] != delimiter && bytes[scan] != '\n' && bytes[scan] != '\r') {
        scan++;
      }
      return scan - at;
    }
  }
}
