package org.cotarget.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the seeds of every fuzz target, among them all that fuzzing found before. */
class FuzzSeedsTest {

  private static final Path SEEDS = Path.of("src/test/resources/fuzz");

  /** Longer inputs are cut by {@code src/bench/fuzz.sh}. */
  private static final int LONGEST_SEED = 32_768;

  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.ofEntries(
          Map.entry("ClinicalFuzz", ClinicalFuzz::fuzzerTestOneInput),
          Map.entry("CopyNumberFuzz", CopyNumberFuzz::fuzzerTestOneInput),
          Map.entry("CriteriaFuzz", CriteriaFuzz::fuzzerTestOneInput),
          Map.entry("MafFuzz", MafFuzz::fuzzerTestOneInput),
          Map.entry("MatrixFuzz", MatrixFuzz::fuzzerTestOneInput),
          Map.entry("ModelFuzz", ModelFuzz::fuzzerTestOneInput),
          Map.entry("QuantificationFuzz", QuantificationFuzz::fuzzerTestOneInput),
          Map.entry("ResultsFuzz", ResultsFuzz::fuzzerTestOneInput),
          Map.entry("SmallTablesFuzz", SmallTablesFuzz::fuzzerTestOneInput),
          Map.entry("StudyFuzz", StudyFuzz::fuzzerTestOneInput),
          Map.entry("VcfBlockFuzz", VcfBlockFuzz::fuzzerTestOneInput),
          Map.entry("VcfTextFuzz", VcfTextFuzz::fuzzerTestOneInput));

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  static List<Arguments> seeds() throws IOException {
    return list(SEEDS).stream()
        .flatMap(
            target -> {
              try {
                return list(target).stream().map(seed -> arguments(name(target), name(seed), seed));
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            })
        .toList();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Test
  void everyTargetHasSeeds() throws IOException {
    assertThat(list(SEEDS).stream().map(FuzzSeedsTest::name))
        .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
  }

  /** The limit is that of a hang, not of a slow machine. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("seeds")
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isReadOrRefused(String target, String name, Path seed) throws IOException {
    byte[] data = Files.readAllBytes(seed);
    assertThat(data.length).isLessThanOrEqualTo(LONGEST_SEED);
    assertThatCode(() -> TARGETS.get(target).accept(data)).doesNotThrowAnyException();
  }
}
