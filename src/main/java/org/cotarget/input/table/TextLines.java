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

  /** Characters of the largest file; the targets of an exome take some ten million. */
  private static final long MOST_CHARACTERS = 1 << 28;

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
    Optional<SourceFile> opened = SourceFile.open(path, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (SourceFile file = opened.get()) {
      try {
        List<String> lines = new ArrayList<>();
        LineReader reader = new LineReader(file.content());
        long read = 0;
        for (String line = reader.next(); line != null; line = reader.next()) {
          lines.add(line);
          // An object for each line takes memory, also where the line is short.
          read += line.length() + 64;
          if (read > MOST_CHARACTERS) {
            throw new LineReader.NoTextException(
                "the file is too large for a " + kind + ": it has over " + lines.size() + " lines");
          }
        }
        return Optional.of(new TextLines(lines, file.provenance(kind, lines.size(), "")));
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
