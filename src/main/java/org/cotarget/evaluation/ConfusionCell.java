package org.cotarget.evaluation;

/**
 * A cell of a confusion table.
 *
 * @param call the word of the result
 * @param callClass what it counts as
 * @param truth the word of the truth
 * @param truthClass what it counts as
 * @param units patients or tumours
 */
public record ConfusionCell(
    String call, WordClass callClass, String truth, WordClass truthClass, long units) {}
