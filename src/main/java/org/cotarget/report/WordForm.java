package org.cotarget.report;

import java.util.Locale;

/** The form in which words and headers of tables are compared with those of the reference data. */
public final class WordForm {

  private WordForm() {}

  /**
   * Upper case, with one underscore for every run of other characters than letters and digits; a
   * word without any letter or digit, such as {@code +}, stays as it is.
   */
  public static String of(String word) {
    String folded =
        word.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
    return folded.isEmpty() ? word.strip() : folded;
  }
}
