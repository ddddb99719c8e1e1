package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotarget.cli.CommandLineRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Breast cancer cell lines whose PI3K drivers are published come out at the published tier, and
 * only the triple-negative ones with a driver as candidates.
 */
class CellLineTest {

  private static Map<String, Map<String, String>> lines = Map.of();

  @BeforeAll
  static void runTheDemo(@TempDir Path folder) throws IOException {
    Path out = folder.resolve("out");
    CommandLineRunner.Result result =
        CommandLineRunner.run(List.of("run", "--study", "test-data/demo", "--out", out.toString()));
    assertThat(result.code()).as(result.err()).isZero();
    lines = byPatient(out.resolve("screening.tsv"));
  }

  /**
   * {@code tiers} are alternatives where the sources leave the depth of a deletion or an
   * amplification open; those with {@code J} are levels of the JAK2/STAT5 axis.
   */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/facts/validation_cell_lines.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void hasThePublishedTier(
      String line, String receptorClass, String genes, String events, String tiers) {
    Map<String, String> row = row(line);
    String column = tiers.startsWith("J") ? "JAK_STAT5_LEVEL" : "PI3K_GENOMIC_TIER";
    assertThat(row.get(column)).as("%s: %s %s", line, genes, events).isIn((Object[]) parts(tiers));
    if (!receptorClass.equals("TNBC")) {
      assertThat(row).containsEntry("DECISION", "NOT_CANDIDATE");
    } else if (List.of("G1", "G2").contains(row.get("PI3K_GENOMIC_TIER"))) {
      assertThat(row).containsEntry("TNBC_CALL", "TNBC").containsEntry("DECISION", "CANDIDATE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MDA-MB-468", "BT-549", "SUM159PT", "HCC70", "CAL-51", "Hs578T"})
  void takesTripleNegativeLinesWithADriver(String line) {
    assertThat(row(line)).containsEntry("DECISION", "CANDIDATE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MCF-7", "T-47D", "HCC1954"})
  void excludesLinesThatAreNotTripleNegative(String line) {
    assertThat(row(line)).containsEntry("DECISION", "NOT_CANDIDATE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MDA-MB-231"})
  void doesNotTakeATripleNegativeLineWithoutADriver(String line) {
    assertThat(row(line)).containsEntry("TNBC_CALL", "TNBC");
    assertThat(row(line).get("DECISION")).isNotIn("CANDIDATE", "POSSIBLE_CANDIDATE");
  }

  private static String[] parts(String tiers) {
    return tiers.split("\\|", -1);
  }

  private static Map<String, String> row(String line) {
    assertThat(lines).containsKey(line);
    return Objects.requireNonNull(lines.get(line));
  }

  private static Map<String, Map<String, String>> byPatient(Path file) throws IOException {
    List<String> rows =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    String[] header = rows.get(0).split("\t", -1);
    Map<String, Map<String, String>> byPatient = new HashMap<>();
    for (String text : rows.subList(1, rows.size())) {
      String[] cells = text.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      byPatient.put(cells[0], row);
    }
    return byPatient;
  }
}
