package org.cotarget.input.vcf.structural;

import java.util.OptionalLong;

/**
 * A break of the chromosome between two bases, with the range that the caller leaves open.
 *
 * @param at base left of the break
 * @param low least it may be
 * @param high most it may be
 */
record Break(long at, long low, long high) {

  /**
   * Reads a confidence interval such as {@code -5,5}, which some callers put in brackets.
   *
   * @param interval text of CIPOS or CIEND, empty where there is none
   */
  static Break of(long at, String interval) {
    String[] bounds = interval.replaceAll("[()\\[\\] ]", "").split(",", -1);
    if (bounds.length != 2) {
      return new Break(at, at, at);
    }
    OptionalLong below = StructuralRecord.number(bounds[0]);
    OptionalLong above = StructuralRecord.number(bounds[1]);
    return new Break(at, at - Math.max(0, -below.orElse(0)), at + Math.max(0, above.orElse(0)));
  }
}
