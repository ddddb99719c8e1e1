package org.cotarget.expression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.reference.Signature;

/**
 * The expression of the cohort as calls see it.
 *
 * @param profiles scores by sample id; samples without expression have no entry
 * @param signatures the signatures in the order of their columns
 * @param unit unit of the input; {@code -} without expression
 * @param transform what was done to the values, e.g. {@code log2(CPM + 1)}
 * @param model the model that scores refer to; empty without expression, or where it could not be
 *     used
 * @param origin where the model comes from
 * @param notes what was withheld of all samples and why, one sentence each
 */
public record ExpressionReadout(
    Map<String, ExpressionProfile> profiles,
    List<Signature> signatures,
    String unit,
    String transform,
    Optional<ExpressionModel> model,
    Origin origin,
    List<String> notes) {

  /** Where a model comes from. */
  public enum Origin {
    /** Named by the user. */
    SUPPLIED("given by --model"),
    /** A built-in one, taken because the cohort is too small and its values match. */
    BUILT_IN("built-in, as the cohort is too small to fit and its values match"),
    /** Fitted on the cohort itself. */
    FITTED("fitted on this cohort"),
    /** There is none. */
    NONE("none");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public ExpressionReadout {
    profiles = Map.copyOf(profiles);
    signatures = List.copyOf(signatures);
    notes = List.copyOf(notes);
  }

  /** Before anything was scored, or without expression. */
  public static ExpressionReadout none(List<Signature> signatures) {
    return new ExpressionReadout(
        Map.of(), signatures, "-", "-", Optional.empty(), Origin.NONE, List.of());
  }

  public ExpressionProfile profile(String sampleId) {
    return profiles.getOrDefault(sampleId, ExpressionProfile.NONE);
  }

  /** Whether PTEN mRNA may be called. */
  public boolean ptenEstimable() {
    return model.isPresent() && model.get().ptenRefusal().isEmpty();
  }
}
