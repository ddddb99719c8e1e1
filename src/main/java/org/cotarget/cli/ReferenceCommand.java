package org.cotarget.cli;

import java.io.PrintWriter;
import java.util.List;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceCheck;
import org.cotarget.reference.ReferenceFile;
import org.cotarget.reference.ReferenceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code reference}: what is bundled, and whether it is intact. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "list|check",
    description = "Lists the bundled reference data, or verifies it.")
final class ReferenceCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say list or check");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Lists every table with version, title, citation, licence and SHA-256, and every panel"
              + " gene with what its coding sequence was held against.")
  int list() {
    PrintWriter out = spec.commandLine().getOut();
    Reference reference = ReferenceLoader.bundled();
    out.println("# reference data " + reference.version());
    out.println("PATH\tVERSION\tTITLE\tCITATION\tLICENCE\tSHA256");
    for (ReferenceFile file : reference.files()) {
      out.println(
          String.join(
              "\t",
              file.path(),
              file.version(),
              file.title(),
              file.citation(),
              file.licence(),
              file.sha256()));
    }
    sequences(out, reference);
    return ExitCode.OK;
  }

  /** Of which genes a variant without annotation gets a protein change. */
  private static void sequences(PrintWriter out, Reference reference) {
    out.println();
    out.println("# coding sequences: without one, no residue is named but for recurrent changes");
    out.println("GENE\tTRANSCRIPT\tCODING_SEQUENCE");
    for (PanelGene gene : reference.panel().genes()) {
      reference
          .transcripts()
          .find(GenomeAssembly.GRCH38.label(), gene.symbol())
          .ifPresent(
              transcript ->
                  out.println(
                      String.join(
                          "\t",
                          gene.symbol(),
                          transcript.accession(),
                          transcript.coding().check().words())));
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Compares every bundled table with its SHA-256.")
  int check() {
    List<String> mismatches = ReferenceCheck.verify();
    if (mismatches.isEmpty()) {
      spec.commandLine().getOut().println("reference data intact");
      return ExitCode.OK;
    }
    mismatches.forEach(spec.commandLine().getErr()::println);
    return ExitCode.BAD_DATA;
  }
}
