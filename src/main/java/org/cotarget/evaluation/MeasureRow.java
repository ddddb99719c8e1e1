package org.cotarget.evaluation;

/**
 * A row of {@code measures.tsv}: one figure of one pair of columns in one group of units. Pairs are
 * in the order asked for, all units come before the subgroups.
 *
 * @param column column of the results
 * @param truthColumn column of the truth table
 * @param by column that makes the subgroup; empty for all units
 * @param subgroup its word; {@code all} for all units
 * @param measure {@code PREVALENCE}, {@code UNDETERMINED_RATE}, {@code UNDETERMINED_RATE_POSITIVE},
 *     {@code UNDETERMINED_RATE_NEGATIVE}, {@code SENSITIVITY}, {@code SPECIFICITY}, {@code PPV},
 *     {@code NPV}, {@code ACCURACY}, {@code KAPPA} (these six among determined calls), {@code
 *     AGREEMENT_WORDS}, {@code KAPPA_WORDS} (over all words) or {@code AUROC}
 * @param value the figure, up to 15 digits; {@code NA} where it is not estimable
 * @param low lower end of the 95% interval; {@code NA} where that is not estimable
 * @param high upper end of the 95% interval; {@code NA} where that is not estimable
 * @param method how the interval was made: {@code Wilson}, {@code DeLong}, or {@code bootstrap
 *     percentile} with replicates and seed
 * @param part units counted; {@code NA} where the figure is no share
 * @param units units that the figure rests on
 * @param note why it is not estimable, or what to mind; else empty
 */
public record MeasureRow(
    String column,
    String truthColumn,
    String by,
    String subgroup,
    String measure,
    String value,
    String low,
    String high,
    String method,
    String part,
    long units,
    String note) {}
