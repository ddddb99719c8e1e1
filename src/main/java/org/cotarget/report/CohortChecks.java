package org.cotarget.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.reference.Thresholds;

/** Looks at the cohort as a whole for figures that published cohorts would not show. */
public final class CohortChecks {

  /** Fully assayed triple-negative samples below which a share says nothing about its band. */
  private static final int MIN_SAMPLES = 20;

  private CohortChecks() {}

  /**
   * One sentence for each figure outside its published band: the share of fully assayed
   * triple-negative samples with an event of the kind that enrolled trials (20-40%, science section
   * H: SCH20, KIM17, GC20, PT19).
   */
  public static List<String> warnings(List<AssessedSample> samples, Thresholds thresholds) {
    List<String> warnings = new ArrayList<>();
    List<AssessedSample> assayed =
        samples.stream()
            .filter(s -> s.receptors().call() == TnbcCall.TNBC && s.pi3k().coverageComplete())
            .toList();
    if (assayed.size() < MIN_SAMPLES) {
      return warnings;
    }
    long altered = assayed.stream().filter(s -> s.pi3k().tier() == GenomicTier.G1).count();
    double share = (double) altered / assayed.size();
    double low = thresholds.value("prevalence.tnbc-g1.low");
    double high = thresholds.value("prevalence.tnbc-g1.high");
    if (share < low || share > high) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%d of %d fully assayed triple-negative samples (%.1f%%) have a PIK3CA/AKT1/PTEN event of tier G1; published"
                  + " cohorts have %.0f-%.0f%%. Look at the copy-number scale, the variant filters and the receptor"
                  + " columns.",
              altered,
              assayed.size(),
              100 * share,
              100 * low,
              100 * high));
    }
    return warnings;
  }
}
