package org.cotarget.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code reference/manifest.tsv} to the files of {@code reference/}. After a change of a file
 * rewrite it with {@code mvn -q -Dtest=ReferenceManifestTest -Dcotarget.manifest.write=true test}.
 */
class ReferenceManifestTest {

  private static final Path ROOT = Path.of("reference");
  private static final Path MANIFEST = ROOT.resolve(ReferenceLoader.MANIFEST);

  @Test
  void listsEveryFileWithItsDigest() throws IOException {
    String expected = manifest();
    if (Boolean.getBoolean("cotarget.manifest.write")) {
      Files.writeString(MANIFEST, expected);
    }

    assertThat(Files.readString(MANIFEST))
        .as("run with -Dcotarget.manifest.write=true after a change of reference/")
        .isEqualTo(expected);
  }

  private static String manifest() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # title: Every file of the reference data
            # version: 1
            # citation: design_default
            # licence: Apache-2.0
            # note: rewritten by mvn -q -Dtest=ReferenceManifestTest -Dcotarget.manifest.write=true test
            path\tversion\ttitle\tlicence\tcitation\tsha256
            """);
    for (Path file : files()) {
      text.append(row(file)).append('\n');
    }
    return text.toString();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.equals(MANIFEST))
          .sorted(java.util.Comparator.comparing(ReferenceManifestTest::name))
          .toList();
    }
  }

  private static String row(Path file) throws IOException {
    Map<String, String> about = about(file);
    assertThat(about).as("head of %s", file).containsKey("title");
    return String.join(
        "\t",
        name(file),
        about.getOrDefault("version", "1"),
        about.get("title"),
        about.getOrDefault("licence", "Apache-2.0"),
        Stream.of(about.getOrDefault("citation", "design_default").split(";", -1))
            .map(String::strip)
            .collect(Collectors.joining(";")),
        ReferenceCheck.sha256(Files.readAllBytes(file)));
  }

  /** What a file says of itself: comment lines at its head, or members of a JSON object. */
  private static Map<String, String> about(Path file) throws IOException {
    if (!file.toString().endsWith(".json")) {
      return Table.comments(Files.readString(file));
    }
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    return Stream.of("title", "version", "licence", "citation")
        .filter(json::hasNonNull)
        .collect(Collectors.toMap(key -> key, key -> json.get(key).asText()));
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }
}
