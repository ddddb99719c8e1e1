package org.cotarget.input.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row. {@link #next} moves to the next row; the cells of the current row are
 * asked for by column index.
 *
 * <pre>{@code
 * Optional<TableReader> opened = TableReader.open(path, TableFormat.TABLE, problems);
 * try (TableReader table = opened.get()) {
 *   OptionalInt gene = table.require("Hugo_Symbol", "Gene");
 *   while (table.next()) {
 *     table.text(gene.getAsInt());
 *   }
 *   InputFile file = table.provenance("MAF", "GRCh37");
 * }
 * }</pre>
 *
 * <p>A row that cannot be read is reported and left out; a file that cannot be read further is
 * reported and ends: then {@link #failed} is true and nothing of it may be used. Not safe for use
 * by several threads.
 */
public final class TableReader implements AutoCloseable {

  private final SourceFile file;
  private final LineReader lines;
  private final RecordSplitter cells;
  private final TableFormat format;
  private final InputProblems problems;
  private final TableHeader header;
  private @Nullable String pending;
  private long line;
  private long rows;
  private boolean failed;
  private boolean ended;

  private TableReader(
      SourceFile file,
      LineReader lines,
      RecordSplitter cells,
      TableHeader header,
      TableFormat format,
      InputProblems problems) {
    this.file = file;
    this.lines = lines;
    this.cells = cells;
    this.header = header;
    this.format = format;
    this.problems = problems;
    this.pending = header.firstRow().orElse(null);
  }

  /**
   * Opens a table and reads its header.
   *
   * @return empty, with a problem, where the file cannot be read or has no header
   */
  public static Optional<TableReader> open(Path path, TableFormat format, InputProblems problems) {
    Optional<SourceFile> opened = SourceFile.open(path, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    SourceFile file = opened.get();
    try {
      LineReader lines = new LineReader(file.content());
      RecordSplitter cells = new RecordSplitter(lines);
      Optional<TableHeader> header =
          new HeaderReader(file.shown(), lines, cells, problems).read(path, format);
      if (header.isPresent()) {
        return Optional.of(new TableReader(file, lines, cells, header.get(), format, problems));
      }
    } catch (IOException e) {
      file.report(e, problems);
    }
    close(file, problems);
    return Optional.empty();
  }

  /** The path as the user gave it, with {@code /} as separator. */
  public String path() {
    return file.shown();
  }

  /**
   * Comment lines before the header, in file order. The second line of a GCT file (its size) counts
   * as one.
   */
  public List<CommentLine> comments() {
    return header.comments();
  }

  /** Column names, stripped; empty for a table without a header. */
  public List<String> header() {
    return header.columns().names();
  }

  /** Line number of the header, or 0. */
  public long headerLine() {
    return header.line();
  }

  /** The delimiter: tab, comma or semicolon. */
  public char delimiter() {
    return cells.delimiter();
  }

  /**
   * The first of the names that the header has, upper and lower case alike unless one matches
   * exactly.
   */
  public OptionalInt find(String... names) {
    return header.columns().find(names);
  }

  /** As {@link #find}; a missing column is an error. */
  public OptionalInt require(String... names) {
    OptionalInt found = find(names);
    if (found.isEmpty()) {
      String others =
          names.length > 1
              ? " (or " + String.join(", ", List.of(names).subList(1, names.length)) + ")"
              : "";
      problems.error(
          "COLUMN_MISSING",
          SourceLocation.ofLine(path(), header.line()).atColumn(names[0]),
          "there is no column "
              + names[0]
              + others
              + "; the header has "
              + header.columns().shortList(),
          "name the column " + names[0] + ", or check that this is the right kind of file");
    }
    return found;
  }

  /**
   * Moves to the next row. Blank lines are passed over.
   *
   * @return false behind the last row, or where the file cannot be read further
   */
  public boolean next() {
    try {
      while (!ended) {
        String text = nextLine();
        if (text == null) {
          end();
        } else if (!skipped(text) && take(text)) {
          rows++;
          return true;
        }
      }
    } catch (IOException e) {
      file.report(e, problems);
      failed = true;
      ended = true;
    }
    return false;
  }

  /** Whether the file could not be read to its end. */
  public boolean failed() {
    return failed;
  }

  /** Rows handed out so far. */
  public long rows() {
    return rows;
  }

  /** Line number of the current row (its first line where a quoted cell spans several). */
  public long line() {
    return line;
  }

  /** Cells of the current row. */
  public int width() {
    return cells.count();
  }

  /** A cell, stripped and without its quotes; blank where a ragged row lacks it. */
  public String text(int column) {
    return cells.text(column);
  }

  /** A cell of a column that the table may lack; blank without it. */
  public String text(OptionalInt column) {
    return column.isPresent() ? cells.text(column.getAsInt()) : "";
  }

  /** Where the current row is. */
  public SourceLocation where() {
    return SourceLocation.ofLine(path(), line);
  }

  /** Where a cell of the current row is. */
  public SourceLocation where(int column) {
    return where().atColumn(columnName(column));
  }

  /** Name of a column, or its number from 1 where it has none. */
  public String columnName(int column) {
    return header.columns().name(column);
  }

  /**
   * A finite number; empty for a missing value ({@code NA}, {@code .}, blank), and with an error
   * for anything that is no number.
   */
  public OptionalDouble number(int column) {
    double value = cells.number(column);
    if (Double.isFinite(value)) {
      return OptionalDouble.of(value);
    }
    String text = text(column);
    if (!MissingWords.isMissing(text)) {
      notANumber(column, text, "number");
    }
    return OptionalDouble.empty();
  }

  /** A whole number ({@code 12}, {@code 12.0}, {@code 1e5}); otherwise as {@link #number}. */
  public OptionalLong integer(int column) {
    double value = cells.number(column);
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return OptionalLong.of((long) value);
    }
    String text = text(column);
    if (!MissingWords.isMissing(text)) {
      notANumber(column, text, "whole number");
    }
    return OptionalLong.empty();
  }

  /**
   * The cells of the first row, which {@link #next} still hands out; empty without one, and for
   * tables that need a name for each column.
   */
  public List<String> firstRow() throws IOException {
    List<String> first = new ArrayList<>();
    if (pending != null && cells.split(pending)) {
      for (int i = 0; i < cells.count(); i++) {
        first.add(cells.text(i));
      }
    }
    return first;
  }

  /** Hands the rows over as bytes; {@link #next} has none from then on. */
  public TableBody body() throws IOException {
    ended = true;
    tellOfLatin();
    String first = pending;
    if (first == null) {
      return new TableBody(lines.rest(), lines.number() + 1);
    }
    pending = null;
    byte[] bytes = (first + '\n').getBytes(StandardCharsets.UTF_8);
    return new TableBody(
        new PrefixedStream(bytes, 0, bytes.length, lines.rest()), header.firstRowLine());
  }

  /** Where problems of this table go. */
  public InputProblems problems() {
    return problems;
  }

  /**
   * Provenance of the whole file.
   *
   * @return empty, with a problem, where the rest of the file cannot be read
   */
  public Optional<InputFile> provenance(String kind, String detail) {
    return provenance(kind, rows, detail);
  }

  /**
   * As {@link #provenance(String, String)} where the rows were taken as bytes.
   *
   * @param records rows read
   */
  public Optional<InputFile> provenance(String kind, long records, String detail) {
    try {
      return Optional.of(file.provenance(kind, records, detail));
    } catch (IOException e) {
      file.report(e, problems);
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    close(file, problems);
  }

  private static void close(SourceFile file, InputProblems problems) {
    try {
      file.close();
    } catch (IOException e) {
      file.report(e, problems);
    }
  }

  private void notANumber(int column, String text, String wanted) {
    problems.error(
        "VALUE_NOT_NUMBER",
        where(column),
        "'" + text + "' is no " + wanted,
        "write a "
            + wanted
            + " with a decimal point, or leave the cell blank (NA) where there is none");
  }

  private @Nullable String nextLine() throws IOException {
    String text = pending;
    if (text != null) {
      pending = null;
      line = header.firstRowLine();
      return text;
    }
    text = lines.next();
    line = lines.number();
    return text;
  }

  private boolean skipped(String text) {
    return text.isEmpty() || (format.commentsAnywhere() && text.startsWith("#"));
  }

  private boolean take(String text) throws IOException {
    if (!cells.split(text)) {
      HeaderReader.unbalanced(where(), problems);
      failed = true;
      ended = true;
      return false;
    }
    int width = cells.count();
    int columns = header.columns().size();
    if (!format.ragged() && width != columns && cells.hasTextFrom(0)) {
      if (width < columns || cells.hasTextFrom(columns)) {
        problems.error(
            "ROW_RAGGED",
            where(),
            "the row has " + width + " fields, the header has " + columns,
            "check for missing or stray delimiters in this line");
        return false;
      }
      return true;
    }
    return cells.hasTextFrom(0);
  }

  private void end() {
    ended = true;
    tellOfLatin();
    if (rows == 0 && format.rowsRequired()) {
      problems.error(
          "TABLE_WITHOUT_ROWS",
          SourceLocation.ofFile(path()),
          "the table has no row that could be read",
          "supply the file with its content, or leave it out");
    }
  }

  private void tellOfLatin() {
    if (lines.firstLatinLine() > 0) {
      problems.note(
          "TEXT_LATIN1",
          SourceLocation.ofLine(path(), lines.firstLatinLine()),
          "the line is no valid UTF-8 and was read as Latin-1",
          "save the file in UTF-8 where letters look wrong in the report");
    }
  }
}
