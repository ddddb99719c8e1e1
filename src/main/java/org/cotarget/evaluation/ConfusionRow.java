package org.cotarget.evaluation;

/**
 * A row of {@code confusion.tsv}: how many units have one word of the results and one of the truth.
 *
 * @param column column of the results
 * @param truthColumn column of the truth table
 * @param by column that makes the subgroup; empty for all units
 * @param subgroup its word; {@code all} for all units
 * @param truth word of the truth table, in upper case
 * @param truthClass {@code POSITIVE}, {@code NEGATIVE} or {@code UNDETERMINED}
 * @param call word of the results
 * @param callClass {@code POSITIVE}, {@code NEGATIVE} or {@code UNDETERMINED}
 * @param units patients or tumours
 */
public record ConfusionRow(
    String column,
    String truthColumn,
    String by,
    String subgroup,
    String truth,
    String truthClass,
    String call,
    String callClass,
    long units) {}
