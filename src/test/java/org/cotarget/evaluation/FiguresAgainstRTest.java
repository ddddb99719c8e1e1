package org.cotarget.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.cotarget.report.Proportion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Figures computed once by base R: {@code src/bench/evaluate_oracle.R}. */
class FiguresAgainstRTest {

  private static final Offset<Double> EXACTLY = within(1e-12);

  @ParameterizedTest(name = "{0} of {1}")
  @CsvFileSource(
      resources = "/evaluation/r_figures.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      maxCharsPerColumn = 10_000)
  void agrees(String figure, String input, String expected) {
    double[] ours = compute(figure, input);
    double[] theirs = numbers(expected);

    assertThat(ours).hasSameSizeAs(theirs);
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).as("%s of %s, number %s", figure, input, i).isCloseTo(theirs[i], EXACTLY);
    }
  }

  private static double[] compute(String figure, String input) {
    String[] parts = input.split(";", -1);
    return switch (figure) {
      case "wilson" -> {
        double[] counts = numbers(input);
        Proportion share = new Proportion((long) counts[0], (long) counts[1]);
        yield new double[] {share.value(), share.low(), share.high()};
      }
      case "kappa" ->
          new double[] {
            Kappa.of(
                Stream.of(parts)
                    .map(row -> Arrays.stream(numbers(row)).mapToLong(n -> (long) n).toArray())
                    .toArray(long[][]::new))
          };
      case "auroc" -> {
        Auroc area = new Auroc(numbers(parts[0]), numbers(parts[1]));
        double[] interval = area.deLong();
        yield new double[] {area.value(), interval[0], interval[1]};
      }
      case "quantile" -> {
        double[] sorted = numbers(input);
        yield new double[] {Bootstrap.quantile(sorted, 0.025), Bootstrap.quantile(sorted, 0.975)};
      }
      default -> throw new IllegalArgumentException(figure);
    };
  }

  private static double[] numbers(String text) {
    return Stream.of(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
