package org.cotarget.input.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;

/**
 * A small text file as its lines, for files that are no tables: meta files, case lists, gene
 * panels.
 *
 * @param lines lines without their ends; line {@code n} is at index {@code n - 1}
 * @param provenance path and digest; the number of records is that of lines
 */
public record TextLines(List<String> lines, InputFile provenance) {

  /** Characters of the largest file that is held; targets of an assay are not. */
  private static final long MOST_CHARACTERS = 1 << 28;

  /** Takes the lines of a file one by one. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes a line.
     *
     * @param number from 1
     * @throws IOException where the file is not to be read on
     */
    void line(long number, String line) throws IOException;
  }

  /** Collects lines as long as memory has room. */
  public static final class Collector implements Visitor {
    private final String kind;
    private final List<String> lines = new ArrayList<>();
    private long held;

    /**
     * Begins a list.
     *
     * @param kind what the file is read as
     */
    public Collector(String kind) {
      this.kind = kind;
    }

    @Override
    public void line(long number, String line) throws IOException {
      lines.add(line);
      // An object for each line takes memory, also where the line is short.
      held += line.length() + 64;
      if (held > MOST_CHARACTERS) {
        throw new LineReader.NoTextException(
            "the file is too large to be read as " + kind + ": it has over " + number + " lines");
      }
    }

    /** What was collected. */
    public List<String> lines() {
      return List.copyOf(lines);
    }
  }

  public TextLines {
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file.
   *
   * @param kind what it is read as
   * @return empty, with a problem, where it cannot be read
   */
  public static Optional<TextLines> read(Path path, String kind, InputProblems problems) {
    Collector collector = new Collector(kind);
    return scan(path, kind, problems, collector)
        .map(provenance -> new TextLines(collector.lines, provenance));
  }

  /**
   * Reads a file of any length line by line.
   *
   * @param kind what it is read as
   * @return its provenance; empty, with a problem, where it cannot be read
   */
  public static Optional<InputFile> scan(
      Path path, String kind, InputProblems problems, Visitor visitor) {
    Optional<SourceFile> opened = SourceFile.open(path, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (SourceFile file = opened.get()) {
      try {
        LineReader reader = new LineReader(file.content());
        long count = 0;
        for (String line = reader.next(); line != null; line = reader.next()) {
          count++;
          visitor.line(count, line);
        }
        return Optional.of(file.provenance(kind, count, ""));
      } catch (IOException e) {
        file.report(e, problems);
        return Optional.empty();
      }
    } catch (IOException e) {
      opened.get().report(e, problems);
      return Optional.empty();
    }
  }
}
