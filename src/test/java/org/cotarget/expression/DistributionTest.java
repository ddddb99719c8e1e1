package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistributionTest {

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
    assertThat(robust.z(4)).isCloseTo(1 / 1.4826, within(1e-12));
  }

  @Test
  void hasNoZWithoutVariance() {
    assertThat(Distribution.moments(new double[] {2, 2, 2}).z(2)).isNaN();
    assertThat(Distribution.moments(new double[] {2}).z(2)).isNaN();
    assertThat(Distribution.robust(new double[] {}).z(2)).isNaN();
  }

  @Test
  void countsTiesHalf() {
    Distribution values = Distribution.moments(new double[] {1, 2, 2, 3});
    assertThat(values.percentile(2)).isEqualTo(50);
    assertThat(values.percentile(0)).isEqualTo(0);
    assertThat(values.percentile(9)).isEqualTo(100);
    assertThat(values.percentile(Double.NaN)).isNaN();
  }
}
