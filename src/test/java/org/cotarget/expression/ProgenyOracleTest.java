package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotarget.reference.Signature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weighted sums equal those of the R package PROGENy (SCH18) on its own example, see {@code
 * src/test/resources/progeny/README.md}.
 */
class ProgenyOracleTest {

  private static final Path FOLDER = Path.of("src/test/resources/progeny");

  @ParameterizedTest
  @ValueSource(strings = {"PI3K", "JAK-STAT"})
  void scoresAsTheRPackageDoes(String pathway) throws IOException {
    List<String[]> rows = csv("progeny_input.csv");
    List<String> samples = Arrays.asList(rows.get(0)).subList(1, rows.get(0).length);
    Map<String, Integer> places = new HashMap<>();
    rows.subList(1, rows.size()).forEach(row -> places.put(row[0], places.size()));
    CompiledSignature compiled =
        CompiledSignature.of(model(pathway), places, gene -> -1, new double[0], new double[0]);
    double[] raw = new double[samples.size()];
    for (int s = 0; s < raw.length; s++) {
      int column = s + 1;
      double[] values =
          rows.subList(1, rows.size()).stream()
              .mapToDouble(row -> Double.parseDouble(row[column]))
              .toArray();
      raw[s] = compiled.score(values, new RankedColumn(0), new double[0]);
    }
    Map<String, Double> expected = expected(pathway);

    assertThat(expected.keySet()).containsExactlyElementsOf(samples);
    assertThat(raw).hasSize(8).doesNotContain(Double.NaN);
    Distribution scale = Distribution.moments(raw);
    for (int s = 0; s < raw.length; s++) {
      assertThat((raw[s] - scale.location()) / scale.scale())
          .as(samples.get(s))
          .isCloseTo(expected.getOrDefault(samples.get(s), Double.NaN), within(1e-12));
    }
  }

  private static Signature model(String pathway) throws IOException {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("progeny_model_top10.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!line.startsWith("#") && cells[1].equals(pathway)) {
        weights.put(cells[0], Double.valueOf(cells[2]));
      }
    }
    assertThat(weights).hasSize(10);
    return new Signature(
        "ORACLE",
        "PROGENy " + pathway,
        Signature.Method.WEIGHTED_SUM,
        weights,
        "context",
        "Apache-2.0",
        "SCH18");
  }

  private static Map<String, Double> expected(String pathway) throws IOException {
    List<String[]> rows = csv("progeny_expected_top10.csv");
    int column = Arrays.asList(rows.get(0)).indexOf(pathway);
    Map<String, Double> scores = new LinkedHashMap<>();
    rows.subList(1, rows.size()).forEach(row -> scores.put(row[0], Double.valueOf(row[column])));
    return scores;
  }

  private static List<String[]> csv(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream()
        .map(line -> line.replace("\"", "").split(",", -1))
        .toList();
  }
}
