package org.cotarget.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotarget.report.Export;
import org.cotarget.report.export.CbioportalExport;
import org.cotarget.report.export.MatchminerExport;
import org.cotarget.report.export.MultiqcExport;
import org.cotarget.report.export.PhenopacketExport;
import org.cotarget.report.export.XlsxExport;
import org.cotarget.report.export.fhir.FhirExport;
import picocli.CommandLine.Option;

/** Which exports are written. */
final class ExportOptions {

  /** The exports by the word that asks for them. Naming one loads nothing of it. */
  enum Target {
    fhir,
    phenopackets,
    matchminer,
    cbioportal,
    multiqc,
    xlsx;

    /** Only here the classes of an export are loaded. */
    private Export export() {
      return switch (this) {
        case fhir -> new FhirExport();
        case phenopackets -> new PhenopacketExport();
        case matchminer -> new MatchminerExport();
        case cbioportal -> new CbioportalExport();
        case multiqc -> new MultiqcExport();
        case xlsx -> new XlsxExport();
      };
    }
  }

  @Option(
      names = "--export",
      paramLabel = "NAME",
      split = ",",
      description =
          "Also write the results below export/ of the result folder as another system takes them:"
              + " ${COMPLETION-CANDIDATES}. Repeatable.")
  private Set<Target> targets = new LinkedHashSet<>();

  /** One export for each target named, in the order of the targets. */
  List<Export> exports() {
    return targets.stream().sorted().map(Target::export).toList();
  }
}
