package org.cotarget.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.TruthTable;
import org.cotarget.evaluation.ColumnPair;
import org.cotarget.evaluation.Evaluation;
import org.cotarget.evaluation.EvaluationFolder;
import org.cotarget.evaluation.EvaluationRequest;
import org.cotarget.evaluation.EvaluationText;
import org.cotarget.evaluation.Evaluator;
import org.cotarget.input.TruthReader;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.ResultFolder;
import org.cotarget.report.ResultFolderException;
import org.cotarget.report.StoredResults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: a result folder against a truth table. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Compares a result folder with a truth table: confusion tables, sensitivity, specificity,"
            + " predictive values, accuracy, Cohen's kappa, AUROC, each with a 95%% interval.",
    footer = {
      "",
      "Examples:",
      "  cotarget evaluate --results results --truth truth.tsv",
      "  cotarget evaluate --results results --truth labels.tsv --column TNBC_CALL=my_tnbc"
          + " --positive my_tnbc:yes --by site --out evaluation"
    })
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      required = true,
      description = "Result folder of a run.")
  private Path results;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      required = true,
      description =
          "Table of labels with one row a patient or a sample; TSV or CSV, plain or gzip.")
  private Path truth;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description =
          "Column of the truth table that names patients or samples. Default: a usual one, e.g."
              + " SAMPLE_ID or PATIENT_ID.")
  private @Nullable String id;

  @Option(
      names = "--column",
      paramLabel = "RESULT=TRUTH",
      description =
          "A call or score of the results and its truth, e.g. TNBC_CALL=my_tnbc. Repeatable."
              + " Default: columns of the same name; PI3K_SCORE goes with PI3K_CALL.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--positive",
      paramLabel = "[COLUMN:]WORD,...",
      description =
          "Words that count as positive, in one column of the results or of the truth table, or in"
              + " every one that has them; the other words are then negative unless undetermined."
              + " Repeatable. Default: reference/rules/evaluation_words.tsv.")
  private List<String> positive = new ArrayList<>();

  @Option(
      names = "--undetermined",
      paramLabel = "[COLUMN:]WORD,...",
      description = "Words that count as undetermined, likewise.")
  private List<String> undetermined = new ArrayList<>();

  @Option(
      names = "--low-is-positive",
      paramLabel = "COLUMN",
      description = "A low value of this score speaks for positive. Repeatable.")
  private Set<String> lowIsPositive = new HashSet<>();

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description =
          "Also measure each subgroup with one word of this column of the truth table or of the"
              + " results. Repeatable.")
  private List<String> by = new ArrayList<>();

  @Option(
      names = "--criteria",
      paramLabel = "ID",
      description =
          "The criteria file of the run whose decision is meant. Default: the first of the run.")
  private @Nullable String criteria;

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      defaultValue = "2000",
      description =
          "Bootstrap samples for the intervals of kappa and AUROC, 100 to 100000. Default:"
              + " ${DEFAULT-VALUE}.")
  private int replicates = 2000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "20120701",
      description = "Seed of the bootstrap. Default: ${DEFAULT-VALUE}.")
  private long seed = 20120701;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Folder to make with tables and a page. Default: print only.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace an earlier evaluation.")
  private boolean force;

  @Option(names = "--strict", description = "Treat warnings as errors.")
  private boolean strict;

  @Mixin private Verbosity verbosity;

  @Override
  public Integer call() throws IOException {
    verbosity.apply();
    EvaluationRequest request = request();
    try {
      if (out != null) {
        EvaluationFolder.requireReplaceable(out, force);
      }
      return evaluate(request);
    } catch (ResultFolderException refused) {
      spec.commandLine().getErr().println("cotarget: " + refused.getMessage());
      return ExitCode.BAD_DATA;
    }
  }

  private int evaluate(EvaluationRequest request) throws ResultFolderException, IOException {
    PrintWriter err = spec.commandLine().getErr();
    Reference reference = ReferenceLoader.bundled();
    StoredResults stored = ResultFolder.read(results);
    InputProblems problems = new InputProblems();
    Optional<TruthTable> table =
        new TruthReader(reference.vocabulary())
            .read(truth, Optional.ofNullable(id), stored.patientBySample(), problems);
    Optional<Evaluation> evaluation =
        table.isEmpty()
            ? Optional.empty()
            : new Evaluator(reference.table("evaluation_words"))
                .evaluate(stored, table.get(), request, problems);
    Severity shown = verbosity.isQuiet() && !strict ? Severity.ERROR : Severity.WARNING;
    ProblemPrinter.print(problems.sorted(), shown, err);
    if (evaluation.isEmpty() || problems.hasErrors() || (strict && problems.hasWarnings())) {
      err.println(
          "cotarget: "
              + ProblemPrinter.counts(problems.sorted())
              + (strict ? " (--strict)" : "")
              + "; nothing compared.");
      return ExitCode.BAD_DATA;
    }
    if (out != null) {
      List<String> arguments = List.copyOf(spec.commandLine().getParseResult().originalArgs());
      EvaluationFolder.write(evaluation.get(), arguments, out, force);
    }
    if (!verbosity.isQuiet()) {
      PrintWriter print = spec.commandLine().getOut();
      EvaluationText.write(evaluation.get(), print);
      if (out != null) {
        print.println("\nwritten to " + out);
      }
      print.flush();
    }
    return ExitCode.OK;
  }

  private EvaluationRequest request() {
    if (replicates < 100 || replicates > 100_000) {
      throw usage("--bootstrap takes 100 to 100000");
    }
    return new EvaluationRequest(
        columns.stream().map(this::pair).toList(),
        words(positive, "--positive"),
        words(undetermined, "--undetermined"),
        lowIsPositive,
        by,
        Optional.ofNullable(criteria),
        replicates,
        seed);
  }

  private ColumnPair pair(String text) {
    int equals = text.indexOf('=');
    String result = equals < 0 ? text : text.substring(0, equals);
    String label = equals < 0 ? text : text.substring(equals + 1);
    if (result.isBlank() || label.isBlank()) {
      throw usage("--column takes RESULT=TRUTH, e.g. TNBC_CALL=my_tnbc, not " + text);
    }
    return new ColumnPair(result.strip(), label.strip());
  }

  private Map<String, Set<String>> words(List<String> given, String option) {
    Map<String, Set<String>> words = new LinkedHashMap<>();
    for (String text : given) {
      int colon = text.lastIndexOf(':');
      String column = colon < 0 ? "" : text.substring(0, colon).strip();
      for (String word : text.substring(colon + 1).split(",", -1)) {
        if (word.isBlank()) {
          throw usage(option + " takes [COLUMN:]WORD,..., e.g. my_tnbc:yes, not " + text);
        }
        words.computeIfAbsent(column, key -> new HashSet<>()).add(EvaluationRequest.word(word));
      }
    }
    return words;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
