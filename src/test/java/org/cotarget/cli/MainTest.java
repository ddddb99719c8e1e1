package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotarget.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final String DEMO = "test-data/demo";

  @TempDir private Path folder;

  private static Result run(String... arguments) {
    return CommandLineRunner.run(List.of(arguments));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--nonsense",
        "run",
        "run --out OUT",
        "run --study test-data/demo",
        "check",
        "explain",
        "reference",
        "run --out OUT --study test-data/demo --assembly GRCh36",
        "run --out OUT --study test-data/demo --unit furlong"
      })
  void refusesAnUnusableCommandLine(String line) {
    Result result =
        run(line.isEmpty() ? new String[0] : line.replace("OUT", folder + "/out").split(" ", -1));
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).isNotBlank();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void helpsWithExamples() {
    assertThat(run("--help").out()).contains("Examples:", "cotarget run --study", "Exit codes:");
    assertThat(run("run", "--help").out()).contains("--study", "--maf", "Examples:");
    assertThat(run("run", "--help").code()).isEqualTo(ExitCode.OK);
    assertThat(run("--version").out()).contains("cotarget ", "reference data ");
  }

  @Test
  void completesForTheShell() {
    Result result = run("generate-completion");
    assertThat(result.code()).isEqualTo(ExitCode.OK);
    assertThat(result.out()).contains("complete", "--samplesheet");
  }

  @Test
  void writesAWholeResultFolderOnce() throws IOException {
    Path out = folder.resolve("results");
    Result first = run("run", "--study", DEMO, "--out", out.toString());
    assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
    assertThat(out)
        .isDirectoryContaining("glob:**/screening.tsv")
        .isDirectoryContaining("glob:**/calls.tsv")
        .isDirectoryContaining("glob:**/evidence.tsv")
        .isDirectoryContaining("glob:**/variants.tsv")
        .isDirectoryContaining("glob:**/problems.tsv")
        .isDirectoryContaining("glob:**/results.json")
        .isDirectoryContaining("glob:**/run.json")
        .isDirectoryContaining("glob:**/report.html");
    assertThat(Files.readString(out.resolve("run.json"))).contains("2026-01-02T03:04:05Z");

    Result second = run("run", "--study", DEMO, "--out", out.toString());
    assertThat(second.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(second.err()).contains("--force");

    Result forced = run("run", "--study", DEMO, "--out", out.toString(), "--force");
    assertThat(forced.code()).isEqualTo(ExitCode.OK);
    try (var left = Files.list(folder)) {
      assertThat(left).as("nothing but the result").containsExactly(out);
    }
  }

  @Test
  void explainsAPatient() {
    Path out = folder.resolve("results");
    run("run", "--study", DEMO, "--out", out.toString());
    Result known = run("explain", "BT-549", "--results", out.toString());
    assertThat(known.code()).isEqualTo(ExitCode.OK);
    assertThat(known.out()).contains("CANDIDATE", "PTEN", "data_mutations.txt:");
    Result unknown = run("explain", "BT-594", "--results", out.toString());
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(unknown.err()).contains("BT-549");
    assertThat(run("explain", "X", "--results", folder.toString()).code())
        .isEqualTo(ExitCode.BAD_DATA);
  }

  @Test
  void writesNothingForBadData() throws IOException {
    Path maf = Files.writeString(folder.resolve("a.maf"), "Hugo_Symbol\tnonsense\nPIK3CA\t1\n");
    Path out = folder.resolve("results");
    Result result = run("run", "--maf", maf.toString(), "--out", out.toString());
    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.err()).contains("a.maf", "error");
    assertThat(out).doesNotExist();
    assertThat(run("check", "--maf", maf.toString()).code()).isEqualTo(ExitCode.BAD_DATA);
  }

  @Test
  void refusesBrokenCriteriaWithLineAndWords() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("c.yaml"), "id: x\ncandidate: {call: TNBC_CALL, met: [TNB]}\n");
    Result result =
        run("run", "--study", DEMO, "--criteria", file.toString(), "--out", folder + "/out");
    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.err()).contains("c.yaml:2", "TNBC_PROBABLE");
    assertThat(run("run", "--study", DEMO, "--criteria", "nope", "--out", folder + "/out").err())
        .contains("dual-pi3k-jak2");
  }

  @Test
  void turnsWarningsIntoErrorsWhenStrict() {
    Result lenient = run("check", "--study", DEMO);
    Result strict = run("check", "--study", DEMO, "--strict");
    assertThat(lenient.code()).isEqualTo(ExitCode.OK);
    assertThat(strict.code()).isEqualTo(ExitCode.BAD_DATA);
    Path out = folder.resolve("out");
    assertThat(run("run", "--study", DEMO, "--strict", "--out", out.toString()).code())
        .isEqualTo(ExitCode.BAD_DATA);
    assertThat(out).doesNotExist();
  }

  @Test
  void isQuiet() {
    Result result = run("run", "-q", "--study", DEMO, "--out", folder + "/out");
    assertThat(result.code()).isEqualTo(ExitCode.OK);
    assertThat(result.out() + result.err()).isEmpty();
  }

  @Test
  void listsAndChecksReferenceData() {
    assertThat(run("reference", "check").code()).isEqualTo(ExitCode.OK);
    List<String> lines = run("reference", "list").out().lines().toList();
    assertThat(lines).anyMatch(line -> line.startsWith("variants/hotspots.tsv\t"));
  }

  @Test
  void appliesSeveralCriteria() throws IOException {
    Path out = folder.resolve("out");
    Result result =
        run(
            "run",
            "--study",
            DEMO,
            "--criteria",
            "dual-pi3k-jak2",
            "--require-jak",
            "--out",
            out.toString());
    assertThat(result.code()).isEqualTo(ExitCode.OK);
    String screening = Files.readString(out.resolve("screening.tsv"));
    assertThat(screening).contains("\tdual-pi3k-jak2\t", "\tdual-pi3k-jak2-required\t");
  }
}
