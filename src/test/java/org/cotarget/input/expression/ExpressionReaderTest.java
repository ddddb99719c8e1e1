package org.cotarget.input.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionReaderTest {

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  private Optional<ExpressionLayer> read(String text, Optional<Unit> declared) throws IOException {
    Path file = Files.writeString(folder.resolve("expr.tsv"), text.replace(' ', '\t'));
    return new ExpressionReader(ReferenceLoader.bundled())
        .read(file, declared, Optional.empty(), problems);
  }

  private ExpressionMatrix matrix(String text) throws IOException {
    return read(text, Optional.empty()).orElseThrow().matrix();
  }

  private List<String> codes() {
    return problems.sorted().stream().map(InputProblem::code).toList();
  }

  @Test
  void readsGenesByWhateverNamesThem() throws IOException {
    ExpressionMatrix matrix =
        matrix(
            "Hugo_Symbol Entrez_Gene_Id S1 S2\nMMAC1 5728 1 2\nFOO NA 3 4\n?|100130426 0 5 6\nENSG00000121879.7 NA 7 8\nENSG00000000003.15 NA 1 1\nAKT1|207 NA 9 NA\n");
    assertThat(codes()).isEmpty();
    assertThat(matrix.genes())
        .containsExactly("PTEN", "FOO", "100130426", "PIK3CA", "ENSG00000000003", "AKT1");
    assertThat(matrix.samples()).containsExactly("S1", "S2");
    assertThat(matrix.values()[5][0]).isEqualTo(9f);
    assertThat(matrix.values()[5][1]).isNaN();
  }

  @Test
  void readsGctWhoseDescriptionHoldsTheSymbol() throws IOException {
    ExpressionMatrix matrix =
        matrix(
            "#1.2\n2 2\nName Description S1 S2\nENSG00000171862.11 PTEN 1.5 2\nENSG00000000001.1 BAR 0 30\n");
    assertThat(codes()).isEmpty();
    assertThat(matrix.genes()).containsExactly("PTEN", "BAR");
    assertThat(matrix.unit()).isEqualTo(Unit.LINEAR);
  }

  @Test
  void readsWhatRWrites() throws IOException {
    ExpressionMatrix matrix = matrix("S1 S2\nPTEN 1.5 2\nFOO 3 4\n");
    assertThat(matrix.samples()).containsExactly("S1", "S2");
    assertThat(matrix.values()[0]).containsExactly(1.5f, 2f);
  }

  @Test
  void turnsAMatrixWithGenesInTheHeader() throws IOException {
    Optional<ExpressionLayer> layer =
        read("sample PTEN PIK3CA AKT1 FOO\nS1 1 2 3 4\nS2 5 6 7 8\n", Optional.empty());
    ExpressionMatrix matrix = layer.orElseThrow().matrix();
    assertThat(matrix.genes()).containsExactly("PTEN", "PIK3CA", "AKT1", "FOO");
    assertThat(matrix.samples()).containsExactly("S1", "S2");
    assertThat(matrix.values()[1]).containsExactly(2f, 6f);
    assertThat(layer.get().file().detail()).endsWith("one row a sample");
  }

  @Test
  void theRowWithTheHighestMeanStandsForItsGene() throws IOException {
    ExpressionMatrix matrix = matrix("gene S1 S2\nPTEN 1 2\nPTEN 5 1\nMMAC1 NA NA\n");
    assertThat(matrix.genes()).containsExactly("PTEN");
    assertThat(matrix.values()[0]).containsExactly(5f, 1f);
    assertThat(problems.sorted())
        .extracting(p -> p.severity() + " " + p.code())
        .containsExactly("NOTE EXPR_GENE_DUPLICATE", "NOTE EXPR_ROW_BY_MEAN");
  }

  @ParameterizedTest
  @CsvSource({
    "0,    12,   15000, COUNTS",
    "0,    3,    25,    LOG2",
    "0.1,  3.7,  15.2,  LOG2",
    "0.5,  1.5,  900,   LINEAR",
    "0,    30,   200,   LINEAR",
    "-9.9, 3.5,  12.1,  LOG2"
  })
  void theValuesTellTheUnit(String a, String b, String c, Unit unit) throws IOException {
    assertThat(matrix("gene S1 S2 S3\nPTEN " + a + " " + b + " " + c + "\n").unit())
        .isEqualTo(unit);
    assertThat(codes()).isEmpty();
  }

  @Test
  void standardisedGenesAreZScoresAndCentredOnesAreNot() throws IOException {
    assertThat(randomMatrix(1)).isEqualTo(Unit.Z_SCORE);
    assertThat(randomMatrix(0.4)).isEqualTo(Unit.LOG2);
  }

  private Unit randomMatrix(double spread) throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("gene");
    for (int s = 0; s < 60; s++) {
      text.append(" S").append(s);
    }
    for (int g = 0; g < 50; g++) {
      text.append('\n').append(g == 0 ? "PTEN" : "G" + g);
      for (int s = 0; s < 60; s++) {
        text.append(' ').append(spread * random.nextGaussian());
      }
    }
    return matrix(text.append('\n').toString()).unit();
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTS,  -1,  5000, EXPR_UNIT_CONTRADICTED",
    "LINEAR,  -1,  5000, EXPR_UNIT_CONTRADICTED",
    "LOG2,    1,   5000, EXPR_UNIT_CONTRADICTED",
    "COUNTS,  1.5, 5000, EXPR_COUNTS_FRACTIONAL",
    "Z_SCORE, 1.5, 30,   ''"
  })
  void aDeclaredUnitIsHeldAgainstTheValues(Unit unit, String a, String b, String code)
      throws IOException {
    Optional<ExpressionLayer> layer =
        read("gene S1 S2\nPTEN " + a + " " + b + "\n", Optional.of(unit));
    assertThat(String.join(" ", codes())).isEqualTo(code);
    assertThat(layer.isPresent()).isEqualTo(!code.equals("EXPR_UNIT_CONTRADICTED"));
  }

  @Test
  void theFirstNegativeCountIsNamedByItsPlace() throws IOException {
    read("gene S1 S2\nFOO 1 2\nPTEN 3 -4\n", Optional.of(Unit.COUNTS));
    assertThat(problems.sorted().get(0).where().line()).isEqualTo(3);
    assertThat(problems.sorted().get(0).where().column()).isEqualTo("S2");
  }

  @ParameterizedTest
  @CsvSource({
    "'gene S1 S1\nPTEN 1 2\n',        COLUMN_DUPLICATE",
    "'gene S1 S2\nPTEN 1 abc\n',      VALUE_NOT_NUMBER",
    "'gene S1 S2\nPTEN 1 Infinity\n', VALUE_NOT_NUMBER",
    "'gene S1 S2\nPTEN 1 1e60\n',     VALUE_NOT_NUMBER",
    "'gene S1 S2\nPTEN 1\n',          ROW_RAGGED",
    "'gene S1\nprobe1 1\n',           EXPR_NO_PANEL_GENE",
    "'gene S1\nPTEN NA\n',            EXPR_NO_VALUE",
    "'gene S1\nPTEN -500\n',          EXPR_UNIT_UNCLEAR",
    "'gene S1 S2\nPTEN -500 700\n',   EXPR_UNIT_UNCLEAR",
    "'gene\nPTEN\n',                  MATRIX_WITHOUT_SAMPLES"
  })
  void badMatricesAreProblems(String text, String code) throws IOException {
    read(text, Optional.empty());
    assertThat(codes()).contains(code);
  }

  @Test
  void readsTheRealMatrices() {
    Path data = Path.of("../shared/data");
    assumeTrue(Files.exists(data), "skipped: no data at " + data);
    ExpressionReader reader = new ExpressionReader(ReferenceLoader.bundled());
    ExpressionMatrix whole =
        reader
            .read(
                data.resolve("tcga-brca/expr_counts.tsv.gz"),
                Optional.empty(),
                Optional.empty(),
                problems)
            .orElseThrow()
            .matrix();
    ExpressionMatrix study =
        reader
            .read(
                data.resolve("tcga-brca-study/data_mrna_seq_read_counts.txt"),
                Optional.empty(),
                Optional.empty(),
                problems)
            .orElseThrow()
            .matrix();
    assertThat(whole.unit()).isEqualTo(Unit.COUNTS);
    assertThat(study.unit()).isEqualTo(Unit.COUNTS);
    assertThat(whole.samples()).hasSize(75);
    assertThat(whole.genes()).hasSize(20124);
    for (int s = 0; s < study.samples().size(); s++) {
      int column = whole.columnBySample().get(study.samples().get(s).substring(0, 12));
      assertThat(study.values()[study.rowByGene().get("PTEN")][s])
          .isEqualTo(whole.values()[whole.rowByGene().get("PTEN")][column]);
    }
    assertThat(codes()).isEmpty();
  }

  /** The quick reading of plain decimals rounds as Java does. */
  @Test
  void numbersAreThoseOfJava() throws IOException {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("gene S1\n");
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      String number =
          switch (random.nextInt(4)) {
            case 0 -> String.valueOf(random.nextInt(100000));
            case 1 -> String.format(java.util.Locale.ROOT, "%.4f", random.nextDouble() * 20);
            case 2 -> String.valueOf(random.nextDouble() * Math.pow(10, random.nextInt(12) - 6));
            default -> "0." + random.nextInt(1_000_000_000) + random.nextInt(1_000_000_000);
          };
      text.append(i == 0 ? "PTEN" : "G" + i).append(' ').append(number).append('\n');
      expected.append((float) Double.parseDouble(number)).append('\n');
    }
    StringBuilder actual = new StringBuilder();
    for (float[] row : matrix(text.toString()).values()) {
      actual.append(row[0]).append('\n');
    }
    assertThat(actual.toString()).isEqualTo(expected.toString());
  }
}
