package org.cotarget.evaluation;

/**
 * A row of {@code unmatched.tsv}: somebody whom only one side knows.
 *
 * @param side {@code TRUTH} for a row of the truth table that names nobody of the results, {@code
 *     RESULTS} for a patient of the results whom the truth table does not name
 * @param id the id as that side spells it
 * @param line line of the truth table; {@code NA} for the results
 */
public record UnmatchedRow(String side, String id, String line) {}
