package org.cotarget.input.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading of bytes against that of rows, whose quoting is Commons CSV's. */
class ByteMatrixTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final MatrixWays WAYS = new MatrixWays(REFERENCE);
  private static final List<String> GENES = List.of("PTEN", "MMAC1", "AKT1", "XIST", "ATP5G1");

  @TempDir Path folder;

  /** Whether a file is read from bytes, without the table reader taking over. */
  private static boolean isPlain(Path file) throws IOException {
    InputProblems problems = new InputProblems();
    try (TableReader table = TableReader.open(file, TableFormat.MATRIX, problems).orElseThrow()) {
      MatrixLayout layout =
          new LayoutFinder(REFERENCE.geneNames()).find(table, file, problems).orElseThrow();
      RowGenes genes = new RowGenes(REFERENCE.geneNames());
      new ByteMatrix(table, layout, table.header().size(), genes, new MemoryBudget()).read();
      return true;
    } catch (UnreadableByBytesException notPlain) {
      return false;
    }
  }

  private static void assertBothWaysAgree(Path file) {
    assertThatCode(() -> WAYS.requireAgreement(file)).doesNotThrowAnyException();
  }

  @Test
  void generatedFilesGiveTheSameEitherWay() throws IOException {
    Random random = new Random(17);
    int plain = 0;
    for (int i = 0; i < 300; i++) {
      byte[] text = text(random).getBytes(StandardCharsets.UTF_8);
      boolean gzip = random.nextInt(4) == 0;
      Path file = folder.resolve("m" + i + (random.nextBoolean() ? ".csv" : ".tsv"));
      Files.write(file, gzip ? gzip(text) : text);
      assertBothWaysAgree(file);
      plain += isReadable(file) && isPlain(file) ? 1 : 0;
    }
    assertThat(plain).isGreaterThan(100);
  }

  private static boolean isReadable(Path file) {
    InputProblems problems = new InputProblems();
    return new ExpressionReader(REFERENCE)
            .readTable(file, Optional.empty(), Optional.empty(), problems)
            .isPresent()
        && !problems.hasErrors();
  }

  private static String text(Random random) {
    boolean turned = random.nextInt(4) == 0;
    char delimiter = random.nextInt(3) == 0 ? ',' : '\t';
    String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
    boolean quotes = random.nextInt(3) == 0;
    int columns = 1 + random.nextInt(6);
    int rows = 1 + random.nextInt(random.nextInt(8) == 0 ? 3000 : 12);
    StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "\uFEFF" : "");
    text.append(random.nextInt(6) == 0 ? "# a comment" + end : "");
    text.append(turned ? "sample" : random.nextInt(4) == 0 ? "" : "gene");
    for (int c = 0; c < columns; c++) {
      text.append(delimiter).append(quoted(turned ? gene(random, c) : "S" + c, quotes));
    }
    text.append(end);
    for (int r = 0; r < rows; r++) {
      text.append(quoted(turned ? "S" + r : gene(random, r), quotes));
      for (int c = 0; c < columns; c++) {
        text.append(delimiter).append(cell(random));
      }
      text.append(random.nextInt(20) == 0 ? String.valueOf(delimiter) : "");
      text.append(r == rows - 1 && random.nextBoolean() ? "" : end);
      text.append(random.nextInt(15) == 0 ? end : "");
    }
    return text.toString();
  }

  private static String gene(Random random, int index) {
    return index < GENES.size() ? GENES.get(index) : random.nextInt(30) == 0 ? "NA" : "G" + index;
  }

  private static String quoted(String text, boolean quotes) {
    return quotes ? '"' + text + '"' : text;
  }

  private static String cell(Random random) {
    return switch (random.nextInt(60)) {
      case 0 -> "NA";
      case 1 -> "";
      case 2 -> " 1.5 ";
      case 3 -> "+2";
      case 4 -> random.nextInt(8) == 0 ? "abc" : "7";
      case 5 -> random.nextInt(8) == 0 ? "\"3.5\"" : "0";
      case 6 -> random.nextInt(8) == 0 ? "-2" : "1e-3";
      case 7 -> "0.123456789012345678901";
      case 8 -> "NaN";
      default ->
          String.format(Locale.ROOT, "%." + random.nextInt(9) + "f", random.nextDouble() * 20);
    };
  }

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  /** Several blocks of lines, and a line that is longer than one. */
  @ParameterizedTest
  @CsvSource({"30000, 12", "4, 300000"})
  void largeFilesGiveTheSameEitherWay(int rows, int columns) throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("gene");
    for (int c = 0; c < columns; c++) {
      text.append("\tS").append(c);
    }
    for (int r = 0; r < rows; r++) {
      text.append('\n').append(gene(random, r));
      for (int c = 0; c < columns; c++) {
        text.append('\t').append(random.nextInt(1 << random.nextInt(12)));
      }
    }
    Path file = Files.writeString(folder.resolve("large.tsv"), text);
    assertThat(isPlain(file)).isTrue();
    assertBothWaysAgree(file);
  }

  @Test
  void samplesInRowsAreTurnedAcrossSegments() throws IOException {
    StringBuilder text = new StringBuilder("sample\tPTEN\tAKT1\tPIK3CA");
    for (int g = 3; g < 2500; g++) {
      text.append("\tG").append(g);
    }
    for (int s = 0; s < 150; s++) {
      text.append("\nS").append(s);
      for (int g = 0; g < 2500; g++) {
        text.append('\t').append(s + g / 10000.0);
      }
    }
    Path file = Files.writeString(folder.resolve("turned.tsv"), text);
    assertThat(isPlain(file)).isTrue();
    assertBothWaysAgree(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tcga-brca/expr_counts.tsv.gz", "tcga-brca-study/data_mrna_seq_read_counts.txt"})
  void theRealMatricesGiveTheSameEitherWay(String name) throws IOException {
    Path file = Path.of("../shared/data", name);
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    assertThat(isPlain(file)).isTrue();
    assertBothWaysAgree(file);
  }

  @Test
  void aMatrixThatDoesNotFitIsRefusedBeforeItFillsTheMemory() {
    MemoryBudget budget = new MemoryBudget(400);
    assertThatCode(() -> budget.take(100)).doesNotThrowAnyException();
    assertThatCode(() -> budget.take(1)).isInstanceOf(MemoryBudget.TooLargeException.class);
    assertThatCode(() -> new MemoryBudget(1 << 20).takeSamples(1_000_000))
        .isInstanceOf(MemoryBudget.TooLargeException.class);
  }
}
