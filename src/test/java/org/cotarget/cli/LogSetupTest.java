package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogSetupTest {

  @Test
  void writesWarningsWithWhatWasThrownToStandardError() {
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream keptError = System.err;
    PrintStream keptOutput = System.out;
    System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      LoggerContext context = new LoggerContext();
      context.setMDCAdapter(new LogbackMDCAdapter());
      assertThat(new LogSetup().configure(context))
          .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
      Logger logger = context.getLogger("org.cotarget.cli.Progress");
      logger.info("not shown");
      logger.warn("{} of {}", 1, 2);
      logger.setLevel(Level.DEBUG);
      logger.debug("shown", new IOException("why"));
      context.stop();
    } finally {
      System.setErr(keptError);
      System.setOut(keptOutput);
    }
    assertThat(error.toString(StandardCharsets.UTF_8).lines().toList())
        .startsWith("WARN Progress: 1 of 2", "DEBUG Progress: shown", "java.io.IOException: why");
    assertThat(output.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
