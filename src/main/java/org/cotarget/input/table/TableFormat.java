package org.cotarget.input.table;

/**
 * What {@link TableReader} may expect of a file.
 *
 * @param header whether the first line that is no comment names the columns; without one they are
 *     named {@code 1}, {@code 2}...
 * @param ragged whether rows may differ in length; cells that a row lacks are blank
 * @param commentsAnywhere whether lines starting with {@code #} are comments behind the header, too
 * @param rowNames whether the header may lack the name of the first column, as R writes it
 * @param rowsRequired whether a table without rows is an error
 */
public record TableFormat(
    boolean header,
    boolean ragged,
    boolean commentsAnywhere,
    boolean rowNames,
    boolean rowsRequired) {

  /** A table with a header and rows of equal length. */
  public static final TableFormat TABLE = new TableFormat(true, false, false, false, true);

  /** A table of one row a gene and one column a sample; the first column may lack a name. */
  public static final TableFormat MATRIX = new TableFormat(true, false, false, true, true);

  /** A table that may have no rows. */
  public static final TableFormat MAYBE_EMPTY = new TableFormat(true, false, false, false, false);

  /** Lines of any length without a header: gene lists, BED, counts of STAR and HTSeq. */
  public static final TableFormat LIST = new TableFormat(false, true, true, false, true);
}
