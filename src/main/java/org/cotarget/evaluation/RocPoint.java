package org.cotarget.evaluation;

/**
 * A point of a ROC curve: what calling positive from a score on would give.
 *
 * @param threshold score from which on a unit is called positive; infinite at the origin
 * @param truePositives truth-positive units at or beyond it
 * @param falsePositives truth-negative units at or beyond it
 */
public record RocPoint(double threshold, long truePositives, long falsePositives) {}
