package org.cotarget.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.MergeRules;
import org.cotarget.report.ResultFolder;
import org.cotarget.report.ResultFolderException;
import org.cotarget.report.RunInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: the result folders of several runs to one. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Joins the result folders of several runs (shards) into one, byte for byte as one run over all"
          + " their inputs would have written it, but for run.json.",
      "Refused where version, criteria, settings or expression model differ, where two folders hold"
          + " one patient, or where a shard is missing."
    },
    footer = {
      "",
      "Examples:",
      "  cotarget merge shard-1 shard-2 shard-3 --out results",
      "  cotarget merge @folders.txt --out results"
    })
final class MergeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Result folders; @FILE names a file with one a line.")
  private List<Path> parts = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "Result folder to make.")
  private Path out;

  @Option(
      names = "--incomplete",
      description = "Take shards of a cohort though others are missing, to merge the rest later.")
  private boolean incomplete;

  @Mixin private ExportOptions exports;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Option(names = "--force", description = "Replace an earlier result folder.")
  private boolean force;

  @Mixin private Verbosity verbosity;

  private final Clock clock;

  MergeCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    verbosity.apply();
    requireOutBeside();
    try (Progress progress = new Progress(clock, 1, !verbosity.isQuiet())) {
      ResultFolder.requireReplaceable(out, force);
      Instant start = clock.instant();
      progress.begin("merge results");
      ResultFolder.Merged merged =
          ResultFolder.merge(
              parts,
              new MergeRules(incomplete, strict),
              ReferenceLoader.bundled(),
              Version.number(),
              read -> info(start, progress, read),
              exports.exports(),
              out,
              force);
      progress.end();
      if (!verbosity.isQuiet()) {
        summarise(merged);
      }
      return ExitCode.OK;
    } catch (ResultFolderException refused) {
      spec.commandLine().getErr().println("cotarget: " + refused.getMessage());
      return ExitCode.BAD_DATA;
    }
  }

  private static Stream<String> warnings(ResultFolder.Merged merged) {
    return merged.problems().stream()
        .filter(problem -> problem.severity() == Severity.WARNING)
        .collect(Collectors.groupingBy(InputProblem::code, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(code -> "warning " + code.getKey() + ": " + code.getValue() + " in problems.tsv");
  }

  private void requireOutBeside() throws IOException {
    for (Path part : parts) {
      if (Files.exists(part) && Files.exists(out) && Files.isSameFile(part, out)) {
        throw new ParameterException(
            spec.commandLine(), out + " is both read and written; name another folder with --out");
      }
    }
  }

  private RunInfo info(Instant start, Progress progress, List<RunInfo.Part> read) {
    return new RunInfo(
        List.copyOf(spec.commandLine().getParseResult().originalArgs()),
        start,
        clock.instant(),
        Runtime.version().toString(),
        progress.stages(),
        read);
  }

  private void summarise(ResultFolder.Merged merged) {
    // Messages name patients: they are in problems.tsv, and printed when more is asked for.
    if (verbosity.isVerbose()) {
      ProblemPrinter.print(merged.problems(), Severity.WARNING, spec.commandLine().getErr());
    } else {
      warnings(merged).forEach(spec.commandLine().getErr()::println);
    }
    PrintWriter print = spec.commandLine().getOut();
    print.println(
        merged.patients()
            + " patients of "
            + parts.size()
            + (parts.size() == 1 ? " folder; " : " folders; ")
            + ProblemPrinter.counts(merged.problems())
            + "; written to "
            + out);
  }
}
