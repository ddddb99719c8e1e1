package org.cotarget.report.planted;

import org.cotarget.evaluation.Measure;

/** A report that measures itself, planted for the test of the package flow. */
public final class LooksAtEvaluation {

  private LooksAtEvaluation() {}

  public static String label(Measure measure) {
    return measure.label();
  }
}
