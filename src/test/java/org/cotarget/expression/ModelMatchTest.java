package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.expression.ExpressionReadout.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sample that does not fit a model is refused with the reason, and only that sample. */
class ModelMatchTest {

  private static final List<String> GENES = Matrices.allGenes(0);
  private static final ExpressionModel MODEL =
      Matrices.scorer()
          .fit(Matrices.log2(GENES, 60), Matrices.mixed(60, 30, 26), ModelLabel.OF_RUN)
          .orElseThrow();

  private static ExpressionReadout score(ExpressionMatrix matrix) {
    return Matrices.scorer(Matrices.REFERENCE, Optional.of(MODEL))
        .score(Optional.of(matrix), Matrices.mixed(1, 0, 0));
  }

  @Test
  void scoresASampleThatFits() {
    ExpressionReadout read = score(Matrices.log2(GENES, 3));
    assertThat(read.origin()).isEqualTo(Origin.SUPPLIED);
    assertThat(read.profile("S0001").refusal()).isEmpty();
    assertThat(read.profile("S0001").gene("PTEN").orElseThrow().isUsable()).isTrue();
    assertThat(read.ptenEstimable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"COUNTS", "LINEAR", "Z_SCORE"})
  void refusesAnotherUnit(Unit unit) {
    ExpressionMatrix log2 = Matrices.log2(GENES, 3);
    ExpressionReadout read = score(Matrices.of(log2.genes(), log2.samples(), log2.values(), unit));
    assertThat(read.model()).isEmpty();
    assertThat(read.ptenEstimable()).isFalse();
    assertThat(read.profile("S0000").refusal())
        .contains(unit.label(), "is for " + Unit.LOG2.label());
    assertThat(read.notes()).anyMatch(note -> note.startsWith("expression withheld"));
  }

  /** 80% of the genes are enough, fewer are not. */
  @ParameterizedTest
  @CsvSource({"0.80, true", "0.79, false"})
  void needsMostGenes(double share, boolean enough) {
    ExpressionMatrix matrix = Matrices.log2(GENES, 2);
    int kept = (int) Math.ceil(share * GENES.size());
    for (int g = kept; g < GENES.size(); g++) {
      matrix.values()[g][1] = Float.NaN;
    }
    ExpressionReadout read = score(matrix);
    assertThat(read.profile("S0000").refusal()).isEmpty();
    assertThat(read.profile("S0001").refusal().isEmpty()).isEqualTo(enough);
    if (!enough) {
      assertThat(read.profile("S0001").refusal()).contains("genes of model", "80% are needed");
      assertThat(read.profile("S0001").genes()).isEmpty();
    }
  }

  /** All values higher by so much, as a differently scaled platform would have them. */
  @ParameterizedTest
  @CsvSource({"0.5, true", "1.5, false", "-1.5, false"})
  void needsTheSameDistributionOfValues(float shift, boolean near) {
    ExpressionMatrix matrix = Matrices.log2(GENES, 1);
    for (float[] row : matrix.values()) {
      row[0] += shift;
    }
    ExpressionReadout read = score(matrix);
    assertThat(read.profile("S0000").refusal().isEmpty()).isEqualTo(near);
    if (!near) {
      assertThat(read.profile("S0000").refusal()).contains("distributed otherwise", "at most 1.00");
    }
  }

  /** One set of 200 genes could move the quantiles of a few hundred. */
  @Test
  void keepsNoProfileOfFewGenes() {
    ExpressionModel small =
        Matrices.scorer()
            .fit(
                Matrices.log2(Matrices.panelGenes(), 60),
                Matrices.mixed(60, 30, 26),
                ModelLabel.OF_RUN)
            .orElseThrow();
    assertThat(small.profile()).isNull();
    assertThat(MODEL.profile()).isNotNull();
  }

  @Test
  void takesABuiltInModelOnlyForFewWholeCountsThatMatch() {
    ExpressionModel builtIn =
        BuiltInModels.find(Matrices.REFERENCE, "tcga-brca-counts").orElseThrow();
    List<String> genes = Matrices.allGenes(12_000);
    float[][] values = new float[genes.size()][1];
    for (int g = 0; g < genes.size(); g++) {
      String symbol = genes.get(g);
      double log2 =
          builtIn.genes().stream()
              .filter(gene -> gene.symbol().equals(symbol))
              .mapToDouble(ExpressionModel.Gene::mean)
              .findFirst()
              .orElse(5.5);
      values[g][0] = Math.round(20 * (Math.pow(2, log2) - 1));
    }
    ExpressionMatrix counts = Matrices.of(genes, Matrices.ids(1), values, Unit.COUNTS);
    ExpressionReadout read = Matrices.scorer().score(Optional.of(counts), Matrices.mixed(1, 0, 0));
    assertThat(read.origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(read.notes()).anyMatch(n -> n.contains("built-in model tcga-brca-counts"));
    assertThat(read.profile("S0000").gene("PTEN").orElseThrow().isUsable()).isTrue();

    float[][] flat = new float[genes.size()][1];
    for (float[] row : flat) {
      row[0] = 100;
    }
    ExpressionReadout other =
        Matrices.scorer()
            .score(
                Optional.of(Matrices.of(genes, Matrices.ids(1), flat, Unit.COUNTS)),
                Matrices.mixed(1, 0, 0));
    assertThat(other.origin()).isEqualTo(Origin.FITTED);
    assertThat(other.ptenEstimable()).isFalse();

    ExpressionReadout linear =
        Matrices.scorer()
            .score(
                Optional.of(Matrices.of(genes, Matrices.ids(1), values, Unit.LINEAR)),
                Matrices.mixed(1, 0, 0));
    assertThat(linear.origin()).isEqualTo(Origin.FITTED);
  }
}
