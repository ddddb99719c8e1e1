package org.cotarget.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cotarget.Stratification;
import org.cotarget.StratificationOptions;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ModelFile;
import org.cotarget.expression.ModelLabel;
import org.cotarget.expression.ShardedFit;
import org.cotarget.input.CohortReader;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fit}: a cohort's expression to a locked model. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Fits an expression model on a cohort and writes it as one JSON file. 'run --model FILE' then"
          + " scores any sample by it, alone as among a thousand.",
      "ER status from the clinical table tells whether PTEN mRNA may be called against the model."
    },
    footer = {
      "",
      "Examples:",
      "  cotarget fit --expression counts.tsv.gz --clinical clinical.tsv --id my-lab-rna --out model.json",
      "A cohort in parts, where 1.tsv is one of them:",
      "  cotarget fit --partial --expression 1.tsv --clinical 1-clinical.tsv --out 1.moments.json",
      "  cotarget fit --combine 1.moments.json 2.moments.json --out moments.json",
      "  cotarget fit --partial --moments moments.json --expression 1.tsv --clinical 1-clinical.tsv"
          + " --out 1.scores.json",
      "  cotarget fit --combine 1.scores.json 2.scores.json --id my-lab-rna --out model.json"
    })
final class FitCommand implements Callable<Integer> {

  private static final String NO_EXPRESSION =
      "there is no expression that can be standardised (counts of whole transcriptomes,"
          + " TPM/FPKM/RSEM or log2 values of the samples of the cohort)";

  private static final String MIN_SAMPLES = "expression.min-reference";

