package org.cotarget.evaluation;

/**
 * A row of {@code roc.tsv}: what calling positive from one score on would give.
 *
 * @param column score column of the results
 * @param truthColumn column of the truth table
 * @param threshold score at or above which a unit counts as positive (at or below it where low
 *     speaks for positive); {@code Inf} or {@code -Inf} where none does
 * @param truePositives truth-positive units among them
 * @param falsePositives truth-negative units among them
 * @param sensitivity share of all truth-positive units
 * @param falsePositiveRate share of all truth-negative units
 */
public record RocRow(
    String column,
    String truthColumn,
    String threshold,
    long truePositives,
    long falsePositives,
    String sensitivity,
    String falsePositiveRate) {}
