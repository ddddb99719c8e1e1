package org.cotarget.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A complete truth table: one row for each combination of its key columns. */
public final class DecisionTable {

  /**
   * A row.
   *
   * @param rule rule id for evidence, e.g. {@code tnbc_decision:17} (table and line in its file)
   * @param values every column of the row by name
   */
  public record Row(String rule, Map<String, String> values) {
    public Row {
      values = Map.copyOf(values);
    }

    /**
     * The value of a column.
     *
     * @throws IllegalArgumentException when the table has no such column
     */
    public String get(String column) {
      String value = values.get(column);
      if (value == null) {
        throw new IllegalArgumentException(rule + " has no column " + column);
      }
      return value;
    }
  }

  private final String id;
  private final List<String> keys;
  private final List<Row> rows;
  private final Map<List<String>, Row> byKey = new HashMap<>();

  /**
   * Indexes the rows by their key columns.
   *
   * @throws IllegalArgumentException when two rows have the same key
   */
  public DecisionTable(String id, List<String> keys, List<Row> rows) {
    this.id = id;
    this.keys = List.copyOf(keys);
    this.rows = List.copyOf(rows);
    for (Row row : rows) {
      List<String> key = keys.stream().map(row::get).toList();
      if (byKey.put(key, row) != null) {
        throw new IllegalArgumentException(id + ": two rows for " + key);
      }
    }
  }

  public String id() {
    return id;
  }

  public List<String> keys() {
    return keys;
  }

  public List<Row> rows() {
    return rows;
  }

  /**
   * The row for a key.
   *
   * @throws IllegalArgumentException when the table has no row for the key: it is not complete, a
   *     fault of the build
   */
  public Row find(String... key) {
    Row row = byKey.get(Arrays.asList(key));
    if (row == null) {
      throw new IllegalArgumentException(
          id + " has no row for " + keys + " = " + Arrays.toString(key));
    }
    return row;
  }
}
