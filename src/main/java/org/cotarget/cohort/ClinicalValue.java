package org.cotarget.cohort;

/**
 * A cell of a clinical table that is no receptor result, kept for criteria and annotation.
 *
 * @param value the text, stripped; never one of the missing-value words
 * @param where file, line and column
 */
public record ClinicalValue(String value, SourceLocation where) {}
