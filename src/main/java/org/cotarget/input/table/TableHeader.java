package org.cotarget.input.table;

import java.util.List;
import java.util.Optional;

/**
 * What stands before the rows of a table.
 *
 * @param comments comment lines, in file order
 * @param columns column names; none for a table without a header
 * @param line line number of the header, or 0
 * @param firstRow the first row, where it had to be read to understand the header
 * @param firstRowLine its line number, or 0
 */
record TableHeader(
    List<CommentLine> comments,
    ColumnNames columns,
    long line,
    Optional<String> firstRow,
    long firstRowLine) {
  TableHeader {
    comments = List.copyOf(comments);
  }
}
