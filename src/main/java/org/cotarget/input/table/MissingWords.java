package org.cotarget.input.table;

import java.util.Locale;
import java.util.Set;

/**
 * Spellings of "no value" in molecular tables. Clinical tables have more, which the receptor
 * vocabulary knows.
 */
public final class MissingWords {

  private static final Set<String> WORDS =
      Set.of("", ".", "na", "n/a", "nan", "null", "none", "--", "'--", "[not available]");

  private MissingWords() {}

  public static boolean isMissing(String text) {
    return text.isEmpty() || (text.length() <= 15 && WORDS.contains(text.toLowerCase(Locale.ROOT)));
  }
}
