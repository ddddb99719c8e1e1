package org.cotarget.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.input.CohortReader;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code check}: reads every input and prints every problem; computes nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Reads every input and prints every problem: file, line, column, what to do.",
    footer = {
      "",
      "Example:",
      "  cotarget check --maf cohort.maf --clinical clinical.tsv --cna cna.txt"
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private InputOptions inputs;
  @Mixin private ModelOptions models;
  @Mixin private SignatureOptions signatures;
  @Mixin private CriteriaOptions criteria;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Mixin private Verbosity verbosity;

  @Override
  public Integer call() {
    verbosity.apply();
    inputs
        .fault()
        .or(signatures::fault)
        .ifPresent(
            fault -> {
              throw new ParameterException(spec.commandLine(), fault);
            });
    InputProblems found = new InputProblems();
    Reference reference = signatures.apply(inputs.apply(ReferenceLoader.bundled()), found);
    Optional<ExpressionModel> model = models.read(reference, signatures, found);
    criteria.trials(reference, found);
    CohortReader.Reading reading =
        new CohortReader(reference, new VariantAnnotator(reference)).read(inputs.request());
    found.addAll(reading.problems());
    inputs.requireModel(reading, model, found);
    List<InputProblem> problems = found.sorted();
    PrintWriter out = spec.commandLine().getOut();
    ProblemPrinter.print(problems, verbosity.isQuiet() ? Severity.ERROR : Severity.NOTE, out);
    reading
        .cohort()
        .ifPresent(
            cohort ->
                cohort
                    .inputs()
                    .forEach(
                        file ->
                            out.println(
                                "read "
                                    + file.path()
                                    + ": "
                                    + file.kind()
                                    + ", "
                                    + file.counted()
                                    + "; "
                                    + file.detail())));
    out.println(ProblemPrinter.counts(problems));
    return found.hasErrors() || (strict && found.hasWarnings()) ? ExitCode.BAD_DATA : ExitCode.OK;
  }
}
