package org.cotarget.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * One table of {@code reference/}: comment lines {@code # key: value}, a header line, then rows.
 * Tab-separated, UTF-8, no quoting, {@code -} for a value that is not given. Every fault names file
 * and line.
 */
final class Table {

  /** What stands where a value is not given. */
  static final String ABSENT = "-";

  private final String path;
  private final Map<String, String> about;
  private final List<Line> lines;

  private Table(String path, Map<String, String> about, List<Line> lines) {
    this.path = path;
    this.about = about;
    this.lines = List.copyOf(lines);
  }

  /**
   * @param columns the header as it must stand in the file
   * @throws ReferenceFormatException when the text is no such table
   */
  static Table parse(String path, String text, String... columns) {
    Map<String, String> about = comments(text);
    Map<String, Integer> index = new HashMap<>();
    for (String column : columns) {
      index.put(column, index.size());
    }
    List<Line> lines = new ArrayList<>();
    boolean header = false;
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      if (raw.startsWith("# ") && !header) {
        continue;
      }
      String[] cells = raw.split("\t", -1);
      if (!header) {
        if (!Arrays.equals(cells, columns)) {
          throw new ReferenceFormatException(
              path, number, "the header is " + List.of(cells) + ", not " + List.of(columns));
        }
        header = true;
      } else {
        lines.add(line(path, number, index, cells));
      }
    }
    if (lines.isEmpty()) {
      throw new ReferenceFormatException(path, 0, "the table has no rows");
    }
    return new Table(path, about, lines);
  }

  /** The {@code # key: value} lines at the head of a file; the first of each key counts. */
  static Map<String, String> comments(String text) {
    Map<String, String> about = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      if (!line.startsWith("# ")) {
        break;
      }
      int colon = line.indexOf(": ");
      if (colon > 0) {
        about.putIfAbsent(line.substring(2, colon), line.substring(colon + 2).strip());
      }
    }
    return about;
  }

  private static Line line(String path, int number, Map<String, Integer> index, String[] cells) {
    if (cells.length != index.size()) {
      throw new ReferenceFormatException(
          path, number, cells.length + " values for " + index.size() + " columns");
    }
    for (String cell : cells) {
      if (cell.isEmpty() || !cell.equals(cell.strip())) {
        throw new ReferenceFormatException(path, number, "empty or padded value '" + cell + "'");
      }
    }
    return new Line(path, number, index, List.of(cells));
  }

  /**
   * @throws ReferenceFormatException when the head of the file has no such line
   */
  String about(String key) {
    String value = about.get(key);
    if (value == null) {
      throw new ReferenceFormatException(path, 0, "no line '# " + key + ": '");
    }
    return value;
  }

  String path() {
    return path;
  }

  List<Line> lines() {
    return lines;
  }

  <T> List<T> map(Function<Line, T> row) {
    return lines.stream().map(row).toList();
  }

  /**
   * This table, whose rows differ in the columns.
   *
   * @throws ReferenceFormatException at the second of two rows that agree in them
   */
  Table unique(String... columns) {
    Set<String> seen = new HashSet<>();
    for (Line line : lines) {
      StringJoiner key = new StringJoiner(", ");
      for (String column : columns) {
        key.add(line.text(column));
      }
      if (!seen.add(key.toString())) {
        throw line.fault("second row for " + key);
      }
    }
    return this;
  }

  /** A row and where it stands. */
  record Line(String path, int number, Map<String, Integer> index, List<String> cells) {

    String text(String column) {
      Integer at = index.get(column);
      if (at == null) {
        throw fault("no column " + column);
      }
      return cells.get(at);
    }

    /** The text, empty where it is not given. */
    String optional(String column) {
      String text = text(column);
      return text.equals(ABSENT) ? "" : text;
    }

    /** The text, which must be one of a closed list. */
    String among(String column, Set<String> allowed) {
      String text = text(column);
      if (!allowed.contains(text)) {
        throw fault(column + " " + text + " is not one of " + allowed.stream().sorted().toList());
      }
      return text;
    }

    int integer(String column) {
      String text = text(column);
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw fault(column + " " + text + " is no whole number");
      }
    }

    int integer(String column, int absent) {
      return text(column).equals(ABSENT) ? absent : integer(column);
    }

    double number(String column) {
      String text = text(column);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw fault(column + " " + text + " is no number");
      }
    }

    /** The number, NaN where it is not given. */
    double optionalNumber(String column) {
      return text(column).equals(ABSENT) ? Double.NaN : number(column);
    }

    boolean flag(String column) {
      return among(column, Set.of("0", "1")).equals("1");
    }

    ReferenceFormatException fault(String message) {
      return new ReferenceFormatException(path, number, message);
    }
  }
}
