package org.cotarget.report;

import java.util.Locale;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Reference;

/**
 * Tells of shares of the cohort that lie outside their published bands ({@link Prevalence}). A
 * share is told of only when its whole Wilson interval lies outside the band, and when it is a
 * share of enough patients to be one of a cohort: a folder of one patient has shares of none or
 * all.
 */
final class PrevalenceCheck implements CohortCheck {

  static final String SELECTED = "COHORT_SELECTED";
  static final String UNEXPECTED = "PREVALENCE_UNEXPECTED";

  private final Prevalence prevalence;
  private final double selected;
  private final double fewest;

  PrevalenceCheck(Reference reference) {
    this.prevalence = new Prevalence(reference.table("prevalence_bands"));
    this.selected = reference.thresholds().value("prevalence.selected-share");
    this.fewest = reference.thresholds().value("prevalence.min-patients");
  }

  @Override
  public void add(PatientResult patient) {
    Prevalence.tumourOf(patient.samples()).ifPresent(prevalence::add);
  }

  @Override
  public void tell(InputProblems problems) {
    for (Prevalence.Share share : prevalence.shares()) {
      if (share.found().whole() >= fewest && (share.isBelow() || share.isAbove())) {
        tell(share, problems);
      }
    }
  }

  private void tell(Prevalence.Share share, InputProblems problems) {
    Proportion found = share.found();
    String message =
        String.format(
            Locale.ROOT,
            "%s: %d of %d (%.1f%%, 95%% interval %.1f-%.1f%%); published %s [%s], expected within"
                + " %.1f-%.1f%%",
            share.title(),
            found.part(),
            found.whole(),
            100 * found.value(),
            100 * found.low(),
            100 * found.high(),
            share.band().get("published"),
            share.band().get("citation"),
            100 * share.low(),
            100 * share.high());
    if (share.band().get("measure").equals("TNBC") && found.value() >= selected) {
      problems.note(
          SELECTED,
          SourceLocation.ofFile("cohort"),
          message,
          "nothing, where the cohort was selected for triple-negative tumours");
      return;
    }
    problems.warning(
        UNEXPECTED,
        SourceLocation.ofFile("cohort"),
        message,
        "likely causes: " + share.band().get(share.isBelow() ? "below" : "above"));
  }
}
