package org.cotarget.eligibility;

import java.util.List;
import org.cotarget.assess.Axis;
import org.cotarget.cohort.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A criterion with its outcome for one sample, as a tree.
 *
 * @param outcome the outcome
 * @param text the criterion as shown to people
 * @param found what the sample has, e.g. {@code Receptors INDETERMINATE: HER2=EQUIVOCAL}; empty for
 *     a combination
 * @param basis what a leaf rests on; {@code null} for a combination
 * @param children results of the combined criteria; empty for a leaf
 */
public record CriterionResult(
    Outcome outcome,
    String text,
    String found,
    @Nullable Basis basis,
    List<CriterionResult> children) {

  /**
   * What a leaf rests on.
   *
   * @param axis the axis whose evidence the sample holds, or {@code null} where {@code where} is
   *     all
   * @param where cells and lines that were read
   * @param citation citation keys of the criterion, or empty
   * @param missing tests that would settle it
   * @param recoverable whether a test can still turn it when it is not met
   */
  public record Basis(
      @Nullable Axis axis,
      List<SourceLocation> where,
      String citation,
      List<String> missing,
      boolean recoverable) {
    public Basis {
      where = List.copyOf(where);
      missing = List.copyOf(missing);
    }
  }

  public CriterionResult {
    children = List.copyOf(children);
  }

  static CriterionResult combined(Outcome outcome, String text, List<CriterionResult> children) {
    return new CriterionResult(outcome, text, "", null, children);
  }

  static CriterionResult leaf(Leaf leaf, Finding finding) {
    LeafNote note = leaf.note();
    return new CriterionResult(
        finding.outcome(),
        note.text(),
        finding.found(),
        new Basis(
            finding.axis().orElse(null),
            finding.where(),
            note.citation(),
            OpenQuestions.tests(
                leaf, finding, leaf.note().recoverable() && finding.outcome() == Outcome.NOT_MET),
            note.recoverable()),
        List.of());
  }
}
