package org.cotarget.input.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsTheLineEndsOfEverySystem(String end) throws IOException {
    Path file = write("t.tsv", String.join(end, "gene\tvalue", "PTEN\t1", "", "JAK2\t2"));
    assertThat(rows(file, TableFormat.TABLE))
        .containsExactly(List.of("PTEN", "1"), List.of("JAK2", "2"));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    Path file = write("t.tsv", "\uFEFFgene\tvalue\nPTEN\tü\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.find("GENE")).hasValue(0);
      assertThat(table.next()).isTrue();
      assertThat(table.text(1)).isEqualTo("ü");
    }
  }

  @Test
  void textThatIsNoUtf8IsReadAsLatin1WithANote() throws IOException {
    Path file = folder.resolve("t.tsv");
    Files.write(file, "gene\tvalue\nA\tu\nPTEN\tü\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(rows(file, TableFormat.TABLE)).contains(List.of("PTEN", "ü"));
    assertThat(problems.sorted())
        .extracting(InputProblem::code, problem -> problem.where().line())
        .containsExactly(tuple("TEXT_LATIN1", 3L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "t.csv    | gene,value | PTEN,1 | 2",
        "t.txt    | gene,value | PTEN,1 | 2",
        "t.csv    | gene;value | PTEN;1 | 2",
        "t.txt    | gene;value | PTEN;1 | 1",
        "t.csv    | \"a,b\",c  | x,y    | 2",
      })
  void findsTheDelimiterByHeaderAndName(String name, String header, String row, int columns)
      throws IOException {
    Path file = write(name, header + "\n" + row + "\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.header()).hasSize(columns);
    }
  }

  @Test
  void aTabInTheHeaderMakesEvenACsvFileTabSeparated() throws IOException {
    Path file = write("t.csv", "gene\tname, long\nPTEN\ta, b\n");
    assertThat(rows(file, TableFormat.TABLE)).containsExactly(List.of("PTEN", "a, b"));
  }

  @Test
  void quotesAreSpecialOnlyAtTheStartOfAField() throws IOException {
    Path file =
        write(
            "t.tsv",
            """
            a\tb\tc
            "x\ty"\t5" long\t"say ""hi\"\""
            1\t"two
            lines"\t3
            "q"rest\t2\t3
            """);
    assertThat(rows(file, TableFormat.TABLE))
        .containsExactly(
            List.of("x\ty", "5\" long", "say \"hi\""),
            List.of("1", "two\nlines", "3"),
            List.of("qrest", "2", "3"));
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void lineNumbersCountTheLinesInsideQuotes() throws IOException {
    Path file = write("t.csv", "# note\na,b\n\"1\n2\",x\n3,y\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.next()).isTrue();
      assertThat(table.line()).isEqualTo(3);
      assertThat(table.next()).isTrue();
      assertThat(table.where(1)).hasToString(SourceFile.shown(file) + ":5 [b]");
    }
  }

  @Test
  void commentLinesAreKeptWithTheirNumbers() throws IOException {
    Path file = write("t.maf", "#version 2.4\n##sequenced_samples: A B\na\tb\n1\t2\n#x\t3\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.comments())
          .containsExactly(
              new CommentLine(1, "version 2.4"), new CommentLine(2, "sequenced_samples: A B"));
      assertThat(table.headerLine()).isEqualTo(3);
      assertThat(table.next()).isTrue();
      assertThat(table.next()).isTrue();
      assertThat(table.text(0)).isEqualTo("#x");
    }
  }

  @Test
  void theSizeLineOfGctIsNoHeader() throws IOException {
    Path file = write("t.gct", "#1.2\n1\t2\nName\tDescription\tS1\tS2\nPTEN\tna\t1\t2\n");
    try (TableReader table = open(file, TableFormat.MATRIX)) {
      assertThat(table.header()).containsExactly("Name", "Description", "S1", "S2");
    }
  }

  @Test
  void aMatrixOfRMayLackTheNameOfItsFirstColumn() throws IOException {
    Path file = write("t.tsv", "S1\tS2\nPTEN\t1\t2\nJAK2\t3\t4\n");
    try (TableReader table = open(file, TableFormat.MATRIX)) {
      assertThat(table.header()).containsExactly("", "S1", "S2");
      assertThat(table.next()).isTrue();
      assertThat(table.text(0)).isEqualTo("PTEN");
      assertThat(table.next()).isTrue();
      assertThat(table.line()).isEqualTo(3);
    }
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void listsHaveNoHeaderAndAnyLength() throws IOException {
    Path file = write("t.bed", "# track\n10\t1\t2\tPTEN\n#x\n9\t3\t4\n");
    try (TableReader table = open(file, TableFormat.LIST)) {
      assertThat(table.next()).isTrue();
      assertThat(table.text(3)).isEqualTo("PTEN");
      assertThat(table.next()).isTrue();
      assertThat(table.width()).isEqualTo(3);
      assertThat(table.text(3)).isEmpty();
      assertThat(table.line()).isEqualTo(4);
    }
  }

  @Test
  void columnsAreFoundByTheFirstAcceptedName() throws IOException {
    Path file = write("t.tsv", "sample\tSAMPLE\tpatient_id\nA\tB\tC\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.find("SAMPLE")).hasValue(1);
      assertThat(table.find("Sample")).hasValue(0);
      assertThat(table.find("none", "PATIENT_ID")).hasValue(2);
      assertThat(table.require("Gene", "Symbol")).isEmpty();
    }
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("COLUMN_MISSING");
              assertThat(problem.where().line()).isEqualTo(1);
              assertThat(problem.message()).contains("Gene", "Symbol", "patient_id");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "12,12",
    "-3.25,-3.25",
    "+1.5,1.5",
    "1e-3,0.001",
    "0.1,0.1",
    ".5,0.5",
    "5.,5",
    "123456789012345678,123456789012345678",
    "0.30000000000000004,0.30000000000000004"
  })
  void numbersAreReadAsJavaReadsThem(String text, double value) throws IOException {
    Path file = write("t.tsv", "a\n" + text + "\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.next()).isTrue();
      assertThat(table.number(0)).hasValue(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1,5", "0x10", "Infinity", "1d", "-", "1e999", "12f"})
  void textInANumberColumnIsAnErrorWithLineAndColumn(String text) throws IOException {
    Path file = write("t.tsv", "a\tdepth\nb\t" + text + "\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.next()).isTrue();
      assertThat(table.number(1)).isEmpty();
    }
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("VALUE_NOT_NUMBER");
              assertThat(problem.where().line()).isEqualTo(2);
              assertThat(problem.where().column()).isEqualTo("depth");
              assertThat(problem.message()).contains("'" + text + "'");
              assertThat(problem.fix()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"NA", ".", "", "NaN", "[Not Available]", "'--"})
  void aMissingNumberIsNoProblem(String text) throws IOException {
    Path file = write("t.tsv", "a\tdepth\nb\t" + text + "\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.next()).isTrue();
      assertThat(table.number(1)).isEmpty();
      assertThat(table.integer(1)).isEmpty();
    }
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aFractionIsNoWholeNumber() throws IOException {
    Path file = write("t.tsv", "depth\n1.5\n1e2\n12.0\n");
    try (TableReader table = open(file, TableFormat.TABLE)) {
      assertThat(table.next()).isTrue();
      assertThat(table.integer(0)).isEmpty();
      assertThat(table.next()).isTrue();
      assertThat(table.integer(0)).hasValue(100);
      assertThat(table.next()).isTrue();
      assertThat(table.integer(0)).hasValue(12);
    }
    assertThat(codes()).containsExactly("VALUE_NOT_NUMBER");
  }

  @Test
  void raggedRowsAreReportedAndTheOthersRead() throws IOException {
    Path file = write("t.tsv", "a\tb\n1\n2\t3\n4\t5\t6\n7\t8\t\n\t\n");
    assertThat(rows(file, TableFormat.TABLE)).hasSize(2);
    assertThat(problems.sorted())
        .extracting(InputProblem::code, problem -> problem.where().line())
        .containsExactly(tuple("ROW_RAGGED", 2L), tuple("ROW_RAGGED", 4L));
  }

  @Test
  void aTruncatedGzipIsNeverAShortTable() throws IOException {
    byte[] whole = gzip(lines(5000));
    Path file = folder.resolve("t.tsv.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length * 2 / 3));
    read(file);
    assertThat(codes()).containsExactly("FILE_TRUNCATED");
  }

  @Test
  void everyCutOfAGzipOfTwoMembersIsAProblem() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(gzip("a\tb\n1\t2\n"));
    int first = two.size();
    two.write(gzip("3\t4\n"));
    Path file = folder.resolve("t.tsv.gz");
    for (int length = 3; length < two.size(); length++) {
      Files.write(file, Arrays.copyOf(two.toByteArray(), length));
      InputProblems cut = new InputProblems();
      TableReader.open(file, TableFormat.TABLE, cut)
          .ifPresent(
              table -> {
                while (table.next()) {
                  assertThat(table.width()).isEqualTo(2);
                }
                table.close();
              });
      assertThat(cut.hasErrors()).as("cut to %d bytes", length).isEqualTo(length != first);
    }
    Files.write(file, two.toByteArray());
    assertThat(rows(file, TableFormat.TABLE)).containsExactly(List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void damageInAGzipIsFound() throws IOException {
    byte[] bytes = gzip(lines(5000));
    bytes[bytes.length / 2] ^= 0x55;
    Path file = folder.resolve("t.tsv.gz");
    Files.write(file, bytes);
    read(file);
    assertThat(codes()).containsAnyOf("FILE_DAMAGED", "FILE_TRUNCATED");
  }

  @Test
  void otherBytesBehindAGzipAreFoundAndZerosAreNot() throws IOException {
    byte[] bytes = gzip("a\tb\n1\t2\n");
    Path file = folder.resolve("t.tsv.gz");
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 512));
    assertThat(rows(file, TableFormat.TABLE)).hasSize(1);
    assertThat(codes()).isEmpty();
    byte[] garbage = Arrays.copyOf(bytes, bytes.length + 4);
    garbage[bytes.length] = 'x';
    Files.write(file, garbage);
    read(file);
    assertThat(codes()).containsExactly("FILE_DAMAGED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "FILE_EMPTY         | '' ",
        "FILE_EMPTY         | '\n\n' ",
        "FILE_EMPTY         | '# only a comment\n' ",
        "TABLE_WITHOUT_ROWS | 'a\tb\n' ",
        "COLUMN_DUPLICATE   | 'a\ta\n1\t2\n' ",
        "QUOTE_UNBALANCED   | 'a\tb\n\"1\t2\n3\t4\n' ",
      })
  void brokenContent(String code, String content) throws IOException {
    Path file = write("t.tsv", content);
    read(file);
    assertThat(codes()).contains(code);
    assertThat(problems.hasErrors()).isTrue();
  }

  @Test
  void bytesOfNoTextAreNamedWithTheirLine() throws IOException {
    read(write("t.tsv", "a\tb\n1\0\t2\n"));
    assertThat(codes()).containsExactly("FILE_NOT_TEXT");
    assertThat(problems.sorted().get(0).message()).contains("line 2", "NUL");
  }

  @Test
  void utf16IsNamedAsSuch() throws IOException {
    Path file = folder.resolve("t.tsv");
    Files.write(file, "\uFEFFa\tb\n1\t2\n".getBytes(StandardCharsets.UTF_16LE));
    read(file);
    assertThat(problems.sorted().get(0).message()).contains("UTF-16");
    assertThat(problems.sorted().get(0).fix()).contains("UTF-8");
  }

  @Test
  void aFolderAndAMissingFileAreProblems() {
    read(folder);
    read(folder.resolve("none.tsv"));
    assertThat(codes()).containsExactlyInAnyOrder("FILE_IS_FOLDER", "FILE_MISSING");
  }

  @Test
  void aDeviceIsAProblemRatherThanAWait() {
    assumeTrue(Files.exists(Path.of("/dev/null")), "no /dev/null on this system");
    read(Path.of("/dev/null"));
    assertThat(codes()).containsExactly("FILE_NOT_REGULAR");
  }

  @Test
  void provenanceIsThatOfTheBytesOnDisk() throws IOException {
    Path file = folder.resolve("t.tsv.gz");
    Files.write(file, gzip("a\tb\n1\t2\n3\t4\n"));
    try (TableReader table = open(file, TableFormat.TABLE)) {
      while (table.next()) {
        assertThat(table.width()).isEqualTo(2);
      }
      InputFile provenance = table.provenance("table", "two rows").orElseThrow();
      assertThat(provenance.sha256()).isEqualTo(sha256(Files.readAllBytes(file)));
      assertThat(provenance.records()).isEqualTo(2);
      assertThat(provenance.path()).isEqualTo(SourceFile.shown(file));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String lines(int count) {
    StringBuilder text = new StringBuilder("a\tb\n");
    for (int i = 0; i < count; i++) {
      text.append(i * 7919 % 10007).append('\t').append(i * 104729 % 99991).append('\n');
    }
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private TableReader open(Path file, TableFormat format) {
    Optional<TableReader> opened = TableReader.open(file, format, problems);
    return opened.orElseThrow(() -> new AssertionError(problems.sorted()));
  }

  private void read(Path file) {
    TableReader.open(file, TableFormat.TABLE, problems)
        .ifPresent(
            table -> {
              while (table.next()) {
                assertThat(table.line()).isPositive();
              }
              table.close();
            });
  }

  private List<List<String>> rows(Path file, TableFormat format) {
    List<List<String>> rows = new ArrayList<>();
    try (TableReader table = open(file, format)) {
      while (table.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
          row.add(table.text(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private List<String> codes() {
    return problems.sorted().stream().map(InputProblem::code).toList();
  }
}
