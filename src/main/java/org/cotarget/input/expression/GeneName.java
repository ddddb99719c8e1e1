package org.cotarget.input.expression;

/**
 * The gene that a row of a matrix is of.
 *
 * @param symbol symbol of the reference, else the text of the row; blank where the row names none
 * @param kind how it was found
 */
record GeneName(String symbol, Kind kind) {

  /** How a gene was found. */
  enum Kind {
    /** By an id or by the symbol in use. */
    CURRENT,
    /** By a former or alias symbol, which a row of the same file may contradict. */
    FORMER,
    /** No gene that anything here looks for. */
    OTHER,
    /** The row names no gene. */
    BLANK,
    /** No gene but a count of reads that are of none, as counters append it. */
    SUMMARY
  }
}
