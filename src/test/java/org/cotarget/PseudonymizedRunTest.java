package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cotarget.cli.CommandLineRunner;
import org.cotarget.cohort.KnownIds;
import org.cotarget.testing.SheetCohort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is given results with pseudonyms, or what a run prints, finds no id in them. */
class PseudonymizedRunTest {

  private static final Path DEMO = Path.of("test-data/demo");

  @TempDir private Path folder;
  private Path key;

  @BeforeEach
  void makeKey() throws IOException {
    key = key("key", "q");
  }

  private Path key(String name, String letter) throws IOException {
    Path file = Files.writeString(folder.resolve(name), letter.repeat(64) + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void noFileOfTheResultsHoldsAnId() throws IOException {
    Path out = folder.resolve("out");
    CommandLineRunner.Result run =
        run(
            List.of(
                "--study",
                DEMO.toString(),
                "--export",
                "fhir,phenopackets,matchminer,cbioportal,multiqc,xlsx",
                "--out",
                out.toString()));
    assertThat(run.code()).as(run.err()).isZero();
    KnownIds ids = demoIds();
    Map<String, String> texts = texts(out);
    assertThat(texts).hasSizeGreaterThan(20);
    texts.forEach((name, text) -> assertThat(found(ids, text)).as(name).isEmpty());
    assertThat(found(ids, String.join("\n", texts.keySet()))).isEmpty();
    assertThat(found(ids, run.out() + run.err())).isEmpty();

    List<String> map = Files.readAllLines(folder.resolve("out.pseudonyms.tsv"));
    assertThat(map)
        .hasSizeGreaterThan(95)
        .contains(mapped(map, "DEMO-001") + "\tpatient\tDEMO-001");
    assertThat(texts.get("calls.tsv")).contains(mapped(map, "DEMO-001"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("out.pseudonyms.tsv"))))
        .isEqualTo("rw-------");
  }

  @Test
  void decisionsAreThoseOfTheIds() throws IOException {
    Path plain = folder.resolve("plain");
    Path out = folder.resolve("out");
    List<String> inputs = List.of("--study", DEMO.toString(), "--out");
    List<String> unnamed = new ArrayList<>(List.of("run"));
    unnamed.addAll(inputs);
    unnamed.add(plain.toString());
    assertThat(CommandLineRunner.run(unnamed).code()).isZero();
    assertThat(run(with(inputs, out.toString())).code()).isZero();
    Map<String, String> byId = decisions(plain);
    List<String> map = Files.readAllLines(folder.resolve("out.pseudonyms.tsv"));
    Map<String, String> expected = new LinkedHashMap<>();
    byId.forEach((id, decision) -> expected.put(mapped(map, id), decision));
    assertThat(decisions(out)).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void shardsHaveThePseudonymsOfTheWholeAndAnotherKeyHasOthers() throws IOException {
    List<String> inputs =
        with(
            SheetCohort.write(folder.resolve("cohort"), SheetCohort.Expression.SALMON),
            "--model",
            model().toString(),
            "--out");
    Path whole = folder.resolve("whole");
    CommandLineRunner.Result run = run(with(inputs, whole.toString()));
    assertThat(run.code()).as(run.err()).isZero();
    texts(whole)
        .forEach(
            (name, text) -> assertThat(text).as(name).doesNotContain("PT-0", "PT-1", "STRANGER"));
    List<String> ofShards = new ArrayList<>();
    for (String shard : List.of("1/2", "2/2")) {
      Path out = folder.resolve("shard" + shard.charAt(0));
      List<String> arguments = with(inputs, out.toString(), "--shard", shard);
      assertThat(run(arguments).code()).isZero();
      ofShards.addAll(patients(out));
    }
    assertThat(ofShards).containsExactlyInAnyOrderElementsOf(patients(whole));

    key = key("other", "r");
    Path other = folder.resolve("other-out");
    assertThat(run(with(inputs, other.toString())).code()).isZero();
    assertThat(patients(other)).hasSameSizeAs(ofShards).doesNotContainAnyElementsOf(ofShards);
  }

  /** Who has results by the earlier key still finds the way back. */
  @Test
  void anEarlierListIsAddedToAndNeverLost() throws IOException {
    Path map = folder.resolve("out.pseudonyms.tsv");
    List<String> inputs =
        List.of("--study", DEMO.toString(), "--out", folder.resolve("out").toString(), "--force");
    assertThat(run(inputs).code()).isZero();
    List<String> first = Files.readAllLines(map);
    assertThat(run(inputs).code()).isZero();
    assertThat(Files.readAllLines(map)).isEqualTo(first);

    key = key("other", "r");
    assertThat(run(inputs).code()).isZero();
    assertThat(Files.readAllLines(map)).containsAll(first).hasSize(2 * first.size() - 1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(map)))
        .isEqualTo("rw-------");

    Files.writeString(map, "notes of the user\n");
    assertThat(run(inputs).code()).isEqualTo(2);
    assertThat(map).hasContent("notes of the user");
  }

  @Test
  void aKeyThatProtectsNothingIsRefused() throws IOException {
    Path out = folder.resolve("out");
    List<String> inputs = List.of("--study", DEMO.toString(), "--out", out.toString());
    key = Files.writeString(folder.resolve("short"), "x".repeat(31) + "\n");
    assertThat(run(inputs).err()).contains("PSEUDONYM_KEY_UNUSABLE", "31 bytes");
    key = folder.resolve("none");
    assertThat(run(inputs).err()).contains("PSEUDONYM_KEY_UNUSABLE", "NoSuchFile");
    assertThat(out).doesNotExist();

    key = Files.createDirectories(folder.resolve("results")).resolve("key");
    Files.writeString(key, "x".repeat(64));
    Files.writeString(folder.resolve("results/run.json"), "{}");
    Files.writeString(folder.resolve("results/results.json"), "{}");
    assertThat(run(inputs).code()).isEqualTo(2);

    makeKey();
    assertThat(run(with(inputs, "--pseudonym-map", out.resolve("map.tsv").toString())).code())
        .isEqualTo(2);
    // An earlier result, named by a link, is given away as well.
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("results"));
    CommandLineRunner.Result linked =
        run(with(inputs, "--pseudonym-map", link.resolve("sub/map.tsv").toString()));
    assertThat(linked.code()).isEqualTo(2);
    assertThat(linked.err()).contains("link/sub/map.tsv is in a result folder");
    assertThat(run(with(inputs, "--pseudonym-map", out.toString())).code()).isEqualTo(2);
    Path dangling =
        Files.createSymbolicLink(folder.resolve("map"), folder.resolve("results/map.tsv"));
    assertThat(run(with(inputs, "--pseudonym-map", dangling.toString())).code()).isEqualTo(2);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(run(inputs).err()).contains("PSEUDONYM_KEY_OPEN");
    assertThat(run(inputs).code()).as("the map exists").isEqualTo(2);
  }

