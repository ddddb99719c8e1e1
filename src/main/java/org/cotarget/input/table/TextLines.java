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
        for (String line = reader.next(); line != null; line = reader.next()) {
          lines.add(line);
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
