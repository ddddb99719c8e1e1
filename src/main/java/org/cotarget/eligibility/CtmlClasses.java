package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Alternatives that differ in their variant classification alone. CTML names each classification
 * of a class, {@code Nonsense_Mutation} and {@code Frame_Shift_Del}, in a clause of its own; here
 * they are one class, so clauses that are a whole class together are read as one.
 */
final class CtmlClasses {

  private static final Set<String> KEYS =
      Set.of("variant_classification", "true_variant_classification");

  private CtmlClasses() {}

  /** The alternatives, those of a whole class joined with {@code |} into one. */
  static List<YamlNode> merged(List<YamlNode> alternatives) {
    Map<String, List<YamlNode.Mapping>> alike = new LinkedHashMap<>();
    for (YamlNode node : alternatives) {
      if (node instanceof YamlNode.Mapping clause && classification(clause) != null) {
        alike.computeIfAbsent(rest(clause), key -> new ArrayList<>()).add(clause);
      }
    }
    List<YamlNode> merged = new ArrayList<>();
    Set<YamlNode> done = new LinkedHashSet<>();
    for (YamlNode node : alternatives) {
      if (done.contains(node)) {
        continue;
      }
      if (node instanceof YamlNode.Mapping clause && classification(clause) != null) {
        List<YamlNode.Mapping> group = alike.getOrDefault(rest(clause), List.of());
        Set<String> words =
            group.stream()
                .map(CtmlClasses::classification)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (group.size() > 1 && CtmlWords.variantClass(words).isPresent()) {
          done.addAll(group);
          merged.add(with(clause, String.join("|", words)));
          continue;
        }
      }
      merged.add(node);
    }
    return merged;
  }

  private static YamlNode.Mapping genomic(YamlNode.Mapping clause) {
    return clause.entries().size() == 1
            && clause.entries().get("genomic") instanceof YamlNode.Mapping genomic
        ? genomic
        : new YamlNode.Mapping(Map.of(), Map.of(), clause.where());
  }

  private static @org.jspecify.annotations.Nullable String classification(
      YamlNode.Mapping clause) {
    for (String key : KEYS) {
      if (genomic(clause).entries().get(key) instanceof YamlNode.Scalar scalar
          && !scalar.text().startsWith("!")) {
        return scalar.text();
      }
    }
    return null;
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
