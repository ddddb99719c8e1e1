package org.cotarget.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.reference.DecisionTable;

/** The clinical columns and words that checks look at: {@code rules/cohort_words.tsv}. */
final class CohortWords {

  private static final String COLUMN = "COLUMN";

  private final DecisionTable table;
  private final Set<String> keptColumns;

  CohortWords(DecisionTable table) {
    this.table = table;
    this.keptColumns =
        table.rows().stream()
            .filter(row -> row.get("meaning").equals(COLUMN))
            .map(row -> row.get("word"))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Those clinical values of a tumour that a check or an export looks at; the others are not
   * repeated in results.
   */
  Map<String, ClinicalValue> kept(Map<String, ClinicalValue> clinical) {
    Map<String, ClinicalValue> kept = new TreeMap<>();
    clinical.forEach(
        (column, cell) -> {
          if (keptColumns.contains(WordForm.of(column))) {
            kept.put(column, cell);
          }
        });
    return kept;
  }

  /** What a tumour's clinical values say on a topic, and where. */
  record Meaning(String meaning, ClinicalValue cell) {}

  /** The meaning of the first column of the topic that has a known word. */
  Optional<Meaning> find(String topic, Map<String, ClinicalValue> clinical) {
    for (String column : words(topic, COLUMN)) {
      for (Map.Entry<String, ClinicalValue> entry : clinical.entrySet()) {
        if (WordForm.of(entry.getKey()).equals(column)) {
          String word = WordForm.of(entry.getValue().value());
          Optional<DecisionTable.Row> row =
              table.rows().stream()
                  .filter(r -> r.get("topic").equals(topic) && r.get("word").equals(word))
                  .filter(r -> !r.get("meaning").equals(COLUMN))
                  .findFirst();
          if (row.isPresent()) {
            return Optional.of(new Meaning(row.get().get("meaning"), entry.getValue()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The words of one meaning, in table order. */
  List<String> words(String topic, String meaning) {
    return table.rows().stream()
        .filter(row -> row.get("topic").equals(topic) && row.get("meaning").equals(meaning))
        .map(row -> row.get("word"))
        .toList();
  }
}
