package org.cotarget.input.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TextLines;

/**
 * A file of {@code key: value} lines: meta files, case lists, gene panels.
 *
 * @param values values by lower-case key; of a repeated key the first
 * @param lines line numbers by lower-case key
 * @param provenance the file
 */
record KeyValueFile(Map<String, String> values, Map<String, Long> lines, InputFile provenance) {

  /** Reads a file; lines without a colon and unknown keys are passed over. */
  static Optional<KeyValueFile> read(Path path, String kind, InputProblems problems) {
    Optional<TextLines> text = TextLines.read(path, kind, problems);
    return text.map(t -> parse(t.lines(), t.provenance()));
  }

  private static KeyValueFile parse(List<String> lines, InputFile provenance) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Long> numbers = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        values.putIfAbsent(key, line.substring(colon + 1).strip());
        numbers.putIfAbsent(key, i + 1L);
      }
    }
    return new KeyValueFile(values, numbers, provenance);
  }

  /** The value of a key, blank where the file lacks it. */
  String get(String key) {
    return values.getOrDefault(key, "");
  }

  /** The words of a value, which files separate by tabs, blanks or commas. */
  List<String> words(String key) {
    String value = get(key);
    return value.isEmpty()
        ? List.of()
        : List.of(value.split("[\\s,]+", -1)).stream().filter(word -> !word.isEmpty()).toList();
  }

  /** Where a key is, or the file where it lacks the key. */
  SourceLocation where(String key) {
    return new SourceLocation(provenance.path(), lines.getOrDefault(key, 0L), key);
  }
}
