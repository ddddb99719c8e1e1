package org.cotarget.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.ClinicalValue;

/**
 * The word in a clinical column is one of some, compared case aside. Where the file lists both the
 * words that meet it and those that do not, any other leaves it undetermined; where it lists one
 * kind, all others are of the other kind.
 *
 * @param column the column
 * @param met words that meet it, lower case
 * @param notMet words that do not, lower case
 * @param note what the file says beside
 */
record ColumnWordIs(ColumnName column, Set<String> met, Set<String> notMet, LeafNote note)
    implements Leaf {

  /** Stands for any word that the criteria do not list. */
  static final String OTHER = "another value";

  ColumnWordIs {
    met = lower(met);
    notMet = lower(notMet);
    if (met.isEmpty() && notMet.isEmpty()) {
      throw new IllegalArgumentException("no words for column " + column);
    }
  }

  @Override
  public List<ColumnName> columns() {
    return List.of(column);
  }

  @Override
  public Question question() {
    return column.question("word");
  }

  @Override
  public Finding find(SampleFacts facts) {
    Set<String> listed =
        Stream.concat(met.stream(), notMet.stream()).collect(Collectors.toUnmodifiableSet());
    Optional<ClinicalValue> cell = column.value(facts, listed);
    if (cell.isEmpty()) {
      return column.absent(facts);
    }
    Outcome outcome = outcome(cell.get().value());
    return outcome == Outcome.UNDETERMINED
        ? column.unreadable(cell.get(), "not among the words of the criteria")
        : Finding.read(
            outcome, column.first() + " " + cell.get().value(), List.of(cell.get().where()));
  }

  private Outcome outcome(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (met.contains(word)) {
      return Outcome.MET;
    }
    if (notMet.contains(word)) {
      return Outcome.NOT_MET;
    }
    if (notMet.isEmpty()) {
      return Outcome.NOT_MET;
    }
    return met.isEmpty() ? Outcome.MET : Outcome.UNDETERMINED;
  }

  @Override
  public Outcome given(Probe answer) {
    return outcome(answer.label());
  }

  @Override
  public Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("column", column.names());
    if (!met.isEmpty()) {
      keys.put("met", List.copyOf(new TreeSet<>(met)));
    }
    if (!notMet.isEmpty()) {
      keys.put("not-met", List.copyOf(new TreeSet<>(notMet)));
    }
    putMissing(keys, column);
    return keys;
  }

  static void putMissing(Map<String, Object> keys, ColumnName column) {
    if (!column.missing().isEmpty()) {
      keys.put("missing", List.copyOf(new TreeSet<>(column.missing())));
    }
  }

  private static Set<String> lower(Set<String> words) {
    return words.stream()
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
