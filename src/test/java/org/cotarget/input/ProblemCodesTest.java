package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/problems.md} against the codes in the sources that look at inputs. */
class ProblemCodesTest {

  private static final Pattern RAISED =
      Pattern.compile(
          "(?:\\.(?:error|warning|note)|new VcfFormatException)\\(\\s*(?:[^\";]*\\?\\s*)?"
              + "\"([A-Z0-9_]+)\"(?:\\s*:\\s*\"([A-Z0-9_]+)\")?");

  /** A code that has a name, in a class that tells problems under it. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?m)^  (?:public )?static final String [A-Z_]+ =\\s+\"([A-Z0-9]+_[A-Z0-9_]+)\";");

  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|");

  @Test
  void everyCodeIsDocumentedAndEveryDocumentedCodeExists() throws IOException {
    assertThat(documented()).containsExactlyInAnyOrderElementsOf(raised());
  }

  private static Set<String> raised() throws IOException {
    Set<String> codes = new TreeSet<>();
    List<Path> sources = new ArrayList<>();
    for (String folder : List.of("input", "eligibility", "report", "evaluation", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/cotarget", folder))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    for (Path source : sources) {
      String text = Files.readString(source);
      NAMED.matcher(text).results().forEach(named -> codes.add(named.group(1)));
      Matcher match = RAISED.matcher(text);
      while (match.find()) {
        codes.add(match.group(1));
        if (match.group(2) != null) {
          codes.add(match.group(2));
        }
      }
    }
    return codes;
  }

  private static List<String> documented() throws IOException {
    return DOCUMENTED
        .matcher(Files.readString(Path.of("docs/problems.md")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
