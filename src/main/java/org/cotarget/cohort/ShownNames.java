package org.cotarget.cohort;

import java.util.Collection;
import java.util.List;

/** The first few of many names, for a message. */
public final class ShownNames {

  private static final int SHOWN = 5;

  private ShownNames() {}

  /** The first five, and how many more there are. */
  public static String some(Collection<String> names) {
    return some(names, SHOWN);
  }

  /** The first {@code count}, and how many more there are. */
  public static String some(Collection<String> names, int count) {
    List<String> shown = names.stream().limit(count).toList();
    return String.join(", ", shown)
        + (names.size() > count ? " and " + (names.size() - count) + " more" : "");
  }
}
