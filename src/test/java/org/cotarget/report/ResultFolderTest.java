package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.cotarget.report.ResultFolderException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFolderTest {

  private static final String[] FILES = {
    "calls.tsv",
    "evidence.tsv",
    "model.json",
    "problems.tsv",
    "report.html",
    "results.json",
    "run.json",
    "screening.tsv",
    "variants.tsv"
  };

  @TempDir Path home;

  @Test
  void holdsEveryFileAndNothingIsLeftBeside() throws Exception {
    Path out = home.resolve("results");
    write(out, false);

    assertThat(names(out)).containsExactly(FILES);
    assertThat(names(home)).containsExactly("results");
  }

  @Test
  void makesTheFoldersAbove() throws Exception {
    Path out = home.resolve("a/b/results");
    write(out, false);

    assertThat(names(out)).containsExactly(FILES);
  }

  @Test
  void givesTheSameBytesTwice() throws Exception {
    write(home.resolve("one"), false);
    write(home.resolve("two"), false);

    for (String file : FILES) {
      assertThat(home.resolve("one").resolve(file))
          .hasSameBinaryContentAs(home.resolve("two").resolve(file));
    }
  }

  @Test
  void runJsonTellsWhatWasRun() throws Exception {
    Path out = home.resolve("results");
    write(out, false);
    JsonNode run = new ObjectMapper().readTree(out.resolve("run.json").toFile());

    assertThat(run.get("tool").asText()).isEqualTo("cotarget");
    assertThat(run.get("start").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(run.at("/stages/0/milliseconds").asInt()).isEqualTo(1234);
    assertThat(run.at("/inputs/0/sha256").asText()).isEqualTo(ExampleReport.SHA);
    assertThat(run.at("/criteria/0/sha256").asText()).isEqualTo(ExampleReport.SHA);
    assertThat(run.at("/reference/files/0/sha256").asText()).isEqualTo(ExampleReport.SHA);
  }

  @Test
  void takesAnEmptyFolder() throws Exception {
    Path out = Files.createDirectory(home.resolve("results"));
    write(out, false);

    assertThat(names(out)).containsExactly(FILES);
    assertThat(names(home)).containsExactly("results");
  }

  @Test
  void followsALinkToAFolder() throws Exception {
    Path target = Files.createDirectory(home.resolve("target"));
    Path out = Files.createSymbolicLink(home.resolve("link"), target);
    write(out, false);

    assertThat(names(target)).containsExactly(FILES);
    assertThat(Files.isSymbolicLink(out)).isTrue();
  }

  @Test
  void earlierResultsAreReplacedOnlyByForce() throws Exception {
    Path out = home.resolve("results");
    write(out, false);
    Files.writeString(out.resolve("screening.tsv"), "old");

    assertThatThrownBy(() -> write(out, false))
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("--force")
        .extracting("reason")
        .isEqualTo(Reason.OCCUPIED);
    assertThat(out.resolve("screening.tsv")).hasContent("old");

    write(out, true);
    assertThat(Files.readString(out.resolve("screening.tsv"))).startsWith("PATIENT_ID\t");
    assertThat(names(home)).containsExactly("results");
  }

  @Test
  void aFolderOfSomethingElseIsNeverReplaced() throws Exception {
    Path out = Files.createDirectory(home.resolve("thesis"));
    Files.writeString(out.resolve("chapter1.txt"), "years of work");

    assertThatThrownBy(() -> write(out, true))
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("even with --force");
    assertThat(out.resolve("chapter1.txt")).hasContent("years of work");
  }

  @Test
  void theRunJsonOfAnotherToolIsNotOurs() throws Exception {
    Path out = Files.createDirectory(home.resolve("other"));
    Files.writeString(out.resolve("run.json"), "{\"tool\": \"another\"}");

    assertThatThrownBy(() -> write(out, true)).hasMessageContaining("no results of cotarget");
    Files.writeString(out.resolve("run.json"), "not JSON");
    assertThatThrownBy(() -> write(out, true)).hasMessageContaining("no results of cotarget");
    assertThat(names(out)).containsExactly("run.json");
  }

  @Test
  void filesAddedToEarlierResultsAreNotDeleted() throws Exception {
    Path out = home.resolve("results");
    write(out, false);
    Files.writeString(out.resolve("notes.txt"), "for the board");

    assertThatThrownBy(() -> write(out, true)).hasMessageContaining("notes.txt");
    assertThat(out.resolve("notes.txt")).hasContent("for the board");
  }

  @Test
  void aFailedWriteLeavesNothing() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "kept");

    assertThatThrownBy(() -> write(file.resolve("results"), false))
        .isInstanceOf(ResultFolderException.class)
        .extracting("reason")
        .isEqualTo(Reason.FILE_SYSTEM);
    assertThatThrownBy(() -> write(file, true)).hasMessageContaining("is not a folder");
    assertThat(names(home)).containsExactly("file");
    assertThat(file).hasContent("kept");
  }

  @Test
  void aNameTooLongLeavesNothingOfTheFoldersAbove() throws Exception {
    Path out = home.resolve("new/deeper").resolve("x".repeat(250));

    assertThatThrownBy(() -> write(out, false)).isInstanceOf(ResultFolderException.class);
    assertThat(names(home)).isEmpty();
  }

  @Test
  void explainsAPatient() throws Exception {
    Path out = home.resolve("results");
    write(out, false);
    StringBuilder text = new StringBuilder();
    PatientExplanation.write(ResultFolder.explain(out, "CT-003"), text);

    assertThat(text.toString())
        .startsWith("Patient CT-003\n")
        .contains("  INDETERMINATE, resting on sample CT-003-01\n")
        .contains("  next test: HER2 ISH\n")
        .contains("    [undetermined] all of\n      [undetermined] Triple-negative by pathology: ")
        .contains(
            "DECIDING PATHOLOGY ER 0%: ER below 1% is negative, rule tnbc_decision:17 [ALL20],"
                + " from demo/data_clinical_sample.txt:8 [ER_PERCENT]")
        .contains("measured: AUROC 0.72 for PTEN 10q loss in ER-\n")
        .contains("missing: HER2 ISH (HER2 IHC 2+ without ISH)")
        .contains("SNV_INDEL: PIK3CA covered, AKT1 covered, PTEN covered")
        .contains("COPY_NUMBER: PIK3CA NOT ASSESSED")
        .contains("measured: AUROC 0.50 [0.37, 0.64] for PTEN 10q loss in ER- (32 of 73)")
        .contains("ALL20  Allison 2020, J Clin Oncol doi:10.1200/x")
        .contains(ExampleReport.DISCLAIMER);
  }

  @Test
  void anExplanationCannotMoveTheCursor() throws Exception {
    StringBuilder text = new StringBuilder();
    Path out = home.resolve("results");
    ResultFolder.write(
        new ExampleReport().patients(1).withText(HostileText.TEXT).build(),
        ExampleReport.reference(),
        ExampleReport.RUN,
        List.of(),
        out,
        false);
    PatientExplanation.write(ResultFolder.explain(out, "CT-001"), text);

    assertThat(text.toString().codePoints())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c))
        .doesNotContain(0x202E);
  }

  @ParameterizedTest
  @CsvSource({
    "ct-003, CT-003",
    "CT003, CT-003",
    "CT-003-01, CT-003",
    "CT-03, CT-003",
    "zebra, screening.tsv"
  })
  void anUnknownPatientGetsSuggestions(String asked, String suggested) throws Exception {
    Path out = home.resolve("results");
    write(out, false);

    assertThatThrownBy(() -> ResultFolder.explain(out, asked))
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("no patient " + asked)
        .hasMessageContaining(suggested)
        .extracting("reason", InstanceOfAssertFactories.type(Reason.class))
        .isEqualTo(Reason.NO_SUCH_PATIENT);
  }

  @Test
  void aFolderWithoutResultsCannotBeExplained() throws Exception {
    assertThatThrownBy(() -> ResultFolder.explain(home, "CT-001"))
        .hasMessageContaining("is no result folder");
    for (String text : List.of("", "[]", "{", "{\"format\": 7}", "{\"patients\": [{}]}")) {
      Files.writeString(home.resolve("results.json"), text);
      assertThatThrownBy(() -> ResultFolder.explain(home, "CT-001"))
          .as(text)
          .isInstanceOf(ResultFolderException.class)
          .hasMessageContaining("results.json");
    }
  }

  private static void write(Path out, boolean force) throws ResultFolderException {
    ResultFolder.write(
        ExampleReport.five(), ExampleReport.reference(), ExampleReport.RUN, List.of(), out, force);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
