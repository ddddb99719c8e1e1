package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotarget.cli.CommandLineRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code test-data/golden} holds {@code arguments.txt}, one argument a line, and
 * {@code expected}, the result folder without {@code run.json}. With {@code
 * -Dcotarget.golden.write=true} the expectation is rewritten.
 */
class GoldenResultsTest {

  private static final Path GOLDEN = Path.of("test-data/golden");
  private static final boolean WRITE = Boolean.getBoolean("cotarget.golden.write");

  @TempDir private Path folder;

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheExpectedBytesTwice(Path golden) throws IOException {
    Path first = run(golden, "first");
    Path second = run(golden, "second");
    Path expected = golden.resolve("expected");
    if (WRITE) {
      write(first, expected);
    }
    assertThat(names(first)).isEqualTo(names(expected)).isEqualTo(names(second));
    for (String name : names(expected)) {
      assertThat(first.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
  }

  @Test
  void hasNoOrphans() throws IOException {
    for (Path golden : cases()) {
      assertThat(golden.resolve("arguments.txt")).isRegularFile();
      try (Stream<Path> content = Files.list(golden)) {
        assertThat(content.map(p -> p.getFileName().toString()))
            .containsExactlyInAnyOrder("arguments.txt", "expected");
      }
    }
    assertThat(cases()).isNotEmpty();
  }

  private Path run(Path golden, String name) throws IOException {
    Path out = folder.resolve(name);
    List<String> arguments = new ArrayList<>(Files.readAllLines(golden.resolve("arguments.txt")));
    arguments.addAll(List.of("--out", out.toString()));
    CommandLineRunner.Result result = CommandLineRunner.run(arguments);
    assertThat(result.code()).as(result.err()).isZero();
    return out;
  }

  private static Set<String> names(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).forEach(names::add);
    }
    names.remove("run.json");
    return names;
  }

  private static void write(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> old = Files.list(to)) {
      old.forEach(GoldenResultsTest::delete);
    }
    for (String name : names(from)) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
