package org.cotarget.evaluation;

import org.cotarget.report.Proportion;

/**
 * The observed share of truth-positive units among those with one word or in one range of scores.
 *
 * @param scale the column that makes the bins
 * @param label the word, or the range of scores
 * @param positives truth-positive units
 * @param units units with a positive or negative truth
 */
public record CalibrationBin(String scale, String label, long positives, long units) {

  Proportion share() {
    return new Proportion(positives, units);
  }
}
