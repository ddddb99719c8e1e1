package org.cotarget.input.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/** Reads a table up to its rows: comments, the size line of a GCT file, and the header. */
final class HeaderReader {

  /** Characters of all lines before the header; more of them are no comments of a table. */
  private static final int MOST_COMMENTS = 1 << 26;

  private final String path;
  private final LineReader lines;
  private final RecordSplitter cells;
  private final InputProblems problems;
  private final List<CommentLine> comments = new ArrayList<>();
  private final ColumnNames columns = new ColumnNames();

  /**
   * Reads from the lines, and tells the splitter the delimiter.
   *
   * @param path the path as problems show it
   */
  HeaderReader(String path, LineReader lines, RecordSplitter cells, InputProblems problems) {
    this.path = path;
    this.lines = lines;
    this.cells = cells;
    this.problems = problems;
  }

  /** Empty, with a problem, where there is no header. */
  Optional<TableHeader> read(Path file, TableFormat format) throws IOException {
    boolean gct = false;
    long before = 0;
    for (String text = lines.next(); text != null; text = lines.next()) {
      if (before > MOST_COMMENTS) {
        throw new LineReader.NoTextException(
            "the first " + lines.number() + " lines hold no header, only comments");
      }
      // An object for each line takes memory, also where the line is short.
      before += text.isBlank() ? 0 : text.length() + 64;
      if (text.startsWith("#")) {
        gct |= comments.isEmpty() && (text.strip().equals("#1.2") || text.strip().equals("#1.3"));
        comments.add(new CommentLine(lines.number(), text.replaceFirst("^#+", "").strip()));
      } else if (gct) {
        gct = false;
        comments.add(new CommentLine(lines.number(), text.strip()));
      } else if (!text.isBlank()) {
        Optional<String> other = comments.isEmpty() ? ForeignContent.of(text) : Optional.empty();
        if (other.isPresent()) {
          problems.error(
              "FILE_NOT_TABLE",
              SourceLocation.ofLine(path, lines.number()),
              "the file is " + other.get() + ", not a table",
              ForeignContent.FIX);
          return Optional.empty();
        }
        cells.delimitBy(Delimiter.of(text, file));
        return format.header()
            ? header(text, format)
            : Optional.of(new TableHeader(comments, columns, 0, Optional.of(text), lines.number()));
      }
    }
    problems.error(
        "FILE_EMPTY",
        SourceLocation.ofFile(path),
        "the file holds no line but blank and comment lines",
        "supply the file with its content");
    return Optional.empty();
  }

  private Optional<TableHeader> header(String text, TableFormat format) throws IOException {
    SourceLocation where = SourceLocation.ofLine(path, lines.number());
    if (!cells.split(text)) {
      unbalanced(where, problems);
      return Optional.empty();
    }
    for (int i = 0; i < cells.count(); i++) {
      columns.add(cells.text(i));
    }
    columns.trim();
    Optional<String> first = Optional.empty();
    long firstLine = 0;
    if (format.rowNames()) {
      String row = lines.next();
      firstLine = lines.number();
      first = Optional.ofNullable(row == null ? null : nameRowNames(row));
    }
    return columns.index(where, problems)
        ? Optional.of(new TableHeader(comments, columns, where.line(), first, firstLine))
        : Optional.empty();
  }

  /**
   * R leaves the name of the row-name column out: then the first row has one cell more than the
   * header. Returns the row with all the lines that it spans.
   */
  private String nameRowNames(String row) throws IOException {
    if (!cells.split(row)) {
      return row;
    }
    if (cells.count() == columns.size() + 1 && !cells.text(columns.size()).isEmpty()) {
      columns.addFirst("");
    }
    return cells.source();
  }

  static void unbalanced(SourceLocation line, InputProblems problems) {
    problems.error(
        "QUOTE_UNBALANCED",
        line,
        "a quote is opened in this line and never closed",
        "close the quote, or remove it");
  }
}
