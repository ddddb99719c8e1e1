package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.Receptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianMixtureTest {

  private static double[] values(int low, int high, double distance) {
    Random random = new Random(4);
    double[] values = new double[low + high];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() + (i < low ? 2 : 2 + distance);
    }
    return values;
  }

  @Test
  void findsTwoComponents() {
    TwoComponents fit = GaussianMixture.fit(values(400, 600, 6)).orElseThrow();
    assertThat(fit.negativeMean()).isCloseTo(2, within(0.15));
    assertThat(fit.positiveMean()).isCloseTo(8, within(0.15));
    assertThat(fit.negativeSd()).isCloseTo(1, within(0.1));
    assertThat(fit.positiveWeight()).isCloseTo(0.6, within(0.02));
    assertThat(fit.bicTwo()).isLessThan(fit.bicOne());
    // sqrt(2) * 6 / sqrt(1 + 1)
    assertThat(fit.ashmanD()).isCloseTo(6, within(0.5));
  }

  /** One normal distribution has a log likelihood that can be written down. */
  @Test
  void comparesWithOneComponentByBic() {
    double[] x = {1, 2, 3, 4, 10, 11, 12};
    int n = x.length;
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / n;
    double expected = n * Math.log(2 * Math.PI * variance) + n + 2 * Math.log(n);
    assertThat(GaussianMixture.fit(x).orElseThrow().bicOne()).isCloseTo(expected, within(1e-9));
  }

  @Test
  void doesNotDependOnTheOrder() {
    double[] forward = values(60, 40, 4);
    double[] backward = new double[forward.length];
    for (int i = 0; i < forward.length; i++) {
      backward[i] = forward[forward.length - 1 - i];
    }
    assertThat(GaussianMixture.fit(backward)).isEqualTo(GaussianMixture.fit(forward));
  }

  @Test
  void hasNothingToFitWithoutSpread() {
    assertThat(GaussianMixture.fit(new double[] {1, 1, 1, 1, 1})).isEmpty();
    assertThat(GaussianMixture.fit(new double[] {1, 2, 3, Double.NaN})).isEmpty();
  }

  /** With unequal spreads the wide component must not win again beyond the narrow one. */
  @Test
  void posteriorRisesThroughout() {
    TwoComponents fit = new TwoComponents(2, 0.3, 8, 3, 0.5, 1, 0, 4);
    double last = 0;
    for (double x = -20; x < 30; x += 0.05) {
      double posterior = fit.positivePosterior(x);
      assertThat(posterior).isBetween(last, 1.0);
      last = posterior;
    }
    assertThat(fit.positivePosterior(-20)).isLessThan(0.1);
    assertThat(last).isGreaterThan(0.9);
  }

  /** Rules of science section B: number, share, BIC, distance of the components. */
  @ParameterizedTest
  @CsvSource({
    "25, 25, 8, true",
    "25, 24, 8, false",
    "93, 7, 8, false",
    "85, 15, 8, true",
    "100, 0, 8, false",
    "0, 100, 8, false",
    "50, 50, 1.2, false",
  })
  void isEstimableByTheRules(int low, int high, double distance, boolean estimable) {
    double[] esr1 = values(low, high, distance);
    float[] row = new float[esr1.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) esr1[i];
    }
    ExpressionMatrix matrix =
        Matrices.of(List.of("ESR1"), Matrices.ids(row.length), new float[][] {row}, Unit.LOG2);
    ExpressionReadout read =
        Matrices.scorer().score(Optional.of(matrix), Matrices.mixed(row.length, low, 0));
    ExpressionModel.ReceptorMixture mixture = read.model().orElseThrow().mixtures().get(0);
    assertThat(mixture.receptor()).isEqualTo(Receptor.ER);
    assertThat(mixture.estimable()).as(mixture.reason()).isEqualTo(estimable);
    assertThat(mixture.reason().isEmpty()).isEqualTo(estimable);
    assertThat(read.profile("S0000").receptor(Receptor.ER).isPresent()).isEqualTo(estimable);
    assertThat(read.notes().stream().anyMatch(n -> n.startsWith("ER by ESR1 mRNA not estimable")))
        .isEqualTo(!estimable);
  }
}
