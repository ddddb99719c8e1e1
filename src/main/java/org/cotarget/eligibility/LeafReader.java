package org.cotarget.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ProteinChange;

/**
 * Makes leaves of their keys, one method for each kind. A leaf about several genes, or about small
 * variants and copy number, becomes a combination of leaves that ask one question each.
 */
final class LeafReader {

  private static final Map<String, VariantClass> CLASSES =
      byWord(VariantClass.values(), VariantClass::word);
  private static final Map<String, CopyNumberState> STATES =
      byWord(CopyNumberState.values(), CopyNumberIs::word);

  private final Set<String> missing;
  private final Predicate<String> isMissing;

  /**
   * @param missing words for no value that hold in the whole file
   * @param isMissing tells words for no value that hold in every table
   */
  LeafReader(Set<String> missing, Predicate<String> isMissing) {
    this.missing = missing;
    this.isMissing = isMissing;
  }

  /** The criterion of a leaf; empty where its keys do not make one, with the reasons told. */
  Optional<Criterion> read(String form, LeafKeys keys) {
    return switch (form) {
      case "call" -> call(keys);
      case "number" -> number(keys);
      case "signature" -> signature(keys);
      case "alteration" -> alteration(keys);
      case "covered" -> covered(keys);
      case "column" -> column(keys);
      default -> throw new IllegalArgumentException("no leaf " + form);
    };
  }

  private static Optional<Criterion> call(LeafKeys keys) {
    Optional<CallName> name = keys.word("call").map(CallName::valueOf);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    CallName call = name.get();
    Set<String> met = new LinkedHashSet<>(keys.words("met", call.name(), call.words()));
    Set<String> undetermined =
        new LinkedHashSet<>(keys.words("undetermined", call.name(), call.words()));
    keys.require("met");
    Set<String> both = new LinkedHashSet<>(met);
    both.retainAll(undetermined);
    if (!both.isEmpty()) {
      keys.faults()
          .contradiction(
              keys.where("undetermined"),
              both + " both meet the criterion and leave it undetermined",
              "keep each word in one of the two lists");
    }
    String shown = call + " in " + met.stream().sorted().collect(Collectors.joining(", "));
    return Optional.of(new CallIs(call, met, undetermined, keys.note(shown)));
  }

  private static Optional<Criterion> number(LeafKeys keys) {
    Optional<NumberName> name = keys.word("number").map(NumberName::valueOf);
    Optional<Bounds> bounds = keys.bounds();
    LeafNote note =
        keys.note(name.map(Enum::name).orElse("") + " " + bounds.map(Bounds::describe).orElse(""));
    return name.flatMap(n -> bounds.map(b -> new NumberIs(n, b, note)));
  }

  private static Optional<Criterion> signature(LeafKeys keys) {
    Optional<String> id = keys.word("signature");
    Optional<Bounds> bounds = keys.bounds();
    LeafNote note = keys.note(id.orElse("") + " z " + bounds.map(Bounds::describe).orElse(""));
    return id.flatMap(i -> bounds.map(b -> new SignatureIs(i, b, note)));
  }

  private static Optional<Criterion> alteration(LeafKeys keys) {
    List<String> genes = keys.words("alteration");
    Set<VariantClass> classes = mapped(keys.words("class"), CLASSES);
    Set<CopyNumberState> states = mapped(keys.words("copy-number"), STATES);
    Set<String> proteins = proteins(keys);
    List<Codons> codons = codons(keys);
    LeafNote own = keys.note("");
    boolean small =
        !classes.isEmpty() || !proteins.isEmpty() || !codons.isEmpty() || !keys.has("copy-number");
    int count = genes.size() * ((small ? 1 : 0) + (states.isEmpty() ? 0 : 1));
    List<Criterion> parts = new ArrayList<>();
    for (String gene : genes) {
      if (small) {
        parts.add(
            new SmallVariantIs(
                gene,
                classes,
                proteins,
                codons,
                shown(own, count, gene + " " + describe(classes, proteins, codons))));
      }
      if (!states.isEmpty()) {
        parts.add(new CopyNumberIs(gene, states, shown(own, count, gene + " " + describe(states))));
      }
    }
    return joined(parts, own, true);
  }

