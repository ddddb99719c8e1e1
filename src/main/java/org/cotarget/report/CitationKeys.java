package org.cotarget.report;

import java.util.List;
import java.util.stream.Stream;

/** The keys of a citation cell, e.g. {@code CHA18;ALL20}. */
final class CitationKeys {

  private CitationKeys() {}

  static List<String> of(String cell) {
    return Stream.of(cell.split("[;,\\s]+")).filter(key -> !key.isEmpty()).toList();
  }
}
