package org.cotarget.report;

import java.util.Collection;
import java.util.List;

/** The first few of many names. */
final class ShownNames {

  private static final int SHOWN = 5;

  private ShownNames() {}

  static String some(Collection<String> names) {
    List<String> shown = names.stream().limit(SHOWN).toList();
    return String.join(", ", shown)
        + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
  }
}
