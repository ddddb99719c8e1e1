package org.cotarget.report;

/**
 * What a merge takes.
 *
 * @param incomplete whether shards of the cohort may be missing, to be merged later
 * @param strict whether warnings are errors
 */
public record MergeRules(boolean incomplete, boolean strict) {}