  static String describe(Set<VariantClass> classes, Set<String> proteins, List<Codons> codons) {
    List<String> parts = new ArrayList<>();
    if (!proteins.isEmpty()) {
      parts.add(proteins.stream().sorted().collect(Collectors.joining(", ")));
    }
    if (!classes.isEmpty()) {
      parts.add(
          classes.stream().sorted().map(VariantClass::word).collect(Collectors.joining(", ")));
    }
    if (!codons.isEmpty()) {
      parts.add(
          "codons " + codons.stream().map(Codons::toString).collect(Collectors.joining(", ")));
    }
    return parts.isEmpty() ? "small variant" : String.join("; ", parts);
  }

  static String describe(Set<CopyNumberState> states) {
    return states.stream().sorted().map(CopyNumberState::label).collect(Collectors.joining(", "));
  }

  private static Set<String> proteins(LeafKeys keys) {
    Set<String> proteins = new LinkedHashSet<>();
    for (YamlNode.Scalar item : keys.scalars("protein")) {
      Optional<ProteinChange> change = ProteinChange.parse(item.text());
      if (change.isEmpty()) {
        keys.faults()
            .form(
                item.where(),
                "'" + item.text() + "' is no protein change",
                "write e.g. H1047R, R130* or 130fs");
      }
      change.map(ProteinChange::shortForm).ifPresent(proteins::add);
    }
    return proteins;
  }

  private static List<Codons> codons(LeafKeys keys) {
    List<Codons> codons = new ArrayList<>();
    for (YamlNode.Scalar item : keys.scalars("codons")) {
      Optional<Codons> run = Codons.parse(item.text());
      if (run.isEmpty()) {
        keys.faults()
            .form(item.where(), "'" + item.text() + "' is no codon", "write e.g. 1047 or 542-546");
      }
      run.ifPresent(codons::add);
    }
    return codons;
  }

  private static Optional<Criterion> covered(LeafKeys keys) {
    List<String> genes = keys.words("covered");
    AssayLayer layer = keys.word("layer").map(AssayLayer::valueOf).orElse(AssayLayer.SNV_INDEL);
    LeafNote own = keys.note("");
    List<Criterion> parts =
        genes.stream()
            .<Criterion>map(
                gene -> new CoveredIs(gene, layer, shown(own, genes.size(), gene + " covered")))
            .toList();
    return joined(parts, own, false);
  }

  private Optional<Criterion> column(LeafKeys keys) {
    List<String> names = keys.texts("column");
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Set<String> words = new LinkedHashSet<>(missing);
    words.addAll(keys.texts("missing"));
    ColumnName column = new ColumnName(names, words);
    if (keys.has("met") || keys.has("not-met")) {
      return columnWord(keys, column);
    }
    return keys.has("until") || keys.has("until-column")
        ? columnInterval(keys, column)
        : columnNumber(keys, column);
  }

  private Optional<Criterion> columnWord(LeafKeys keys, ColumnName column) {
    unused(keys, "words", "unit", "cell-unit", "quantity", "until", "until-column", "in");
    for (Bounds.Comparison comparison : Bounds.Comparison.values()) {
      unused(keys, "words", comparison.key());
    }
    refuseMissing(keys, "met", column);
    refuseMissing(keys, "not-met", column);
    Set<String> met = lower(keys.texts("met"));
    Set<String> notMet = lower(keys.texts("not-met"));
    Set<String> both = new LinkedHashSet<>(met);
    both.retainAll(notMet);
    if (!both.isEmpty()) {
      keys.faults()
          .contradiction(
              keys.where("not-met"),
              both + " both meet the criterion and do not",
              "keep each word in one of the two lists");
    }
    LeafNote note =
        keys.note(
            column.first()
                + (met.isEmpty()
                    ? " not " + String.join(", ", notMet)
                    : " " + String.join(", ", met)));
    return met.isEmpty() && notMet.isEmpty()
        ? Optional.empty()
        : Optional.of(new ColumnWordIs(column, met, notMet, note));
  }

