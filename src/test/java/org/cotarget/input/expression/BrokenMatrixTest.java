package org.cotarget.input.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrices as they should not be: each is reported by code, line and column, or read rightly. */
class BrokenMatrixTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  private Optional<ExpressionLayer> read(byte[] bytes, String name, Optional<Unit> unit)
      throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    return new ExpressionReader(REFERENCE).read(file, unit, Optional.empty(), problems);
  }

  /**
   * Spaces stand for tabs, {@code ~} for spaces, {@code \n}, {@code \r}, {@code \0} for what they
   * say.
   */
  private static byte[] bytes(String text) {
    return text.replace(' ', '\t')
        .replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\0", "\0")
        .replace('~', ' ')
        .getBytes(StandardCharsets.UTF_8);
  }

  private String found() {
    List<String> lines = new ArrayList<>();
    for (InputProblem problem : problems.sorted()) {
      if (problem.severity() != Severity.NOTE) {
        lines.add(problem.code() + ":" + problem.where().line() + ":" + problem.where().column());
      }
    }
    return String.join(" ", lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // cells
        "gene S1 S2\\nPTEN 1 abc;                        VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 2\\nFOO Inf 2;              VALUE_NOT_NUMBER:3:S1",
        "gene S1 S2\\nPTEN 1 2\\nFOO -Inf 2;             VALUE_NOT_NUMBER:3:S1",
        "gene S1 S2\\nPTEN 1 1e400;                      VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 1e60;                       VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 0x1F;                       VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 1,5;                        VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 1.234,5;                    VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 1f;                         VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 #DIV/0!;                    VALUE_NOT_NUMBER:2:S2",
        "gene S1 S2\\nPTEN 1 1.2.3;                      VALUE_NOT_NUMBER:2:S2",
        // rows
        "gene S1 S2\\nPTEN 1;                            TABLE_WITHOUT_ROWS:0: ROW_RAGGED:2:",
        "gene S1 S2\\nFOO 1 2\\nPTEN 1 2 3;              EXPR_NO_PANEL_GENE:0: ROW_RAGGED:3:",
        "gene S1 S2\\nPTEN 1 2\\nFOO;                    ROW_RAGGED:3:",
        "gene S1 S2\\n\"PTEN 1 2\\nFOO 1 2;              QUOTE_UNBALANCED:2:",
        // header
        "gene S1 S1\\nPTEN 1 2;                          COLUMN_DUPLICATE:1:S1",
        "gene\\nPTEN;                                    MATRIX_WITHOUT_SAMPLES:1:",
        "gene S1 S2;                                     TABLE_WITHOUT_ROWS:0:",
        "gene S1 S2\\nid tumour tumour\\nPTEN 1 2;       HEADER_TWICE:2:",
        "sample PTEN AKT1\\nS1 1 2\\nS1 3 4;             SAMPLE_DUPLICATE:3:sample",
        "sample PTEN AKT1\\n~ 1 2\\nS1 3 4;              SAMPLE_ID_MISSING:2:sample",
        "x PTEN AKT1 PIK3CA\\nPTEN 1 2 3\\nAKT1 1 2 3\\nPIK3CA 1 2 3; MATRIX_ORIENTATION_UNCLEAR:1:",
        "#1.2\\n3 2\\nName Description S1 S2\\nPTEN x 1 2;  MATRIX_SIZE_WRONG:2:",
        // genes
        "gene S1\\nprobe1 1;                             EXPR_NO_PANEL_GENE:0:",
        "gene S1\\nENST00000371953.8 1;                  EXPR_NO_PANEL_GENE:0:",
        // values as a whole
        "gene S1\\nPTEN NA;                              EXPR_NO_VALUE:0:",
        "gene S1\\nPTEN -500;                            EXPR_UNIT_UNCLEAR:0:",
        // what is no table
        "<!DOCTYPE~html>\\n<p>Not~found;                 FILE_NOT_TABLE:1:",
        "version~https://git-lfs.github.com/spec/v1\\noid~sha256:00; FILE_NOT_TABLE:1:",
        "{\"genes\":~[1]};                               FILE_NOT_TABLE:1:",
        "gene S1\\0 S2\\nPTEN 1 2;                       FILE_NOT_TEXT:0:",
        "gene S1 S2\\nPTEN 1\\0 2;                       FILE_NOT_TEXT:0:",
        "#~only~a~comment;                               FILE_EMPTY:0:"
      })
  void isReportedByItsPlace(String text, String expected) throws IOException {
    read(bytes(text), "m.tsv", Optional.empty());
    assertThat(found()).isEqualTo(expected);
    assertThat(problems.hasErrors()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "gene S1 S2\\r\\nPTEN 1.5 2\\r\\n;           1.5",
        "gene S1 S2\\rPTEN 1.5 2\\r;                 1.5",
        "gene S1 S2\\nPTEN 1.5 2 \\n;                1.5",
        "gene S1 S2 \\nPTEN 1.5 2 \\n;               1.5",
        "\uFEFFgene S1 S2\\nPTEN 1.5 2;              1.5",
        " S1 S2\\nPTEN 1.5 2;                        1.5",
        "S1 S2\\nPTEN 1.5 2;                         1.5",
        "\"S1\" \"S2\"\\n\"PTEN\" 1.5 2;             1.5",
        "gene S1 S2\\nPTEN \"1.5\" 2;                1.5",
        "gene S1 S2\\n\\nPTEN 1.5 2\\n\\n;           1.5",
        "gene,S1,S2\\nPTEN,1.5,2;                    1.5",
        "gene S1 S2\\nPTEN ~1.5~ 2;                  1.5",
        "gene S1 S2\\nPTEN +1.5 2;                   1.5",
        "gene S1 S2\\nPTEN 15e-1 2;                  1.5",
        "gene S1\\nPTEN 1.5;                         1.5",
        "Gene S1 S2\\nNA 3 3\\nPTEN 1.5 2;           1.5",
        "id S1 S2\\nPTEN 1.5 2\\nFOO null --;        1.5",
        "gene_id S1 S2\\ngene_id normalized_count normalized_count\\nPTEN|5728 1.5 2; 1.5",
        "#1.3\\n1 2 1 1\\nid pr_gene_symbol S1 S2\\ntissue NA breast breast\\n5728 PTEN 1.5 2; 1.5",
        "sample PTEN\\nS1 1.5\\nS2 2;                1.5"
      })
  void isReadForAllThat(String text, float value) throws IOException {
    ExpressionMatrix matrix = read(bytes(text), "m.tsv", Optional.empty()).orElseThrow().matrix();
    assertThat(found()).isEmpty();
    assertThat(matrix.samples().get(0)).isEqualTo("S1");
    assertThat(matrix.values()[matrix.rowByGene().get("PTEN")][0]).isEqualTo(value);
  }

  @Test
  void aTruncatedGzipIsNeverAShortMatrix() throws IOException {
    StringBuilder text = new StringBuilder("gene\tS1\tS2\n");
    Random random = new Random(1);
    for (int i = 0; i < 20000; i++) {
      text.append(i == 0 ? "PTEN" : "G" + i).append('\t').append(random.nextDouble());
      text.append('\t').append(random.nextDouble()).append('\n');
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertThat(read(cut, "m.tsv.gz", Optional.empty())).isEmpty();
    assertThat(found()).isEqualTo("FILE_TRUNCATED:0:");
  }

  /** 40 samples of 1,200 genes, their values made of a number between -3 and 3. */
  private String whole(java.util.function.DoubleFunction<String> value) {
    Random random = new Random(4);
    StringBuilder text = new StringBuilder("gene");
    for (int s = 0; s < 40; s++) {
      text.append("\tS").append(s);
    }
    for (int g = 0; g < 1200; g++) {
      text.append('\n').append(g == 0 ? "PTEN" : "G" + g);
      for (int s = 0; s < 40; s++) {
        double gaussian = Math.max(-3, Math.min(3, random.nextGaussian()));
        text.append('\t').append(value.apply(gaussian));
      }
    }
    return text.append('\n').toString();
  }

  private String unitOf(String kind) {
    return switch (kind) {
      case "counts" -> whole(z -> String.valueOf(Math.round(Math.pow(2, 8 + z * 2))));
      case "expected counts" -> whole(z -> z > 0 ? Math.round(100 * z) + ".0" : 50 - z + "");
      case "tpm" -> whole(z -> String.valueOf(Math.pow(2, 5 + z)));
      case "log2" -> whole(z -> String.valueOf(6 + z));
      case "centred log2" -> whole(z -> String.valueOf(3 * z));
      default -> whole(String::valueOf);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "counts,          ,        COUNTS",
    "tpm,             ,        LINEAR",
    "log2,            ,        LOG2",
    "centred log2,    ,        LOG2",
    "z-scores,        ,        Z_SCORE",
    "expected counts, COUNTS,  COUNTS",
    "counts,          COUNTS,  COUNTS",
    "counts,          LINEAR,  LINEAR",
    "z-scores,        LOG2,    LOG2",
    "log2,            COUNTS,  ",
    "log2,            LINEAR,  ",
    "tpm,             COUNTS,  ",
    "z-scores,        COUNTS,  ",
    "z-scores,        LINEAR,  ",
    "counts,          LOG2,    ",
    "tpm,             LOG2,    ",
    "counts,          Z_SCORE, ",
    "log2,            Z_SCORE, "
  })
  void declaredUnitsAreHeldAgainstWholeMatrices(String kind, Unit declared, Unit expected)
      throws IOException {
    Optional<ExpressionLayer> layer =
        read(unitOf(kind).getBytes(StandardCharsets.UTF_8), "m.tsv", Optional.ofNullable(declared));
    assertThat(layer.map(read -> read.matrix().unit())).isEqualTo(Optional.ofNullable(expected));
    if (expected == null) {
      assertThat(found()).startsWith("EXPR_UNIT_CONTRADICTED:");
    }
  }

  @Test
  void theFirstNegativeValueIsNamedByItsPlace() throws IOException {
    read(bytes("gene S1 S2\\n\\nFOO 1 2\\nPTEN 3 -4\\n"), "m.tsv", Optional.of(Unit.COUNTS));
    assertThat(found()).isEqualTo("EXPR_UNIT_CONTRADICTED:4:S2");
  }

  @Test
  void samplesWithoutValuesCountAsNotMeasured() throws IOException {
    StringBuilder text = new StringBuilder("gene\tS1\tZERO\tS3\tMISSING\n");
    for (int g = 0; g < 30; g++) {
      text.append(g == 0 ? "PTEN" : "G" + g).append("\t2000\t0\t").append(g).append("\tNA\n");
    }
    ExpressionMatrix matrix =
        read(text.toString().getBytes(StandardCharsets.UTF_8), "m.tsv", Optional.empty())
            .orElseThrow()
            .matrix();
    assertThat(matrix.samples()).containsExactly("S1", "S3");
    assertThat(matrix.values()[5]).containsExactly(2000f, 5f);
    assertThat(found()).isEqualTo("EXPR_SAMPLE_EMPTY:0:");
  }

  @Test
  void rowsWithoutAGeneAreCounted() throws IOException {
    read(bytes("gene S1\\nPTEN 1\\nNA 2\\n? 3\\n"), "m.tsv", Optional.empty());
    InputProblem note = problems.sorted().get(0);
    assertThat(note.code()).isEqualTo("EXPR_GENE_BLANK");
    assertThat(note.where().line()).isEqualTo(3);
    assertThat(note.message()).startsWith("2 rows name no gene");
  }

  @Test
  void datesOfSpreadsheetsAreNamed() throws IOException {
    ExpressionMatrix matrix =
        read(bytes("gene S1\\nPTEN 1\\n1-Mar 2\\n3-Sep 4\\n"), "m.tsv", Optional.empty())
            .orElseThrow()
            .matrix();
    assertThat(matrix.genes()).containsExactly("PTEN", "1-Mar", "SEPT3");
    assertThat(problems.sorted().get(0).code()).isEqualTo("EXPR_GENE_DATE");
  }

  @Test
  void aMillionColumnsAreRead() throws IOException {
    int columns = 1_000_000;
    StringBuilder text = new StringBuilder("gene");
    for (int c = 0; c < columns; c++) {
      text.append("\tS").append(c);
    }
    text.append("\nPTEN");
    for (int c = 0; c < columns; c++) {
      text.append("\t").append(1 + c % 8).append(".5");
    }
    ExpressionMatrix matrix =
        read(text.toString().getBytes(StandardCharsets.UTF_8), "m.tsv", Optional.empty())
            .orElseThrow()
            .matrix();
    assertThat(matrix.samples()).hasSize(columns);
    assertThat(matrix.values()[0][9]).isEqualTo(2.5f);
  }
}
