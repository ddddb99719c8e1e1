package org.cotarget.input.expression;

import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/**
 * A unit and how it is known: as the user declares it, else as the file or the meta file of a study
 * says, else by the values. Whoever says it, the values may contradict.
 *
 * @param unit the unit
 * @param evidence how it is known, for provenance
 */
record UnitChoice(Unit unit, String evidence) {

  private static final String BY_VALUES = "by its values";

  boolean isByValues() {
    return evidence.equals(BY_VALUES);
  }

  /**
   * Chooses and holds the choice against the values.
   *
   * @param declared unit by the user
   * @param hint unit by the file or its meta file, with who says so as evidence
   * @param firstNegative where the first negative value is
   * @return empty, with an error, where the values tell no unit or contradict it
   */
  static Optional<UnitChoice> of(
      UnitEvidence evidence,
      Optional<Unit> declared,
      Optional<UnitChoice> hint,
      Optional<SourceLocation> firstNegative,
      SourceLocation where,
      InputProblems problems) {
    if (evidence.isEmpty()) {
      problems.error(
          "EXPR_NO_VALUE",
          where,
          "no cell holds a number",
          "supply the matrix with its values, or leave it out");
      return Optional.empty();
    }
    Optional<UnitChoice> known =
        declared
            .map(unit -> new UnitChoice(unit, "as declared"))
            .or(() -> hint)
            .or(() -> evidence.unit().map(unit -> new UnitChoice(unit, BY_VALUES)));
    if (known.isEmpty()) {
      problems.error(
          "EXPR_UNIT_UNCLEAR",
          where,
          "values from " + evidence.range() + " fit no unit",
          "declare the unit of the values with --unit");
      return Optional.empty();
    }
    UnitChoice choice = known.get();
    Optional<String> contradiction = evidence.contradiction(choice.unit());
    if (contradiction.isPresent()) {
      problems.error(
          "EXPR_UNIT_CONTRADICTED",
          choice.placeOf(contradiction.get(), firstNegative, where),
          "the values cannot be "
              + choice.unit().label()
              + " ("
              + choice.evidence()
              + "): "
              + contradiction.get(),
          "declare the unit that the file has with --unit");
      return Optional.empty();
    }
    if (choice.unit() == Unit.COUNTS && !evidence.isWhole()) {
      problems.note(
          "EXPR_COUNTS_FRACTIONAL",
          where,
          "more than 1% of the counts are no whole numbers",
          "nothing to do for expected counts of RSEM or salmon; declare the unit otherwise");
    }
    return known;
  }

  private SourceLocation placeOf(
      String contradiction, Optional<SourceLocation> firstNegative, SourceLocation where) {
    return contradiction.startsWith("the lowest value") ? firstNegative.orElse(where) : where;
  }
}
