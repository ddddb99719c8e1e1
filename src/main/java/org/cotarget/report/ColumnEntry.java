package org.cotarget.report;

/**
 * What a column of a table holds.
 *
 * @param table name of the table, e.g. {@code calls}
 * @param column header of the column; a word in lower case in angle brackets stands for the names
 *     of several columns, e.g. {@code MRNA_<gene>_Z}
 * @param type {@code text}, {@code list} (separated by {@code ; }), {@code number}, {@code whole
 *     number} or {@code yes/no}
 * @param description what it means, with constants in backticks
 */
public record ColumnEntry(String table, String column, String type, String description) {

  /** The description without backticks. */
  public String plain() {
    return description.replace("`", "");
  }
}
