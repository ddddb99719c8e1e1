package org.cotarget.input.table;

import java.nio.file.Path;
import java.util.Locale;

/** Finds what separates the fields of a table by its first line and its name. */
final class Delimiter {

  private Delimiter() {}

  /**
   * A tab where the line has one; otherwise a comma, or a semicolon in a {@code .csv} file without
   * commas.
   */
  static char of(String line, Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    boolean csv = name.endsWith(".csv") || name.endsWith(".csv.gz");
    if (hasUnquoted(line, '\t')) {
      return '\t';
    }
    if (hasUnquoted(line, ',')) {
      return ',';
    }
    return csv && hasUnquoted(line, ';') ? ';' : '\t';
  }

  private static boolean hasUnquoted(String line, char delimiter) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        return true;
      }
    }
    return false;
  }
}
