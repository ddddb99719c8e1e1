package org.cotarget.evaluation;

/**
 * A row of {@code calibration.tsv}: the observed share of truth-positive units among those with one
 * word, or in one range of scores.
 *
 * @param column column of the results that was compared
 * @param truthColumn column of the truth table
 * @param scale column whose words or scores make the bins
 * @param bin the word, or the range of scores; a tenth of [0,1] holds its lower end
 * @param positives truth-positive units
 * @param units units with a positive or negative truth
 * @param share share of truth-positive units
 * @param low lower end of its 95% interval (Wilson)
 * @param high upper end of its 95% interval (Wilson)
 */
public record CalibrationRow(
    String column,
    String truthColumn,
    String scale,
    String bin,
    long positives,
    long units,
    String share,
    String low,
    String high) {}
