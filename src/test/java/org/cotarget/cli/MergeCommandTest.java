package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

  private static final int PARTS = 3;

  @TempDir static Path shared;
  private static CohortParts cohort;
  private static Path model;
  private static Path whole;
  private static List<Path> shards;

  @TempDir Path home;

  @BeforeAll
  static void runPartsAndWhole() throws IOException {
    cohort = new CohortParts(Files.createDirectory(shared.resolve("in")), PARTS);
    model = shared.resolve("model.json");
    ok("fit", cohort.all(), "--id", "demo", "--out", model.toString());
    whole = run("whole", cohort.all());
    shards = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      shards.add(run("shard-" + part, cohort.part(part)));
    }
  }

  private static Path run(String name, List<String> inputs, String... more) {
    Path out = shared.resolve(name);
    List<String> arguments = new ArrayList<>(inputs);
    arguments.addAll(
        List.of(
            "--model",
            model.toString(),
            "--criteria",
            "dual-pi3k-jak2",
            "--criteria",
            "capitello-290-like"));
    arguments.addAll(List.of(more));
    ok("run", arguments, "--out", out.toString());
    return out;
  }

  private static CommandLineRunner.Result ok(String command, List<String> inputs, String... more) {
    CommandLineRunner.Result result = command(command, inputs, more);
    assertThat(result.code()).as(result.err()).isZero();
    return result;
  }

  private static CommandLineRunner.Result command(
      String command, List<String> inputs, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(inputs);
    arguments.addAll(List.of(more));
    return CommandLineRunner.run(arguments);
  }

  private CommandLineRunner.Result merge(List<Path> folders, String... more) {
    List<String> arguments = new ArrayList<>(folders.stream().map(Path::toString).toList());
    arguments.addAll(List.of("--out", home.resolve("merged").toString()));
    return command("merge", arguments, more);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void assertSame(Path one, Path other) throws IOException {
    assertThat(files(one)).isEqualTo(files(other));
    for (String file : files(one)) {
      if (!file.equals("run.json")) {
        assertThat(one.resolve(file)).as(file).hasSameBinaryContentAs(other.resolve(file));
      }
    }
  }

  @Test
  void theMergedFolderIsThatOfOneRun() throws IOException {
    CommandLineRunner.Result result = merge(shards);

    assertThat(result.code()).as(result.err()).isZero();
    assertSame(home.resolve("merged"), whole);
    assertThat(result.out()).contains(" patients of 3 folders; ");
  }
}
