package org.cotarget.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.cotarget.cli.CommandLineRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo cohort comes out as {@code test-data/demo-expected.tsv} says, which was derived by hand
 * from the rules.
 */
class DemoDecisionTest {

  @TempDir private Path folder;

  @Test
  void decidesAsDerivedByHand() throws IOException {
    Path out = folder.resolve("out");
    CommandLineRunner.Result result =
        CommandLineRunner.run(List.of("run", "--study", "test-data/demo", "--out", out.toString()));
    assertThat(result.code()).as(result.err()).isZero();
    Map<String, Map<String, String>> decided = byPatient(out.resolve("screening.tsv"));
    Map<String, Map<String, String>> expected = byPatient(Path.of("test-data/demo-expected.tsv"));

    assertThat(decided.keySet()).isEqualTo(expected.keySet());
    SoftAssertions all = new SoftAssertions();
    expected.forEach(
        (patient, row) ->
            row.forEach(
                (column, value) -> {
                  if (!column.equals("WHY")) {
                    all.assertThat(decided.get(patient).get(column))
                        .as(patient + " " + column + " (" + row.get("WHY") + ")")
                        .isEqualTo(value);
                  }
                }));
    all.assertAll();
  }

  private static Map<String, Map<String, String>> byPatient(Path file) throws IOException {
    List<String> lines =
        new ArrayList<>(
            Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList());
    List<String> header = List.of(lines.remove(0).split("\t", -1));
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(header.get(i), cells[i]);
      }
      assertThat(rows.put(cells[0], row)).as("one row for " + cells[0]).isNull();
    }
    return rows;
  }
}
