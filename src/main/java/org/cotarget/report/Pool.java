package org.cotarget.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Values that are each kept once and named by their place, from 0. */
final class Pool<T> {

  private final Map<T, Integer> places = new LinkedHashMap<>();

  int place(T value) {
    return places.computeIfAbsent(value, v -> places.size());
  }

  /** All values by place. */
  Set<T> values() {
    return Collections.unmodifiableSet(places.keySet());
  }
}
