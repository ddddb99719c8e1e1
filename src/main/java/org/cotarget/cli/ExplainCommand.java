package org.cotarget.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotarget.report.Explanation;
import org.cotarget.report.PatientExplanation;
import org.cotarget.report.ResultFolder;
import org.cotarget.report.ResultFolderException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: one patient's decision from a result folder, with all that it rests on. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Prints one patient's decision with its evidence, rules and what would change it.",
    footer = {
      "",
      "Examples:",
      "  cotarget explain TCGA-A1-A0SK --results results",
      "  cotarget explain TCGA-A1-A0SK --results results --json"
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PATIENT", description = "Patient id.")
  private String patient;

  @Option(
      names = "--results",
      paramLabel = "DIR",
      required = true,
      description = "Result folder of a run.")
  private Path results;

  @Option(
      names = "--json",
      description = "Print JSON of the form of results.json, with this patient alone.")
  private boolean json;

  @Mixin private Verbosity verbosity;

  @Override
  public Integer call() throws IOException {
    verbosity.apply();
    try {
      Explanation explanation = ResultFolder.explain(results, patient);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        explanation.writeJson(out);
      } else {
        PatientExplanation.write(explanation, out);
      }
      out.flush();
      return ExitCode.OK;
    } catch (ResultFolderException refused) {
      spec.commandLine().getErr().println("cotarget: " + refused.getMessage());
      return ExitCode.BAD_DATA;
    }
  }
}
