package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The result folder is the same in a Turkish locale (where the small form of {@code I} is not
 * {@code i}), half an hour off every whole-hour time zone and on one processor.
 */
class SameBytesEverywhereTest {

  private static final Path GOLDEN = Path.of("test-data/golden/demo");

  @TempDir private Path folder;

  @Test
  void writesTheGoldenBytes() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path log = folder.resolve("log.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kolkata",
                "-XX:ActiveProcessorCount=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.cotarget.cli.Main"));
    command.addAll(Files.readAllLines(GOLDEN.resolve("arguments.txt")));
    command.addAll(List.of("--out", out.toString()));
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(log)).isZero();

    Path expected = GOLDEN.resolve("expected");
    Set<String> names = names(expected);
    assertThat(names).contains("results.json", "screening.tsv");
    assertThat(names(out)).isEqualTo(names);
    for (String name : names) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
    }
  }

  /** {@code run.json} holds the time and place of the run. */
  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("run.json"))
          .collect(Collectors.toSet());
    }
  }
}
