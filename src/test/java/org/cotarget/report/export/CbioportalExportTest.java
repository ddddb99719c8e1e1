package org.cotarget.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotarget.cli.CommandLineRunner;
import org.cotarget.report.ExampleReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CbioportalExportTest {

  private Path study;

  @BeforeAll
  void writeDemo(@TempDir Path folder) {
    study = Exported.demo(folder, "cbioportal").resolve("cbioportal");
  }

  @Test
  void holdsTheRulesOfTheImporter() throws IOException {
    assertThat(CbioportalRules.errors(study)).isEmpty();
  }

  /** The rules would be worthless if they passed whatever the files hold. */
  @Test
  void theRulesFindWhatIsWrong(@TempDir Path copy) throws IOException {
    for (Path file : Exported.files(study)) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    Path samples = copy.resolve("data_clinical_sample.txt");
    String text = Files.readString(samples);
    for (String broken :
        List.of(
            text.replace("BT-20-01", "BT 20"),
            text.replace("#STRING", "#WORD"),
            text.replace("\tTRUE\t", "\tYES\t"),
            text.replaceFirst("\tTNBC\t", "\tMAR-1\t"),
            text.replaceFirst("\n#[^\n]*", ""))) {
      assertThat(broken).isNotEqualTo(text);
      Files.writeString(samples, broken);
      assertThat(CbioportalRules.errors(copy)).isNotEmpty();
    }
  }

  @Test
  void callsAndDecisionsComeBack() throws IOException {
    Map<String, Map<String, String>> samples =
        CbioportalRules.rows(study.resolve("data_clinical_sample.txt")).stream()
            .collect(Collectors.toMap(row -> row.get("SAMPLE_ID"), row -> row));
    Map<String, Map<String, String>> patients =
        CbioportalRules.rows(study.resolve("data_clinical_patient.txt")).stream()
            .collect(Collectors.toMap(row -> row.get("PATIENT_ID"), row -> row));
    JsonNode results = Exported.json(study.resolve("../../results.json"));
    assertThat(patients).hasSize(results.get("patients").size());
    for (JsonNode patient : results.get("patients")) {
      assertThat(patients.get(patient.get("id").asText()))
          .containsEntry(
              "COTARGET_DECISION_DUAL_PI3K_JAK2", patient.at("/decisions/0/decision").asText());
      for (JsonNode sample : patient.get("samples")) {
        JsonNode score = sample.at("/pi3k/score");
        assertThat(samples.get(sample.get("id").asText()))
            .containsEntry("PATIENT_ID", patient.get("id").asText())
            .containsEntry("COTARGET_TNBC", sample.at("/receptors/call").asText())
            .containsEntry("COTARGET_PI3K", sample.at("/pi3k/call").asText())
            .containsEntry("COTARGET_JAK_STAT5", sample.at("/jakStat5/call").asText());
        assertThat(samples.get(sample.get("id").asText()).get("COTARGET_PI3K_SCORE").isEmpty())
            .isEqualTo(score.isNull());
      }
    }
  }

  /** Ids that are names of sample attributes, or one another with what an attribute adds. */
  @Test
  void noCriteriaFileTakesTheAttributeOfAnother(@TempDir Path folder) throws IOException {
    String[] ids = {
      "tnbc",
      "tnbc-priority",
      "priority-tnbc",
      "decision-tnbc",
      "er",
      "pi3k",
      "jak-stat5",
      "assayed",
      "source-patient-id",
      "trial.x",
      "trial-x",
      "trial-x-2"
    };
    Path written =
        Exported.write(
            new CbioportalExport(),
            new ExampleReport().patients(3).patient("not allowed").withCriteria(ids).build(),
            folder);
    assertThat(CbioportalRules.errors(written)).isEmpty();
    assertThat(CbioportalRules.rows(written.resolve("data_clinical_patient.txt")))
        .hasSize(4)
        .allSatisfy(
            row ->
                assertThat(row)
                    .hasSize(2 + 2 * ids.length)
                    .containsKeys("COTARGET_SOURCE_PATIENT_ID", "COTARGET_DECISION_TNBC"));
  }

  /** DEMO-029 has no receptor result, DEMO-030 nothing else. */
  @Test
  void whatWasNotTestedIsBlank() throws IOException {
    Map<String, Map<String, String>> samples =
        CbioportalRules.rows(study.resolve("data_clinical_sample.txt")).stream()
            .collect(Collectors.toMap(row -> row.get("SAMPLE_ID"), row -> row));
    assertThat(samples.get("DEMO-029"))
        .containsEntry("COTARGET_ER", "")
        .containsEntry("COTARGET_HER2", "")
        .containsEntry("COTARGET_TNBC", "INDETERMINATE");
    assertThat(samples.get("DEMO-030-01"))
        .containsEntry("COTARGET_PI3K", "INSUFFICIENT")
        .containsEntry("COTARGET_PI3K_SCORE", "")
        .containsEntry("COTARGET_ASSAYED", "FALSE");
  }

  /** The study can be read by cotarget itself, as any of cBioPortal can. */
  @Test
  void isReadAsAStudy() {
    CommandLineRunner.Result result =
        CommandLineRunner.run(List.of("check", "--study", study.toString()));
    assertThat(result.out() + result.err()).contains("0 errors");
  }
}
