package org.cotarget.input.table;

/**
 * A line before the header that starts with {@code #}.
 *
 * @param line line number from 1
 * @param text the line without its leading {@code #}s, stripped
 */
public record CommentLine(long line, String text) {}
