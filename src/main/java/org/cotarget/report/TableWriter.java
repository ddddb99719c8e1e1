package org.cotarget.report;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes records as a tab-separated table with a header: a row is a record, a component a column.
 *
 * @param <R> the row
 */
public final class TableWriter<R extends Record> {

  private static final String LIST_SEPARATOR = "; ";

  private record Cell<R>(String name, Function<R, Object> value) {}

  private final List<Cell<R>> columns;

  /** Makes a writer for a row without {@link ColumnGroup}. */
  public TableWriter(Class<R> row) {
    this(row, Map.of());
  }

  /**
   * Makes a writer.
   *
   * @param groupKeys by component name, the keys of each {@link ColumnGroup} in the order of the
   *     columns
   */
  TableWriter(Class<R> row, Map<String, List<String>> groupKeys) {
    List<Cell<R>> all = new ArrayList<>();
    for (RecordComponent component : row.getRecordComponents()) {
      ColumnGroup group = component.getAnnotation(ColumnGroup.class);
      if (group == null) {
        all.add(new Cell<>(name(component), r -> number(component, get(component, r))));
      } else {
        List<String> keys = groupKeys.getOrDefault(component.getName(), List.of());
        keys.forEach(key -> all.addAll(grouped(component, group.value(), key)));
      }
    }
    this.columns = List.copyOf(all);
  }

  /** The header cells. */
  public List<String> header() {
    return columns.stream().map(Cell::name).toList();
  }

  /** The cells of a row with their types, see {@link ResultTable#rows}. */
  List<Object> values(R row) {
    return columns.stream().map(column -> typed(column.value().apply(row))).toList();
  }

  /** Writes the header and the rows. */
  public void write(Appendable out, Iterable<R> rows) throws IOException {
    writeHeader(out);
    for (R row : rows) {
      writeRow(out, row);
    }
  }

  void writeHeader(Appendable out) throws IOException {
    out.append(String.join("\t", header())).append('\n');
  }

  void writeRow(Appendable out, R row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.append('\t');
      }
      out.append(TableText.cell(columns.get(i).value().apply(row)));
    }
    out.append('\n');
  }

  private static Object typed(Object value) {
    if (value instanceof Collection<?> items) {
      return String.join(LIST_SEPARATOR, items.stream().map(String::valueOf).toList());
    }
    return value;
  }

  private static <R extends Record> List<Cell<R>> grouped(
      RecordComponent component, Class<? extends Record> type, String key) {
    List<Cell<R>> cells = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      cells.add(
          new Cell<>(
              key + '_' + name(part),
              row -> {
                Object member = ((Map<?, ?>) get(component, row)).get(key);
                return member == null ? unknown(part) : get(part, member);
              }));
    }
    return cells;
  }

  private static Object unknown(RecordComponent part) {
    return part.getType() == double.class ? (Object) Double.NaN : TableText.NOT_AVAILABLE;
  }

  private static Object number(RecordComponent component, Object value) {
    if (!component.isAnnotationPresent(WholeNumber.class)) {
      return value;
    }
    return value.equals(TableText.NOT_AVAILABLE)
        ? (Object) Double.NaN
        : (Object) Long.valueOf((String) value);
  }

  static String name(RecordComponent component) {
    Column column = component.getAnnotation(Column.class);
    if (column != null) {
      return column.value();
    }
    return component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static Object get(RecordComponent component, Object row) {
    Method accessor = component.getAccessor();
    try {
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component + " of a row", e);
    }
  }
}
