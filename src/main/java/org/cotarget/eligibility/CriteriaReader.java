package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.eligibility.CriteriaGrammar.LeafForm;
import org.cotarget.reference.ClinicalVocabulary;
import org.cotarget.reference.ReceptorVocabulary;
import org.cotarget.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Reads a criteria file. Everything in it is checked: unknown keys and words are refused with line,
 * column and the allowed ones, and all faults are told at once.
 */
public final class CriteriaReader {

  private static final List<String> TOP_KEYS = names(CriteriaGrammar.TOP);
  private static final List<String> COMBINATIONS = names(CriteriaGrammar.COMBINATIONS);

  /** What stands in results where a decision has no priority. */
  private static final String NO_PRIORITY = "-";

  private final CriteriaGrammar grammar;
  private final ReceptorVocabulary vocabulary;

  /**
   * Takes genes, signatures and clinical quantities that criteria may name from the reference data.
   */
  public CriteriaReader(Reference reference) {
    this.grammar = new CriteriaGrammar(reference, ClinicalVocabulary.bundled());
    this.vocabulary = reference.vocabulary();
  }

  /**
   * Reads criteria, telling every fault.
   *
   * @param path the file as the user named it, for problems
   * @return empty when the file cannot be used, with every reason in {@code problems}
   */
  public Optional<TrialCriteria> read(String text, String path, InputProblems problems) {
    InputProblems own = new InputProblems();
    Optional<TrialCriteria> criteria =
        YamlText.parse(text, path, own)
            .flatMap(root -> new FileReader(new CriteriaFaults(own)).criteria(root));
    problems.addAll(own);
    return own.hasErrors() ? Optional.empty() : criteria;
  }

  /** Reads one file. */
  private final class FileReader {

    private final CriteriaFaults faults;
    private LeafReader leaves = new LeafReader(Set.of(), vocabulary::isMissing);

    FileReader(CriteriaFaults faults) {
      this.faults = faults;
    }

    Optional<TrialCriteria> criteria(YamlNode root) {
      Optional<YamlNode.Mapping> mapping = mapping(root, "the criteria file");
      if (mapping.isEmpty()) {
        return Optional.empty();
      }
      YamlNode.Mapping top = mapping.get();
      known(top, TOP_KEYS);
      String id = text(top, "id").orElse("");
      if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        faults.badId(top.keys().getOrDefault("id", top.where()), id);
      }
      leaves = new LeafReader(missingWords(top), vocabulary::isMissing);
      Optional<Criterion> candidate = required(top, "candidate").flatMap(this::criterion);
      Optional<Criterion> possible = optional(top, "possible").or(() -> candidate);
      Optional<Criterion> clinical = optional(top, "clinical");
      List<TrialCriteria.Priority> priorities = priorities(top);
      return candidate.flatMap(
          c ->
              possible.map(
                  p ->
                      new TrialCriteria(
                          id,
                          text(top, "title").orElse(id),
                          text(top, "version").orElse("1"),
                          text(top, "citation").orElse(""),
                          c,
                          p,
                          clinical,
                          priorities)));
    }

    private Set<String> missingWords(YamlNode.Mapping top) {
      Set<String> words = new LinkedHashSet<>();
      YamlNode node = top.entries().get("missing");
      if (node == null) {
        return words;
      }
      for (YamlNode item : node instanceof YamlNode.Sequence s ? s.items() : List.of(node)) {
        if (item instanceof YamlNode.Scalar scalar) {
          words.add(scalar.text());
        } else {
          faults.form(item.where(), "'missing' holds words", "list the words");
        }
      }
      return words;
    }

    private Optional<Criterion> optional(YamlNode.Mapping top, String key) {
      return Optional.ofNullable(top.entries().get(key)).flatMap(this::criterion);
    }

    private List<TrialCriteria.Priority> priorities(YamlNode.Mapping top) {
      List<TrialCriteria.Priority> priorities = new ArrayList<>();
      YamlNode node = top.entries().get("priority");
      if (node == null) {
        return priorities;
      }
      if (!(node instanceof YamlNode.Mapping mapping)) {
        faults.form(
            node.where(),
            "priority is no mapping",
            "write e.g. 'priority:' and below it 'A: {call: ..., met: [...]}'");
        return priorities;
      }
      mapping
          .entries()
          .forEach(
              (name, when) -> {
                if (name.isBlank() || name.equals(NO_PRIORITY)) {
                  faults.form(
                      when.where(), "'" + name + "' names no priority", "name it, e.g. 'A'");
                }
                criterion(when).ifPresent(c -> priorities.add(new TrialCriteria.Priority(name, c)));
              });
      return priorities;
    }

