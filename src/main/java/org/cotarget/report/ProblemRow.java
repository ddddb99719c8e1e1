package org.cotarget.report;

/**
 * A row of {@code problems.tsv}: something about an input that the user should know or mend. Errors
 * come first, then warnings, then notes, each by file, line and column.
 *
 * @param severity {@code ERROR}, {@code WARNING} (the value is not used) or {@code NOTE} (nothing
 *     was lost)
 * @param code stable identifier, e.g. {@code COLUMN_MISSING}
 * @param file the file as the user named it
 * @param line line number from 1; {@code NA} where the whole file is meant
 * @param column header of the column; empty where the whole line is meant
 * @param message what was found, with the offending value
 * @param fix what the user can do about it
 */
public record ProblemRow(
    String severity,
    String code,
    String file,
    @WholeNumber String line,
    String column,
    String message,
    String fix) {}
