package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.Signature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Weighted sums equal those of the R package PROGENy (SCH18) on its own example, see {@code
 * src/test/resources/progeny/README.md}.
 */
class ProgenyOracleTest {

  private static final Path FOLDER = Path.of("src/test/resources/progeny");

  /**
   * The matrix holds {@code float}: an expression of about 10 is stored to some 5e-7, which weights
   * of up to 23 and standard deviations of 7 (PI3K) and 17 (JAK-STAT) turn into deviations of up to
   * 9e-7 here; in {@code double} the same sums agree to 1e-13.
   */
  private static final double FLOAT_TOLERANCE = 1e-5;

  @ParameterizedTest
  @ValueSource(strings = {"PI3K", "JAK-STAT"})
  void scoresAsTheRPackageDoes(String pathway) throws IOException {
    ExpressionMatrix matrix = input();
    ExpressionReadout read =
        new ExpressionScorer(reference(pathway))
            .score(Optional.of(matrix), new ReferenceGroups(Set.of(), Set.of(), Set.of()));
    double[] raw =
        matrix.samples().stream()
            .mapToDouble(s -> read.profile(s).signature("ORACLE").orElseThrow().value())
            .toArray();
    Map<String, Double> expected = expected(pathway);

    assertThat(expected.keySet()).containsExactlyElementsOf(matrix.samples());
    assertThat(raw).hasSize(8).doesNotContain(Double.NaN);
    double mean = Arrays.stream(raw).average().orElseThrow();
    double sd =
        Math.sqrt(Arrays.stream(raw).map(v -> (v - mean) * (v - mean)).sum() / (raw.length - 1.0));
    for (int s = 0; s < raw.length; s++) {
      assertThat((raw[s] - mean) / sd)
          .as(matrix.samples().get(s))
          .isCloseTo(
              expected.getOrDefault(matrix.samples().get(s), Double.NaN), within(FLOAT_TOLERANCE));
    }
  }

  /** The bundled data with the model as only signature, and z-scores allowed from 8 samples on. */
  private static Reference reference(String pathway) throws IOException {
    Reference bundled = ReferenceLoader.bundled();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("progeny_model_top10.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!line.startsWith("#") && cells[1].equals(pathway)) {
        weights.put(cells[0], Double.valueOf(cells[2]));
      }
    }
    assertThat(weights).hasSize(10);
    Signature oracle =
        new Signature(
            "ORACLE",
            "PROGENy " + pathway,
            Signature.Method.WEIGHTED_SUM,
            weights,
            "context",
            "Apache-2.0",
            "SCH18");
    return new Reference(
        bundled.version(),
        bundled.citations(),
        bundled.panel(),
        bundled.geneNames(),
        bundled.hotspots(),
        bundled.hotspotPositions(),
        bundled.transcripts(),
        bundled.geneSpans(),
        bundled.eventRules(),
        bundled.vocabulary(),
        bundled.variantVocabulary(),
        bundled.thresholds().with("expression.min-low-confidence", 2),
        bundled.tables(),
        List.of(oracle),
        bundled.validity(),
        bundled.trials(),
        bundled.disclaimer(),
        bundled.files());
  }

  private static ExpressionMatrix input() throws IOException {
    List<String[]> rows = csv("progeny_input.csv");
    List<String> samples = Arrays.asList(rows.get(0)).subList(1, rows.get(0).length);
    List<String> genes = new ArrayList<>();
    float[][] values = new float[rows.size() - 1][samples.size()];
    for (int g = 0; g < values.length; g++) {
      String[] row = rows.get(g + 1);
      genes.add(row[0]);
      for (int s = 0; s < samples.size(); s++) {
        values[g][s] = Float.parseFloat(row[s + 1]);
      }
    }
    return new ExpressionMatrix(
        genes, samples, values, Unit.LOG2, SourceLocation.ofFile("progeny_input.csv"));
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
