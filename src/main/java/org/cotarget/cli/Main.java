package org.cotarget.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point. */
@Command(
    name = "cotarget",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Finds the patients of a breast-cancer cohort who may benefit from inhibiting PI3K and JAK2"
          + " together: calls triple-negative status, PI3K activation and JAK2/STAT5 support, shows the"
          + " evidence, and says what to test where the data do not suffice.",
      "",
      "Research use only."
    },
    footer = {
      "",
      "Examples:",
      "  cotarget run --study brca_tcga --out results",
      "  cotarget check --maf cohort.maf --clinical clinical.tsv",
      "  cotarget fit --expression counts.tsv.gz --clinical c.tsv --id my-lab --out model.json",
      "  cotarget explain TCGA-A1-A0SK --results results",
      "  cotarget criteria list",
      "  cotarget evaluate --results results --truth truth.tsv",
      "  cotarget reference list",
      "  source <(cotarget generate-completion)",
      "",
      "Exit codes: 0 done, 1 the data cannot be used, 2 the command line cannot be used, 70 a fault of"
          + " cotarget."
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = execute(args, out, err, Clock.systemUTC());
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs a command line.
   *
   * @param clock tells when the run began and ended
   * @return the exit code
   */
  static int execute(String[] args, PrintWriter out, PrintWriter err, Clock clock) {
    return new Commands(clock)
        .commandLine(args)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Main::internalFault)
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  private static int internalFault(
      Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("cotarget: internal fault, please report it with the lines below: " + fault);
    fault.printStackTrace(err);
    err.flush();
    return ExitCode.INTERNAL;
  }
}
