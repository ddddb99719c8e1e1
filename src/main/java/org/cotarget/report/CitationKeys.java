package org.cotarget.report;

import java.util.List;
import java.util.regex.Pattern;

/** The keys of a cell that lists several, e.g. {@code CHA18;ALL20}. */
final class CitationKeys {

  private static final Pattern SEPARATOR = Pattern.compile("[;,\\s]+");

  private CitationKeys() {}

  static List<String> of(String cell) {
    return SEPARATOR.splitAsStream(cell).filter(key -> !key.isEmpty()).toList();
  }
}
