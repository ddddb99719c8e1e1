package org.cotarget.report;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table of the result folder with its cells as values, for writers that keep their types.
 *
 * @param <R> the row
 */
public final class ResultTable<R extends Record> {

  private final String name;
  private final TableWriter<R> writer;
  private final Supplier<Stream<R>> rows;

  ResultTable(
      String name, Class<R> row, Map<String, List<String>> groupKeys, Supplier<Stream<R>> rows) {
    this.name = name;
    this.writer = new TableWriter<>(row, groupKeys);
    this.rows = rows;
  }

  /** Name of the file without {@code .tsv}. */
  public String name() {
    return name;
  }

  /** The header cells. */
  public List<String> header() {
    return writer.header();
  }

  /**
   * The rows, made when asked for. A cell is a {@code String}, a {@code Long}, a {@code Boolean} or
   * a {@code Double}, which is NaN where a number is not known.
   */
  public Stream<List<Object>> rows() {
    return rows.get().map(writer::values);
  }
}
