package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
  private static final String EXPORTS = "fhir,phenopackets,matchminer,cbioportal,multiqc,xlsx";

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
    whole = run("whole", cohort.all(), "--export", EXPORTS);
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
    CommandLineRunner.Result result = merge(shards, "--export", EXPORTS);

    assertThat(result.code()).as(result.err()).isZero();
    assertSame(home.resolve("merged"), whole);
    assertThat(result.out()).contains(" patients of 3 folders; ");
    JsonNode run = new ObjectMapper().readTree(home.resolve("merged/run.json").toFile());
    assertThat(run.at("/parts").size()).isEqualTo(PARTS);
    assertThat(run.at("/parts/1/folder").asText()).endsWith("shard-1");
  }

  /** Merged folders are result folders, so that thousands of shards can be merged in steps. */
  @Test
  void partsMayBeMergedInAnyOrderAndInSteps() throws IOException {
    Path two = home.resolve("two");
    ok(
        "merge",
        List.of(shards.get(2).toString(), shards.get(0).toString()),
        "--out",
        two.toString());
    ok(
        "merge",
        List.of(shards.get(1).toString(), two.toString()),
        "--export",
        EXPORTS,
        "--out",
        home.resolve("merged").toString());

    assertSame(home.resolve("merged"), whole);
  }

  @Test
  void oneFolderStaysAsItIs() throws IOException {
    CommandLineRunner.Result result = merge(List.of(whole), "--export", EXPORTS);

    assertThat(result.code()).as(result.err()).isZero();
    assertSame(home.resolve("merged"), whole);
  }

  @Test
  void shardsOfOneSetOfFilesAreMergedToo() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (int shard = 1; shard <= 3; shard++) {
      folders.add(run("of-3-" + shard, cohort.all(), "--shard", shard + "/3"));
    }

    CommandLineRunner.Result result = merge(folders, "--export", EXPORTS);
    assertThat(result.code()).as(result.err()).isZero();
    assertSame(home.resolve("merged"), whole);
    // Patients of a missing shard must not be missed by nobody.
    List<Path> two = List.of(folders.get(0), folders.get(2));
    assertThat(merge(two, "--force").err()).contains("shards are missing", "2/3");
    assertThat(merge(List.of(folders.get(0), shards.get(1)), "--force").err())
        .contains("only one of them is a part of its cohort");
    Path some = home.resolve("some");
    ok(
        "merge",
        two.stream().map(Path::toString).toList(),
        "--incomplete",
        "--out",
        some.toString());
    result = merge(List.of(folders.get(1), some), "--export", EXPORTS, "--force");
    assertThat(result.code()).as(result.err()).isZero();
    assertSame(home.resolve("merged"), whole);
  }

  /** Half of one cohort and half of another are no cohort. */
  @Test
  void shardsOfOtherCohortsOrReadOtherwiseAreRefused() throws IOException {
    Path one = run("half-1", cohort.all(), "--shard", "1/2");
    Path other = run("half-2-of-part", cohort.part(0), "--shard", "2/2");
    assertThat(merge(List.of(one, other)).err())
        .contains("differ in cohort that they are shards of");
    Path otherwise =
        run(
            "half-2-otherwise",
            cohort.all(),
            "--shard",
            "2/2",
            "--include-filter",
            "germline_risk");
    assertThat(merge(List.of(one, otherwise)).err()).contains("or how it was read");
    Path key = Files.writeString(home.resolve("key"), "0123456789abcdef0123456789abcdef");
    Path named =
        run("half-2-named", cohort.all(), "--shard", "2/2", "--pseudonymize", key.toString());
    assertThat(merge(List.of(one, named)).err()).contains("differ in key of pseudonyms");
  }

  @Test
  void whatIsIncompleteSaysSo() throws IOException {
    Path one = run("only-1", cohort.all(), "--shard", "1/2");
    assertThat(one.resolve("problems.tsv")).content().contains("SHARDS_MISSING", "shard 1/2");
    CommandLineRunner.Result result = merge(List.of(one), "--incomplete");
    assertThat(result.err()).contains("warning SHARDS_MISSING: 1");
    assertThat(home.resolve("merged/report.html")).content().contains("all others are missing");
    assertThat(merge(List.of(one), "--incomplete", "--strict", "--force").code())
        .isEqualTo(ExitCode.BAD_DATA);
  }

  @Test
  void signaturesOfOneNameAndOtherGenesAreRefused() throws IOException {
    Path two = Files.writeString(home.resolve("MINE.gmt"), "MINE\tx\tESR1\tPTEN\tPGR\n");
    Path one = run("signed-1", cohort.all(), "--shard", "1/2", "--signature", two.toString());
    Files.writeString(two, "MINE\tx\tERBB2\tJAK2\tAKT1\n");
    Path other = run("signed-2", cohort.all(), "--shard", "2/2", "--signature", two.toString());
    assertThat(merge(List.of(one, other)).err()).contains("differ in signatures");
  }

  @Test
  void partsUnderOtherRulesAreRefused() throws IOException {
    List<String> inputs = cohort.part(0);
    assertRefused(
        run("other-setting", inputs, "--pten-low-z", "-2"),
        "differ in settings: expression.pten-low-z -2, -1.5");
    Path otherCriteria = shared.resolve("other-criteria");
    ok(
        "run",
        inputs,
        "--model",
        model.toString(),
        "--criteria",
        "epik-b3-pik3ca",
        "--out",
        otherCriteria.toString());
    assertRefused(otherCriteria, "differ in criteria: epik-b3-pik3ca");
    Path otherModel = shared.resolve("other-model.json");
    ok("fit", cohort.all(), "--id", "other", "--out", otherModel.toString());
    Path scored = shared.resolve("other-model");
    ok(
        "run",
        inputs,
        "--model",
        otherModel.toString(),
        "--criteria",
        "dual-pi3k-jak2",
        "--criteria",
        "capitello-290-like",
        "--out",
        scored.toString());
    assertRefused(scored, "differ in expression model: other@");
  }

  private void assertRefused(Path part, String difference) {
    CommandLineRunner.Result result = merge(List.of(part, shards.get(1)));
    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.err())
        .contains(part + " and " + shards.get(1))
        .contains(difference)
        .contains("--model");
    assertThat(home.resolve("merged")).doesNotExist();
  }

  @Test
  void resultsOfAnotherVersionAreRefused() throws IOException {
    Path changed =
        copy(shards.get(0), "\"version\": \"" + Version.number() + "\"", "\"version\": \"9.9\"");
    assertThat(merge(List.of(changed, shards.get(1))).err())
        .contains("differ in version of cotarget: 9.9 and " + Version.number());
    assertThat(merge(List.of(changed)).err())
        .contains("written by cotarget 9.9", "this is " + Version.number());
  }

  @Test
  void aPatientOfTwoFoldersIsRefused() {
    assertThat(merge(List.of(shards.get(0), whole)).err())
        .contains("patient ", "is in " + shards.get(0) + " and in " + whole);
  }

  @Test
  void aFileThatChangedBetweenTheRunsIsRefused() throws IOException {
    JsonNode input =
        new ObjectMapper().readTree(shards.get(0).resolve("results.json").toFile()).at("/inputs/0");
    JsonNode other =
        new ObjectMapper().readTree(shards.get(1).resolve("results.json").toFile()).at("/inputs/0");
    Path changed = copy(shards.get(1), other.at("/path").asText(), input.at("/path").asText());
    assertThat(merge(List.of(shards.get(0), changed)).err())
        .contains("read other bytes under the name " + input.at("/path").asText());
  }

  @Test
  void damagedFoldersAreRefused() throws IOException {
    assertThat(merge(List.of(home.resolve("nothing"))).err()).contains("is no result folder");
    Path incomplete = copy(shards.get(0), "x", "x");
    Files.delete(incomplete.resolve("run.json"));
    assertThat(merge(List.of(incomplete)).err()).contains("is no complete result folder");
    Path cut = copy(shards.get(0), "x", "x");
    String text = Files.readString(cut.resolve("results.json"));
    Files.writeString(cut.resolve("results.json"), text.substring(0, text.length() / 2));
    CommandLineRunner.Result result = merge(List.of(cut, shards.get(1)));
    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.err()).contains(cut + "/results.json cannot be read");
    assertThat(home.resolve("merged")).doesNotExist();
  }

  @Test
  void aFolderIsNotMergedIntoItself() {
    CommandLineRunner.Result result =
        command(
            "merge",
            List.of(shards.get(0).toString()),
            "--force",
            "--out",
            shards.get(0).toString());
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("both read and written");
  }

  /** A result folder with other text in its {@code results.json}. */
  private Path copy(Path folder, String text, String replacement) throws IOException {
    Path copy = Files.createTempDirectory(home, "copy");
    for (String file : files(folder)) {
      Files.copy(folder.resolve(file), copy.resolve(file));
    }
    Path results = copy.resolve("results.json");
    Files.writeString(results, Files.readString(results).replace(text, replacement));
    return copy;
  }
}
