package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads a criteria file. Everything in it is checked: unknown keys and words are refused with line,
 * column and the allowed ones, and all faults are told at once.
 */
public final class CriteriaReader {

  private static final Set<String> TOP_KEYS =
      Set.of("id", "title", "version", "citation", "candidate", "possible", "priority");
  private static final Set<String> COMBINATIONS = Set.of("all", "any", "not", "in-order");
  private static final Set<String> LEAF_KEYS = Set.of("call", "met", "undetermined", "text");
  private static final String HELP = "see docs/criteria.md";

  private final String path;
  private final InputProblems problems;

  private CriteriaReader(String path, InputProblems problems) {
    this.path = path;
    this.problems = problems;
  }

  /**
   * Reads criteria, telling every fault.
   *
   * @param path the file as the user named it, for problems
   * @return empty when the file cannot be used, with every reason in {@code problems}
   */
  public static Optional<TrialCriteria> read(String text, String path, InputProblems problems) {
    InputProblems own = new InputProblems();
    Optional<TrialCriteria> criteria =
        YamlNode.parse(text, path, own).flatMap(new CriteriaReader(path, own)::criteria);
    problems.addAll(own);
    return own.hasErrors() ? Optional.empty() : criteria;
  }

  private Optional<TrialCriteria> criteria(YamlNode root) {
    Optional<YamlNode.Mapping> mapping = mapping(root, "the criteria file");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    YamlNode.Mapping top = mapping.get();
    top.entries().forEach((key, node) -> known(key, node, TOP_KEYS));
    String id = scalar(top, "id").orElse("");
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      error(
          "CRITERIA_ID",
          top.where(),
          "id is '" + id + "'",
          "give an id of letters, digits, '.', '_' or '-'");
    }
    Optional<Criterion> candidate = required(top, "candidate").flatMap(this::criterion);
    Optional<Criterion> possible =
        top.entries().containsKey("possible")
            ? required(top, "possible").flatMap(this::criterion)
            : candidate;
    List<TrialCriteria.Priority> priorities = priorities(top);
    return candidate.flatMap(
        c ->
            possible.map(
                p ->
                    new TrialCriteria(
                        id,
                        scalar(top, "title").orElse(id),
                        scalar(top, "version").orElse("1"),
                        c,
                        p,
                        priorities)));
  }

  private List<TrialCriteria.Priority> priorities(YamlNode.Mapping top) {
    List<TrialCriteria.Priority> priorities = new ArrayList<>();
    YamlNode node = top.entries().get("priority");
    if (node == null) {
      return priorities;
    }
    if (!(node instanceof YamlNode.Mapping mapping)) {
      error(
          "CRITERIA_FORM",
          node.where(),
          "priority is no mapping",
          "write e.g. 'priority:' and below it 'A: {call: ..., met: [...]}'; " + HELP);
      return priorities;
    }
    mapping
        .entries()
        .forEach(
            (name, when) ->
                criterion(when)
                    .ifPresent(c -> priorities.add(new TrialCriteria.Priority(name, c))));
    return priorities;
  }

  private Optional<Criterion> criterion(YamlNode node) {
    Optional<YamlNode.Mapping> mapping = mapping(node, "a criterion");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    YamlNode.Mapping criterion = mapping.get();
    List<String> combinations =
        criterion.entries().keySet().stream().filter(COMBINATIONS::contains).toList();
    if (combinations.size() + (criterion.entries().containsKey("call") ? 1 : 0) != 1) {
      error(
          "CRITERIA_FORM",
          criterion.where(),
          "a criterion has exactly one of all, any, not, in-order, call; here "
              + criterion.entries().keySet(),
          "split it, or nest one in the other; " + HELP);
      return Optional.empty();
    }
    return combinations.isEmpty() ? leaf(criterion) : combination(combinations.get(0), criterion);
  }

  private Optional<Criterion> combination(String name, YamlNode.Mapping criterion) {
    criterion.entries().forEach((key, node) -> known(key, node, Set.of(name, "text")));
    YamlNode node = criterion.entries().get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (name.equals("not")) {
      return criterion(node).map(part -> new Criterion.Not(part, text(criterion, "not")));
    }
    if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
      error(
          "CRITERIA_FORM",
          node.where(),
          "'" + name + "' needs a list of criteria",
          "put each criterion on a line that begins with '- '; " + HELP);
      return Optional.empty();
    }
    List<Criterion> parts =
        sequence.items().stream().map(this::criterion).flatMap(Optional::stream).toList();
    if (parts.size() < sequence.items().size()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name) {
          case "all" -> new Criterion.All(parts, text(criterion, "all of"));
          case "any" -> new Criterion.Any(parts, text(criterion, "any of"));
          default -> new Criterion.InOrder(parts, text(criterion, "one after the other"));
        });
  }

  private Optional<Criterion> leaf(YamlNode.Mapping leaf) {
    leaf.entries().forEach((key, node) -> known(key, node, LEAF_KEYS));
    String name = scalar(leaf, "call").orElse("");
    Optional<CallName> call =
        Arrays.stream(CallName.values()).filter(c -> c.name().equals(name)).findFirst();
    if (call.isEmpty()) {
      error(
          "CRITERIA_WORD",
          leaf.where(),
          "no call is named '" + name + "'",
          "use one of " + Arrays.toString(CallName.values()));
      return Optional.empty();
    }
    Set<String> met = words(leaf, "met", call.get());
    Set<String> undetermined = words(leaf, "undetermined", call.get());
    Set<String> both = new LinkedHashSet<>(met);
    both.retainAll(undetermined);
    if (!both.isEmpty()) {
      error(
          "CRITERIA_WORD",
          leaf.where(),
          both + " both meet the criterion and leave it undetermined",
          "keep each word in one of the two lists");
    }
    if (met.isEmpty() && !namesWords(leaf.entries().get("met"))) {
      error(
          "CRITERIA_FORM",
          leaf.where(),
          "no word meets the criterion",
          "give 'met: [...]'; " + HELP);
    }
    String shown =
        text(leaf, name + " in " + met.stream().sorted().collect(Collectors.joining(", ")));
    return Optional.of(new Criterion.CallIs(call.get(), met, undetermined, shown));
  }

  private static boolean namesWords(@Nullable YamlNode met) {
    return met instanceof YamlNode.Scalar
        || (met instanceof YamlNode.Sequence sequence && !sequence.items().isEmpty());
  }

  private Set<String> words(YamlNode.Mapping leaf, String key, CallName call) {
    Set<String> words = new LinkedHashSet<>();
    YamlNode node = leaf.entries().get(key);
    if (node == null) {
      return words;
    }
    List<YamlNode> items =
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    for (YamlNode item : items) {
      String word = item instanceof YamlNode.Scalar scalar ? scalar.text() : "";
      if (call.words().contains(word)) {
        words.add(word);
      } else {
        error(
            "CRITERIA_WORD",
            item.where(),
            call + " is never '" + word + "'",
            "use words of " + call.words());
      }
    }
    return words;
  }

  private Optional<YamlNode.Mapping> mapping(YamlNode node, String what) {
    if (node instanceof YamlNode.Mapping mapping) {
      return Optional.of(mapping);
    }
    error("CRITERIA_FORM", node.where(), what + " is no mapping of keys to values", HELP);
    return Optional.empty();
  }

  private Optional<YamlNode> required(YamlNode.Mapping mapping, String key) {
    YamlNode node = mapping.entries().get(key);
    if (node == null) {
      error("CRITERIA_FORM", mapping.where(), "'" + key + "' is missing", "add it; " + HELP);
    }
    return Optional.ofNullable(node);
  }

  private void known(String key, YamlNode node, Set<String> allowed) {
    if (!allowed.contains(key)) {
      error(
          "CRITERIA_KEY",
          node.where(),
          "unknown key '" + key + "'",
          "allowed here: " + allowed.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private static Optional<String> scalar(YamlNode.Mapping mapping, String key) {
    return mapping.entries().get(key) instanceof YamlNode.Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static String text(YamlNode.Mapping mapping, String fallback) {
    return scalar(mapping, "text").orElse(fallback);
  }

  private void error(String code, SourceLocation where, String message, String fix) {
    problems.error(code, where.line() == 0 ? SourceLocation.ofFile(path) : where, message, fix);
  }
}
