package org.cotarget.eligibility;

import java.util.List;

/**
 * A criterion with its outcome for one sample, as a tree.
 *
 * @param outcome the outcome
 * @param text the criterion as shown to people
 * @param found what the sample has, e.g. {@code Receptors INDETERMINATE: HER2=EQUIVOCAL}; empty for
 *     a combination
 * @param children results of the combined criteria; empty for a leaf
 */
public record CriterionResult(
    Outcome outcome, String text, String found, List<CriterionResult> children) {
  public CriterionResult {
    children = List.copyOf(children);
  }
}
