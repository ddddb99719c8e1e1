package org.cotarget.input.table;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into cells. Most lines have no quotes: of those only the delimiters are marked, so
 * that a cell that nobody asks for costs nothing. Lines with a field that starts with a quote go
 * through Commons CSV, together with the lines that the quote spans.
 */
final class RecordSplitter {

  /** A quoted cell longer than this is taken for a quote that was never closed. */
  private static final int LONGEST_QUOTED_RECORD = 1 << 22;

  /**
   * Cells of the widest line. Whatever stands in a column costs memory: a larger cohort is read
   * from several files.
   */
  static final int MOST_CELLS = 1 << 20;

  /** A line of more cells than are read. */
  static final class TooWideException extends IOException {
    TooWideException(long line) {
      super("line " + line + " has more than " + MOST_CELLS + " cells");
    }
  }

  private enum Place {
    FIELD_START,
    IN_TEXT,
    IN_QUOTES,
    BEHIND_QUOTE
  }

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final LineReader lines;
  private char delimiter = '\t';
  private CSVFormat quoted = format('\t');
  private String line = "";
  private int[] ends = new int[64];
  private int count;
  private String @Nullable [] unquoted;

  RecordSplitter(LineReader lines) {
    this.lines = lines;
  }

  void delimitBy(char separator) {
    delimiter = separator;
    quoted = format(separator);
  }

  char delimiter() {
    return delimiter;
  }

  /**
   * Splits a line, reading further ones where a quote spans them.
   *
   * @return false where a quote is never closed
   */
  boolean split(String text) throws IOException {
    line = text;
    unquoted = null;
    if (text.indexOf('"') >= 0 && hasQuotedField(text)) {
      return splitQuoted(text);
    }
    count = 0;
    int from = 0;
    int at = text.indexOf(delimiter);
    while (at >= 0) {
      mark(at);
      from = at + 1;
      at = text.indexOf(delimiter, from);
    }
    mark(text.length());
    return true;
  }

  /** The text that was split, with the lines that a quote spans. */
  String source() {
    return line;
  }

  int count() {
    return count;
  }

  String text(int column) {
    if (column >= count) {
      return "";
    }
    return unquoted != null
        ? unquoted[column].strip()
        : line.substring(startOf(column), ends[column]).strip();
  }

  /** Whether any cell from the given one on is not blank. */
  boolean hasTextFrom(int column) {
    if (unquoted == null) {
      for (int i = column < count ? startOf(column) : line.length(); i < line.length(); i++) {
        char c = line.charAt(i);
        if (c != delimiter && !Character.isWhitespace(c)) {
          return true;
        }
      }
      return false;
    }
    for (int i = column; i < count; i++) {
      if (!text(i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The cell as a number, NaN where it is none. Plain decimals are read without an object a cell,
   * and rounded as by Java.
   */
  double number(int column) {
    if (unquoted != null || column >= count) {
      return parse(text(column));
    }
    int at = startOf(column);
    int end = ends[column];
    boolean negative = at < end && line.charAt(at) == '-';
    if (negative) {
      at++;
    }
    long digits = 0;
    int length = 0;
    int decimals = -1;
    for (; at < end; at++) {
      char c = line.charAt(at);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        length++;
        decimals += decimals >= 0 ? 1 : 0;
      } else if (c == '.' && decimals < 0) {
        decimals = 0;
      } else {
        return parse(text(column));
      }
      if (length > 15) {
        return parse(text(column));
      }
    }
    if (length == 0) {
      return Double.NaN;
    }
    double value = decimals > 0 ? digits / POWERS_OF_TEN[decimals] : digits;
    return negative ? -value : value;
  }

  private static double parse(String text) {
    if (text.isEmpty() || "0123456789+-.".indexOf(text.charAt(0)) < 0) {
      return Double.NaN;
    }
    char last = text.charAt(text.length() - 1);
    if (last != '.' && (last < '0' || last > '9')) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  private int startOf(int column) {
    return column == 0 ? 0 : ends[column - 1] + 1;
  }

  private void mark(int end) throws TooWideException {
    if (count == MOST_CELLS) {
      throw new TooWideException(lines.number());
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
  }

  private boolean hasQuotedField(String text) {
    for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      if (at == 0 || text.charAt(at - 1) == delimiter) {
        return true;
      }
    }
    return false;
  }

  private boolean splitQuoted(String first) throws IOException {
    StringBuilder text = new StringBuilder(first);
    Place place = Place.FIELD_START;
    int scanned = 0;
    while (true) {
      for (; scanned < text.length(); scanned++) {
        place = after(place, text.charAt(scanned));
      }
      if (place != Place.IN_QUOTES) {
        return parseQuoted(text.toString());
      }
      String more = text.length() > LONGEST_QUOTED_RECORD ? null : lines.next();
      if (more == null) {
        return false;
      }
      text.append('\n').append(more);
    }
  }

  private Place after(Place place, char c) {
    if (place == Place.IN_QUOTES) {
      return c == '"' ? Place.BEHIND_QUOTE : Place.IN_QUOTES;
    }
    if (c == delimiter) {
      return Place.FIELD_START;
    }
    // A quote right behind a closing one is an escaped quote.
    return c == '"' && place != Place.IN_TEXT ? Place.IN_QUOTES : Place.IN_TEXT;
  }

  private boolean parseQuoted(String text) throws IOException {
    line = text;
    try (CSVParser parser = CSVParser.parse(text, quoted)) {
      for (CSVRecord cells : parser) {
        unquoted = cells.values();
        count = unquoted.length;
        if (count > MOST_CELLS) {
          throw new TooWideException(lines.number());
        }
        return true;
      }
    }
    return false;
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.Builder.create()
        .setDelimiter(separator)
        .setQuote('"')
        .setRecordSeparator('\n')
        .setIgnoreEmptyLines(false)
        .setTrailingData(true)
        .setLenientEof(false)
        .get();
  }
}
