package org.cotarget.eligibility;

import java.util.List;
import java.util.Optional;
import org.cotarget.assess.Axis;
import org.cotarget.cohort.SourceLocation;

/**
 * What a sample has for a leaf.
 *
 * @param outcome the outcome
 * @param found what was found or is missing, for people
 * @param missing tests that would settle it, named as one orders them; empty where nothing is open
 * @param where the cells and lines that it was read from
 * @param axis the question whose evidence the calls hold; empty where {@code where} says it all
 */
public record Finding(
    Outcome outcome,
    String found,
    List<String> missing,
    List<SourceLocation> where,
    Optional<Axis> axis) {
  public Finding {
    missing = List.copyOf(missing);
    where = List.copyOf(where);
  }

  /** A finding read from files. */
  static Finding read(Outcome outcome, String found, List<SourceLocation> where) {
    return new Finding(outcome, found, List.of(), where, Optional.empty());
  }

  /** Undetermined for want of a test. */
  static Finding open(String found, String test, List<SourceLocation> where) {
    return new Finding(Outcome.UNDETERMINED, found, List.of(test), where, Optional.empty());
  }
}
