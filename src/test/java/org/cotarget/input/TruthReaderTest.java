package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.TruthTable;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthReaderTest {

  private static final Map<String, String> RESULTS =
      Map.of(
          "TCGA-A1-A0SK-01", "TCGA-A1-A0SK",
          "TCGA-BH-A18V-01", "TCGA-BH-A18V",
          "TCGA-BH-A18V-06", "TCGA-BH-A18V",
          "S1", "P1",
          "S2", "P1",
          "P2", "P2");

  private final TruthReader reader = new TruthReader(ReferenceLoader.bundled().vocabulary());
  private final InputProblems problems = new InputProblems();

  @TempDir private Path folder;

  private Optional<TruthTable> read(String text, String id) throws IOException {
    Path file = Files.writeString(folder.resolve("truth.tsv"), text.replace('|', '\t'));
    return reader.read(file, Optional.ofNullable(id), RESULTS, problems);
  }

  @ParameterizedTest
  @CsvSource({
    "TCGA-A1-A0SK, TCGA-A1-A0SK, ''",
    "tcga-a1-a0sk, TCGA-A1-A0SK, ''",
    "TCGA-A1-A0SK-01, TCGA-A1-A0SK, TCGA-A1-A0SK-01",
    "TCGA-A1-A0SK-01A, TCGA-A1-A0SK, TCGA-A1-A0SK-01",
    "TCGA-A1-A0SK-01A-12D-A099-09, TCGA-A1-A0SK, TCGA-A1-A0SK-01",
    "TCGA-BH-A18V-06, TCGA-BH-A18V, TCGA-BH-A18V-06",
    "S1, P1, S1",
    "P1, P1, ''",
    "P2, P2, ''"
  })
  void joinsAtThePatientSampleOrAliquot(String id, String patient, String sample)
      throws IOException {
    TruthTable table = read("ID|LABEL\n" + id + "|yes\n", "ID").orElseThrow();

    assertThat(problems.sorted()).isEmpty();
    assertThat(table.columns()).containsExactly("LABEL");
    assertThat(table.rows()).hasSize(1);
    assertThat(table.rows().get(0).patientId()).isEqualTo(patient);
    assertThat(table.rows().get(0).sampleId())
        .isEqualTo(Optional.of(sample).filter(s -> !s.isEmpty()));
    assertThat(table.rows().get(0).values().get("LABEL").where().toString())
        .endsWith("truth.tsv:2 [LABEL]");
  }

  @Test
  void listsStrangersAndLeavesNormalsOut() throws IOException {
    TruthTable table =
        read("SAMPLE_ID|X\nS1|a\nS9|b\nTCGA-A1-A0SK-11|c\nS2|[Not Available]\n", null)
            .orElseThrow();

    assertThat(table.rows()).extracting(TruthTable.Row::id).containsExactly("S1", "S2");
    assertThat(table.rows().get(1).values()).isEmpty();
    assertThat(table.unmatched()).extracting(TruthTable.Unmatched::id).containsExactly("S9");
    assertThat(problems.sorted())
        .extracting(InputProblem::code)
        .containsExactlyInAnyOrder("TRUTH_NOT_IN_RESULTS", "NORMALS_LEFT_OUT");
  }

  @Test
  void takesTheSampleColumnBeforeThePatientColumn() throws IOException {
    TruthTable table = read("_PATIENT|sampleID|X\nP1|S2|a\n", null).orElseThrow();

    assertThat(table.rows().get(0).sampleId()).contains("S2");
    assertThat(table.columns()).containsExactly("_PATIENT", "X");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PATIENT_ID|X\\nP1|a\\nP1|b\\n; TRUTH_ID_DUPLICATE; 3; line 2",
        "SAMPLE_ID|X\\nTCGA-A1-A0SK-01|a\\nTCGA-A1-A0SK-01A|b\\n; TRUTH_ID_DUPLICATE; 3; line 2",
        "PATIENT_ID|X\\n|a\\nP1|b\\n; TRUTH_ID_MISSING; 2; names no patient",
        "PATIENT_ID|X\\nQ1|a\\nQ2|b\\n; TRUTH_DOES_NOT_JOIN; 0; none of the 2 ids",
        "PATIENT_ID|X\\nTCGA-A1-A0SK-11|a\\n; TRUTH_DOES_NOT_JOIN; 0; normal tissue",
        "WHO|X\\nP1|a\\n; COLUMN_MISSING; 1; PATIENT_ID",
        "PATIENT_ID|X|X\\nP1|a|b\\n; COLUMN_DUPLICATE; 1; both named X",
        "PATIENT_ID|X\\nP1|a|b|c\\n; ROW_RAGGED; 2; fields",
        "PATIENT_ID|X\\n; TABLE_WITHOUT_ROWS; 0; no row"
      })
  void refusesABrokenTableWithItsLine(String text, String code, long line, String message)
      throws IOException {
    read(text.replace("\\n", "\n"), null);

    assertThat(problems.sorted())
        .filteredOn(p -> p.severity() == Severity.ERROR)
        .anySatisfy(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.where().line()).isEqualTo(line);
              assertThat(p.message()).contains(message);
              assertThat(p.fix()).isNotBlank();
            });
  }

  @Test
  void saysWhichIdsLookAlikeWhereNoneJoins() throws IOException {
    read("PATIENT_ID|X\np-1|a\n", null);

    assertThat(problems.sorted())
        .extracting(InputProblem::fix)
        .anySatisfy(fix -> assertThat(fix).contains("'p-1' may be 'P1'", "--id"));
  }

  @Test
  void anUnknownIdColumnIsAnError() throws IOException {
    assertThat(read("PATIENT_ID|X\nP1|a\n", "WHO")).isEmpty();
    assertThat(problems.sorted()).extracting(InputProblem::code).containsExactly("COLUMN_MISSING");
    assertThat(List.of(problems.sorted().get(0).where().column())).containsExactly("WHO");
  }
}
