package org.cotarget.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cut-offs by id. A missing id is a fault of the build, not of the user. */
public final class Thresholds {

  private final Map<String, Threshold> byId;

  public Thresholds(List<Threshold> rows) {
    Map<String, Threshold> map = new LinkedHashMap<>();
    rows.forEach(row -> map.put(row.id(), row));
    this.byId = Collections.unmodifiableMap(map);
  }

  public Iterable<Threshold> all() {
    return byId.values();
  }

  /**
   * The cut-off with its source.
   *
   * @throws IllegalArgumentException when no row has the id
   */
  public Threshold row(String id) {
    Threshold row = byId.get(id);
    if (row == null) {
      throw new IllegalArgumentException("reference/rules/thresholds.tsv has no " + id);
    }
    return row;
  }

  public double value(String id) {
    return row(id).value();
  }

  /**
   * The same cut-offs with one value replaced, for a command-line option that overrides a default.
   */
  public Thresholds with(String id, double value) {
    Map<String, Threshold> map = new LinkedHashMap<>(byId);
    Threshold row = row(id);
    map.put(id, new Threshold(row.id(), value, row.unit(), row.meaning(), "set by the user", "d"));
    return new Thresholds(List.copyOf(map.values()));
  }
}
