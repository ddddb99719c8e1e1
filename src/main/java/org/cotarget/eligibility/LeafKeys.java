package org.cotarget.eligibility;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.CriteriaGrammar.LeafForm;

/** The keys of one leaf as its parser asks for them; what is not as it must be is told. */
final class LeafKeys {

  private final LeafForm form;
  private final YamlNode.Mapping leaf;
  private final CriteriaFaults faults;

  LeafKeys(LeafForm form, YamlNode.Mapping leaf, CriteriaFaults faults) {
    this.form = form;
    this.leaf = leaf;
    this.faults = faults;
    List<String> allowed =
        Stream.concat(form.keys().stream(), CriteriaGrammar.NOTE.stream())
            .map(CriteriaGrammar.Key::name)
            .toList();
    leaf.keys()
        .forEach(
            (key, where) -> {
              if (!allowed.contains(key)) {
                faults.unknownKey(where, key, allowed);
              }
            });
  }

  boolean has(String key) {
    return leaf.entries().containsKey(key);
  }

  SourceLocation where(String key) {
    YamlNode node = leaf.entries().get(key);
    return node == null ? leaf.where() : node.where();
  }

  CriteriaFaults faults() {
    return faults;
  }

  /** One of the words of the key. */
  Optional<String> word(String key) {
    List<String> words = words(key);
    if (words.size() > 1) {
      faults.form(where(key), "'" + key + "' takes one word", "keep one");
      return Optional.empty();
    }
    return words.stream().findFirst();
  }

  /** Words of the key, each once, those that it does not take left out and told. */
  List<String> words(String key) {
    return words(key, key, allowed(key));
  }

  /** Words that depend on another key. */
  List<String> words(String key, String what, List<String> allowed) {
    Set<String> words = new LinkedHashSet<>();
    for (YamlNode.Scalar item : scalars(key)) {
      if (allowed.contains(item.text())) {
        words.add(item.text());
      } else {
        faults.unknownWord(
            item.where(), what + " is never '" + item.text() + "'", item.text(), allowed);
      }
    }
    return List.copyOf(words);
  }

  /** Texts of the key, each once. */
  List<String> texts(String key) {
    return scalars(key).stream().map(YamlNode.Scalar::text).distinct().toList();
  }

  /** The scalars of a key, given alone or as a list. */
  List<YamlNode.Scalar> scalars(String key) {
    YamlNode node = leaf.entries().get(key);
    if (node == null) {
      return List.of();
    }
    List<YamlNode> items =
        node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    List<YamlNode.Scalar> scalars =
        items.stream()
            .filter(YamlNode.Scalar.class::isInstance)
            .map(YamlNode.Scalar.class::cast)
            .filter(scalar -> !scalar.text().isBlank())
            .toList();
    if (scalars.size() < items.size() || items.isEmpty()) {
      faults.form(
          node.where(), "'" + key + "' needs a word or a list of words", "fill in '" + key + "'");
    }
    return scalars;
  }

  Optional<String> text(String key) {
    List<String> texts = texts(key);
    if (texts.size() > 1) {
      faults.form(where(key), "'" + key + "' takes one text", "keep one");
    }
    return texts.stream().findFirst();
  }

  /** The bounds; told where there is none. */
  Optional<Bounds> bounds() {
    Map<Bounds.Comparison, Double> limits = new EnumMap<>(Bounds.Comparison.class);
    boolean broken = false;
    for (Bounds.Comparison comparison : Bounds.Comparison.values()) {
      Optional<String> text = text(comparison.key());
      if (text.isPresent()) {
        Optional<Double> number = number(comparison.key(), text.get());
        number.ifPresent(value -> limits.put(comparison, value));
        broken |= number.isEmpty();
      } else {
        broken |= has(comparison.key());
      }
    }
    if (limits.isEmpty() && !broken) {
      faults.form(leaf.where(), "no bound is given", "give at-least, above, at-most or below");
    }
    Optional<Bounds> bounds = limits.isEmpty() ? Optional.empty() : Optional.of(new Bounds(limits));
    if (bounds.filter(Bounds::isEmpty).isPresent()) {
      faults.contradiction(
          leaf.where(),
          "no number is " + bounds.map(Bounds::describe).orElse(""),
          "give bounds that a number can lie within");
    }
    return bounds;
  }

  /** Tells bounds by which no date can be moved. */
  void refuseBounds(Bounds bounds, ColumnIntervalIs.Unit in) {
    bounds
        .limits()
        .forEach(
            (comparison, bound) -> {
              if (!in.takes(bound)) {
                faults.form(
                    where(comparison.key()),
                    "'"
                        + Bounds.plain(bound)
                        + "' is no whole number of "
                        + in.word()
                        + " in reach",
                    "give whole " + in.word() + ", or days");
              }
            });
  }

  private Optional<Double> number(String key, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return Optional.of(value);
      }
    } catch (NumberFormatException notNumber) {
      faults.form(where(key), "'" + text + "' is no number", "write e.g. 1 or 0.5");
      return Optional.empty();
    }
    faults.form(where(key), "'" + text + "' is no finite number", "write e.g. 1 or 0.5");
    return Optional.empty();
  }

  Optional<LocalDate> date(String key) {
    Optional<String> text = text(key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException notDate) {
      faults.form(where(key), "'" + text.orElse("") + "' is no date", "write it as 2024-03-31");
      return Optional.empty();
    }
  }

  /** Says that a key that must be given is not, unless what it holds was told already. */
  void require(String key) {
    if (!has(key)) {
      faults.form(leaf.where(), "'" + key + "' is missing", "add it");
    }
  }

  /** What the file says beside the condition. */
  LeafNote note(String shown) {
    String recoverable = text("recoverable").orElse("false");
    boolean flag = recoverable.equals("true");
    if (!flag && !recoverable.equals("false")) {
      faults.unknownWord(
          where("recoverable"),
          "recoverable is never '" + recoverable + "'",
          recoverable,
          List.of("true", "false"));
    }
    String test = text("test").orElse("");
    if (flag && test.isEmpty()) {
      faults.form(
          leaf.where(),
          "a recoverable criterion names no test",
          "say with 'test:' what can still be done");
    }
    return new LeafNote(text("text").orElse(shown), flag, test, text("citation").orElse(""));
  }

  private List<String> allowed(String key) {
    return form.keys().stream()
        .filter(k -> k.name().equals(key))
        .findFirst()
        .map(CriteriaGrammar.Key::words)
        .orElse(List.of());
  }
}
