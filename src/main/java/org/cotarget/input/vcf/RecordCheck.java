package org.cotarget.input.vcf;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds the site columns of a record to the specification, one after another, so that the column at
 * fault can be named. Letters of the nucleotide code other than A, C, G, T and N pass here: what
 * they stand for is another question.
 */
final class RecordCheck {

  /**
   * What breaks the rules.
   *
   * @param column name of the column
   */
  record Fault(String column, String message) {}

  private static final List<String> NAMES =
      List.of("CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO");
  private static final Pattern POSITION = Pattern.compile("\\d{1,10}");
  private static final Pattern BASES = Pattern.compile("(?i)[ACGTNRYSWKMBDHVU]+");
  private static final Pattern NUMBER =
      Pattern.compile("(?i)\\.|[-+]?(\\d+(?:\\.\\d*)?|\\.\\d+)(e[-+]?\\d+)?|[-+]?inf(inity)?|nan");
  private static final Pattern SYMBOLIC = Pattern.compile("<[^<>\\s,]+>");
  private static final Pattern BREAKEND =
      Pattern.compile(
          "(?i)[ACGTNRYSWKMBDHV.]*[\\[\\]][^\\[\\]\\s]+(:\\d+)?[\\[\\]][ACGTNRYSWKMBDHV.]*"
              + "|\\.[ACGTNRYSWKMBDHV]+|[ACGTNRYSWKMBDHV]+\\.");
  private static final Pattern BLANK = Pattern.compile("\\s");

  private final List<String> columns;

  /**
   * @param columns names of all columns of the file, the sample columns included
   */
  RecordCheck(List<String> columns) {
    this.columns = List.copyOf(columns);
  }

  /** The first fault of a record. */
  Optional<Fault> fault(String[] fields) {
    if (fields.length != columns.size()) {
      boolean few = fields.length < columns.size();
      return fault(
          columns.get(few ? fields.length : columns.size() - 1),
          "it has " + fields.length + " columns, the header has " + columns.size());
    }
    for (int i = 0; i < NAMES.size(); i++) {
      String wrong = wrong(i, fields[i]);
      if (!wrong.isEmpty()) {
        return fault(NAMES.get(i), wrong);
      }
    }
    return alternates(fields[4]);
  }

  /** What is wrong with a site column, or blank. */
  private static String wrong(int column, String text) {
    return switch (NAMES.get(column)) {
      case "CHROM" ->
          text.isEmpty() || text.equals(".") || BLANK.matcher(text).find()
              ? "the chromosome is " + quoted(text)
              : "";
      case "POS" ->
          POSITION.matcher(text).matches() ? "" : "POS is " + quoted(text) + ", not a position";
      case "REF" ->
          BASES.matcher(text).matches() ? "" : "REF is " + quoted(text) + ", not a sequence";
      case "QUAL" -> NUMBER.matcher(text).matches() ? "" : "QUAL is " + quoted(text);
      case "FILTER" ->
          text.isEmpty() || BLANK.matcher(text).find() || text.contains(",")
              ? "FILTER is " + quoted(text) + "; words are separated by ;"
              : "";
      default -> "";
    };
  }

  private static Optional<Fault> alternates(String text) {
    if (text.equals(".")) {
      return Optional.empty();
    }
    for (String allele : text.split(",", -1)) {
      boolean known =
          allele.equals("*")
              || BASES.matcher(allele).matches()
              || SYMBOLIC.matcher(allele).matches()
              || BREAKEND.matcher(allele).matches()
              || allele.equals("X");
      if (!known) {
        return fault(
            "ALT",
            allele.isEmpty()
                ? "ALT " + quoted(text) + " has an empty allele"
                : "ALT " + quoted(allele) + " is no allele");
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(String column, String message) {
    return Optional.of(new Fault(column, message));
  }

  /** No more of a cell than a person reads. */
  static String quoted(String text) {
    return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
  }
}
