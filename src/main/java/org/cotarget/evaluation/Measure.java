package org.cotarget.evaluation;

/** What is measured of a call or score against the truth. */
public enum Measure {
  PREVALENCE("Truth-positive share"),
  UNDETERMINED_RATE("Undetermined"),
  UNDETERMINED_RATE_POSITIVE("Undetermined among truth-positive"),
  UNDETERMINED_RATE_NEGATIVE("Undetermined among truth-negative"),
  SENSITIVITY("Sensitivity"),
  SPECIFICITY("Specificity"),
  PPV("Positive predictive value"),
  NPV("Negative predictive value"),
  ACCURACY("Accuracy"),
  /** Cohen's kappa of positive and negative among determined calls. */
  KAPPA("Cohen's kappa"),
  /** Share of units whose word equals the truth's, undetermined words among them. */
  AGREEMENT_WORDS("Same word"),
  /** Cohen's kappa over all words, undetermined ones among them. */
  KAPPA_WORDS("Cohen's kappa over all words"),
  AUROC("AUROC");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  /** The name for people. */
  public String label() {
    return label;
  }
}
