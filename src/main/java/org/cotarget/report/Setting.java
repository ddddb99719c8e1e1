package org.cotarget.report;

/**
 * A rule setting in force, printed in every report.
 *
 * @param name e.g. {@code er-low} or {@code expression.pten-low-z}
 * @param value the value
 * @param meaning what it does
 * @param source citation keys, {@code default} or {@code set by the user}
 */
public record Setting(String name, String value, String meaning, String source) {}
