package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Alternatives that differ in their variant classification alone. CTML names each classification of
 * a class, {@code Nonsense_Mutation} and {@code Frame_Shift_Del}, in a clause of its own; here they
 * are one class, so clauses that are a whole class together are read as one.
 */
final class CtmlClasses {

  private static final Set<String> KEYS =
      Set.of("variant_classification", "true_variant_classification");

  private CtmlClasses() {}

  /**
   * The clauses, those that are a whole class together joined with {@code |} into one. Of a
   * disjunction those without a negation are, of a conjunction those that are negated.
   */
  static List<YamlNode> merged(List<YamlNode> alternatives, boolean negated) {
    Map<String, Map<String, YamlNode.Mapping>> alike = new LinkedHashMap<>();
    for (YamlNode node : alternatives) {
      if (node instanceof YamlNode.Mapping clause && isNegated(clause) == negated) {
        classification(clause)
            .ifPresent(
                word ->
                    alike
                        .computeIfAbsent(rest(clause), key -> new LinkedHashMap<>())
                        .put(word, clause));
      }
    }
    List<YamlNode> merged = new ArrayList<>(alternatives);
    for (Map<String, YamlNode.Mapping> byWord : alike.values()) {
      for (VariantClass variantClass : VariantClass.values()) {
        List<String> words = CtmlWords.classifications(variantClass);
        if (words.size() > 1 && byWord.keySet().containsAll(words)) {
          List<YamlNode.Mapping> parts = words.stream().map(byWord::get).toList();
          merged.set(merged.indexOf(parts.get(0)), with(parts.get(0), String.join("|", words)));
          merged.removeAll(parts);
        }
      }
    }
    return merged;
  }

  private static YamlNode.Mapping genomic(YamlNode.Mapping clause) {
    return clause.entries().size() == 1
            && clause.entries().get("genomic") instanceof YamlNode.Mapping genomic
        ? genomic
        : new YamlNode.Mapping(Map.of(), Map.of(), clause.where());
  }

  private static boolean isNegated(YamlNode.Mapping clause) {
    return genomic(clause).entries().values().stream()
        .anyMatch(value -> value instanceof YamlNode.Scalar s && s.text().startsWith("!"));
  }

  private static Optional<String> classification(YamlNode.Mapping clause) {
    return KEYS.stream()
        .map(key -> genomic(clause).entries().get(key))
        .filter(YamlNode.Scalar.class::isInstance)
        .map(value -> ((YamlNode.Scalar) value).text())
        .filter(word -> !word.startsWith("!"))
        .findFirst();
  }

  private static String rest(YamlNode.Mapping clause) {
    return genomic(clause).entries().entrySet().stream()
        .filter(entry -> !KEYS.contains(entry.getKey()))
        .map(
            entry ->
                entry.getKey()
                    + "="
                    + (entry.getValue() instanceof YamlNode.Scalar s ? s.text() : "?"))
        .sorted()
        .collect(Collectors.joining(";"));
  }

  private static YamlNode with(YamlNode.Mapping clause, String words) {
    YamlNode.Mapping genomic = genomic(clause);
    Map<String, YamlNode> entries = new LinkedHashMap<>(genomic.entries());
    entries.keySet().removeAll(KEYS);
    entries.put("variant_classification", new YamlNode.Scalar(words, genomic.where()));
    YamlNode.Mapping changed = new YamlNode.Mapping(entries, genomic.keys(), genomic.where());
    return new YamlNode.Mapping(Map.of("genomic", changed), clause.keys(), clause.where());
  }
}
