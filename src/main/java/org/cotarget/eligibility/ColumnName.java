package org.cotarget.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.cohort.ClinicalValue;

/**
 * A clinical column.
 *
 * @param names names of the column or of a known quantity; the first that the sample has a value in
 *     counts
 * @param missing words that mean that there is no value, beside those known everywhere; lower case
 */
record ColumnName(List<String> names, Set<String> missing) {

  static final String DASH = "-";

  ColumnName {
    names = List.copyOf(names);
    missing =
        missing.stream()
            .map(word -> word.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The first cell that has a value, see {@link #value(SampleFacts, Set)}. */
  Optional<ClinicalValue> value(SampleFacts facts) {
    return value(facts, Set.of());
  }

  /**
   * The first cell that has a value, empty where there is none; cells with a word that says
   * everywhere that there is no value are not read in the first place. A lone {@code -}, which is
   * kept because receptors mean "negative" by it, is no value here unless the criterion lists it.
   *
   * @param listed words that the criterion lists, lower case
   */
  Optional<ClinicalValue> value(SampleFacts facts, Set<String> listed) {
    return facts.value(
        names, text -> missing.contains(text) || (text.equals(DASH) && !listed.contains(DASH)));
  }

  /** The finding where there is no value. */
  Finding absent(SampleFacts facts) {
    return Finding.open(SampleFacts.absence(names), test(), List.of());
  }

  /** The finding where the value cannot be read. */
  Finding unreadable(ClinicalValue cell, String why) {
    return Finding.open(first() + " '" + cell.value() + "': " + why, test(), List.of(cell.where()));
  }

  String first() {
    return names.get(0);
  }

  /** How a person is asked for it. */
  String test() {
    return "value of " + first();
  }

  Question question(String form) {
    return new Question(
        Question.Topic.COLUMN, first().toUpperCase(Locale.ROOT) + " (" + form + ")");
  }
}