  /** A cell with a word for no value is never read, so a criterion cannot wait for it. */
  private void refuseMissing(LeafKeys keys, String key, ColumnName column) {
    for (YamlNode.Scalar item : keys.scalars(key)) {
      String word = item.text().strip().toLowerCase(Locale.ROOT);
      if (column.missing().contains(word) || isMissing.test(word)) {
        keys.faults()
            .contradiction(
                item.where(),
                "'" + item.text() + "' means that there is no value, so no cell is ever that",
                "remove it; where a table means something by it, write another word there");
      }
    }
  }

  private static Optional<Criterion> columnNumber(LeafKeys keys, ColumnName column) {
    unused(keys, "a number", "in");
    Optional<Bounds> bounds = keys.bounds();
    String unit = keys.text("unit").orElse("");
    String quantity = keys.word("quantity").orElse("");
    String cellUnit = keys.text("cell-unit").orElse("");
    if (unit.isEmpty() && !(cellUnit.isEmpty() && quantity.isEmpty())) {
      keys.faults().form(keys.where("column"), "'unit' is missing", "name the unit of the bounds");
    }
    LeafNote note =
        keys.note(
            (column.first() + " " + bounds.map(Bounds::describe).orElse("") + " " + unit).strip());
    return bounds.map(b -> new ColumnNumberIs(column, b, quantity, unit, cellUnit, note));
  }

  private Optional<Criterion> columnInterval(LeafKeys keys, ColumnName column) {
    unused(keys, "a time", "unit", "cell-unit", "quantity");
    if (keys.has("until") && keys.has("until-column")) {
      keys.faults()
          .form(keys.where("until"), "both 'until' and 'until-column' are given", "keep one");
      return Optional.empty();
    }
    keys.require("in");
    Optional<ColumnIntervalIs.Unit> in =
        keys.word("in").map(word -> ColumnIntervalIs.Unit.valueOf(word.toUpperCase(Locale.ROOT)));
    Optional<Bounds> bounds = keys.bounds();
    if (in.isPresent() && bounds.isPresent()) {
      keys.refuseBounds(bounds.get(), in.get());
    }
    Optional<LocalDate> until = keys.date("until");
    List<String> end = keys.texts("until-column");
    String name = until.map(Object::toString).orElse(String.join(" or ", end));
    LeafNote note =
        keys.note(
            column.first()
                + " "
                + bounds.map(Bounds::describe).orElse("")
                + " "
                + in.map(ColumnIntervalIs.Unit::word).orElse("")
                + " before "
                + name);
    if (in.isEmpty()
        || bounds.filter(b -> b.limits().values().stream().allMatch(in.get()::takes)).isEmpty()
        || (until.isEmpty() && end.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new ColumnIntervalIs(
            column,
            until,
            end.isEmpty() ? Optional.empty() : Optional.of(new ColumnName(end, column.missing())),
            in.get(),
            bounds.get(),
            note));
  }

  private static void unused(LeafKeys keys, String form, String... others) {
    for (String key : others) {
      if (keys.has(key)) {
        keys.faults().form(keys.where(key), "'" + key + "' does not go with " + form, "remove it");
      }
    }
  }

  /** Of several leaves each has its own text, and that of the file stands above them. */
  private static Optional<Criterion> joined(List<Criterion> parts, LeafNote own, boolean any) {
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    String text = own.text().isEmpty() ? (any ? "any of" : "all of") : own.text();
    return Optional.of(any ? new Criterion.Any(parts, text) : new Criterion.All(parts, text));
  }

  private static LeafNote shown(LeafNote own, int parts, String text) {
    String shown = parts == 1 && !own.text().isEmpty() ? own.text() : text;
    return new LeafNote(shown, own.recoverable(), own.test(), own.citation());
  }

  private static Set<String> lower(List<String> words) {
    return words.stream()
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static <T> Set<T> mapped(List<String> words, Map<String, T> values) {
    return words.stream().map(values::get).collect(Collectors.toSet());
  }

  private static <T> Map<String, T> byWord(T[] values, Function<T, String> word) {
    return Arrays.stream(values).collect(Collectors.toMap(word, Function.identity()));
  }
}
