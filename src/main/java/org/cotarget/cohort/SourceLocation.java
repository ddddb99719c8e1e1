package org.cotarget.cohort;

import java.util.Comparator;

/**
 * Where a value was read, so that every call can be traced to a cell of a file.
 *
 * @param path the file as the user named it, with {@code /} as separator
 * @param line line number from 1, or 0 when the whole file is meant
 * @param column the header of the column, or empty when the whole line is meant
 */
public record SourceLocation(String path, long line, String column)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::path)
          .thenComparingLong(SourceLocation::line)
          .thenComparing(SourceLocation::column);

  public static SourceLocation ofFile(String path) {
    return new SourceLocation(path, 0, "");
  }

  public static SourceLocation ofLine(String path, long line) {
    return new SourceLocation(path, line, "");
  }

  public SourceLocation atColumn(String name) {
    return new SourceLocation(path, line, name);
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  /** {@code path}, {@code path:line} or {@code path:line [column]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(path);
    if (line > 0) {
      text.append(':').append(line);
    }
    if (!column.isEmpty()) {
      text.append(" [").append(column).append(']');
    }
    return text.toString();
  }
}
