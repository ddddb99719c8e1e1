package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cotarget.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {

  private static final String TRUTH = "test-data/demo-expected.tsv";

  @TempDir private static Path shared;

  @TempDir private Path folder;

  @BeforeAll
  static void runTheDemo() {
    Result result = run("run", "-q", "--study", "test-data/demo", "--out", results());
    assertThat(result.code()).as(result.err()).isZero();
  }

  private static String results() {
    return shared.resolve("results").toString();
  }

  private static Result run(String... arguments) {
    return CommandLineRunner.run(List.of(arguments));
  }

  @Test
  void theDemoAgreesWithItsHandMadeTruth() throws IOException {
    Path out = folder.resolve("evaluation");
    Result result =
        run("evaluate", "--results", results(), "--truth", TRUTH, "--out", out.toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("TNBC_CALL, truth TNBC_CALL", "discordant: 0", "PI3K_SCORE, truth PI3K_CALL");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "measures.tsv",
              "confusion.tsv",
              "calibration.tsv",
              "roc.tsv",
              "discordant.tsv",
              "unmatched.tsv",
              "evaluation.html",
              "evaluation.json");
    }
    assertThat(Files.readAllLines(out.resolve("measures.tsv")))
        .filteredOn(line -> line.contains("\tall\tAGREEMENT_WORDS\t"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("AGREEMENT_WORDS\t1\t"));
    assertThat(out.resolve("discordant.tsv")).content().hasLineCount(1);
  }

  @Test
  void givesTheSameBytesTwiceAndReplacesOnlyByForce() throws IOException {
    String[] line = {
      "evaluate", "-q", "--results", results(), "--truth", TRUTH, "--out", folder + "/out"
    };
    assertThat(run(line).code()).isZero();
    String first = Files.readString(folder.resolve("out/measures.tsv"));
    Result second = run(line);
    assertThat(second.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(second.err()).contains("--force");
    assertThat(
            run(Stream.concat(Stream.of(line), Stream.of("--force")).toArray(String[]::new)).code())
        .isZero();
    assertThat(folder.resolve("out/measures.tsv")).hasContent(first);
  }

  @Test
  void neverReplacesTheResults() {
    Result result =
        run("evaluate", "--results", results(), "--truth", TRUTH, "--out", results(), "--force");

    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.err()).contains("holds no evaluation tables of cotarget", "--out");
    assertThat(shared.resolve("results/calls.tsv")).exists();
  }

  @Test
  void wrongLabelsAreDiscordantWithEvidence() throws IOException {
    Path truth =
        Files.writeString(
            folder.resolve("t.csv"), "patient,mine\nBT-549,no\nMDA-MB-468,yes\nNOBODY,no\n");
    Path out = folder.resolve("out");
    Result result =
        run(
            "evaluate",
            "--results",
            results(),
            "--truth",
            truth.toString(),
            "--column",
            "TNBC_CALL=mine",
            "--column",
            "DECISION=mine",
            "--by",
            "PI3K_CALL",
            "--out",
            out.toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains("TRUTH_NOT_IN_RESULTS", "NOBODY");
    assertThat(result.out()).contains("BT-549 (BT-549-01): TNBC, truth no in ", "t.csv:2 [mine]");
    assertThat(Files.readString(out.resolve("discordant.tsv")))
        .contains("FALSE_POSITIVE", "data_clinical_patient.txt", "pi3k_events:PTEN/TRUNCATING");
    assertThat(Files.readString(out.resolve("unmatched.tsv"))).contains("TRUTH\tNOBODY\t4");
  }

  @Test
  void badDataGivesOne() throws IOException {
    Path truth = Files.writeString(folder.resolve("t.tsv"), "PATIENT_ID\tX\nZZZ\tyes\n");
    Result stranger =
        run("evaluate", "--results", results(), "--truth", truth.toString(), "--column", "ER=X");
    assertThat(stranger.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(stranger.err()).contains("TRUTH_DOES_NOT_JOIN", "t.tsv", "--id");
    assertThat(run("evaluate", "--results", folder.toString(), "--truth", TRUTH).err())
        .contains("is no result folder");
    assertThat(run("evaluate", "--results", results(), "--truth", folder + "/none.tsv").code())
        .isEqualTo(ExitCode.BAD_DATA);
    Result strict =
        run(
            "evaluate",
            "--strict",
            "--results",
            results(),
            "--truth",
            Files.writeString(
                    folder.resolve("s.tsv"), "PATIENT_ID\tTNBC_CALL\nBT-549\tTNBC\nZ\tTNBC\n")
                .toString());
    assertThat(strict.code()).isEqualTo(ExitCode.BAD_DATA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate",
        "evaluate --results R",
        "evaluate --truth T",
        "evaluate --results R --truth T --bootstrap 5",
        "evaluate --results R --truth T --column =x",
        "evaluate --results R --truth T --positive my:",
        "evaluate --results R --truth T --seed now"
      })
  void anUnusableCommandLineGivesTwo(String line) {
    Result result = run(line.split(" ", -1));

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).isNotBlank();
  }

  @Test
  void damagedResultsAreRefusedWithTheLine() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String name : List.of("results.json", "screening.tsv", "evidence.tsv")) {
      Files.copy(shared.resolve("results").resolve(name), copy.resolve(name));
    }
    Files.writeString(copy.resolve("calls.tsv"), "PATIENT_ID\tSAMPLE_ID\nBT-549\n");
    Result result = run("evaluate", "--results", copy.toString(), "--truth", TRUTH);

    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.err()).contains("calls.tsv line 2", "has 1 cells");
  }
}
