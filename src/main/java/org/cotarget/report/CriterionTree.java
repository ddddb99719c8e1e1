package org.cotarget.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.eligibility.Outcome;

/**
 * The criteria of a decision as indented lines: outcome and text of each, and under each leaf the
 * evidence with its file, line and citation, and the tests that would settle it.
 */
final class CriterionTree {

  /** Takes a line at a depth. */
  @FunctionalInterface
  interface Lines {
    void line(int depth, String text) throws IOException;
  }

  private final Optional<SampleResult> sample;
  private final Lines out;

  /**
   * @param sample the sample that the decision rests on, whose evidence the calls refer to
   */
  CriterionTree(Optional<SampleResult> sample, Lines out) {
    this.sample = sample;
    this.out = out;
  }

  void write(int depth, CriterionResult result) throws IOException {
    String found = result.found().isEmpty() ? "" : ": " + result.found();
    out.line(depth, mark(result.outcome()) + " " + result.text() + found);
    CriterionResult.Basis basis = result.basis();
    if (basis != null) {
      basis(depth + 1, result.outcome(), basis);
    }
    for (CriterionResult child : result.children()) {
      write(depth + 1, child);
    }
  }

  private void basis(int depth, Outcome outcome, CriterionResult.Basis basis) throws IOException {
    if (!basis.where().isEmpty()) {
      out.line(
          depth,
          "from "
              + basis.where().stream()
                  .map(SourceLocation::toString)
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    for (Evidence piece : evidence(basis)) {
      String where = piece.where().path().isEmpty() ? "" : ", from " + piece.where();
      String value = piece.value().isEmpty() ? "" : " " + piece.value();
      out.line(
          depth,
          piece.strength() + " " + piece.subject() + value + " [" + piece.citation() + "]" + where);
    }
    if (!basis.citation().isEmpty()) {
      out.line(depth, "criterion by [" + basis.citation() + "]");
    }
    if (outcome == Outcome.NOT_MET && basis.recoverable()) {
      out.line(depth, "can still turn: " + String.join(" + ", basis.missing()));
    } else if (!basis.missing().isEmpty()) {
      out.line(depth, "waits for: " + String.join(" + ", basis.missing()));
    }
  }

  /** What a call rests on; context and gaps stand with the sample. */
  private List<Evidence> evidence(CriterionResult.Basis basis) {
    return sample.stream()
        .flatMap(s -> s.evidence().stream())
        .filter(piece -> piece.axis() == basis.axis())
        .filter(
            piece ->
                piece.strength() == Strength.DECIDING
                    || piece.strength() == Strength.SUPPORTING
                    || piece.strength() == Strength.DISCORDANT)
        .toList();
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case MET -> "[met]";
      case NOT_MET -> "[not met]";
      case UNDETERMINED -> "[undetermined]";
    };
  }
}
