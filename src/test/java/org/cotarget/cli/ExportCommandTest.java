package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotarget.cli.CommandLineRunner.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  private static final List<String> ALL =
      List.of("fhir", "phenopackets", "matchminer", "cbioportal", "multiqc", "xlsx");

  @TempDir private Path folder;

  private Result run(Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--study", "test-data/demo", "--out", out.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRunner.run(arguments);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  @Test
  void writesWhatIsNamedAndNothingElse() throws IOException {
    Path out = folder.resolve("out");
    assertThat(run(out, "--export", "xlsx", "--export", "FHIR,multiqc").code()).isZero();
    try (Stream<Path> names = Files.list(out.resolve("export"))) {
      assertThat(names.map(name -> name.getFileName().toString()))
          .containsExactlyInAnyOrder("xlsx", "fhir", "multiqc", "files.tsv");
    }
    assertThat(Files.readAllLines(out.resolve("export/files.tsv")))
        .first()
        .isEqualTo("FILE\tBYTES\tSHA256");
  }

  @Test
  void anUnknownExportIsAnUnusableCommandLine() {
    Result result = run(folder.resolve("out"), "--export", "pdf");
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("phenopackets");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Also in a locale whose small I has no dot and with another clock. */
  @Test
  void givesTheSameBytesEverywhere() throws Exception {
    Path here = folder.resolve("here");
    assertThat(run(here, "--export", String.join(",", ALL)).code()).isZero();
    Path there = folder.resolve("there");
    List<String> loaded = classesLoaded(there, "--export", String.join(",", ALL));

    assertThat(loaded).anyMatch(ExportCommandTest::isOfExports);
    List<Path> exports = files(here.resolve("export"));
    assertThat(exports).hasSizeGreaterThan(200).isEqualTo(files(there.resolve("export")));
    for (Path file : exports) {
      assertThat(there.resolve("export").resolve(file))
          .hasSameBinaryContentAs(here.resolve("export").resolve(file));
    }
  }

  @Test
  void withoutExportNoClassOfThemIsLoaded() throws Exception {
    assertThat(classesLoaded(folder.resolve("plain")))
        .contains("org.cotarget.report.ResultFolder")
        .noneMatch(ExportCommandTest::isOfExports);
    assertThat(folder.resolve("plain/export")).doesNotExist();
  }

  private static boolean isOfExports(String type) {
    return type.startsWith("org.cotarget.report.export.") || type.startsWith("org.dhatim.");
  }

  /** Runs the demo in a process of its own; returns the classes that it loaded. */
  private List<String> classesLoaded(Path out, String... more) throws Exception {
    Path log = folder.resolve(out.getFileName() + ".classes");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kolkata",
                "-Xlog:class+load:file=" + log + ":none",
                "-cp",
                System.getProperty("java.class.path"),
                "org.cotarget.cli.Main",
                "run",
                "--study",
                "test-data/demo",
                "--out",
                out.toString()));
    command.addAll(List.of(more));
    Path output = folder.resolve(out.getFileName() + ".txt");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(output)).isZero();
    return Files.readAllLines(log).stream().map(line -> line.strip().split(" ", -1)[0]).toList();
  }

  @Test
  void replacesItsExportsAndNothingThatSomebodyAdded() throws IOException {
    Path out = folder.resolve("out");
    assertThat(run(out, "--export", "cbioportal").code()).isZero();
    assertThat(run(out, "--export", "multiqc", "--force").code()).isZero();
    assertThat(out.resolve("export/cbioportal")).doesNotExist();

    Files.writeString(out.resolve("export/multiqc/notes.txt"), "for the board");
    Result refused = run(out, "--force");
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(refused.err()).contains("export/multiqc/notes.txt");
    assertThat(out.resolve("export/multiqc/notes.txt")).hasContent("for the board");
  }
}
