package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums, means and deviations against {@link BigDecimal}, which holds every double exactly. */
class ExactSumTest {

  private static double[] values(long seed) {
    Random random = new Random(seed);
    double[] values = new double[300];
    for (int i = 0; i < values.length; i++) {
      int exponent = random.nextInt(60) - 30;
      values[i] = random.nextGaussian() * Math.scalb(1.0, exponent);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void addsWithoutRounding(long seed) {
    ExactSum sum = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    for (double value : values(seed)) {
      sum.add(value);
      sum.addSquare(value);
      BigDecimal exact = new BigDecimal(value);
      expected = expected.add(exact).add(exact.multiply(exact));
    }
    BigDecimal unit = BigDecimal.ONE.divide(new BigDecimal(BigInteger.ONE.shiftLeft(1074)));
    assertThat(new BigDecimal(sum.units()).multiply(unit)).isEqualByComparingTo(expected);
    assertThat(ExactSum.parse(sum.toString()).units()).isEqualTo(sum.units());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void roundsMeanAndDeviationOnce(long seed) {
    double[] values = values(seed);
    Moments moments = Moments.of(values);
    BigDecimal n = BigDecimal.valueOf(values.length);
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    MathContext digits = new MathContext(60);
    BigDecimal mean = sum.divide(n, digits);
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      squares = squares.add(new BigDecimal(value).subtract(mean).pow(2));
    }
    BigDecimal variance = squares.divide(n.subtract(BigDecimal.ONE), digits);
    assertThat(moments.mean()).isEqualTo(mean.doubleValue());
    assertThat(moments.sd()).isEqualTo(Math.sqrt(variance.doubleValue()));
  }

  @Test
  void isTheSameInEveryOrderAndInParts() {
    double[] values = values(6);
    Moments all = Moments.of(values);
    Moments parts = new Moments();
    for (int from = values.length - 50; from >= 0; from -= 50) {
      Moments part = new Moments();
      for (int i = from + 49; i >= from; i--) {
        part.add(values[i]);
      }
      parts.add(part);
    }
    assertThat(PartialFit.Sums.of(parts)).isEqualTo(PartialFit.Sums.of(all));
  }

  @Test
  void keepsTheSmallestDoubleBesideALargeOne() {
    ExactSum sum = new ExactSum();
    sum.add(1e300);
    sum.add(Double.MIN_VALUE);
    sum.add(-1e300);
    assertThat(sum).hasToString("1p-1074");
    sum.add(-Double.MIN_VALUE);
    assertThat(sum).hasToString("0p0");
  }

  @Test
  void givesTheMomentsOfFewOrEqualValues() {
    assertThat(new Moments().mean()).isNaN();
    assertThat(Moments.of(new double[] {-3.25, Double.NaN}).mean()).isEqualTo(-3.25);
    assertThat(Moments.of(new double[] {-3.25}).sd()).isZero();
    assertThat(Moments.of(new double[] {0.1, 0.1, 0.1}).sd()).isZero();
    assertThat(Moments.of(new double[] {0.1, 0.1, 0.1}).mean()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatHasNoSum(double value) {
    assertThatThrownBy(() -> new ExactSum().add(value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "xyzp0", "1p-1075", "1p99999", "p1"})
  void refusesWhatIsNoSum(String text) {
    assertThatThrownBy(() -> ExactSum.parse(text)).isInstanceOf(NumberFormatException.class);
  }
}
