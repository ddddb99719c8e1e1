package org.cotarget.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.reference.DecisionTable;
import org.cotarget.reference.Reference;

/**
 * Holds shares of the cohort against published bands ({@code rules/prevalence_bands.tsv}). A share
 * is told of only when its whole Wilson interval lies outside the band, and when it is a share of
 * enough patients to be one of a cohort: a folder of one patient has shares of none or all.
 */
final class PrevalenceCheck {

  private final DecisionTable bands;
  private final CohortWords words;
  private final double selected;
  private final double fewest;

  PrevalenceCheck(Reference reference) {
    this.bands = reference.table("prevalence_bands");
    this.words = new CohortWords(reference.table("cohort_words"));
    this.selected = reference.thresholds().value("prevalence.selected-share");
    this.fewest = reference.thresholds().value("prevalence.min-patients");
  }

  /**
   * Looks at every band.
   *
   * @param tumours one a patient
   */
  void check(List<AssessedSample> tumours, InputProblems problems) {
    for (DecisionTable.Row band : bands.rows()) {
      String measure = band.get("measure");
      List<AssessedSample> looked =
          tumours.stream()
              .filter(population(band.get("population")))
              .filter(assayed(measure))
              .toList();
      long part = looked.stream().filter(altered(measure)).count();
      compare(band, new Proportion(part, looked.size()), problems);
    }
  }

  private void compare(DecisionTable.Row band, Proportion share, InputProblems problems) {
    double low = Double.parseDouble(band.get("low"));
    double high = Double.parseDouble(band.get("high"));
    if (share.whole() < fewest || (share.high() >= low && share.low() <= high)) {
      return;
    }
    boolean below = share.high() < low;
    String message =
        String.format(
            Locale.ROOT,
            "%s: %d of %d (%.1f%%, 95%% interval %.1f-%.1f%%); published %s [%s], expected within"
                + " %.1f-%.1f%%",
            title(band.get("measure"), band.get("population")),
            share.part(),
            share.whole(),
            100 * share.value(),
            100 * share.low(),
            100 * share.high(),
            band.get("published"),
            band.get("citation"),
            100 * low,
            100 * high);
    if (band.get("measure").equals("TNBC") && share.value() >= selected) {
      problems.note(
          "COHORT_SELECTED",
          SourceLocation.ofFile("cohort"),
          message,
          "nothing, where the cohort was selected for triple-negative tumours");
      return;
    }
    problems.warning(
        "PREVALENCE_UNEXPECTED",
        SourceLocation.ofFile("cohort"),
        message,
        "likely causes: " + band.get(below ? "below" : "above"));
  }

  private static String title(String measure, String population) {
    String what =
        switch (measure) {
          case "TNBC" -> "triple-negative";
          case "TIER_G1" -> "PIK3CA/AKT1/PTEN event of tier G1";
          case "PIK3CA_MUTATED" -> "PIK3CA mutated";
          case "AKT1_E17K" -> "AKT1 E17K";
          default -> throw new IllegalArgumentException("no measure " + measure);
        };
    String whom =
        switch (population) {
          case "ALL" -> "patients whose triple-negative call is determined";
          case "TNBC" -> "triple-negative patients assayed for it";
          case "HR_POSITIVE" -> "ER- or PR-positive patients assayed for it";
          default -> "patients labelled " + population + " and assayed for it";
        };
    return what + " among " + whom;
  }

  private Predicate<AssessedSample> population(String population) {
    return switch (population) {
      case "ALL" ->
          s -> s.receptors().call() == TnbcCall.TNBC || s.receptors().call() == TnbcCall.NOT_TNBC;
      case "TNBC" -> s -> s.receptors().call() == TnbcCall.TNBC;
      case "HR_POSITIVE" ->
          s -> s.receptors().er() == ReceptorState.POS || s.receptors().pr() == ReceptorState.POS;
      default ->
          s ->
              words
                  .find("SUBTYPE", s.sample().clinical())
                  .filter(label -> label.meaning().equals(population))
                  .isPresent();
    };
  }

  private static Predicate<AssessedSample> assayed(String measure) {
    return switch (measure) {
      case "TNBC" -> s -> true;
      case "TIER_G1" -> s -> s.pi3k().coverageComplete();
      case "PIK3CA_MUTATED" -> s -> s.sample().coverage().covers(AssayLayer.SNV_INDEL, "PIK3CA");
      case "AKT1_E17K" -> s -> s.sample().coverage().covers(AssayLayer.SNV_INDEL, "AKT1");
      default -> throw new IllegalArgumentException("no measure " + measure);
    };
  }

  private static Predicate<AssessedSample> altered(String measure) {
    return switch (measure) {
      case "TNBC" -> s -> s.receptors().call() == TnbcCall.TNBC;
      case "TIER_G1" -> s -> s.pi3k().tier() == GenomicTier.G1;
      case "PIK3CA_MUTATED" ->
          s ->
              s.sample().variants().stream()
                  .anyMatch(v -> v.gene().equals("PIK3CA") && changesProtein(v));
      case "AKT1_E17K" ->
          s ->
              s.sample().variants().stream()
                  .anyMatch(v -> v.gene().equals("AKT1") && v.label().equals("E17K"));
      default -> throw new IllegalArgumentException("no measure " + measure);
    };
  }

  private static boolean changesProtein(SomaticVariant variant) {
    Consequence consequence = variant.consequence();
    return consequence == Consequence.MISSENSE_VARIANT
        || consequence.isInframeIndel()
        || consequence.isTruncating()
        || consequence.isEssentialSplice();
  }
}
