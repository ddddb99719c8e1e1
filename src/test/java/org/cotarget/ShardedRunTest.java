package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotarget.cli.CommandLineRunner;
import org.cotarget.cohort.Shard;
import org.cotarget.testing.SheetCohort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A patient is told the same whether she is in a run of all or of a shard, and what is told of a
 * file does not depend on the shard either.
 */
class ShardedRunTest {

  private static final int SHARDS = 3;
  private static final List<String> ROWS =
      List.of("calls.tsv", "evidence.tsv", "variants.tsv", "screening.tsv");

  @TempDir private Path folder;

  @Test
  void studyGivesTheSameInShards() throws IOException {
    List<String> inputs = List.of("--study", "test-data/demo");
    Path model = folder.resolve("model.json");
    done(with(inputs, "fit", "--id", "demo", "--out", model.toString()));
    compare(inputs, List.of("--model", model.toString()));
  }

  @ParameterizedTest
  @EnumSource
  void sheetGivesTheSameInShards(SheetCohort.Expression kind) throws IOException {
    List<String> inputs = new ArrayList<>(SheetCohort.write(folder.resolve("cohort"), kind));
    if (kind == SheetCohort.Expression.MATRIX) {
      inputs.addAll(List.of("--unit", "LOG2"));
    }
    Path model = folder.resolve("model.json");
    done(
        with(
            List.of("--study", "test-data/demo"),
            "fit",
            "--id",
            "demo",
            "--out",
            model.toString()));
    compare(inputs, List.of("--model", model.toString()));
    assertThat(Files.readString(folder.resolve("single/problems.tsv")))
        .contains(
            "ASSAY_UNKNOWN",
            "COVERAGE_UNKNOWN",
            "SAMPLES_WITHOUT_CLINICAL",
            "PATIENTS_WITHOUT_LAYER");
    assertThat(Files.readString(folder.resolve("single/calls.tsv"))).contains("STRANGER-1");
    assertThat(
            Files.readString(folder.resolve("single/results.json")).contains("expression withheld"))
        .isEqualTo(kind == SheetCohort.Expression.SALMON);
  }

  @Test
  void theUnitOfFilesOfSamplesIsDeclaredWhereOnlyAllOfThemTellIt() throws IOException {
    List<String> inputs =
        SheetCohort.write(folder.resolve("cohort"), SheetCohort.Expression.MATRIX);
    assertThat(CommandLineRunner.run(with(inputs, "check")).code()).isZero();
    assertThat(CommandLineRunner.run(with(inputs, "check", "--shard", "1/3")).out())
        .contains("EXPR_UNIT_UNCLEAR", "--unit");
  }

  @Test
  void filesOfPatientsOfOtherShardsAreNotOpened() throws IOException {
    Path cohort = folder.resolve("cohort");
    List<String> inputs = SheetCohort.write(cohort, SheetCohort.Expression.SALMON);
    Shard first = new Shard(1, SHARDS);
    try (Stream<Path> files = Files.list(cohort)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".vcf")).toList()) {
        String patient = SheetCohort.patientOf(file);
        if (!first.contains(patient)) {
          Files.delete(file);
        }
      }
    }
    assertThat(CommandLineRunner.run(with(inputs, "check", "--shard", "1/3", "--model", "x")).out())
        .doesNotContain("FILE_MISSING");
    assertThat(CommandLineRunner.run(with(inputs, "check", "--shard", "2/3", "--model", "x")).out())
        .contains("FILE_MISSING");
  }

  @Test
  void aShardWithoutPatientsIsAnEmptyFolder() throws IOException {
    Path clinical =
        Files.writeString(folder.resolve("c.tsv"), "PATIENT_ID\tER_STATUS_BY_IHC\nP1\tPositive\n");
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      Path out = folder.resolve("out" + i);
      done(
          with(
              List.of("--clinical", clinical.toString()),
              "run",
              "--shard",
              i + "/2",
              "--out",
              out.toString()));
      rows.addAll(Files.readAllLines(out.resolve("calls.tsv")));
    }
    assertThat(rows).hasSize(3);
  }

  @Test
  void expressionNeedsAModelThatIsTheSameInEveryShard() {
    CommandLineRunner.Result refused =
        CommandLineRunner.run(
            List.of(
                "run",
                "--study",
                "test-data/demo",
                "--shard",
                "1/3",
                "--out",
                folder.resolve("out").toString()));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("SHARD_WITHOUT_MODEL").contains("cotarget fit");
    for (String wrong : List.of("0/3", "4/3", "1/0", "a/b", "1", "1/9999999")) {
      assertThat(
              CommandLineRunner.run(List.of("run", "--study", "x", "--shard", wrong, "--out", "y"))
                  .code())
          .as(wrong)
          .isEqualTo(2);
    }
  }

  private void compare(List<String> inputs, List<String> model) throws IOException {
    List<String> named = new ArrayList<>(inputs);
    named.addAll(model);
    Path single = folder.resolve("single");
    done(with(named, "run", "--out", single.toString()));
    Set<String> checked = told(with(named, "check"));
    Set<String> checkedByShards = new TreeSet<>();
    List<Path> shards = new ArrayList<>();
    for (int i = 1; i <= SHARDS; i++) {
      String shard = i + "/" + SHARDS;
      Path out = folder.resolve("shard" + i);
      done(with(named, "run", "--shard", shard, "--out", out.toString()));
      shards.add(out);
      checkedByShards.addAll(told(with(named, "check", "--shard", shard)));
    }
    assertThat(checkedByShards).isEqualTo(checked);
    for (String name : ROWS) {
      List<String> rows = new ArrayList<>();
      for (Path shard : shards) {
        List<String> own = Files.readAllLines(shard.resolve(name));
        assertThat(own.get(0)).isEqualTo(Files.readAllLines(single.resolve(name)).get(0));
        rows.addAll(own.subList(1, own.size()));
      }
      List<String> expected = Files.readAllLines(single.resolve(name));
      assertThat(rows)
          .as(name)
          .containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
    }
    List<String> patients = new ArrayList<>();
    for (Path shard : shards) {
      List<String> own = patients(shard);
      assertThat(own).isNotEmpty();
      patients.addAll(own);
    }
    patients.sort(Comparator.naturalOrder());
    assertThat(patients).isEqualTo(patients(single).stream().sorted().toList());
  }

  /** What {@code check} tells of files, without the line that counts. */
  private static Set<String> told(List<String> arguments) {
    String[] lines = done(arguments).split("\\R", -1);
    Set<String> told = new TreeSet<>();
    for (int i = 0; i < lines.length; i++) {
      boolean fix = i + 1 < lines.length && lines[i + 1].startsWith("    ");
      told.add(fix ? lines[i] + lines[i + 1] : lines[i]);
    }
    told.removeIf(line -> line.startsWith("    ") || line.matches("\\d+ errors?, .*"));
    return told;
  }

  private static List<String> patients(Path out) throws IOException {
    List<String> patients = new ArrayList<>();
    JsonNode results = new ObjectMapper().readTree(out.resolve("results.json").toFile());
    results.get("patients").forEach(patient -> patients.add(patient.toString()));
    return patients;
  }

  private static List<String> with(List<String> inputs, String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(inputs);
    return all;
  }

  private static String done(List<String> arguments) {
    CommandLineRunner.Result result = CommandLineRunner.run(arguments);
    assertThat(result.code()).as(result.err() + result.out()).isZero();
    return result.out();
  }
}
