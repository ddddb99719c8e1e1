package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against MultiQC's documentation of custom content: files end in {@code _mqc.tsv} or {@code
 * _mqc.json}, configuration is YAML in comment lines or keys beside {@code data}, plot types are
 * known words, the first column of a table holds the sample name.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MultiqcExportTest {

  private static final Set<String> PLOTS =
      Set.of("generalstats", "table", "bargraph", "linegraph", "scatter", "heatmap", "violin");

  private Path folder;

  @BeforeAll
  void writeDemo(@TempDir Path home) {
    folder = Exported.demo(home, "multiqc").resolve("multiqc");
  }

  /** The YAML of the comment lines of a table. */
  static JsonNode head(Path table) throws IOException {
    return new YAMLMapper()
        .readTree(
            Files.readAllLines(table).stream()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n")));
  }

  @Test
  void theFilesAreFoundAndSayWhatTheyAre() throws IOException {
    List<Path> files = Exported.files(folder);
    assertThat(files).hasSize(3).allMatch(file -> file.toString().matches(".*_mqc\\.(json|tsv)"));
    for (Path file : files) {
      JsonNode config = file.toString().endsWith(".tsv") ? head(file) : Exported.json(file);
      assertThat(PLOTS).contains(config.get("plot_type").asText());
      assertThat(config.get("id").asText()).matches("[a-z_]+");
      assertThat(config.get("pconfig").isEmpty()).isFalse();
    }
  }

  @Test
  void theGeneralStatisticsAreThoseOfTheSamples() {
    JsonNode statistics = Exported.json(folder.resolve("cotarget_general_mqc.json"));
    Set<String> columns =
        java.util.stream.StreamSupport.stream(statistics.get("pconfig").spliterator(), false)
            .flatMap(column -> column.properties().stream())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    JsonNode data = statistics.get("data");
    assertThat(data).hasSize(96);
    data.properties()
        .forEach(
            sample ->
                assertThat(columns)
                    .containsAll(
                        sample.getValue().properties().stream().map(Map.Entry::getKey).toList()));
    assertThat(data.at("/BT-20-01/pi3k_score").isNumber()).isTrue();
    assertThat(data.at("/DEMO-030-01").has("pi3k_score")).isFalse();
  }

  @Test
  void theBarsCountThePatients() {
    JsonNode bar =
        Exported.json(folder.resolve("cotarget_decisions_mqc.json")).at("/data/dual-pi3k-jak2");
    int sum = 0;
    for (JsonNode count : bar) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(95);
    assertThat(bar.get("CANDIDATE").asInt()).isEqualTo(37);
  }

  @Test
  void theTableHasARowForEachPatient() throws IOException {
    Path table = folder.resolve("cotarget_screening_mqc.tsv");
    List<List<String>> rows =
        Files.readAllLines(table).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> Arrays.asList(line.split("\t", -1)))
            .toList();
    List<String> keys =
        head(table).get("headers").properties().stream().map(Map.Entry::getKey).toList();
    assertThat(rows.get(0).subList(1, rows.get(0).size())).isEqualTo(keys);
    assertThat(rows).hasSize(96).allMatch(row -> row.size() == keys.size() + 1);
    assertThat(rows.stream().skip(1).map(row -> row.get(0)).distinct()).hasSize(95);
  }
}
