package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.ExampleReport;
import org.cotarget.report.Export;
import org.cotarget.report.HostileText;
import org.cotarget.report.ResultFolder;
import org.cotarget.report.RunInfo;
import org.cotarget.report.StratificationReport;
import org.cotarget.report.export.fhir.FhirExport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patient and sample ids, gene names, changes, raw cells, titles and notes that are hostile go
 * through every writer. Each file still means what it should, and the ids come back from it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextEverywhereTest {

  private static final List<Export> EXPORTS =
      List.of(
          new FhirExport(),
          new PhenopacketExport(),
          new MatchminerExport(),
          new CbioportalExport(),
          new MultiqcExport(),
          new XlsxExport());

  private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9_/-]+\\.[a-z]+");

  private final Set<String> ids = new TreeSet<>(HostileIds.ALL);
  private final Set<String> sampleIds = new TreeSet<>();
  private Path results;

  @BeforeAll
  void write(@TempDir Path folder) throws Exception {
    ExampleReport example =
        new ExampleReport().withText(HostileText.TEXT + "=1+1").withSecondCriteria();
    ids.forEach(example::patient);
    StratificationReport report = example.build();
    report.samples().forEach(sample -> sampleIds.add(sample.sample().id()));
    results = folder.resolve("results");
    ResultFolder.write(
        report,
        ReferenceLoader.bundled(),
        new RunInfo(
            List.of(HostileText.TEXT),
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            "17",
            List.of(),
            List.of()),
        EXPORTS,
        results,
        false);
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(results);
    }
  }

  private Path export(String name) {
    return results.resolve("export").resolve(name);
  }

  @Test
  void everyFileIsInItsFolderUnderAPlainName() throws IOException {
    List<Path> files = Exported.files(results);
    assertThat(files).hasSizeGreaterThan(4 * ids.size());
    assertThat(files)
        .allMatch(file -> PLAIN_PATH.matcher(results.relativize(file).toString()).matches());
    List<String> listed =
        Files.readAllLines(results.resolve("export/files.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t", -1)[0])
            .toList();
    assertThat(listed).hasSize(Exported.files(results.resolve("export")).size() - 1);
  }

  /** A table keeps what a spreadsheet would take for a formula, since programs read it too. */
  @ParameterizedTest
  @ValueSource(strings = {"screening.tsv", "calls.tsv", "evidence.tsv", "variants.tsv"})
  void aTableGivesTheIdsBack(String table) throws IOException {
    List<String> lines = Files.readString(results.resolve(table)).lines().toList();
    List<String> header = Arrays.asList(lines.get(0).split("\t", -1));
    Set<String> found = new TreeSet<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = Arrays.asList(line.split("\t", -1));
      assertThat(cells).hasSameSizeAs(header);
      assertThat(cells).noneMatch(Exported::hides);
      found.add(Exported.unescape(cells.get(header.indexOf("SAMPLE_ID"))));
      assertThat(ids).contains(Exported.unescape(cells.get(header.indexOf("PATIENT_ID"))));
    }
    assertThat(sampleIds).containsAll(found);
    assertThat(found).contains("=cmd|' /C calc'!A0-01", "nul\u0000byte-01", "\t=tab-01");
  }

  @Test
  void resultsJsonGivesTheIdsBackAsTheyAre() {
    JsonNode document = Exported.json(results.resolve("results.json"));
    Set<String> found = new TreeSet<>();
    document.get("patients").forEach(patient -> found.add(patient.get("id").asText()));
    assertThat(found).isEqualTo(ids);
  }

  @Test
  void thePageHoldsNoMarkupOfAnInput() throws IOException {
    String page = Files.readString(results.resolve("report.html"));
    assertThat(Pattern.compile("<script").matcher(page).results()).hasSize(2);
    assertThat(page.contains("<img")).isFalse();
    assertThat(page.contains("\u0000")).as("NUL").isFalse();
    assertThat(page.contains("\u202E")).as("bidi").isFalse();
    String data =
        page.substring(
            page.indexOf('>', page.indexOf("id=\"data\"")) + 1,
            page.indexOf("</script>", page.indexOf("id=\"data\"")));
    assertThat(Exported.texts(Exported.json(data))).containsAll(ids);
  }

  @Test
  void noExportHidesACharacter() throws IOException {
    for (Path file : Exported.files(results.resolve("export"))) {
      String name = file.getFileName().toString();
      if (name.endsWith(".json")) {
        assertThat(Exported.texts(Exported.json(file))).as(name).noneMatch(Exported::hides);
      } else if (name.endsWith(".ndjson")) {
        Files.readAllLines(file)
            .forEach(
                line -> assertThat(Exported.texts(Exported.json(line))).noneMatch(Exported::hides));
      } else if (!name.endsWith(".xlsx")) {
        assertThat(Files.readString(file).replace("\t", "").replace("\n", ""))
            .as(name)
            .matches(text -> !Exported.hides(text));
      }
    }
  }

  @Test
  void fhirGivesTheIdsBack() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String line : Files.readAllLines(export("fhir").resolve("bundles.ndjson"))) {
      JsonNode patient = Exported.json(line).at("/entry/0/resource");
      assertThat(patient.get("id").asText()).matches("[A-Za-z0-9.-]{1,64}");
      found.add(Exported.unescape(patient.at("/identifier/0/value").asText()));
    }
    assertThat(found).isEqualTo(ids);
  }

  @Test
  void phenopacketsGiveTheIdsBack() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : Exported.files(export("phenopackets"))) {
      found.add(Exported.unescape(PhenopacketExportTest.read(file).getSubject().getId()));
    }
    assertThat(found).isEqualTo(ids);
  }

  @Test
  void matchminerDocumentsJoinByTheSameId() throws IOException {
    Set<String> clinical = new TreeSet<>();
    for (JsonNode document : Exported.documents(export("matchminer/clinical"))) {
      clinical.add(Exported.unescape(document.get("SAMPLE_ID").asText()));
      assertThat(document.get("COTARGET_DECISIONS").properties())
          .allMatch(entry -> entry.getKey().matches("[A-Za-z0-9_-]+"));
    }
    assertThat(clinical).isEqualTo(sampleIds);
    assertThat(Exported.documents(export("matchminer/genomic")))
        .isNotEmpty()
        .allMatch(d -> clinical.contains(Exported.unescape(d.get("SAMPLE_ID").asText())));
  }

  @Test
  void cbioportalIdsAreAllowedAndTheirSourceIsNamed() throws IOException {
    assertThat(CbioportalRules.errors(export("cbioportal"))).isEmpty();
    Set<String> found =
        CbioportalRules.rows(export("cbioportal").resolve("data_clinical_patient.txt")).stream()
            .map(
                row -> {
                  String source = row.get("COTARGET_SOURCE_PATIENT_ID");
                  boolean quoted = source.equals("\"NA\"") || source.equals("\"MAR-1\"");
                  return source.isEmpty()
                      ? row.get("PATIENT_ID")
                      : quoted ? source.replace("\"", "") : Exported.unescape(source);
                })
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found.stream().map(String::strip))
        .containsExactlyInAnyOrderElementsOf(ids.stream().map(String::strip).toList());
  }

  @Test
  void multiqcGetsNoMarkup() throws IOException {
    for (Path file : Exported.files(export("multiqc"))) {
      assertThat(Files.readString(file)).doesNotContain("<", ">");
    }
    JsonNode data =
        Exported.json(export("multiqc").resolve("cotarget_general_mqc.json")).get("data");
    assertThat(data).hasSize(sampleIds.size());
    JsonNode head = MultiqcExportTest.head(export("multiqc").resolve("cotarget_screening_mqc.tsv"));
    assertThat(head.get("plot_type").asText()).isEqualTo("table");
    List<String> rows =
        Files.readAllLines(export("multiqc").resolve("cotarget_screening_mqc.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(rows).hasSize(2 * ids.size() + 1).allMatch(row -> row.split("\t", -1).length == 9);
  }

  @Test
  void aWorkbookHoldsTextsAndNoFormula() throws IOException {
    double ratio = ZipSecureFile.getMinInflateRatio();
    ZipSecureFile.setMinInflateRatio(0);
    try (XSSFWorkbook book = XlsxExportTest.open(export("xlsx"))) {
      Set<String> found = new HashSet<>();
      List<CellType> types = new ArrayList<>();
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            types.add(cell.getCellType());
            assertThat(cell.getHyperlink()).isNull();
          }
        }
      }
      for (Row row : book.getSheet("screening")) {
        found.add(Exported.unescape(row.getCell(0).getStringCellValue()));
      }
      assertThat(types).doesNotContain(CellType.FORMULA, CellType.ERROR);
      assertThat(found).containsAll(ids);
    } finally {
      ZipSecureFile.setMinInflateRatio(ratio);
    }
  }
}
