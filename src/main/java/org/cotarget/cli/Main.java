package org.cotarget.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
      "  cotarget merge shard-1 shard-2 --out results",
      "  cotarget explain TCGA-A1-A0SK --results results",
      "  cotarget criteria list",
      "  cotarget evaluate --results results --truth truth.tsv",
      "  cotarget reference list",
      "  source <(cotarget generate-completion)",
      "",
      "Exit codes: 0 done, 1 the data cannot be used or the result not be written, 2 the command line"
          + " cannot be used, 70 a fault of cotarget, 71 not enough memory, 74 standard output is lost."
    })
public final class Main implements Runnable {

  /** Made before it is needed, as then nothing can be made. */
  private static final byte[] NO_MEMORY =
      ("cotarget: Java has not enough memory; an output is complete or as it was before. Give it more,"
              + " e.g. java -Xmx4g -jar cotarget.jar, or split the samples.\n")
          .getBytes(StandardCharsets.UTF_8);

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Thread interrupted =
        new Thread(
            () ->
                err.println(
                    "cotarget: interrupted; an output folder or file is complete, or as it was"
                        + " before"));
    Runtime.getRuntime().addShutdownHook(interrupted);
    int code;
    try {
      code = execute(args, out, err, Clock.systemUTC());
    } catch (OutOfMemoryError alsoWhileItWasTold) {
      System.err.write(NO_MEMORY, 0, NO_MEMORY.length);
      Runtime.getRuntime().halt(ExitCode.MEMORY);
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException shuttingDown) {
      return;
    }
    System.exit(code);
  }

  /**
   * Runs a command line.
   *
   * @param clock tells when the run began and ended
   * @return the exit code
   */
  static int execute(String[] args, PrintWriter out, PrintWriter err, Clock clock) {
    try {
      return run(args, out, err, clock);
    } catch (RuntimeException | Error fault) {
      return failed(fault, err);
    }
  }

  private static int run(String[] args, PrintWriter out, PrintWriter err, Clock clock) {
    CommandLine command =
        new Commands(clock)
            .commandLine(args)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .setExecutionExceptionHandler((fault, at, parsed) -> failed(fault, err));
    int code = command.execute(args);
    if (out.checkError() && code == ExitCode.OK) {
      err.println("cotarget: standard output was closed or full; not all of it could be printed");
      code = writesFiles(command) ? ExitCode.OK : ExitCode.OUTPUT_LOST;
    }
    err.flush();
    return code;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  /** Whether the command that ran was told to write a folder or file, by {@code --out}. */
  private static boolean writesFiles(CommandLine command) {
    ParseResult parsed = command.getParseResult();
    return parsed.asCommandLineList().stream()
        .anyMatch(part -> part.getParseResult().hasMatchedOption("--out"));
  }

  /** Java throws the same where memory is there but the system gives no thread. */
  private static boolean isOfThreads(Throwable error) {
    return String.valueOf(error.getMessage()).contains("native thread");
  }

  /** Tells of what was thrown; the exit code. */
  static int failed(Throwable fault, PrintWriter err) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError && isOfThreads(cause)) {
        err.println(
            "cotarget: the system allows no more threads ("
                + cause.getMessage()
                + "); an output is complete or as it was before. Raise the limit of processes (ulimit -u, or that of the"
                + " container), or take fewer: java -XX:ActiveProcessorCount=2 -jar cotarget.jar.");
        return ExitCode.MEMORY;
      }
      if (cause instanceof OutOfMemoryError) {
        err.println(
            "cotarget: Java has not enough memory ("
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB of heap; "
                + cause.getMessage()
                + "); an output is complete or as it was before. Give it more, e.g. java -Xmx4g -jar cotarget.jar, or"
                + " split the samples.");
        return ExitCode.MEMORY;
      }
    }
    err.println("cotarget: internal fault, please report it with the lines below: " + fault);
    fault.printStackTrace(err);
    err.flush();
    return ExitCode.INTERNAL;
  }
}
