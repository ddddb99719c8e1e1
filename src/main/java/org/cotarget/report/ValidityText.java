package org.cotarget.report;

import java.util.Locale;
import org.cotarget.reference.ScoreValidity;

/** A measured validity in one sentence. */
final class ValidityText {

  /** Said of a score that nobody measured, such as a user's own. */
  static final String NOT_MEASURED = "not measured";

  private ValidityText() {}

  /** E.g. {@code AUROC 0.72 [0.64, 0.81] for PTEN 10q loss in ER- (58 of 126)}. */
  static String of(ScoreValidity validity) {
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, "AUROC %.2f", validity.auroc()));
    if (!Double.isNaN(validity.low()) && !Double.isNaN(validity.high())) {
      text.append(String.format(Locale.ROOT, " [%.2f, %.2f]", validity.low(), validity.high()));
    }
    text.append(" for ").append(validity.endpoint()).append(" in ").append(validity.scope());
    if (validity.positives() >= 0 && validity.n() >= 0) {
      text.append(" (")
          .append(validity.positives())
          .append(" of ")
          .append(validity.n())
          .append(')');
    }
    return text.toString();
  }
}