    private Optional<Criterion> criterion(YamlNode node) {
      Optional<YamlNode.Mapping> mapping = mapping(node, "a criterion");
      if (mapping.isEmpty()) {
        return Optional.empty();
      }
      YamlNode.Mapping criterion = mapping.get();
      Set<String> keys = criterion.entries().keySet();
      List<String> combined = COMBINATIONS.stream().filter(keys::contains).toList();
      List<LeafForm> forms =
          grammar.leaves().stream().filter(form -> keys.contains(form.name())).toList();
      if (combined.size() + forms.size() != 1) {
        List<String> kinds =
            Stream.concat(COMBINATIONS.stream(), grammar.leaves().stream().map(LeafForm::name))
                .toList();
        List<String> unknown = keys.stream().filter(key -> !isKnown(key)).toList();
        unknown.forEach(
            key ->
                faults.unknownKey(
                    criterion.keys().getOrDefault(key, criterion.where()), key, kinds));
        if (unknown.isEmpty() || combined.size() + forms.size() > 1) {
          faults.form(
              criterion.where(),
              "a criterion has exactly one of " + String.join(", ", kinds) + "; here " + keys,
              "split it, or nest one in the other");
        }
        return Optional.empty();
      }
      return combined.isEmpty()
          ? leaves.read(forms.get(0).name(), new LeafKeys(forms.get(0), criterion, faults))
          : combination(combined.get(0), criterion);
    }

    private boolean isKnown(String key) {
      return Stream.concat(
              Stream.concat(CriteriaGrammar.NOTE.stream(), CriteriaGrammar.COMBINATIONS.stream()),
              grammar.leaves().stream().flatMap(form -> form.keys().stream()))
          .anyMatch(known -> known.name().equals(key));
    }

    private Optional<Criterion> combination(String name, YamlNode.Mapping criterion) {
      known(
          criterion,
          name.equals("of")
              ? List.of(name, CriteriaGrammar.COUNT.name(), "text")
              : List.of(name, "text"));
      YamlNode node = criterion.entries().get(name);
      if (node == null) {
        return Optional.empty();
      }
      if (name.equals("not")) {
        return criterion(node).map(part -> new Criterion.Not(part, shown(criterion, "not")));
      }
      if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
        faults.form(
            node.where(),
            "'" + name + "' needs a list of criteria",
            "put each criterion on a line that begins with '- '");
        return Optional.empty();
      }
      List<Criterion> parts =
          sequence.items().stream().map(this::criterion).flatMap(Optional::stream).toList();
      Optional<Integer> count =
          name.equals("of") ? count(criterion, sequence.items().size()) : Optional.of(1);
      if (parts.size() < sequence.items().size() || count.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          switch (name) {
            case "all" -> new Criterion.All(parts, shown(criterion, "all of"));
            case "any" -> new Criterion.Any(parts, shown(criterion, "any of"));
            case "of" ->
                new Criterion.AtLeast(
                    count.get(), parts, shown(criterion, "at least " + count.get() + " of"));
            default -> new Criterion.InOrder(parts, shown(criterion, "one after the other"));
          });
    }

    private Optional<Integer> count(YamlNode.Mapping criterion, int parts) {
      String text = text(criterion, CriteriaGrammar.COUNT.name()).orElse("");
      if (text.matches("\\d{1,4}")
          && Integer.parseInt(text) >= 1
          && Integer.parseInt(text) <= parts) {
        return Optional.of(Integer.parseInt(text));
      }
      faults.form(
          criterion.where(),
          "'at-least' is '" + text + "' of " + parts + " criteria",
          "give a number from 1 to " + parts);
      return Optional.empty();
    }

    private Optional<YamlNode.Mapping> mapping(@Nullable YamlNode node, String what) {
      if (node instanceof YamlNode.Mapping mapping) {
        return Optional.of(mapping);
      }
      if (node != null) {
        faults.form(node.where(), what + " is no mapping of keys to values", "write 'key: value'");
      }
      return Optional.empty();
    }

    private Optional<YamlNode> required(YamlNode.Mapping mapping, String key) {
      YamlNode node = mapping.entries().get(key);
      if (node == null) {
        faults.form(mapping.where(), "'" + key + "' is missing", "add it");
      }
      return Optional.ofNullable(node);
    }

    private void known(YamlNode.Mapping mapping, Collection<String> allowed) {
      mapping
          .keys()
          .forEach(
              (key, where) -> {
                if (!allowed.contains(key)) {
                  faults.unknownKey(where, key, allowed);
                }
              });
    }

    private Optional<String> text(YamlNode.Mapping mapping, String key) {
      YamlNode node = mapping.entries().get(key);
      if (node != null && !(node instanceof YamlNode.Scalar)) {
        faults.form(node.where(), "'" + key + "' is no text", "write it on one line");
      }
      return node instanceof YamlNode.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    private String shown(YamlNode.Mapping mapping, String fallback) {
      return text(mapping, "text").orElse(fallback);
    }
  }

  private static List<String> names(List<CriteriaGrammar.Key> keys) {
    return keys.stream().map(CriteriaGrammar.Key::name).toList();
  }
}
