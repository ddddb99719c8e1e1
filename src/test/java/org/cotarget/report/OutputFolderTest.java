package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cotarget.report.ResultFolderException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands after a process was killed, ran out of memory, or met another one. */
class OutputFolderTest {

  private static final OutputFolder FOLDER =
      new OutputFolder("things", "mark.json", Set.of("mark.json", "a.txt"));

  private static final String RANDOM = "11111111-1111-1111-1111-111111111111";

  @TempDir private Path parent;
  private Path out;

  @BeforeEach
  void namesTheFolder() {
    out = parent.resolve("out");
  }

  private static void write(Path folder, boolean force, String text) throws ResultFolderException {
    FOLDER.write(folder, force, files -> fill(files, text));
  }

  private static void fill(OutputFolder.Sink files, String text) throws IOException {
    files.file("a.txt", writer -> writer.write(text));
    files.file("mark.json", writer -> writer.write("{\"tool\": \"cotarget\"}"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private Path earlierResultMovedAside() throws Exception {
    write(out, false, "earlier");
    return Files.move(out, parent.resolve(".out.old-" + RANDOM));
  }

  @Test
  void anEarlierResultThatWasMovedAsideComesBack() throws Exception {
    earlierResultMovedAside();
    assertThatThrownBy(() -> FOLDER.requireReplaceable(out, false))
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("--force");
    assertThat(out.resolve("a.txt")).hasContent("earlier");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void theSameCommandThenReplacesIt() throws Exception {
    earlierResultMovedAside();
    write(out, true, "new");
    assertThat(out.resolve("a.txt")).hasContent("new");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void aResultMovedAsideBehindALinkComesBackToo() throws Exception {
    Path behind = parent.resolve("out");
    Path link = Files.createSymbolicLink(parent.resolve("link"), Path.of("out"));
    earlierResultMovedAside();
    write(link, true, "new");
    assertThat(behind.resolve("a.txt")).hasContent("new");
    assertThat(names()).containsExactly("link", "out");
  }

  /** As the system reads such a path. */
  @Test
  void aParentOfALinkIsThatOfItsTarget() throws Exception {
    Files.createDirectories(parent.resolve("deep/target"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), Path.of("deep/target"));
    write(link.resolve("../res"), false, "new");
    assertThat(parent.resolve("deep/res/a.txt")).hasContent("new");
    write(parent.resolve("none/../other"), false, "new");
    assertThat(names()).containsExactly("deep", "link", "other");
  }

  @Test
  void whatKilledProcessesLeftIsCleared() throws Exception {
    Files.writeString(
        Files.createDirectories(parent.resolve(".out.partial-" + RANDOM + "/deep")).resolve("x"),
        "x");
    Files.writeString(parent.resolve(".out.partial-" + RANDOM.replace('1', '2')), "x");
    Files.createDirectory(parent.resolve(".out.lock-of-somebody-else"));
    Files.writeString(parent.resolve(".out.lock"), "token of the dead");
    earlierResultMovedAside();
    write(out, true, "new");
    assertThat(names()).containsExactly(".out.lock-of-somebody-else", "out");
  }

  @Test
  void anOutputOfALikeNameIsLeftAlone() throws Exception {
    Files.createDirectory(parent.resolve(".outer.partial-7"));
    write(out, false, "new");
    assertThat(names()).containsExactly(".outer.partial-7", "out");
  }

  @Test
  void filesOfTheUserWithLikeNamesAreLeftAlone() throws Exception {
    Files.createDirectory(parent.resolve(".out.partial-mine"));
    Path old = Files.createDirectory(parent.resolve(".out.old-" + RANDOM));
    Files.writeString(old.resolve("notes.txt"), "of the user");
    Files.createDirectory(parent.resolve(".out.old-2024"));
    write(out, false, "new");
    assertThat(out.resolve("a.txt")).hasContent("new");
    assertThat(names())
        .containsExactly(".out.old-" + RANDOM, ".out.old-2024", ".out.partial-mine", "out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void theFolderThatTheCommandRunsInIsRefused(String folder) {
    assertThatThrownBy(() -> FOLDER.requireReplaceable(Path.of(folder), true))
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("the folder that the command runs in");
  }

  @Test
  void aMountPointIsRefusedBeforeTheWork() {
    Path mount = Path.of("/dev/shm");
    assumeTrue(Files.isDirectory(mount), "skipped: this system has no /dev/shm");
    assertThatThrownBy(() -> FOLDER.requireReplaceable(mount, true))
        .isInstanceOf(ResultFolderException.class)
        .hasMessage("/dev/shm is a mount point and cannot be replaced; use --out /dev/shm/results");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLockThatIsNoFileIsRefusedBeforeTheWork(boolean dangling) throws Exception {
    Path lock = parent.resolve(".out.lock");
    if (dangling) {
      Files.createSymbolicLink(lock, Path.of("nowhere"));
    } else {
      Files.createDirectory(lock);
    }
    assertThatThrownBy(() -> FOLDER.requireReplaceable(out, false))
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("in the way");
    assertThat(names()).containsExactly(".out.lock");
  }

  @Test
  void waitingForAnotherWriterHasAnEnd() throws Exception {
    Path target = out.toAbsolutePath();
    try (OutputLock held = OutputLock.of(target)) {
      assertThat(held.isExclusive()).isTrue();
      assertThatThrownBy(() -> OutputLock.of(target, Duration.ofMillis(120)))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("another process");
    }
    OutputLock.of(target, Duration.ZERO).close();
    assertThat(names()).isEmpty();
  }

  private AbstractThrowableAssert<?, ?> assertThatFillingBy(OutputFolder.Filling filling) {
    return assertThatThrownBy(() -> FOLDER.write(out, false, filling));
  }

  @Test
  void aValueThatJsonCannotWriteIsAFaultOfOurs() throws Exception {
    assertThatFillingBy(
            files -> {
              throw new JsonMappingException(null, "planted");
            })
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void tooLittleMemoryLeavesNothing() throws Exception {
    write(out, false, "earlier");
    assertThatThrownBy(
            () ->
                FOLDER.write(
                    out,
                    true,
                    files -> {
                      fill(files, "half");
                      throw new OutOfMemoryError("planted");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(out.resolve("a.txt")).hasContent("earlier");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void aFullDiskIsNoFaultOfOursAlsoWhereATemplateWrapsIt() throws Exception {
    assertThatFillingBy(
            files -> {
              throw new IllegalStateException(
                  "a template", new IOException("No space left on device"));
            })
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("No space left on device");
    assertThat(names()).isEmpty();
  }

  @Test
  void aFaultOfOursStaysOne() throws Exception {
    assertThatThrownBy(
            () ->
                FOLDER.write(
                    out,
                    false,
                    files -> {
                      throw new IllegalStateException("planted");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void aFailureDoesNotTakeTheNeighbourAlong() throws Exception {
    Path made = parent.resolve("made/deep");
    assertThatThrownBy(
            () ->
                FOLDER.write(
                    made.resolve("mine"),
                    false,
                    files -> {
                      Files.writeString(made.resolve("of a neighbour"), "kept");
                      throw new IOException("planted");
                    }))
        .isInstanceOf(ResultFolderException.class)
        .hasMessageContaining("planted");
    assertThat(made.resolve("of a neighbour")).hasContent("kept");
    assertThat(made.resolve("mine")).doesNotExist();
  }

  @Test
  void aFailureRemovesTheFoldersThatItMade() throws Exception {
    assertThatThrownBy(
            () ->
                FOLDER.write(
                    parent.resolve("made/deep/mine"),
                    false,
                    files -> {
                      throw new IOException("planted");
                    }))
        .isInstanceOf(ResultFolderException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void ofTwoAtOnceOneStandsAndTheOtherIsTold() throws Exception {
    List<String> told = together(false);
    assertThat(told).containsExactlyInAnyOrder("written", "OCCUPIED");
    assertThat(names()).containsExactly("out");
  }

  @Test
  void byForceTwoAtOnceFollowEachOther() throws Exception {
    write(out, false, "earlier");
    assertThat(together(true)).containsExactly("written", "written");
    assertThat(Files.readString(out.resolve("a.txt"))).isIn("0", "1");
    assertThat(names()).containsExactly("out");
  }

  private List<String> together(boolean force) throws Exception {
    CountDownLatch bothReady = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> writers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        String text = String.valueOf(i);
        writers.add(
            () -> {
              FOLDER.requireReplaceable(out, force);
              bothReady.countDown();
              bothReady.await();
              try {
                write(out, force, text);
                return "written";
              } catch (ResultFolderException refused) {
                return refused.reason().toString();
              }
            });
      }
      List<String> told = new ArrayList<>();
      for (Future<String> writer : threads.invokeAll(writers)) {
        told.add(writer.get());
      }
      return told;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aParentThatIsAFileIsToldBeforeTheWork() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "x");
    assertThatThrownBy(() -> write(file.resolve("out"), false, "x"))
        .isInstanceOfSatisfying(
            ResultFolderException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.FILE_SYSTEM));
    assertThat(names()).containsExactly("file");
  }

  @Test
  void aFileIsReplacedOnlyByForceAndWhole() throws Exception {
    Path file = parent.resolve("model.json");
    OutputFile.write(file, "first", false);
    assertThatThrownBy(() -> OutputFile.write(file, "second", false))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("--force");
    assertThat(file).hasContent("first");
    Files.writeString(parent.resolve(".model.json.partial-" + RANDOM), "of the dead");
    OutputFile.write(file, "third", true);
    assertThat(file).hasContent("third");
    assertThat(names()).containsExactly("model.json");
  }
}
