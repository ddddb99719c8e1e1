package org.cotarget.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.cotarget.StratificationOptions.Trial;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.cohort.InputProblems;
import org.cotarget.eligibility.CriteriaSchema;
import org.cotarget.eligibility.Ctml;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code criteria}: what criteria there are, whether a file is right, and CTML. */
@Command(
    name = "criteria",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "list|show|check|schema|from-ctml|to-ctml",
    description = "Lists and checks criteria files, and reads and writes CTML.",
    footer = {
      "",
      "Examples:",
      "  cotarget criteria list",
      "  cotarget criteria show epik-b3-pik3ca > my-trial.yaml",
      "  cotarget criteria check my-trial.yaml",
      "  cotarget criteria from-ctml trial.json > my-trial.yaml",
      "  cotarget criteria to-ctml my-trial.yaml > trial.yaml"
    })
final class CriteriaCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say list, show, check, schema, from-ctml or to-ctml");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the bundled criteria with version, title and citation.")
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    Reference reference = ReferenceLoader.bundled();
    out.println("ID\tVERSION\tTITLE\tCITATION");
    reference.files().stream()
        .filter(file -> file.path().startsWith("criteria/"))
        .forEach(
            file ->
                out.println(
                    String.join(
                        "\t",
                        file.path().replaceAll("^criteria/|\\.yaml$", ""),
                        file.version(),
                        file.title(),
                        file.citation())));
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints a bundled criteria file, a template for one's own.")
  int show(@Parameters(paramLabel = "ID", description = "Id of bundled criteria.") String id) {
    Reference reference = ReferenceLoader.bundled();
    if (!CriteriaOptions.bundledIds(reference).contains(id)) {
      throw new ParameterException(
          spec.commandLine(),
          "no bundled criteria '"
              + id
              + "'; there are "
              + String.join(", ", CriteriaOptions.bundledIds(reference)));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(ReferenceLoader.text("criteria/" + id + ".yaml"));
    out.flush();
    return ExitCode.OK;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Reads criteria files and prints every fault with line, column and the words allowed.")
  int check(
      @Parameters(arity = "1..*", paramLabel = "FILE|ID", description = "Criteria files.")
          List<String> files) {
    Reference reference = ReferenceLoader.bundled();
    InputProblems problems = new InputProblems();
    PrintWriter out = spec.commandLine().getOut();
    for (String file : files) {
      CriteriaOptions.read(file, reference, problems)
          .ifPresent(
              trial ->
                  out.println(
                      file
                          + ": "
                          + trial.criteria().id()
                          + " "
                          + trial.criteria().version()
                          + ", "
                          + trial.criteria().leaves().size()
                          + " different criteria"));
    }
    ProblemPrinter.print(problems.sorted(), Severity.NOTE, out);
    out.println(ProblemPrinter.counts(problems.sorted()));
    return problems.hasErrors() ? ExitCode.BAD_DATA : ExitCode.OK;
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Prints the JSON Schema of criteria files, for editors.")
  int schema() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(new CriteriaSchema(ReferenceLoader.bundled()).schema());
    out.flush();
    return ExitCode.OK;
  }

  @Command(
      name = "from-ctml",
      mixinStandardHelpOptions = true,
      description = {
        "Prints the criteria of a CTML trial (YAML or JSON) as a criteria file.",
        "What cannot be expressed is listed on standard error."
      })
  int fromCtml(
      @Parameters(paramLabel = "FILE", description = "CTML of a trial.") String file,
      @Option(names = "--strict", description = "Fail when anything cannot be expressed.")
          boolean strict) {
    Reference reference = ReferenceLoader.bundled();
    InputProblems problems = new InputProblems();
    Optional<Ctml.Conversion> read =
        CriteriaOptions.text(file, reference, problems)
            .flatMap(text -> Ctml.toCriteria(text, file, reference, problems));
    return tell(read, problems, strict);
  }

  @Command(
      name = "to-ctml",
      mixinStandardHelpOptions = true,
      description = {
        "Prints criteria as CTML.",
        "What cannot be expressed is listed on standard error."
      })
  int toCtml(
      @Parameters(paramLabel = "FILE|ID", description = "Criteria file or id.") String file,
      @Option(names = "--json", description = "Write JSON instead of YAML.") boolean json,
      @Option(names = "--strict", description = "Fail when anything cannot be expressed.")
          boolean strict) {
    Reference reference = ReferenceLoader.bundled();
    InputProblems problems = new InputProblems();
    Optional<Ctml.Conversion> written =
        CriteriaOptions.read(file, reference, problems)
            .map(Trial::criteria)
            .map(
                criteria ->
                    Ctml.ofCriteria(criteria, reference, json ? Ctml.Form.JSON : Ctml.Form.YAML));
    return tell(written, problems, strict);
  }

  private int tell(Optional<Ctml.Conversion> conversion, InputProblems problems, boolean strict) {
    PrintWriter err = spec.commandLine().getErr();
    ProblemPrinter.print(problems.sorted(), Severity.NOTE, err);
    if (conversion.isEmpty() || problems.hasErrors()) {
      return ExitCode.BAD_DATA;
    }
    conversion
        .get()
        .notExpressed()
        .forEach(line -> err.println("not expressed: " + ProblemPrinter.printable(line)));
    if (conversion.get().text().isEmpty()) {
      err.println("cotarget: nothing of it can be expressed");
      return ExitCode.BAD_DATA;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(conversion.get().text().get());
    out.flush();
    return strict && !conversion.get().notExpressed().isEmpty() ? ExitCode.BAD_DATA : ExitCode.OK;
  }
}
