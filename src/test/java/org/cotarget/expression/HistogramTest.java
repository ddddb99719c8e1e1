package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts in bins against the values themselves. */
class HistogramTest {

  private static double[] values(int n, long seed) {
    Random random = new Random(seed);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextInt(8) == 0 ? 0 : 3 * random.nextGaussian() - 1;
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 50, 1001})
  void isOffByTheStatedShareAtMost(int n) {
    double[] values = values(n, n);
    double[] sorted = Distribution.sorted(values);
    double largest = Math.max(Math.abs(sorted[0]), Math.abs(sorted[n - 1]));
    for (int bits : List.of(Histogram.GENE_BITS, Histogram.SCORE_BITS)) {
      double error = Histogram.error(bits) * largest;
      Histogram histogram = Histogram.of(values, bits);
      CountedValues counted = CountedValues.of(histogram, bits);
      assertThat(histogram.total()).isEqualTo(n);
      for (double p : new double[] {0, 0.01, 0.25, 0.5, 0.77, 1}) {
        assertThat(Math.abs(counted.quantile(p) - Distribution.quantile(sorted, p)))
            .isLessThanOrEqualTo(error);
      }
      Distribution robust = Distribution.robust(values);
      assertThat(Math.abs(counted.mad() - robust.scale()))
          .isLessThanOrEqualTo(2 * Distribution.MAD_TO_SD * error);
    }
  }

  @Test
  void addsUpToTheWhole() {
    double[] values = values(600, 3);
    Histogram whole = Histogram.of(values, Histogram.SCORE_BITS);
    Histogram sum = Histogram.of(new double[0], Histogram.SCORE_BITS);
    for (int from = 500; from >= 0; from -= 100) {
      sum = Histogram.of(Arrays.copyOfRange(values, from, from + 100), 14).plus(sum);
    }
    assertThat(sum).isEqualTo(whole);
  }

  @Test
  void keepsZeroAndLeavesMissingValuesOut() {
    Histogram histogram = Histogram.of(new double[] {0, Double.NaN, -0.0}, Histogram.GENE_BITS);
    assertThat(histogram).isEqualTo(new Histogram(List.of(0), List.of(2L)));
    assertThat(histogram.middles(Histogram.GENE_BITS)).containsExactly(0);
  }

  @Test
  void hasAsManyBinsForAMillionValuesAsTheRangeAllows() {
    double[] values = new double[1_000_000];
    Random random = new Random(4);
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 + 14 * random.nextDouble();
    }
    assertThat(Histogram.of(values, Histogram.GENE_BITS).bins()).hasSize(3 << Histogram.GENE_BITS);
  }

  @Test
  void refusesBinsThatDoNotAscendAndCountsOfNothing() {
    assertThatThrownBy(() -> new Histogram(List.of(2, 2), List.of(1L, 1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Histogram(List.of(2), List.of(0L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Histogram(List.of(2), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
