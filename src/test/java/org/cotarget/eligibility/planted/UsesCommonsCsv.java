package org.cotarget.eligibility.planted;

import org.apache.commons.csv.CSVFormat;

/** Commons CSV where no tables are read or written, planted for the test of the package flow. */
public final class UsesCommonsCsv {

  private UsesCommonsCsv() {}

  public static boolean quotes(CSVFormat format) {
    return format.isQuoteCharacterSet();
  }
}
