package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.expression.Score.Confidence;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionScorerTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private final ExpressionScorer scorer = new ExpressionScorer(REFERENCE);

  private static ExpressionMatrix matrix(List<String> genes, int samples, Unit unit) {
    Random random = new Random(7);
    float[][] values = new float[genes.size()][samples];
    for (float[] row : values) {
      for (int s = 0; s < samples; s++) {
        row[s] = (float) (8 + random.nextGaussian());
      }
    }
    return new ExpressionMatrix(genes, ids(samples), values, unit, SourceLocation.ofFile("e.tsv"));
  }

  private static List<String> ids(int samples) {
    return IntStream.range(0, samples).mapToObj(i -> "S" + i).toList();
  }

  private static ReferenceGroups mixed(int samples, int erPositive, int tnbc) {
    List<String> ids = ids(samples);
    return new ReferenceGroups(
        Set.copyOf(ids.subList(0, erPositive)),
        Set.copyOf(ids.subList(erPositive, samples)),
        Set.copyOf(ids.subList(samples - tnbc, samples)));
  }

  private static List<String> panelGenes() {
    return new ArrayList<>(
        List.of(
            "PTEN", "JAK2", "CXCL8", "CXCR1", "CXCR2", "CISH", "SOCS2", "SOCS1", "PIM1", "BCL2L1",
            "CCND1", "PTPRC", "CD3E"));
  }

  @ParameterizedTest
  @CsvSource({"9, NONE", "10, LOW", "24, LOW", "25, NORMAL", "40, NORMAL"})
  void letsTheNumberOfSamplesDecideConfidence(int samples, Confidence confidence) {
    ExpressionReadout read =
        scorer.score(
            Optional.of(matrix(panelGenes(), samples, Unit.LOG2)), mixed(samples, samples / 2, 0));
    Score jak2 = read.profile("S0").gene("JAK2").orElseThrow();
    assertThat(jak2.confidence()).isEqualTo(confidence);
    assertThat(Double.isNaN(jak2.z())).isEqualTo(confidence == Confidence.NONE);
    assertThat(read.ptenEstimable()).isEqualTo(confidence == Confidence.NORMAL);
  }

  @ParameterizedTest
  @CsvSource({
    "40, 0, false",
    "40, 3, false",
    "40, 4, true",
    "40, 36, true",
    "40, 37, false",
    "40, 40, false"
  })
  void callsPtenMrnaOnlyAgainstAMixedReference(int samples, int erPositive, boolean estimable) {
    ExpressionReadout read =
        scorer.score(
            Optional.of(matrix(panelGenes(), samples, Unit.LOG2)), mixed(samples, erPositive, 0));
    assertThat(read.ptenEstimable()).isEqualTo(estimable);
    assertThat(read.notes().stream().anyMatch(n -> n.contains("PTEN mRNA"))).isEqualTo(!estimable);
  }

  @Test
  void countsSamplesOfUnknownErAgainstTheReference() {
    ReferenceGroups mostlyUnknown = new ReferenceGroups(Set.of("S0"), Set.of("S1"), Set.of());
    assertThat(
            scorer
                .score(Optional.of(matrix(panelGenes(), 40, Unit.LOG2)), mostlyUnknown)
                .ptenEstimable())
        .isFalse();
  }

  @Test
  void standardisesPtenByMeanAndSd() {
    ExpressionMatrix matrix = matrix(panelGenes(), 30, Unit.LOG2);
    ExpressionReadout read = scorer.score(Optional.of(matrix), mixed(30, 15, 0));
    double mean = 0;
    for (float v : matrix.values()[0]) {
      mean += v / 30.0;
    }
    double squares = 0;
    for (float v : matrix.values()[0]) {
      squares += (v - mean) * (v - mean);
    }
    double z = (matrix.values()[0][3] - mean) / Math.sqrt(squares / 29);
    assertThat(read.profile("S3").gene("PTEN").orElseThrow().z()).isCloseTo(z, within(1e-12));
  }

  @Test
  void scoresWithinTnbcFrom25Samples() {
    ExpressionMatrix matrix = matrix(panelGenes(), 60, Unit.LOG2);
    ExpressionReadout with24 = scorer.score(Optional.of(matrix), mixed(60, 30, 24));
    ExpressionReadout with25 = scorer.score(Optional.of(matrix), mixed(60, 30, 25));
    assertThat(with24.profile("S59").signature("STAT5_PANEL").orElseThrow().zWithinTnbc()).isNaN();
    assertThat(with25.profile("S59").signature("STAT5_PANEL").orElseThrow().zWithinTnbc())
        .isNotNaN();
    assertThat(with25.profile("S0").signature("STAT5_PANEL").orElseThrow().zWithinTnbc()).isNaN();
  }

  @Test
  void withholdsASignatureBelowTheCoverageFloorAndNamesMissingGenes() {
    ExpressionReadout read =
        scorer.score(Optional.of(matrix(panelGenes(), 30, Unit.LOG2)), mixed(30, 15, 0));
    Score hallmark = read.profile("S0").signature("HALLMARK_PI3K_AKT_MTOR_SIGNALING").orElseThrow();
    assertThat(hallmark.isUsable()).isFalse();
    assertThat(hallmark.note()).contains("of 105 genes", "missing e.g.");
    assertThat(read.profile("S0").signature("STAT5_PANEL").orElseThrow().isUsable()).isTrue();
  }

  @Test
  void refusesACountMatrixCutToSomeGenes() {
    ExpressionReadout read =
        scorer.score(Optional.of(matrix(panelGenes(), 30, Unit.COUNTS)), mixed(30, 15, 0));
    assertThat(read.profile("S0").measured()).isTrue();
    assertThat(read.profile("S0").genes()).isEmpty();
    assertThat(read.notes()).singleElement().asString().contains("library sizes");
  }

  @Test
  void normalisesAWholeCountMatrix() {
    List<String> genes = panelGenes();
    IntStream.range(0, LogExpression.MIN_GENES_FOR_LIBRARY_SIZE).forEach(i -> genes.add("G" + i));
    ExpressionMatrix counts = matrix(genes, 2, Unit.COUNTS);
    double total = 0;
    for (float[] row : counts.values()) {
      total += row[1];
    }
    LogExpression log = LogExpression.of(counts);
    double expected = Math.log(counts.values()[0][1] * 1e6 / total + 1) / Math.log(2);
    assertThat(log.gene("PTEN").orElseThrow()[1]).isCloseTo(expected, within(1e-12));
  }

  @Test
  void doesNotGuessTheReferenceOfZScores() {
    ExpressionReadout read =
        scorer.score(Optional.of(matrix(panelGenes(), 30, Unit.Z_SCORE)), mixed(30, 15, 0));
    assertThat(read.profile("S0").signatures()).isEmpty();
    assertThat(read.notes()).isNotEmpty();
  }

  @Test
  void failsAGeneThatDoesNotVary() {
    ExpressionMatrix matrix = matrix(panelGenes(), 30, Unit.LOG2);
    java.util.Arrays.fill(matrix.values()[1], 5f);
    Score jak2 =
        scorer
            .score(Optional.of(matrix), mixed(30, 15, 0))
            .profile("S0")
            .gene("JAK2")
            .orElseThrow();
    assertThat(jak2.isUsable()).isFalse();
    assertThat(jak2.note()).contains("does not vary");
  }

  @Test
  void givesFewSamplesRankBasedScoresUncalled() {
    ExpressionReadout read =
        scorer.score(Optional.of(matrix(panelGenes(), 1, Unit.LOG2)), mixed(1, 1, 0));
    Score stat5 = read.profile("S0").signature("STAT5_PANEL").orElseThrow();
    assertThat(stat5.value()).isBetween(-0.5, 0.5);
    assertThat(stat5.isUsable()).isFalse();
    assertThat(stat5.note()).contains("singscore");
  }

  @Test
  void ranksByHand() {
    // Ranks 1..5; the set {4th, 5th} is the highest possible, {1st, 2nd} the lowest, {1st, 5th} in
    // the middle.
    double[] sample = {1, 2, 3, 4, 5};
    assertThat(SingScore.of(sample, List.of(3, 4))).isCloseTo(0.5, within(1e-12));
    assertThat(SingScore.of(sample, List.of(0, 1))).isCloseTo(-0.5, within(1e-12));
    assertThat(SingScore.of(sample, List.of(0, 4))).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void printsEveryNumberOnce() {
    ExpressionReadout read =
        scorer.score(Optional.of(matrix(panelGenes(), 30, Unit.LOG2)), mixed(30, 15, 0));
    assertThat(read.profile("S0").signatures().keySet())
        .containsExactlyElementsOf(
            REFERENCE.signatures().stream().map(s -> s.id()).collect(Collectors.toList()));
    assertThat(read.profile("absent").measured()).isFalse();
  }
}
