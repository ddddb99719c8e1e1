package org.cotarget.report.export;

import org.cotarget.assess.CopyNumberState;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.reference.Thresholds;
import org.cotarget.report.SampleResult.CopyNumber;

/** What a copy number means by the cut-offs of the run. */
public final class CopyNumberStates {

  private final Thresholds thresholds;

  /** Takes the cut-offs of the run. */
  public CopyNumberStates(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** The state by the scale that the value is on. */
  public CopyNumberState of(CopyNumber call) {
    return CopyNumberState.of(call(call), thresholds);
  }

  /** The state in words with the value, e.g. {@code deep deletion (log2 ratio -1.29)}. */
  public String describe(CopyNumber call) {
    return CopyNumberState.describe(call(call), thresholds);
  }

  private static CopyNumberCall call(CopyNumber c) {
    return new CopyNumberCall(c.gene(), c.scale(), c.value(), c.where());
  }
}