  @Spec private CommandSpec spec;
  @Mixin private InputOptions inputs;
  @Mixin private SignatureOptions signatures;
  @Mixin private PartOptions parts;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "Model, or partial fit, to write.")
  private Path out;

  @Option(
      names = "--id",
      paramLabel = "ID",
      defaultValue = "",
      description =
          "Short name of the model: letters, digits, '.', '_', '-'. Needed wherever a model is written.")
  private String id = "";

  @Option(
      names = "--model-version",
      paramLabel = "TEXT",
      defaultValue = "1",
      description = "Version of the model. Default: ${DEFAULT-VALUE}.")
  private String modelVersion = "1";

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "Expression model",
      description = "One line for people.")
  private String title = "";

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      defaultValue = "not stated",
      description = "Where the cohort comes from.")
  private String source = "";

  @Option(
      names = "--platform",
      paramLabel = "TEXT",
      defaultValue = "not stated",
      description = "How expression was measured and quantified.")
  private String platform = "";

  @Option(
      names = "--citation",
      paramLabel = "KEYS",
      defaultValue = "design_default",
      description = "Citation keys of the cohort.")
  private String citation = "";

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Mixin private Verbosity verbosity;

  @Override
  public Integer call() {
    verbosity.apply();
    (parts.combines() ? inputsToCombine() : ofInputs())
        .or(signatures::fault)
        .or(parts::fault)
        .or(this::fault)
        .ifPresent(this::usage);
    try {
      return parts.combines() ? combine() : fit();
    } catch (PartOptions.UnreadableException | ShardedFit.MismatchException e) {
      spec.commandLine().getErr().println("cotarget: nothing written: " + e.getMessage());
      return ExitCode.BAD_DATA;
    }
  }

  /** A part may be of a shard, a model may not. */
  private Optional<String> ofInputs() {
    return inputs.fault().or(() -> parts.isPartial() ? Optional.empty() : inputs.faultOfPart());
  }

  private int fit() throws PartOptions.UnreadableException, ShardedFit.MismatchException {
    InputProblems found = new InputProblems();
    Reference reference = signatures.apply(ReferenceLoader.bundled(), found);
    CohortReader.Reading reading =
        new CohortReader(reference, new VariantAnnotator(reference)).read(inputs.request());
    found.addAll(reading.problems());
    List<InputProblem> problems = found.sorted();
    if (reading.cohort().isEmpty() || found.hasErrors() || (strict && found.hasWarnings())) {
      PrintWriter err = spec.commandLine().getErr();
      ProblemPrinter.print(problems, strict ? Severity.WARNING : Severity.ERROR, err);
      err.println("cotarget: " + ProblemPrinter.counts(problems) + "; no model written");
      return ExitCode.BAD_DATA;
    }
    if (!verbosity.isQuiet()) {
      ProblemPrinter.print(
          problems, Severity.WARNING, verbosity.shown(reading.ids()), spec.commandLine().getErr());
    }
    Stratification stratification =
        new Stratification(reference, StratificationOptions.forFitting(), Version.number());
    Optional<InputProblem> byMean =
        problems.stream().filter(p -> p.code().equals("EXPR_ROW_BY_MEAN")).findFirst();
    if (parts.isPartial() && !inputs.isPart() && byMean.isPresent()) {
      // Parts of one matrix would take different rows, unlike one fit, and nobody would see it.
      spec.commandLine()
          .getErr()
          .println(
              "cotarget: nothing written: "
                  + byMean.get().where()
                  + ": "
                  + byMean.get().message()
                  + "; "
                  + byMean.get().fix()
                  + ", or take a part of the whole file with --shard");
      return ExitCode.BAD_DATA;
    }
    if (parts.isPartial()) {
      // A shard may lack samples, but not because a file was forgotten.
      return write(
          reading.expression()
              ? stratification.fitPart(reading.cohort().get(), platform, parts.moments())
              : Optional.empty());
    }
    return write(stratification.fit(reading.cohort().get(), label()), reference);
  }

  /** Parts hold all that a model is made of. */
  private Optional<String> inputsToCombine() {
    return inputs.request().isEmpty() && !signatures.given()
        ? Optional.empty()
        : Optional.of("--combine takes partial fits only; give inputs and signatures to --partial");
  }

  private ModelLabel label() {
    return new ModelLabel(id, modelVersion, title, citation, source, platform);
  }

  private int combine() throws PartOptions.UnreadableException, ShardedFit.MismatchException {
    Reference reference = ReferenceLoader.bundled();
    ShardedFit fit = new ShardedFit(reference, Version.number());
    ShardedFit.Part whole = fit.combine(parts.parts());
    if (!whole.hasDistributions()) {
      return write(Optional.of(whole));
    }
    if (id.isEmpty()) {
      usage("--id is needed, since these parts make a model");
    }
    return write(Optional.of(fit.model(whole, label())), reference);
  }

  private int write(Optional<ExpressionModel> model, Reference reference) {
    Optional<String> refusal = refusal(model, reference);
    if (refusal.isPresent()) {
      spec.commandLine().getErr().println("cotarget: no model written: " + refusal.get());
      return ExitCode.BAD_DATA;
    }
    return write(model.orElseThrow());
  }

  private Optional<String> fault() {
    if (id.isEmpty() && !parts.isPartial() && !parts.combines()) {
      return Optional.of("Missing required option: '--id=ID'");
    }
    if (!id.matches("[A-Za-z0-9._-]*")) {
      return Optional.of("--id " + id + ": use letters, digits, '.', '_' and '-'");
    }
    return Files.exists(out) && !force
        ? Optional.of(out + " exists; replace it with --force or name another file")
        : Optional.empty();
  }

  private void usage(String fault) {
    throw new ParameterException(spec.commandLine(), fault);
  }

  private static Optional<String> refusal(Optional<ExpressionModel> model, Reference reference) {
    if (model.isEmpty()) {
      return Optional.of(NO_EXPRESSION);
    }
    double minimum = reference.thresholds().value(MIN_SAMPLES);
    int samples = model.get().cohort().samples();
    return samples < minimum
        ? Optional.of(samples + " samples, at least " + Math.round(minimum) + " are needed")
        : Optional.empty();
  }

  private int write(Optional<ShardedFit.Part> part) {
    if (part.isEmpty()) {
      spec.commandLine().getErr().println("cotarget: nothing written: " + NO_EXPRESSION);
      return ExitCode.BAD_DATA;
    }
    if (!writeFile(part.get().write())) {
      return ExitCode.BAD_DATA;
    }
    if (part.get().samples() == 0) {
      spec.commandLine()
          .getErr()
          .println(
              "cotarget: no sample of this shard has expression that can be used; "
                  + out
                  + " says so");
    }
    if (!verbosity.isQuiet()) {
      spec.commandLine()
          .getOut()
          .println(
              (part.get().hasDistributions() ? "distributions" : "moments")
                  + " of "
                  + part.get().samples()
                  + " samples in "
                  + part.get().parts()
                  + (part.get().parts() == 1 ? " part" : " parts")
                  + "; written to "
                  + out);
    }
    return ExitCode.OK;
  }

  private boolean writeFile(String text) {
    try {
      OutputFile.write(out, text, force);
      return true;
    } catch (IOException e) {
      spec.commandLine().getErr().println("cotarget: cannot write " + out + ": " + e);
      return false;
    }
  }

  private int write(ExpressionModel model) {
    if (!writeFile(ModelFile.write(model))) {
      return ExitCode.BAD_DATA;
    }
    if (!verbosity.isQuiet()) {
      PrintWriter print = spec.commandLine().getOut();
      ExpressionModel.FittedOn cohort = model.cohort();
      print.println(
          "model "
              + model.name()
              + ": "
              + cohort.samples()
              + " samples (ER-positive "
              + cohort.erPositive()
              + ", ER-negative "
              + cohort.erNegative()
              + ", not known "
              + cohort.erUnknown()
              + "; triple-negative "
              + cohort.tnbc()
              + "), "
              + model.genes().size()
              + " genes, "
              + model.normalisation());
      print.println(model.ptenRefusal().orElse("PTEN mRNA may be called against it"));
      model
          .mixtures()
          .forEach(
              mixture ->
                  print.println(
                      mixture.receptor()
                          + " by "
                          + mixture.gene()
                          + " mRNA "
                          + (mixture.estimable() ? "estimable" : mixture.reason())));
      print.println("written to " + out);
    }
    return ExitCode.OK;
  }
}
