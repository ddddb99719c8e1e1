package org.cotarget.input.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;

/** The column names of a table, found as they are written or with upper and lower case alike. */
final class ColumnNames {

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<String, Integer> byFoldedName = new HashMap<>();

  void add(String name) {
    names.add(name);
  }

  void addFirst(String name) {
    names.add(0, name);
  }

  /** Drops blank names at the end, which stray delimiters make. */
  void trim() {
    while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
      names.remove(names.size() - 1);
    }
  }

  /**
   * Makes the names known to {@link #find}.
   *
   * @param line the header, for problems
   * @return false, with errors, where two columns have one name
   */
  boolean index(SourceLocation line, InputProblems problems) {
    boolean unique = true;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      byFoldedName.putIfAbsent(fold(name), i);
      Integer first = byName.putIfAbsent(name, i);
      if (first != null && !name.isEmpty()) {
        unique = false;
        problems.error(
            "COLUMN_DUPLICATE",
            line.atColumn(name),
            "columns " + (first + 1) + " and " + (i + 1) + " are both named " + name,
            "keep one of the two columns or rename it");
      }
    }
    byName.remove("");
    byFoldedName.remove("");
    return unique;
  }

  /** The first of the names that there is; an exact match goes before one in another case. */
  OptionalInt find(String... wanted) {
    for (String name : wanted) {
      Integer exact = byName.get(name);
      Integer index = exact != null ? exact : byFoldedName.get(fold(name));
      if (index != null) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }

  int size() {
    return names.size();
  }

  List<String> names() {
    return Collections.unmodifiableList(names);
  }

  /** Name of a column, or its number from 1 where it has none. */
  String name(int column) {
    String name = column < names.size() ? names.get(column) : "";
    return name.isEmpty() ? String.valueOf(column + 1) : name;
  }

  /** The first names, for a message. */
  String shortList() {
    return ShownNames.some(names, 8);
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
