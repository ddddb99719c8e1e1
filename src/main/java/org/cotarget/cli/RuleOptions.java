package org.cotarget.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
      names = "--pten-low-z",
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
    for (Threshold threshold : reference.thresholds().all()) {
      settings.add(
          new Setting(
              threshold.id(),
              java.math.BigDecimal.valueOf(threshold.value()).stripTrailingZeros().toPlainString(),
              threshold.meaning(),
              threshold.validation().equals("d")
                  ? threshold.citation() + " (default without validation)"
                  : threshold.citation()));
    }
    settings.sort(Comparator.comparing(Setting::name));
    return settings;
  }
}
