package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

  private final Tables tables = new Tables(ExamplePage.results(ExampleReport.five()));

  @Test
  void screeningHasOneRowForEachPatientAndCriteriaFile() throws IOException {
    Tables two =
        new Tables(
            ExamplePage.results(new ExampleReport().patients(5).withSecondCriteria().build()));
    List<Map<String, String>> rows =
        rows(new TableWriter<>(ScreeningRow.class), two.screening().toList());

    assertThat(rows).hasSize(10);
    assertThat(rows)
        .extracting(r -> r.get("CRITERIA") + " " + r.get("PATIENT_ID"))
        .startsWith("dual-pi3k-jak2 CT-001", "dual-pi3k-jak2 CT-002")
        .endsWith("trial-x CT-005");
  }

  @Test
  void screeningRowOfTheCandidate() throws IOException {
    Map<String, String> row =
        rows(new TableWriter<>(ScreeningRow.class), tables.screening().toList()).get(0);

    assertThat(row)
        .containsEntry("PATIENT_ID", "CT-001")
        .containsEntry("SAMPLE_ID", "CT-001-01")
        .containsEntry("DECISION", "CANDIDATE")
        .containsEntry("PRIORITY", "A")
        .containsEntry("TNBC_CALL", "TNBC")
        .containsEntry("PI3K_CALL", "ACTIVE_HIGH")
        .containsEntry("PI3K_ARM", "PIK3CA_ALPHA")
        .containsEntry("PI3K_SCORE", "0.9123")
        .containsEntry("PI3K_GENOMIC_TIER", "G1")
        .containsEntry("PTEN_MRNA", "NOT_LOW")
        .containsEntry("JAK_STAT5_CALL", "SUPPORTED")
        .containsEntry("REASONS", "TNBC_CALL is TNBC; PI3K_CALL is ACTIVE_HIGH")
        .containsEntry("NEXT_TEST", "")
        .containsEntry("PI3K_EVENTS", "PIK3CA H1047R [G1]")
        .containsEntry("PI3K_COVERAGE_COMPLETE", "YES")
        .containsEntry("OTHER_SAMPLES", "CT-001-06: INDETERMINATE");
  }

  @Test
  void firstColumnsOfScreeningAndCalls() {
    assertThat(new TableWriter<>(ScreeningRow.class).header())
        .startsWith("PATIENT_ID", "SAMPLE_ID", "CRITERIA", "DECISION", "PRIORITY");
    assertThat(new TableWriter<>(CallRow.class).header())
        .startsWith("PATIENT_ID", "SAMPLE_ID")
        .contains(
            "TNBC_CALL",
            "PI3K_CALL",
            "PI3K_ARM",
            "PI3K_SCORE",
            "PI3K_GENOMIC_TIER",
            "PTEN_MRNA",
            "JAK_STAT5_CALL",
            "DECISION",
            "PRIORITY",
            "REASONS",
            "NEXT_TEST");
  }

  @Test
  void callsHaveOneRowForEachSampleWithItsScores() throws IOException {
    TableWriter<CallRow> writer = new TableWriter<>(CallRow.class, tables.callColumnGroups());
    List<Map<String, String>> rows = rows(writer, tables.calls().toList());

    assertThat(rows).hasSize(6);
    assertThat(rows.get(0))
        .containsEntry("DECIDING_SAMPLE", "CT-001-01")
        .containsEntry("MRNA_PTEN_Z", "0.2")
        .containsEntry("PROGENY_PI3K_Z", "0.4321")
        .containsEntry("PROGENY_PI3K_PERCENTILE", "66.6667")
        .containsEntry("PROGENY_PI3K_GENES", "98/100")
        .containsEntry("STAT5_PANEL_Z", "NA")
        .containsEntry("STAT5_PANEL_CONFIDENCE", "NONE")
        .containsEntry("SNV_INDEL_COVERED", "PIK3CA; AKT1; PTEN")
        .containsEntry("SNV_INDEL_BASIS", "CASE_LIST")
        .containsEntry("COPY_NUMBER_COVERED", "PTEN");
    assertThat(rows.get(1))
        .containsEntry("SAMPLE_ID", "CT-001-06")
        .containsEntry("SAMPLE_TYPE", "METASTASIS")
        .containsEntry("DECIDING_SAMPLE", "CT-001-01")
        .containsEntry("PI3K_SCORE", "NA")
        .containsEntry("SNV_INDEL_COVERED", "")
        .containsEntry("EXPRESSION_MEASURED", "NO")
        .containsEntry("MRNA_PTEN_Z", "NA")
        .containsEntry("PROGENY_PI3K_Z", "NA")
        .containsEntry("MISSING_TESTS", "tumour sequencing");
    assertThat(writer.header())
        .containsSubsequence("MRNA_PTEN_LOG2", "PROGENY_PI3K_Z", "STAT5_PANEL_Z");
  }

  @Test
  void evidenceNamesItsCell() throws IOException {
    List<Map<String, String>> rows =
        rows(new TableWriter<>(EvidenceRow.class), tables.evidence().toList());

    assertThat(rows.get(0))
        .containsEntry("AXIS", "RECEPTOR")
        .containsEntry("STRENGTH", "DECIDING")
        .containsEntry("FILE", "demo/data_clinical_sample.txt")
        .containsEntry("LINE", "6")
        .containsEntry("COLUMN", "ER_PERCENT");
    assertThat(rows)
        .filteredOn(r -> r.get("SOURCE").equals("COVERAGE"))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r).containsEntry("FILE", "").containsEntry("LINE", "NA"));
  }

  @Test
  void variantsCarryCoordinatesAndTier() throws IOException {
    List<Map<String, String>> rows =
        rows(new TableWriter<>(VariantRow.class), tables.variants().toList());

    assertThat(rows.get(0))
        .containsEntry("GENE", "PIK3CA")
        .containsEntry("GENOME_BUILD", "GRCh37")
        .containsEntry("POS", "178952085")
        .containsEntry("CONSEQUENCE", "missense_variant")
        .containsEntry("HGVSC", "c.3140A>G")
        .containsEntry("HGVSP", "p.His1047Arg")
        .containsEntry("PROTEIN_CHANGE", "H1047R")
        .containsEntry("TIER", "G1")
        .containsEntry("AF", "0.3475");
    assertThat(rows.get(1))
        .containsEntry("GENE", "TP53")
        .containsEntry("TIER", "-")
        .containsEntry("DEPTH", "NA")
        .containsEntry("AF", "NA");
  }

  @Test
  void emptyTablesKeepTheirHeader() throws IOException {
    StringBuilder out = new StringBuilder();
    new TableWriter<>(ProblemRow.class).write(out, List.of());

    assertThat(out.toString()).isEqualTo("SEVERITY\tCODE\tFILE\tLINE\tCOLUMN\tMESSAGE\tFIX\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0.00004, 0",
    "-0.00004, 0",
    "1, 1",
    "100, 100",
    "0.12345, 0.1234",
    "0.12355, 0.1236",
    "-1.5, -1.5",
    "1e-9, 0",
    "1e10, 10000000000",
    "NaN, NA",
    "Infinity, NA"
  })
  void numbersHaveUpToFourDecimals(double value, String written) {
    assertThat(TableText.number(value)).isEqualTo(written);
  }

  @Test
  void noTextBreaksATable() throws IOException {
    StratificationReport report =
        new ExampleReport().patients(5).withText(HostileText.TEXT).build();
    Tables hostile = new Tables(ExamplePage.results(report));
    StringBuilder out = new StringBuilder();
    new TableWriter<>(ScreeningRow.class).write(out, hostile.screening().toList());
    new TableWriter<>(EvidenceRow.class).write(out, hostile.evidence().toList());
    new TableWriter<>(VariantRow.class).write(out, hostile.variants().toList());
    new TableWriter<>(ProblemRow.class).write(out, hostile.problems().toList());
    new TableWriter<>(CallRow.class, hostile.callColumnGroups())
        .write(out, hostile.calls().toList());

    assertThat(out.toString().lines().mapToLong(l -> l.chars().filter(c -> c == '\t').count()))
        .hasSize(
            (int) (5 + 5 * 1 + hostile.evidence().count() + hostile.variants().count() + 2 + 6))
        .containsOnly(22L, 12L, 24L, 6L, (long) columnsOfCalls(hostile) - 1);
    assertThat(out.toString().codePoints())
        .allMatch(c -> c == '\t' || c == '\n' || !Character.isISOControl(c))
        .doesNotContain(0x202E, 0x2028, 0xFEFF);
  }

  private static int columnsOfCalls(Tables tables) {
    return new TableWriter<>(CallRow.class, tables.callColumnGroups()).header().size();
  }

  @ParameterizedTest
  @CsvSource({
    "'a\tb', a\\tb",
    "'a\nb\r', a\\nb\\r",
    "'a\\b', a\\\\b",
    "'\"a\"', \\\"a\"",
    "'=cmd()', =cmd()",
    "'\u202Eabc\u0007', \\u202Eabc\\u0007",
    "'P\u200B1\u200C\u200D\u2060', P\\u200B1\\u200C\\u200D\\u2060",
    "'\u05E9\u05DC\u05D5\u05DD é 日本 \uD83E\uDDEC', '\u05E9\u05DC\u05D5\u05DD é 日本 \uD83E\uDDEC'"
  })
  void hiddenCharactersAreWrittenOut(String text, String written) {
    assertThat(TableText.escape(text)).isEqualTo(written);
  }

  private static <R extends Record> List<Map<String, String>> rows(
      TableWriter<R> writer, List<R> records) throws IOException {
    StringBuilder out = new StringBuilder();
    writer.write(out, records);
    List<String> lines = Arrays.asList(out.toString().split("\n", -1));
    List<String> header = Arrays.asList(lines.get(0).split("\t", -1));
    return lines.subList(1, lines.size() - 1).stream()
        .map(
            line -> {
              String[] cells = line.split("\t", -1);
              assertThat(cells).hasSameSizeAs(header);
              Map<String, String> row = new HashMap<>();
              for (int i = 0; i < cells.length; i++) {
                row.put(header.get(i), cells[i]);
              }
              return row;
            })
        .toList();
  }
}
