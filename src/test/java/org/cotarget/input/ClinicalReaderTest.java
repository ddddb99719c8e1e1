package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Assay;
import org.cotarget.cohort.ReceptorResult.Basis;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.cohort.SampleType;
import org.cotarget.reference.ReceptorVocabulary;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell of a clinical table is taken for. */
class ClinicalReaderTest {

  private static final ReceptorVocabulary VOCABULARY = ReferenceLoader.bundled().vocabulary();

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // column        | cell              | assay       | status        | low | high | low open |
        // high open
        "ER_STATUS       | Positive          | IHC_STATUS  | POSITIVE      | -   | -    | -     | -",
        "ER_STATUS       | low positive      | IHC_STATUS  | LOW           | -   | -    | -     | -",
        "ER_STATUS       | Indeterminate     | IHC_STATUS  | INDETERMINATE | -   | -    | -     | -",
        "ER_STATUS       | 90%               | IHC_PERCENT | NOT_GIVEN     | 90  | 90   | false | false",
        "ER_PERCENT      | 5                 | IHC_PERCENT | NOT_GIVEN     | 5   | 5    | false | false",
        "ER_PERCENT      | 5%                | IHC_PERCENT | NOT_GIVEN     | 5   | 5    | false | false",
        "ER_PERCENT      | 10-19%            | IHC_PERCENT | NOT_GIVEN     | 10  | 19   | false | false",
        "ER_PERCENT      | <10%              | IHC_PERCENT | NOT_GIVEN     | 0   | 10   | false | true",
        "ER_PERCENT      | <1                | IHC_PERCENT | NOT_GIVEN     | 0   | 1    | false | true",
        "ER_PERCENT      | >=10%             | IHC_PERCENT | NOT_GIVEN     | 10  | 100  | false | false",
        "ER_PERCENT      | >90               | IHC_PERCENT | NOT_GIVEN     | 90  | 100  | true  | false",
        "ER_PERCENT      | negative          | IHC_STATUS  | NEGATIVE      | -   | -    | -     | -",
        "HER2_IHC_SCORE  | 2+                | IHC_SCORE   | NOT_GIVEN     | 2   | 2    | false | false",
        "HER2_IHC_SCORE  | 0                 | IHC_SCORE   | NOT_GIVEN     | 0   | 0    | false | false",
        "HER2_IHC_SCORE  | 3                 | IHC_SCORE   | NOT_GIVEN     | 3   | 3    | false | false",
        "HER2_STATUS     | 2+                | IHC_SCORE   | NOT_GIVEN     | 2   | 2    | false | false",
        "HER2_STATUS     | Equivocal         | IHC_STATUS  | EQUIVOCAL     | -   | -    | -     | -",
        "HER2_FISH_STATUS| not amplified     | ISH_STATUS  | NEGATIVE      | -   | -    | -     | -",
        "HER2_COPY_NUMBER| not amplified     | ISH_STATUS  | NEGATIVE      | -   | -    | -     | -",
        "HER2_COPY_NUMBER| 3.8               | ISH_COPIES  | NOT_GIVEN     | 3.8 | 3.8  | false | false",
        "HER2_RATIO      | 1.1               | ISH_RATIO   | NOT_GIVEN     | 1.1 | 1.1  | false | false",
        "CEP17_COPIES    | <4.0              | CEP17_COPIES| NOT_GIVEN     | 0   | 4    | false | true",
      })
  void aCellIsReadAsWhatItSays(
      String column,
      String cell,
      Assay assay,
      Status status,
      Double low,
      Double high,
      Boolean lowOpen,
      Boolean highOpen)
      throws IOException {
    assertThat(results("PATIENT_ID\t" + column + "\nP1\t" + cell + "\n"))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.assay()).isEqualTo(assay);
              assertThat(result.status()).isEqualTo(status);
              assertThat(result.number().isPresent()).isEqualTo(low != null);
              if (low != null) {
                assertThat(result.number()).hasValue(new NumberRange(low, high, lowOpen, highOpen));
              }
              assertThat(result.raw()).isEqualTo(cell);
              assertThat(result.where().column()).isEqualTo(column);
              assertThat(result.where().line()).isEqualTo(2);
            });
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"[Not Available]", "NA", "''", "[Not Evaluated]", "unknown", "not performed"})
  void aMissingValueIsNoResult(String cell) throws IOException {
    assertThat(results("PATIENT_ID\tER_STATUS\tX\nP1\t" + cell + "\t1\n")).isEmpty();
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ER_STATUS,1",
    "ER_STATUS,0",
    "ER_STATUS,maybe",
    "HER2_STATUS,1",
    "HER2_FISH_STATUS,2+",
    "ER_PERCENT,many"
  })
  void whatNoVocabularyKnowsIsNotUsed(String column, String cell) throws IOException {
    assertThat(results("PATIENT_ID\t" + column + "\nP1\t" + cell + "\n")).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("RECEPTOR_VALUE_UNKNOWN");
              assertThat(problem.message()).contains("'" + cell + "'");
              assertThat(problem.fix()).contains("positive");
            });
  }

  @Test
  void metabricIsKnownByItsColumnsAndItsExpressionIsNoPathology() throws IOException {
    assertThat(
            results(
                "PATIENT_ID\tCLAUDIN_SUBTYPE\tER_IHC\tER_STATUS\tHER2_SNP6\nM1\tBasal\tPositve\tNegative\tGAIN\n"))
        .extracting(ReceptorResult::receptor, ReceptorResult::status, ReceptorResult::basis)
        .containsExactlyInAnyOrder(
            tuple(Receptor.ER, Status.POSITIVE, Basis.PRIMARY),
            tuple(Receptor.ER, Status.NEGATIVE, Basis.MRNA),
            tuple(Receptor.HER2, Status.POSITIVE, Basis.COPY_NUMBER));
  }

  @Test
  void theColumnRankedFirstStandsUnlessAnotherDisagrees() throws IOException {
    assertThat(results("PATIENT_ID\tER_STATUS\tER_IHC\nP1\tNegative\tNegative\n")).hasSize(1);
    assertThat(results("PATIENT_ID\tER_STATUS\tER_IHC\nP1\tNegative\tPositive\n")).hasSize(2);
    assertThat(results("PATIENT_ID\tER_STATUS\tER_IHC\nP1\tNegative\tNA\n")).hasSize(1);
  }

  @Test
  void bothHormoneReceptorsNegativeAreTwoResults() throws IOException {
    assertThat(results("PATIENT_ID\tHR_STATUS\nP1\tNegative\nP2\tPositive\n"))
        .extracting(ReceptorResult::receptor, ReceptorResult::status)
        .containsExactly(tuple(Receptor.ER, Status.NEGATIVE), tuple(Receptor.PR, Status.NEGATIVE));
    assertThat(codes()).containsExactly("HORMONE_RECEPTOR_POSITIVE");
  }

  @Test
  void countsThatNoCellShowsAreNotUsed() throws IOException {
    assertThat(results("PATIENT_ID\tHER2_COPY_NUMBER\tHER2_RATIO\nP1\t79\t1.1\n"))
        .extracting(ReceptorResult::assay)
        .containsExactly(Assay.ISH_RATIO);
    assertThat(codes()).containsExactly("VALUE_IMPLAUSIBLE");
  }

  @Test
  void proteinsAreRead() throws IOException {
    ClinicalRecord record = read("PATIENT_ID\tPTEN_IHC\tPTEN_IHC_PERCENT\nP1\tlost\t<10%\n").get(0);
    assertThat(record.proteins())
        .extracting(ProteinResult::state)
        .containsExactly(ProteinResult.State.ABSENT, ProteinResult.State.NOT_GIVEN);
  }

  @Test
  void aMappingFileNamesColumnsAndValues() throws IOException {
    Path map =
        Files.writeString(
            folder.resolve("map.tsv"),
            "column\tmarker\tassay\tvalues\nrezeptor\tER\tIHC_STATUS\t1=POSITIVE;0=NEGATIVE;9=MISSING\n");
    ClinicalMapping mapping = ClinicalMapping.read(map, problems);
    assertThat(results("PATIENT_ID\tRezeptor\nP1\t1\nP2\t0\nP3\t9\n", mapping))
        .extracting(ReceptorResult::status)
        .containsExactly(Status.POSITIVE, Status.NEGATIVE);
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PATIENT_ID,TCGA-A1-A0SB,TCGA-A1-A0SB,''",
    "bcr_patient_barcode,TCGA-A1-A0SB,TCGA-A1-A0SB,''",
    "case_submitter_id,TCGA-A1-A0SB,TCGA-A1-A0SB,''",
    "sampleID,TCGA-A1-A0SB-01,TCGA-A1-A0SB,TCGA-A1-A0SB-01",
    "submitter_id,TCGA-A1-A0SB-01A,TCGA-A1-A0SB,TCGA-A1-A0SB-01A",
    "sample,S1,S1,S1",
    "patient,P1,P1,''",
  })
  void idsAreFoundUnderManyNames(String column, String id, String patient, String sample)
      throws IOException {
    assertThat(read(column + "\tAGE\n" + id + "\t50\n"))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.patientId()).isEqualTo(patient);
              assertThat(record.sampleId().orElse("")).isEqualTo(sample);
              assertThat(record.values()).containsOnlyKeys("AGE");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "Primary Tumor,PRIMARY",
    "Metastatic,METASTASIS",
    "Recurrent Tumor,RECURRENCE",
    "Tumor,UNKNOWN",
    "'',UNKNOWN"
  })
  void theSampleTypeIsRead(String text, SampleType type) throws IOException {
    assertThat(read("SAMPLE_ID\tSAMPLE_TYPE\nS1\t" + text + "\n"))
        .extracting(ClinicalRecord::type)
        .containsExactly(type);
  }

  @Test
  void rowsThatDoNotContradictEachOtherAreMerged() throws IOException {
    assertThat(read("PATIENT_ID\tER_STATUS\tDRUG\nP1\tNegative\tA\nP1\tNA\tB\n"))
        .singleElement()
        .satisfies(record -> assertThat(record.receptors()).hasSize(1));
    assertThat(codes()).containsExactly("ROWS_MERGED");
  }

  private List<ReceptorResult> results(String table) throws IOException {
    return results(table, ClinicalMapping.NONE);
  }

  private List<ReceptorResult> results(String table, ClinicalMapping mapping) throws IOException {
    return read(table, mapping).stream()
        .flatMap(r -> r.receptors().stream())
        .collect(Collectors.toList());
  }

  private List<ClinicalRecord> read(String table) throws IOException {
    return read(table, ClinicalMapping.NONE);
  }

  private List<ClinicalRecord> read(String table, ClinicalMapping mapping) throws IOException {
    Path path = Files.writeString(folder.resolve("c.tsv"), table);
    ReceptorColumns columns = new ReceptorColumns(VOCABULARY, mapping, List.of(path));
    return new ClinicalReader(VOCABULARY, ReferenceLoader.bundled().thresholds(), columns)
        .read(path, problems)
        .orElseThrow()
        .records();
  }

  @Test
  void idsAreFoundUnderTheNamesOfGenieAndGeo() throws IOException {
    assertThat(read("record_id\tER\nGENIE-1\tnegative\n"))
        .extracting(ClinicalRecord::patientId)
        .containsExactly("GENIE-1");
    assertThat(read("geo_accession\tER\nGSM1\tnegative\n"))
        .extracting(ClinicalRecord::patientId)
        .containsExactly("GSM1");
  }

  @Test
  void idsOfMetabricTellThatItsStatusesAreNoPathology() throws IOException {
    assertThat(results("PATIENT_ID\tSAMPLE_ID\tER_STATUS\nMB-0001\tMB-0001\tPositive\n"))
        .extracting(ReceptorResult::receptor, ReceptorResult::basis)
        .containsExactly(tuple(Receptor.ER, Basis.MRNA));
    assertThat(codes()).containsExactly("DIALECT_BY_IDS");
  }

  @ParameterizedTest
  @CsvSource({
    "-, '', RECEPTOR_DASH",
    "-, Negative, RECEPTOR_DASH",
    "-, +, ''",
    "NA, Negative, ''",
    "+, Positive, ''",
  })
  void aDashWithoutAnyPlusIsNegativeWithAWarning(String one, String other, String code)
      throws IOException {
    List<ReceptorResult> first =
        results("PATIENT_ID\tER_STATUS\nP1\t" + one + "\nP2\t" + other + "\n");
    assertThat(codes()).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    if (one.equals("-")) {
      assertThat(first.get(0).status()).isEqualTo(Status.NEGATIVE);
    }
  }

  @Test
  void otherIdsLeaveAStatusToPathology() throws IOException {
    assertThat(results("PATIENT_ID\tER_STATUS\nMB-1\tPositive\n"))
        .extracting(ReceptorResult::basis)
        .containsExactly(Basis.PRIMARY);
    assertThat(codes()).isEmpty();
  }

  private List<String> codes() {
    return problems.sorted().stream().map(InputProblem::code).toList();
  }
}
