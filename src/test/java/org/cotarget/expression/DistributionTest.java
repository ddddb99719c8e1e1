package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static final List<Double> P = List.of(50.0);

  @Test
  void ignoresMissingValues() {
    Distribution moments = Distribution.moments(new double[] {1, Double.NaN, 3});
    assertThat(moments.size()).isEqualTo(2);
    assertThat(moments.location()).isEqualTo(2);
    assertThat(moments.scale()).isCloseTo(Math.sqrt(2), within(1e-12));
  }

  @Test
  void isNotMovedByAnOutlierWhereRobust() {
    // median 3, deviations 2 1 0 1 97, their median 1
    Distribution robust = Distribution.robust(new double[] {1, 2, 3, 4, 100});
    assertThat(robust.location()).isEqualTo(3);
    assertThat(robust.scale()).isCloseTo(1.4826, within(1e-12));
    assertThat(robust.scale(List.of(50.0)).z(4)).isCloseTo(1 / 1.4826, within(1e-12));
  }

  @Test
  void hasNoZWithoutVariance() {
    assertThat(Distribution.moments(new double[] {2, 2, 2}).scale(P).z(2)).isNaN();
    assertThat(Distribution.moments(new double[] {2}).scale(P).z(2)).isNaN();
    assertThat(Distribution.robust(new double[] {}).scale(P).z(2)).isNaN();
  }

  @Test
  void takesQuantilesBetweenNeighbours() {
    // Type 7 of Hyndman and Fan: place 0.25 * 3 = 0.75 between 1 and 2.
    double[] sorted = {1, 2, 4, 8};
    assertThat(Distribution.quantile(sorted, 0.25)).isEqualTo(1.75);
    assertThat(Distribution.quantile(sorted, 0)).isEqualTo(1);
    assertThat(Distribution.quantile(sorted, 1)).isEqualTo(8);
  }

  @Test
  void readsPercentilesBetweenQuantiles() {
    ScoreScale scale = new ScoreScale(2, 1, 100, List.of(1.0, 2.0, 2.0, 4.0));
    List<Double> percents = List.of(1.0, 25.0, 75.0, 99.0);
    assertThat(scale.percentile(1.5, percents)).isEqualTo(13);
    assertThat(scale.percentile(2, percents)).isEqualTo(50);
    assertThat(scale.percentile(4, percents)).isEqualTo(99);
    assertThat(scale.percentile(0, percents)).isEqualTo(0);
    assertThat(scale.percentile(9, percents)).isEqualTo(100);
    assertThat(scale.percentile(Double.NaN, percents)).isNaN();
  }
}
