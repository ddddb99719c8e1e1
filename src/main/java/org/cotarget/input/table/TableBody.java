package org.cotarget.input.table;

import java.io.InputStream;

/**
 * The rows of a table as bytes, for a reader that is faster than a row at a time.
 *
 * @param bytes everything behind the header, inflated, not decoded
 * @param firstLine line number of its first line
 */
public record TableBody(InputStream bytes, long firstLine) {}
