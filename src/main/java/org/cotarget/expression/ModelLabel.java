package org.cotarget.expression;

/**
 * What a person says of a model that is fitted.
 *
 * @param id short name: letters, digits, {@code . _ -}; empty takes {@code fitted-} and the first
 *     digits of the fingerprint
 * @param version version of the model
 * @param title one line for people
 * @param citation citation keys of the cohort
 * @param source where the cohort comes from
 * @param platform how expression was measured
 */
public record ModelLabel(
    String id, String version, String title, String citation, String source, String platform) {

  /** Of a model that is fitted on the cohort that it scores. */
  public static final ModelLabel OF_RUN =
      new ModelLabel(
          "",
          "1",
          "Fitted on the cohort of a run",
          "design_default",
          "the cohort of the run",
          "not stated");
}
