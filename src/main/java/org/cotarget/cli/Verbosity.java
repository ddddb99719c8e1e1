package org.cotarget.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.function.UnaryOperator;
import org.cotarget.cohort.KnownIds;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** How much a command tells beside its result. */
final class Verbosity {

  private static final String HIDDEN_ID = "<id>";

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell more; twice tells everything.")
  private boolean[] verbose = {};

  @Option(
      names = {"-q", "--quiet"},
      description = "Print errors only.")
  private boolean quiet;

  boolean isQuiet() {
    return quiet;
  }

  boolean isVerbose() {
    return verbose.length > 0;
  }

  /** How a text is printed: whoever collects output gets no ids unless more is asked for. */
  UnaryOperator<String> shown(KnownIds ids) {
    return text -> isVerbose() ? text : ids.replace(text, id -> HIDDEN_ID);
  }

  /** Sets the level of the log, which goes to standard error. */
  void apply() {
    Level level =
        quiet
            ? Level.ERROR
            : switch (verbose.length) {
              case 0 -> Level.WARN;
              case 1 -> Level.INFO;
              default -> Level.DEBUG;
            };
    ((Logger) LoggerFactory.getLogger("org.cotarget")).setLevel(level);
  }
}
