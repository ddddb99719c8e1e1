package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.expression.Score.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionScorerTest {

  private final ExpressionScorer scorer = Matrices.scorer();

  @ParameterizedTest
  @CsvSource({"9, NONE", "10, LOW", "24, LOW", "25, NORMAL", "40, NORMAL"})
  void letsTheNumberOfSamplesDecideConfidence(int samples, Confidence confidence) {
    ExpressionReadout read =
        scorer.score(
            Optional.of(Matrices.log2(Matrices.panelGenes(), samples)),
            Matrices.mixed(samples, samples / 2, 0));
    Score jak2 = read.profile("S0000").gene("JAK2").orElseThrow();
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
            Optional.of(Matrices.log2(Matrices.panelGenes(), samples)),
            Matrices.mixed(samples, erPositive, 0));
    assertThat(read.ptenEstimable()).isEqualTo(estimable);
    assertThat(read.notes().stream().anyMatch(n -> n.contains("PTEN mRNA"))).isEqualTo(!estimable);
  }

  @Test
  void countsSamplesOfUnknownErAgainstTheReference() {
    ReferenceGroups mostlyUnknown = new ReferenceGroups(Set.of("S0000"), Set.of("S0001"), Set.of());
    assertThat(
            scorer
                .score(Optional.of(Matrices.log2(Matrices.panelGenes(), 40)), mostlyUnknown)
                .ptenEstimable())
        .isFalse();
  }

  @Test
  void standardisesPtenByMeanAndSd() {
    ExpressionMatrix matrix = Matrices.log2(Matrices.panelGenes(), 30);
    ExpressionReadout read = scorer.score(Optional.of(matrix), Matrices.mixed(30, 15, 0));
    double mean = 0;
    for (float v : matrix.values()[0]) {
      mean += v / 30.0;
    }
    double squares = 0;
    for (float v : matrix.values()[0]) {
      squares += (v - mean) * (v - mean);
    }
    double z = (matrix.values()[0][3] - mean) / Math.sqrt(squares / 29);
    assertThat(read.profile("S0003").gene("PTEN").orElseThrow().z()).isCloseTo(z, within(1e-12));
  }

  @Test
  void scoresWithinTnbcFrom25Samples() {
    ExpressionMatrix matrix = Matrices.log2(Matrices.panelGenes(), 60);
    ExpressionReadout with24 = scorer.score(Optional.of(matrix), Matrices.mixed(60, 30, 24));
    ExpressionReadout with25 = scorer.score(Optional.of(matrix), Matrices.mixed(60, 30, 25));
    assertThat(with24.profile("S0059").signature("STAT5_PANEL").orElseThrow().zWithinTnbc())
        .isNaN();
    assertThat(with25.profile("S0059").signature("STAT5_PANEL").orElseThrow().zWithinTnbc())
        .isNotNaN();
    assertThat(with25.profile("S0000").signature("STAT5_PANEL").orElseThrow().zWithinTnbc())
        .isNaN();
  }

  @Test
  void withholdsASignatureBelowTheCoverageFloorAndNamesMissingGenes() {
    ExpressionReadout read =
        scorer.score(
            Optional.of(Matrices.log2(Matrices.panelGenes(), 30)), Matrices.mixed(30, 15, 0));
    Score hallmark =
        read.profile("S0000").signature("HALLMARK_PI3K_AKT_MTOR_SIGNALING").orElseThrow();
    assertThat(hallmark.isUsable()).isFalse();
    assertThat(hallmark.note()).contains("of 105 genes", "missing e.g.");
    assertThat(hallmark.missing()).hasSize(105 - hallmark.genesUsed()).doesNotContain("PTEN");
    assertThat(read.profile("S0000").signature("STAT5_PANEL").orElseThrow().isUsable()).isTrue();
  }

  @Test
  void refusesACountMatrixCutToSomeGenes() {
    ExpressionReadout read =
        scorer.score(
            Optional.of(Matrices.counts(Matrices.panelGenes(), 30, 1)), Matrices.mixed(30, 15, 0));
    assertThat(read.profile("S0000").measured()).isTrue();
    assertThat(read.profile("S0000").genes()).isEmpty();
    assertThat(read.profile("S0000").refusal()).contains("library size");
    assertThat(read.model()).isEmpty();
    assertThat(read.notes()).singleElement().asString().contains("library size");
  }

  /** A cut sample, one of silence and one with too few scored genes are each told what is wrong. */
  @Test
  void refusesEachSampleForItsOwnReason() {
    List<String> genes = Matrices.allGenes(LogExpression.MIN_GENES_FOR_LIBRARY_SIZE);
    ExpressionMatrix counts = Matrices.counts(genes, 3, 1);
    for (int g = 0; g < genes.size(); g++) {
      counts.values()[g][0] = g < 20 ? 5 : Float.NaN;
      counts.values()[g][1] = 0;
      if (!genes.get(g).startsWith("ZZ")) {
        counts.values()[g][2] = Float.NaN;
      }
    }
    ExpressionReadout read = scorer.score(Optional.of(counts), Matrices.mixed(3, 1, 0));
    assertThat(read.profile("S0000").refusal()).contains("20 genes", "library size");
    assertThat(read.profile("S0001").refusal()).isNotEmpty();
    assertThat(read.profile("S0002").refusal()).isNotEmpty();
    assertThat(read.model()).isEmpty();
  }

  @Test
  void normalisesAWholeCountMatrix() {
    List<String> genes = Matrices.panelGenes();
    IntStream.range(0, LogExpression.MIN_GENES_FOR_LIBRARY_SIZE).forEach(i -> genes.add("G" + i));
    ExpressionMatrix counts = Matrices.counts(genes, 2, 1);
    double total = 0;
    for (float[] row : counts.values()) {
      total += row[1];
    }
    LogExpression log = LogExpression.of(counts);
    double expected = Math.log(counts.values()[0][1] * 1e6 / total + 1) / Math.log(2);
    assertThat(log.log(log.row("PTEN"), 1)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void showsZScoresAndCallsNoneOfThem() {
    ExpressionMatrix log2 = Matrices.log2(Matrices.panelGenes(), 30);
    for (float[] row : log2.values()) {
      for (int s = 0; s < row.length; s++) {
        row[s] -= 8;
      }
    }
    ExpressionMatrix z =
        Matrices.of(log2.genes(), log2.samples(), log2.values(), ExpressionMatrix.Unit.Z_SCORE);
    ExpressionReadout read = scorer.score(Optional.of(z), Matrices.mixed(30, 15, 0));
    Score pten = read.profile("S0003").gene("PTEN").orElseThrow();
    assertThat(pten.z()).isEqualTo(z.values()[0][3]);
    assertThat(pten.isUsable()).isFalse();
    assertThat(read.ptenEstimable()).isFalse();
    assertThat(read.model()).isEmpty();
    assertThat(read.profile("S0003").receptors()).isEmpty();
    Score stat5 = read.profile("S0003").signature("STAT5_PANEL").orElseThrow();
    assertThat(stat5.isUsable()).isFalse();
    assertThat(stat5.value()).isNotNaN();
    assertThat(read.profile("S0003").signature("PROGENY_PI3K").orElseThrow().value()).isNaN();
    Score hallmark =
        read.profile("S0003").signature("HALLMARK_PI3K_AKT_MTOR_SIGNALING").orElseThrow();
    assertThat(hallmark.value()).isNaN();
    assertThat(hallmark.note()).contains("of 105 genes", "60% are needed", "missing e.g.");
    assertThat(hallmark.missing()).hasSize(105 - hallmark.genesUsed()).doesNotContain("PTEN");
  }

  @Test
  void failsAGeneThatDoesNotVary() {
    ExpressionMatrix matrix = Matrices.log2(Matrices.panelGenes(), 30);
    java.util.Arrays.fill(matrix.values()[1], 5f);
    Score jak2 =
        scorer
            .score(Optional.of(matrix), Matrices.mixed(30, 15, 0))
            .profile("S0000")
            .gene("JAK2")
            .orElseThrow();
    assertThat(jak2.isUsable()).isFalse();
    assertThat(jak2.note()).contains("does not vary");
  }

  @Test
  void givesFewSamplesRankBasedScoresUncalled() {
    ExpressionReadout read =
        scorer.score(Optional.of(Matrices.log2(Matrices.panelGenes(), 1)), Matrices.mixed(1, 1, 0));
    Score stat5 = read.profile("S0000").signature("STAT5_PANEL").orElseThrow();
    assertThat(stat5.value()).isBetween(-0.5, 0.5);
    assertThat(stat5.isUsable()).isFalse();
    assertThat(stat5.note()).contains("singscore");
  }

  @Test
  void printsEveryNumberOnce() {
    ExpressionReadout read =
        scorer.score(
            Optional.of(Matrices.log2(Matrices.panelGenes(), 30)), Matrices.mixed(30, 15, 0));
    assertThat(read.profile("S0000").signatures().keySet())
        .containsExactlyElementsOf(
            Matrices.REFERENCE.signatures().stream().map(s -> s.id()).collect(Collectors.toList()));
    assertThat(read.profile("absent").measured()).isFalse();
  }
}
