package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cotarget.report.ColumnDictionary;
import org.cotarget.report.ExampleReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class XlsxExportTest {

  private Path results;
  private XSSFWorkbook book;

  @BeforeAll
  void openDemo(@TempDir Path folder) throws IOException {
    Path export = Exported.demo(folder, "xlsx");
    results = export.resolve("..");
    book = open(export.resolve("xlsx"));
  }

  @AfterAll
  void close() throws IOException {
    book.close();
  }

  static XSSFWorkbook open(Path folder) throws IOException {
    try (var in = Files.newInputStream(folder.resolve("cotarget.xlsx"))) {
      return new XSSFWorkbook(in);
    }
  }

  @Test
  void hasASheetForEachTableAndTheDictionary() {
    assertThat(StreamSupport.stream(book.spliterator(), false).map(Sheet::getSheetName))
        .containsExactly("screening", "calls", "evidence", "variants", "problems", "dictionary");
    for (Sheet sheet : book) {
      XSSFSheet xssf = (XSSFSheet) sheet;
      assertThat(xssf.getPaneInformation().isFreezePane()).as(sheet.getSheetName()).isTrue();
      assertThat(xssf.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
      assertThat(xssf.getCTWorksheet().getAutoFilter().getRef())
          .isEqualTo(
              "A1:"
                  + new org.apache.poi.ss.util.CellReference(
                          sheet.getLastRowNum(), sheet.getRow(0).getLastCellNum() - 1)
                      .formatAsString());
    }
  }

  /** Cell by cell: what the table says, with the type of its column. */
  @ParameterizedTest
  @ValueSource(strings = {"screening", "calls", "evidence", "variants", "problems"})
  void aSheetHoldsItsTable(String table) throws IOException {
    List<String> lines = Files.readAllLines(results.resolve(table + ".tsv"));
    Sheet sheet = book.getSheet(table);
    assertThat(sheet.getLastRowNum() + 1).isEqualTo(lines.size());
    List<String> header = cells(lines.get(0));
    for (int r = 1; r < lines.size(); r++) {
      List<String> cells = cells(lines.get(r));
      for (int c = 0; c < cells.size(); c++) {
        Cell cell = sheet.getRow(r).getCell(c, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
        String text = cells.get(c);
        if (cell == null) {
          assertThat(text).as(header.get(c)).isIn("", "NA");
        } else {
          switch (cell.getCellType()) {
            case NUMERIC ->
                assertThat(cell.getNumericCellValue()).isEqualTo(Double.parseDouble(text));
            case BOOLEAN -> assertThat(cell.getBooleanCellValue() ? "YES" : "NO").isEqualTo(text);
            default -> {
              assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
              assertThat(cell.getStringCellValue()).isEqualTo(text);
            }
          }
        }
      }
    }
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split("\t", -1));
  }

  @Test
  void numbersAndTruthsAreTyped() {
    assertThat(type("screening", "PI3K_SCORE", 1)).isEqualTo(CellType.NUMERIC);
    assertThat(type("screening", "PI3K_COVERAGE_COMPLETE", 1)).isEqualTo(CellType.BOOLEAN);
    assertThat(type("variants", "POS", 1)).isEqualTo(CellType.NUMERIC);
    assertThat(type("evidence", "LINE", 1)).isEqualTo(CellType.NUMERIC);
    assertThat(type("calls", "PATIENT_ID", 1)).isEqualTo(CellType.STRING);
  }

  private CellType type(String table, String column, int row) {
    Sheet sheet = book.getSheet(table);
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getStringCellValue().equals(column)) {
        return sheet.getRow(row).getCell(cell.getColumnIndex()).getCellType();
      }
    }
    throw new AssertionError(column);
  }

  @Test
  void theDictionaryExplainsEveryColumn() throws IOException {
    Sheet sheet = book.getSheet("dictionary");
    assertThat(sheet.getLastRowNum()).isEqualTo(ColumnDictionary.entries().size());
    assertThat(Stream.of(0, 1, 2, 3).map(c -> sheet.getRow(1).getCell(c).getStringCellValue()))
        .containsExactly("screening", "PATIENT_ID", "text", "patient id as reported");
  }

  /** POI takes a text that repeats itself, packed very small, for an attack. */
  private static String manyDifferentLetters() {
    StringBuilder text = new StringBuilder();
    java.util.Random random = new java.util.Random(1);
    for (int i = 0; i < 20_000; i++) {
      text.appendCodePoint(0x1F400 + random.nextInt(256));
    }
    return text.toString();
  }

  @Test
  void aTextThatIsTooLongIsCutAndSaysSo(@TempDir Path folder) throws IOException {
    Path export =
        Exported.write(
            new XlsxExport(), new ExampleReport().patient(manyDifferentLetters()).build(), folder);
    try (XSSFWorkbook workbook = open(export)) {
      String id = workbook.getSheet("screening").getRow(1).getCell(0).getStringCellValue();
      assertThat(id).hasSizeLessThanOrEqualTo(XlsxExport.LONGEST_TEXT).endsWith("... (cut)");
      assertThat(Character.isHighSurrogate(id.charAt(id.length() - 10))).isFalse();
    }
  }
}