  @Test
  void aRunPrintsNoIdUnlessAsked() throws IOException {
    Path out = folder.resolve("out");
    List<String> arguments = List.of("run", "--study", DEMO.toString(), "--out", out.toString());
    CommandLineRunner.Result quiet = CommandLineRunner.run(arguments);
    assertThat(quiet.code()).isZero();
    assertThat(quiet.err()).contains("SAMPLES_NOT_LISTED", "<id>");
    assertThat(found(demoIds(), quiet.out() + quiet.err())).isEmpty();
    assertThat(CommandLineRunner.run(with(arguments, "--force", "-v")).err()).contains("DEMO-029");
  }

  @Test
  void filesHaveTheModeThatTheUserGivesToNewFiles() throws IOException {
    Path out = folder.resolve("out");
    assertThat(
            CommandLineRunner.run(
                    List.of("run", "--study", DEMO.toString(), "--out", out.toString()))
                .code())
        .isZero();
    Set<?> ofFile = Files.getPosixFilePermissions(Files.createFile(folder.resolve("file")));
    Set<?> ofFolder = Files.getPosixFilePermissions(Files.createDirectory(folder.resolve("dir")));
    assertThat(Files.getPosixFilePermissions(out)).isEqualTo(ofFolder);
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.toList()) {
        assertThat(Files.getPosixFilePermissions(file)).as(file.toString()).isEqualTo(ofFile);
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("key", "out", "file", "dir");
    }
  }

  private Path model() {
    Path model = folder.resolve("model.json");
    assertThat(
            CommandLineRunner.run(
                    List.of(
                        "fit",
                        "--study",
                        DEMO.toString(),
                        "--id",
                        "demo",
                        "--out",
                        model.toString()))
                .code())
        .isZero();
    return model;
  }

  private CommandLineRunner.Result run(List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("run", "--pseudonymize", key.toString()));
    all.addAll(arguments);
    return CommandLineRunner.run(all);
  }

  private static List<String> with(List<String> arguments, String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(more));
    return all;
  }

  private static Set<String> found(KnownIds ids, String text) {
    Set<String> found = new TreeSet<>();
    String unused =
        ids.replace(
            text,
            id -> {
              found.add(id);
              return id;
            });
    assertThat(unused).hasSameSizeAs(text);
    return found;
  }

  /** Ids as the files of the study hold them, read here by themselves. */
  private static KnownIds demoIds() throws IOException {
    Set<String> ids = new TreeSet<>();
    for (String table : List.of("data_clinical_patient.txt", "data_clinical_sample.txt")) {
      List<String> lines =
          Files.readAllLines(DEMO.resolve(table)).stream().filter(l -> !l.startsWith("#")).toList();
      List<String> header = List.of(lines.get(0).split("\t", -1));
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split("\t", -1);
        for (String column : List.of("PATIENT_ID", "SAMPLE_ID")) {
          if (header.contains(column)) {
            ids.add(fields[header.indexOf(column)]);
          }
        }
      }
    }
    ids.add("DEMO-029");
    return new KnownIds(ids, Set.of(), Set.of());
  }

  private static String mapped(List<String> map, String id) {
    return map.stream()
        .filter(line -> line.endsWith("\tpatient\t" + id))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> decisions(Path out) throws IOException {
    List<String> lines = Files.readAllLines(out.resolve("screening.tsv"));
    List<String> header = List.of(lines.get(0).split("\t", -1));
    int patient = header.indexOf("PATIENT_ID");
    int decision = header.indexOf("DECISION");
    Map<String, String> decisions = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      decisions.put(fields[patient], fields[decision]);
    }
    return decisions;
  }

  private static List<String> patients(Path out) throws IOException {
    List<String> patients = new ArrayList<>();
    new ObjectMapper()
        .readTree(out.resolve("results.json").toFile())
        .get("patients")
        .forEach(patient -> patients.add(patient.toString()));
    return patients;
  }

  /** Every file below a folder by name, those in archives too. */
  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        byte[] bytes = Files.readAllBytes(file);
        texts.put(name, new String(bytes, StandardCharsets.UTF_8));
        if (name.endsWith(".xlsx")) {
          try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
              texts.put(
                  name + "!" + entry.getName(),
                  new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
          }
        }
      }
    }
    return texts;
  }
}
