package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankScoresTest {

  private static RankedColumn ranked(float... values) {
    RankedColumn column = new RankedColumn(values.length);
    column.rank(values);
    return column;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double singscore(RankedColumn column, int... rows) {
    return RankScores.singscore(column, rows, ones(rows.length));
  }

  @Test
  void ranksTiesAndLeavesMissingOut() {
    RankedColumn column = ranked(5, Float.NaN, 2, 5, -1, 0f, -0f);
    assertThat(column.size()).isEqualTo(6);
    assertThat(column.has(1)).isFalse();
    assertThat(column.has(-1)).isFalse();
    // ascending: -1, {0, -0}, 2, {5, 5}
    assertThat(column.lowestRank(4)).isEqualTo(1);
    assertThat(column.lowestRank(5)).isEqualTo(2);
    assertThat(column.lowestRank(6)).isEqualTo(2);
    assertThat(column.highestRank(6)).isEqualTo(3);
    assertThat(column.meanRank(6)).isEqualTo(2);
    assertThat(column.lowestRank(0)).isEqualTo(5);
    assertThat(column.meanRank(3)).isEqualTo(5);
    // descending, ties in row order: 5 (row 0), 5 (row 3), 2, 0 (row 5), -0 (row 6), -1
    assertThat(
            List.of(
                column.place(0),
                column.place(3),
                column.place(2),
                column.place(5),
                column.place(6),
                column.place(4)))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void forgetsTheFormerSample() {
    RankedColumn column = ranked(1, 2, 3);
    column.rank(new float[] {Float.NaN, 7, Float.NaN});
    assertThat(column.size()).isEqualTo(1);
    assertThat(column.has(0)).isFalse();
    assertThat(column.has(1)).isTrue();
  }

  /**
   * Five genes of ranks 1 to 5, sets of two: mean rank between (1+2)/2 = 1.5 and (4+5)/2 = 4.5, so
   * that the score is (mean - 1.5) / 3 - 0.5 (FOR18, formulas 1 to 3).
   */
  @ParameterizedTest
  @CsvSource({"3, 4, 0.5", "0, 1, -0.5", "0, 4, 0.0", "1, 4, 0.16666666666666663"})
  void singscoreByHand(int first, int second, double expected) {
    assertThat(singscore(ranked(1, 2, 3, 4, 5), first, second)).isCloseTo(expected, within(1e-15));
  }

  /**
   * Up set {4, 5}: 0.5. Down set {1, 2} ranked from the other end: 0.5. Together 1; turned round
   * -1.
   */
  @Test
  void singscoreOfBothDirectionsByHand() {
    RankedColumn column = ranked(1, 2, 3, 4, 5);
    int[] rows = {3, 4, 0, 1};
    assertThat(RankScores.singscore(column, rows, new double[] {1, 2, -1, -3})).isEqualTo(1);
    assertThat(RankScores.singscore(column, rows, new double[] {-1, -2, 1, 3})).isEqualTo(-1);
  }

  /** Values 1, 3, 3, 3, 9: tied genes share rank 2, from the other end rank 2 as well. */
  @Test
  void singscoreWithTiesByHand() {
    RankedColumn column = ranked(1, 3, 3, 3, 9);
    assertThat(singscore(column, 1, 3)).isCloseTo((2 - 1.5) / 3 - 0.5, within(1e-15));
    assertThat(RankScores.singscore(column, new int[] {1, 3}, new double[] {-1, -1}))
        .isCloseTo((2 - 1.5) / 3 - 0.5, within(1e-15));
  }

  @Test
  void hasNoScoreWithoutGenesOrWithAll() {
    RankedColumn column = ranked(1, 2, Float.NaN);
    assertThat(singscore(column, 2, -1)).isNaN();
    assertThat(singscore(column, 0, 1)).isNaN();
    assertThat(RankScores.ssgsea(column, new int[] {2}, RankScores.powers(3))).isNaN();
    assertThat(RankScores.ssgsea(column, new int[] {0, 1}, RankScores.powers(3))).isNaN();
  }

  /** Scores by R GSVA 1.46.0, see {@code src/bench/expression/ssgsea_expected.R}. */
  @Test
  void ssgseaAsTheRPackage() throws IOException {
    Path folder = Path.of("src/test/resources/ssgsea");
    List<String[]> input = tsv(folder.resolve("input.tsv"));
    List<String> samples = Arrays.asList(input.get(0)).subList(1, input.get(0).length);
    List<String> genes = input.stream().skip(1).map(row -> row[0]).toList();
    Map<String, int[]> sets = new HashMap<>();
    for (String[] set : tsv(folder.resolve("sets.gmt"))) {
      sets.put(set[0], Arrays.stream(set).skip(2).mapToInt(genes::indexOf).toArray());
    }
    List<String[]> expected = tsv(folder.resolve("expected.tsv"));
    assertThat(expected).hasSize(1 + 3 * 6);
    double[] powers = RankScores.powers(genes.size());
    for (String[] row : expected.subList(1, expected.size())) {
      int column = 1 + samples.indexOf(row[1]);
      float[] values = new float[genes.size()];
      for (int g = 0; g < values.length; g++) {
        values[g] = Float.parseFloat(input.get(g + 1)[column]);
      }
      int[] set = sets.get(row[0]);
      assertThat(set).isNotNull();
      assertThat(RankScores.ssgsea(ranked(values), set, powers))
          .as("%s in %s", row[0], row[1])
          .isCloseTo(Double.parseDouble(row[2]), within(1e-11));
    }
  }

  private static List<String[]> tsv(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.split("\t", -1)).toList();
  }
}
