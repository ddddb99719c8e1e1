package org.cotarget.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cotarget.Stratification;
import org.cotarget.StratificationOptions;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.KnownIds;
import org.cotarget.cohort.Pseudonyms;
import org.cotarget.eligibility.Decision;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.input.CohortReader;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.PatientDecision;
import org.cotarget.report.ResultFolder;
import org.cotarget.report.ResultFolderException;
import org.cotarget.report.RunInfo;
import org.cotarget.report.StratificationReport;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run}: inputs to calls to decisions to a result folder. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Reads a cohort, calls every sample, decides on every patient and writes a result folder.",
    footer = {
      "",
      "Examples:",
      "  cotarget run --study brca_tcga --out results",
      "  cotarget run --maf m.maf.gz --cna all_data_by_genes.txt --clinical c.tsv --out results",
      "  cotarget run --expression one.tsv --clinical c.tsv --model model.json --out results",
      "  cotarget run --samplesheet sheet.csv --clinical c.tsv --assay panel=panel.bed --out results"
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private InputOptions inputs;
  @Mixin private RuleOptions rules;
  @Mixin private ModelOptions models;
  @Mixin private SignatureOptions signatures;
  @Mixin private CriteriaOptions criteria;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      required = true,
      description = "Result folder to make.")
  private Path out;

  @Mixin private ExportOptions exports;
  @Mixin private PseudonymOptions pseudonymOptions;

  @Option(names = "--force", description = "Replace an earlier result folder.")
  private boolean force;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Mixin private Verbosity verbosity;

  private final Clock clock;

  RunCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws ResultFolderException {
    verbosity.apply();
    inputs
        .fault()
        .or(signatures::fault)
        .or(() -> pseudonymOptions.fault(out, force))
        .ifPresent(
            fault -> {
              throw new ParameterException(spec.commandLine(), fault);
            });
    try (Progress progress = new Progress(clock, 3, !verbosity.isQuiet())) {
      ResultFolder.requireReplaceable(out, force);
      return run(progress);
    } catch (ResultFolderException refused) {
      spec.commandLine().getErr().println("cotarget: " + refused.getMessage());
      return ExitCode.BAD_DATA;
    }
  }

  private int run(Progress progress) throws ResultFolderException {
    Instant start = clock.instant();
    InputProblems found = new InputProblems();
    Reference reference =
        signatures.apply(inputs.apply(rules.apply(ReferenceLoader.bundled())), found);
    Optional<ExpressionModel> model = models.read(reference, signatures, found);
    List<StratificationOptions.Trial> trials = criteria.trials(reference, found);
    CohortReader.Reading reading =
        progress.stage(
            "read inputs",
            () ->
                new CohortReader(reference, new VariantAnnotator(reference))
                    .read(inputs.request()));
    found.addAll(reading.problems());
    inputs.requireModel(reading, model, found);
    Naming naming =
        new Naming(pseudonymOptions.key(found).map(key -> new Pseudonyms(key, reading.ids())));
    Optional<Cohort> cohort = reading.cohort();
    if (cohort.isEmpty() || found.hasErrors() || (strict && found.hasWarnings())) {
      refuse(found.sorted());
      return ExitCode.BAD_DATA;
    }
    Cohort named = naming.cohort(cohort.get());
    named.inputs().forEach(RunCommand::log);
    StratificationOptions options =
        new StratificationOptions(
            rules.erLowIncluded(), naming.trials(trials), rules.settings(reference), model);
    Stratification stratification = new Stratification(reference, options, Version.number());
    StratificationReport report =
        progress.stage(
            "stratify", () -> stratification.stratify(named, naming.problems(found.sorted())));
    if (report.problems().stream().anyMatch(this::isRefused)) {
      refuse(report.problems());
      return ExitCode.BAD_DATA;
    }
    if (naming.pseudonyms().isPresent() && !writeMap(naming.pseudonyms().get())) {
      return ExitCode.BAD_DATA;
    }
    List<String> arguments = naming.texts(spec.commandLine().getParseResult().originalArgs());
    write(report, reference, arguments, start, progress);
    if (!verbosity.isQuiet()) {
      summarise(report, reading.ids());
    }
    return ExitCode.OK;
  }

  private void write(
      StratificationReport report,
      Reference reference,
      List<String> arguments,
      Instant start,
      Progress progress)
      throws ResultFolderException {
    RunInfo info =
        new RunInfo(
            arguments,
            start,
            clock.instant(),
            Runtime.version().toString(),
            progress.stages(),
            List.of());
    progress.begin("write results");
    ResultFolder.write(report, reference, info, exports.exports(), out, force);
    progress.end();
  }

  /** Before the results, as whoever has these wants to know whose they are. */
  private boolean writeMap(Pseudonyms pseudonyms) {
    try {
      pseudonymOptions.writeMap(out, pseudonyms.given(), force);
      return true;
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("cotarget: cannot write " + pseudonymOptions.map(out) + ": " + e);
      return false;
    }
  }

  /** Of a part of the cohort, what concerns the whole is for {@code merge --strict} to judge. */
  private boolean isRefused(InputProblem problem) {
    boolean warned = strict && problem.severity() == Severity.WARNING;
    return problem.severity() == Severity.ERROR
        || (warned && !(inputs.isPart() && problem.where().path().equals("cohort")));
  }

  private static void log(InputFile file) {
    LoggerFactory.getLogger(RunCommand.class)
        .info("{} {}: {}; {}", file.kind(), file.path(), file.counted(), file.detail());
  }

  private void refuse(List<InputProblem> problems) {
    PrintWriter err = spec.commandLine().getErr();
    ProblemPrinter.print(problems, strict ? Severity.WARNING : Severity.ERROR, err);
    err.println(
        "cotarget: "
            + ProblemPrinter.counts(problems)
            + (strict ? " (--strict)" : "")
            + "; no result written. 'cotarget check' with the same inputs lists them all.");
  }

  /** Whoever collects what commands print gets no ids unless more is asked for. */
  private void summarise(StratificationReport report, KnownIds ids) {
    List<InputProblem> problems = report.problems();
    PrintWriter print = spec.commandLine().getOut();
    UnaryOperator<String> shown = verbosity.shown(ids);
    ProblemPrinter.print(problems, Severity.WARNING, shown, spec.commandLine().getErr());
    expression(report.cohort().inputs()).map(shown).ifPresent(print::println);
    report.decisions().forEach((id, decisions) -> print.println(counts(id, decisions)));
    print.println(
        report.cohort().patients().size()
            + " patients, "
            + report.samples().size()
            + " samples; "
            + ProblemPrinter.counts(problems)
            + "; written to "
            + out);
    if (pseudonymOptions.isWanted()) {
      print.println("pseudonyms listed in " + pseudonymOptions.map(out));
    }
  }

  /** What the expression values were taken for, which every call from them rests on. */
  private static Optional<String> expression(List<InputFile> files) {
    List<InputFile> read = files.stream().filter(f -> f.kind().equals("expression")).toList();
    String more = read.size() > 1 ? " (and " + (read.size() - 1) + " more files)" : "";
    return read.stream()
        .findFirst()
        .map(file -> "expression: " + file.detail() + "; " + file.path() + more);
  }

  private static String counts(String id, List<PatientDecision> decisions) {
    Map<Decision, Long> counts =
        new TreeMap<>(
            decisions.stream()
                .collect(
                    Collectors.groupingBy(d -> d.decision().decision(), Collectors.counting())));
    return id
        + ": "
        + counts.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
  }
}
