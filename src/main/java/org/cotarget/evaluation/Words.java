package org.cotarget.evaluation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotarget.reference.DecisionTable;

/**
 * What the words of a column count as: by the user's words, else by {@code
 * rules/evaluation_words.tsv}.
 */
final class Words {

  /** Column of the rows that hold for every column. */
  private static final String ANY = "*";

  private final Map<String, Map<String, WordClass>> known = new HashMap<>();
  private final EvaluationRequest request;

  Words(DecisionTable table, EvaluationRequest request) {
    this.request = request;
    for (DecisionTable.Row row : table.rows()) {
      known
          .computeIfAbsent(row.get("column"), column -> new LinkedHashMap<>())
          .put(row.get("word"), WordClass.valueOf(row.get("class")));
    }
  }

  /** The words that the table knows of a result column, in its order; empty for other columns. */
  List<String> vocabulary(String resultColumn) {
    return List.copyOf(known.getOrDefault(resultColumn, Map.of()).keySet());
  }

  /**
   * The classes of the words that a column holds.
   *
   * @param column header of the column
   * @param resultColumn the result column whose words it speaks, itself for a result column
   * @param present the words that occur, folded
   */
  Classes classes(String column, String resultColumn, Set<String> present) {
    Set<String> positive = chosen(request.positive(), column, present);
    Set<String> undetermined = chosen(request.undetermined(), column, present);
    Map<String, WordClass> byWord = new HashMap<>();
    Set<String> unknown = new TreeSet<>();
    for (String word : present) {
      Optional<WordClass> usual = usual(resultColumn, word);
      if (positive.contains(word)) {
        byWord.put(word, WordClass.POSITIVE);
      } else if (undetermined.contains(word)) {
        byWord.put(word, WordClass.UNDETERMINED);
      } else if (!positive.isEmpty()) {
        byWord.put(word, usual.filter(c -> c == WordClass.UNDETERMINED).orElse(WordClass.NEGATIVE));
      } else if (usual.isPresent()) {
        byWord.put(word, usual.get());
      } else {
        unknown.add(word);
      }
    }
    return new Classes(byWord, unknown);
  }

  /** The user's words for the column, or those for all columns where the column has one of them. */
  private static Set<String> chosen(
      Map<String, Set<String>> words, String column, Set<String> present) {
    for (Map.Entry<String, Set<String>> entry : words.entrySet()) {
      if (!entry.getKey().isEmpty() && entry.getKey().equalsIgnoreCase(column)) {
        return entry.getValue();
      }
    }
    Set<String> everywhere = new HashSet<>(words.getOrDefault("", Set.of()));
    return everywhere.stream().anyMatch(present::contains) ? everywhere : Set.of();
  }

  private Optional<WordClass> usual(String resultColumn, String word) {
    WordClass own = known.getOrDefault(resultColumn, Map.of()).get(word);
    if (own != null) {
      return Optional.of(own);
    }
    WordClass any = known.getOrDefault(ANY, Map.of()).get(word);
    if (any != null) {
      return Optional.of(any);
    }
    // The truth of a score may be written in the words of any call, where these agree.
    Set<WordClass> elsewhere =
        known.values().stream()
            .filter(words -> words.containsKey(word))
            .map(words -> words.get(word))
            .collect(Collectors.toSet());
    return known.containsKey(resultColumn) || elsewhere.size() != 1
        ? Optional.empty()
        : elsewhere.stream().findFirst();
  }

  /**
   * The classes of the words of one column.
   *
   * @param byWord class of each folded word
   * @param unknown folded words that nothing classifies
   */
  record Classes(Map<String, WordClass> byWord, Set<String> unknown) {

    WordClass of(String foldedWord) {
      return byWord.getOrDefault(foldedWord, WordClass.UNDETERMINED);
    }

    /** The words of a class, sorted. */
    List<String> words(WordClass wanted) {
      return byWord.entrySet().stream()
          .filter(entry -> entry.getValue() == wanted)
          .map(Map.Entry::getKey)
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }
}
