package org.cotarget.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Threshold;
import org.cotarget.report.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Rule settings that a user may change; all of them are printed in the report. */
final class RuleOptions {

  /** How ER or PR of 1-10% is read. */
  enum ErLow {
    strict,
    include
  }

  @Option(
      names = "--er-low",
      paramLabel = "MODE",
      defaultValue = "strict",
      description =
          "ER or PR of 1-10%%: ${COMPLETION-CANDIDATES}. strict counts it as positive; include makes it probable"
              + " TNBC when HER2 is negative. Default: ${DEFAULT-VALUE}.")
  private ErLow erLow = ErLow.strict;

  @Option(
      names = {"--pten-mrna-cut", "--pten-low-z"},
      paramLabel = "Z",
      description = "PTEN mRNA is low at or below this z-score. Default: -1.5.")
  private @Nullable Double ptenLowZ;

  @Option(
      names = "--pten-ihc-low",
      paramLabel = "PERCENT",
      description =
          "PTEN is lost by IHC at or below this percentage of stained cells. Default: 10.")
  private @Nullable Double ptenIhcLow;

  boolean erLowIncluded() {
    return erLow == ErLow.include;
  }

  /** The reference data with the user's cut-offs in place of the defaults. */
  Reference apply(Reference reference) {
    Reference changed = reference;
    if (ptenLowZ != null) {
      changed =
          changed.withThresholds(changed.thresholds().with("expression.pten-low-z", ptenLowZ));
    }
    if (ptenIhcLow != null) {
      changed =
          changed.withThresholds(changed.thresholds().with("pten.ihc.low-percent", ptenIhcLow));
    }
    return changed;
  }

  /** All settings in force, sorted by name. */
  List<Setting> settings(Reference reference) {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        new Setting(
            "er-low",
            erLow.name(),
            "ER or PR of 1-10% counts as positive (strict) or as probable TNBC (include)",
            "ALL20"));
    settings.add(
        new Setting(
            "pi3k.score",
            "base + 0.10 * Phi(-z of PTEN mRNA)",
            "PI3K activation score in [0,1]; z counts as 0 where PTEN mRNA is not known. Base by call and tier: "
                + bases(reference),
            "design_default (default without validation)"));
    settings.add(
        new Setting(
            "eligibility.not-assessed",
            "ECOG; lines of therapy; prior PI3K, AKT, mTOR or JAK inhibitor; glucose and HbA1c; measurable disease; CNS"
                + " metastases",
            "the default criteria do not look at these: check them before enrolment, or use a criteria file with a"
                + " clinical block",
            "EPB3"));
    for (Threshold threshold : reference.thresholds().all()) {
      settings.add(
          new Setting(
              threshold.id(),
              BigDecimal.valueOf(threshold.value()).stripTrailingZeros().toPlainString(),
              threshold.meaning(),
              threshold.validation().equals("d")
                  ? threshold.citation() + " (default without validation)"
                  : threshold.citation()));
    }
    settings.sort(Comparator.comparing(Setting::name));
    return settings;
  }

  private static String bases(Reference reference) {
    return reference.table("pi3k_score").rows().stream()
        .map(row -> row.get("call") + " " + row.get("tier") + " " + row.get("base"))
        .collect(Collectors.joining(", "));
  }
}
