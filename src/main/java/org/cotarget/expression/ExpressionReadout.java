package org.cotarget.expression;

import java.util.List;
import java.util.Map;

/**
 * The expression of the cohort as calls see it.
 *
 * @param profiles scores by sample id; samples without expression have no entry
 * @param unit unit of the input
 * @param transform what was done to the values, e.g. {@code log2(CPM+1)}
 * @param referenceSamples samples that the z-scores refer to
 * @param referenceErPositive ER-positive samples among them
 * @param referenceErNegative ER-negative samples among them
 * @param tnbcSamples triple-negative samples among them
 * @param ptenEstimable whether PTEN mRNA may be called
 * @param scales the scale of each z-score, genes first, in the order they were scored
 * @param notes what was withheld and why, one sentence each
 */
public record ExpressionReadout(
    Map<String, ExpressionProfile> profiles,
    String unit,
    String transform,
    int referenceSamples,
    int referenceErPositive,
    int referenceErNegative,
    int tnbcSamples,
    boolean ptenEstimable,
    List<ReferenceScale> scales,
    List<String> notes) {

  public ExpressionReadout {
    profiles = Map.copyOf(profiles);
    scales = List.copyOf(scales);
    notes = List.copyOf(notes);
  }

  public ExpressionProfile profile(String sampleId) {
    return profiles.getOrDefault(sampleId, ExpressionProfile.NONE);
  }
}
