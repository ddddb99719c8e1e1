package org.cotarget.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final long[][] TABLE = {{20, 5}, {10, 15}};

  @Test
  void theSameSeedGivesTheSameInterval() {
    assertThat(new Bootstrap(500, 1).kappa(TABLE)).isEqualTo(new Bootstrap(500, 1).kappa(TABLE));
    assertThat(new Bootstrap(500, 1).kappa(TABLE)).isNotEqualTo(new Bootstrap(500, 2).kappa(TABLE));
    Auroc area = new Auroc(new double[] {1, 2, 3, 5, 8}, new double[] {0, 1, 4, 2});
    assertThat(new Bootstrap(500, 1).auroc(area)).isEqualTo(new Bootstrap(500, 1).auroc(area));
  }

  @Test
  void anIntervalOfKappaIsNearItsNormalApproximation() {
    // Fleiss, Cohen, Everitt 1969 give a standard error of 0.1326 for this table, kappa 0.4.
    double[] interval = new Bootstrap(5000, 3).kappa(TABLE);

    assertThat(interval[0]).isBetween(0.08, 0.20);
    assertThat(interval[1]).isBetween(0.60, 0.70);
  }

  @Test
  void anIntervalOfAnAreaIsNearThatOfDeLong() {
    Random random = new Random(11);
    Auroc area =
        new Auroc(random.doubles(80).map(v -> v + 0.3).toArray(), random.doubles(120).toArray());
    double[] drawn = new Bootstrap(3000, 5).auroc(area);
    double[] deLong = area.deLong();

    assertThat(drawn[0]).isBetween(deLong[0] - 0.02, deLong[0] + 0.02);
    assertThat(drawn[1]).isBetween(deLong[1] - 0.02, deLong[1] + 0.02);
  }

  @Test
  void tooManySamplesOfOneWordGiveNoInterval() {
    assertThat(new Bootstrap(500, 1).kappa(new long[][] {{1, 0}, {0, 3}})).containsOnly(Double.NaN);
  }

  @Test
  void aMissingClassGivesNoInterval() {
    Auroc area = new Auroc(new double[] {}, new double[] {1, 2});

    assertThat(area.value()).isNaN();
    assertThat(area.deLong()).containsOnly(Double.NaN);
    assertThat(new Bootstrap(100, 1).auroc(area)).containsOnly(Double.NaN);
  }
}
