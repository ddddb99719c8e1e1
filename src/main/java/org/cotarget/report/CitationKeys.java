package org.cotarget.report;

import java.util.List;
import java.util.stream.Stream;

/** The keys of a cell that lists several, e.g. {@code CHA18;ALL20}. */
final class CitationKeys {

  private CitationKeys() {}

  static List<String> of(String cell) {
    return Stream.of(cell.split("[;,\\s]+")).filter(key -> !key.isEmpty()).toList();
  }
}
