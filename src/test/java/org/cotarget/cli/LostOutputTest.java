package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard output that is closed, and too little memory. */
class LostOutputTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    return Main.execute(
        arguments,
        new PrintWriter(closed, true, StandardCharsets.UTF_8),
        new PrintWriter(err, true),
        Clock.systemUTC());
  }

  @Test
  void aCommandThatOnlyPrintsFails() {
    assertThat(run("check", "--study", "test-data/demo")).isEqualTo(ExitCode.OUTPUT_LOST);
    assertThat(err.toString()).contains("standard output");
  }

  @Test
  void aCommandThatWritesAFolderHasDoneItsWork() {
    Path out = folder.resolve("out");
    assertThat(run("run", "--study", "test-data/demo", "--out", out.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(out.resolve("run.json")).exists();
    assertThat(err.toString()).contains("standard output");
  }

  @Test
  void aCommandThatFailsKeepsItsCode() {
    assertThat(run("check", "--maf", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.BAD_DATA);
  }

  @Test
  void anErrorOfAnyKindIsAFaultOfOurs() {
    Clock broken =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            throw new StackOverflowError("planted");
          }
        };
    String[] arguments = {
      "run", "--study", "test-data/demo", "--out", folder.resolve("out").toString()
    };
    PrintWriter errors = new PrintWriter(err, true);
    assertThat(Main.execute(arguments, new PrintWriter(new StringWriter()), errors, broken))
        .isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("internal fault", "planted");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void threadsThatTheSystemRefusesNeedOtherAdvice() {
    Throwable fault =
        new OutOfMemoryError("unable to create native thread: possibly out of memory");
    assertThat(Main.failed(fault, new PrintWriter(err, true))).isEqualTo(ExitCode.MEMORY);
    assertThat(err.toString()).contains("ulimit -u").doesNotContain("-Xmx");
  }

  @Test
  void tooLittleMemoryInAnyThreadIsNoFaultOfOurs() {
    Throwable fault = new CompletionException(new OutOfMemoryError("Java heap space"));
    assertThat(Main.failed(fault, new PrintWriter(err, true))).isEqualTo(ExitCode.MEMORY);
    assertThat(err.toString()).contains("-Xmx", "Java heap space");
    assertThat(Main.failed(new IllegalStateException("x"), new PrintWriter(err, true)))
        .isEqualTo(ExitCode.INTERNAL);
  }
}
