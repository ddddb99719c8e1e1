package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotarget.cli.CommandLineRunner.Result;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CriteriaCommandTest {

  private static final List<String> TRIALS =
      List.of("dual-pi3k-jak2", "capitello-290-like", "epik-b3-pten-loss");

  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Result run(String... arguments) {
    return CommandLineRunner.run(List.of(arguments));
  }

  private static String results() {
    return shared.resolve("out").toString();
  }

  @BeforeAll
  static void runsSeveralTrials() {
    Result result =
        run(
            "run",
            "--study",
            "test-data/demo",
            "--out",
            results(),
            "--criteria",
            TRIALS.get(0),
            "--criteria",
            TRIALS.get(1),
            "--criteria",
            TRIALS.get(2));
    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
    assertThat(result.err())
        .contains("criteria capitello-290-like: no clinical table has a value in a column HBA1C");
  }

  @Test
  void givesOneBlockOfRowsPerTrial() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(results(), "screening.tsv"));
    List<String> header = List.of(lines.get(0).split("\t", -1));
    assertThat(header).contains("CLINICAL", "NOT_ASSESSED");
    List<String> criteria =
        lines.stream()
            .skip(1)
            .map(line -> line.split("\t", -1)[header.indexOf("CRITERIA")])
            .distinct()
            .toList();
    assertThat(criteria).isEqualTo(TRIALS);
    assertThat((lines.size() - 1) % TRIALS.size()).isZero();
    assertThat(
            lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[header.indexOf("CRITERIA")].equals("capitello-290-like"))
                .filter(cells -> cells[header.indexOf("DECISION")].equals("CANDIDATE")))
        .isNotEmpty()
        .allMatch(cells -> cells[header.indexOf("NOT_ASSESSED")].contains("HbA1c below 8%"));
  }

  private static String patient() throws IOException {
    return Files.readAllLines(Path.of(results(), "screening.tsv")).stream()
        .filter(line -> line.contains("\tcapitello-290-like\tCANDIDATE\t"))
        .findFirst()
        .orElseThrow()
        .split("\t", -1)[0];
  }

  /** From the result folder alone: outcome, evidence, file and line, citation at each leaf. */
  @Test
  void explainsAsATree() throws IOException {
    Result result = run("explain", patient(), "--results", results());
    assertThat(result.code()).isEqualTo(ExitCode.OK);
    assertThat(result.out())
        .contains(
            "Decision by capitello-290-like 1 (",
            "Criteria for a candidate",
            "    [met] all of\n      [met] triple-negative by pathology: Receptors TNBC:",
            "        DECIDING ER ",
            "from test-data/demo/data_clinical",
            "        criterion by [ALL20;WOL18]",
            "Clinical criteria",
            "[undetermined] HbA1c below 8% (63.9 mmol/mol): no value in a column HBA1C",
            "waits for: HbA1c after treatment",
            "not assessed: HbA1c below 8%",
            "  CAP291  Turner 2023");
  }

  @Test
  void explainsAsJsonByTheSchemaOfResults() throws IOException {
    Result result = run("explain", patient(), "--results", results(), "--json");
    assertThat(result.code()).isEqualTo(ExitCode.OK);
    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(ReferenceLoader.text("schema/results.schema.json"))
                .validate(document))
        .isEmpty();
    assertThat(document.get("patients")).hasSize(1);
    JsonNode leaf = document.at("/patients/0/decisions/1/candidate/children/0/basis");
    assertThat(leaf.get("axis").asText()).isEqualTo("RECEPTOR");
    assertThat(leaf.get("citation").asText()).isEqualTo("ALL20;WOL18");
  }

  @Test
  void listsAndShowsTheBundledOnes() {
    Result list = run("criteria", "list");
    assertThat(list.code()).isEqualTo(ExitCode.OK);
    assertThat(list.out()).contains("dual-pi3k-jak2\t1\t", "epik-b3-pik3ca\t1\t");
    Result show = run("criteria", "show", "epik-b3-pik3ca");
    assertThat(show.out()).isEqualTo(ReferenceLoader.text("criteria/epik-b3-pik3ca.yaml"));
    Result unknown = run("criteria", "show", "epik-b3");
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("epik-b3-pik3ca");
    assertThat(run("criteria").code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("criteria", "schema").out())
        .isEqualTo(ReferenceLoader.text("schema/criteria.schema.json"));
  }

  @Test
  void checksFiles() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(
        broken, "id: a b\ncandidate:\n  all:\n    - {alteration: PIK3CB1}\n    - {cal: ER}\n");
    Result result = run("criteria", "check", broken.toString(), "epik-b3-pik3ca");
    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.out())
        .contains(
            "CRITERIA_ID",
            "broken.yaml:4 [column 20]",
            "did you mean PIK3CB or",
            "broken.yaml:5 [column 8]",
            "did you mean call",
            "epik-b3-pik3ca: epik-b3-pik3ca 1, ");
  }

  @Test
  void convertsCtmlBothWays() throws IOException {
    Result written = run("criteria", "to-ctml", "epik-b3-pik3ca", "--json");
    assertThat(written.code()).isEqualTo(ExitCode.OK);
    assertThat(written.err()).contains("not expressed: receptor clauses", "'possible' is left out");
    assertThat(run("criteria", "to-ctml", "epik-b3-pik3ca", "--strict").code())
        .isEqualTo(ExitCode.BAD_DATA);
    Path ctml = folder.resolve("trial.json");
    Files.writeString(ctml, written.out());
    Result back = run("criteria", "from-ctml", ctml.toString());
    assertThat(back.code()).isEqualTo(ExitCode.OK);
    Path criteria = folder.resolve("back.yaml");
    Files.writeString(criteria, back.out());
    assertThat(run("criteria", "check", criteria.toString()).code()).isEqualTo(ExitCode.OK);
    assertThat(back.out()).contains("H1047R");
    assertThat(run("criteria", "from-ctml", folder.resolve("none").toString()).code())
        .isEqualTo(ExitCode.BAD_DATA);
  }
}
