package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.Reference;
import org.jspecify.annotations.Nullable;

/** Reads the match clauses of a CTML document as criteria. */
final class CtmlReader {

  private static final Pattern AGE = Pattern.compile("(>=|<=|>|<|==)?\\s*(\\d+(?:\\.\\d+)?)");
  private static final Map<String, Bounds.Comparison> SIGNS =
      Map.of(
          ">=", Bounds.Comparison.AT_LEAST,
          ">", Bounds.Comparison.ABOVE,
          "<=", Bounds.Comparison.AT_MOST,
          "<", Bounds.Comparison.BELOW);
  private static final Set<String> GENOMIC =
      Set.of(
          "hugo_symbol",
          "protein_change",
          "wildcard_protein_change",
          "variant_category",
          "variant_classification",
          "true_variant_classification",
          "cnv_call");

  private final Reference reference;
  private final String path;
  private final InputProblems problems;
  private final List<CtmlNote> notes = new ArrayList<>();

  CtmlReader(Reference reference, String path, InputProblems problems) {
    this.reference = reference;
    this.path = path;
    this.problems = problems;
  }

  /**
   * What was read.
   *
   * @param criteria empty where no clause could be expressed
   */
  record Read(Optional<TrialCriteria> criteria, List<String> notExpressed) {}

  Optional<Read> read(YamlNode root) {
    Map<String, YamlNode> clauses = new LinkedHashMap<>();
    collect(root, "", clauses);
    if (clauses.isEmpty()) {
      problems.error(
          "CTML_NO_MATCH",
          root.where(),
          "the document has no match clause",
          "give a trial with 'match:' in it or in its treatment_list");
      return Optional.empty();
    }
    String id = text(root, "protocol_no").or(() -> text(root, "nct_id")).orElse("ctml");
    String title =
        text(root, "long_title").or(() -> text(root, "short_title")).orElse("CTML " + id);
    Map<String, Criterion> read = new LinkedHashMap<>();
    clauses.forEach(
        (place, match) -> {
          int before = notes.size();
          Optional<Criterion> arm = all(match);
          arm.ifPresent(a -> read.put(place, a));
          if (arm.isEmpty()) {
            CtmlNote.relabel(notes, before, "narrows");
            left(match, place + ", of which nothing can be said,", "narrows");
          }
        });
    List<Criterion> arms = new ArrayList<>();
    read.forEach(
        (place, arm) -> arms.add(read.size() == 1 ? arm : new Criterion.All(List.of(arm), place)));
    if (clauses.size() > 1) {
      notes.add(
          CtmlNote.of(
              "the document has "
                  + clauses.size()
                  + " match clauses; a patient who meets any of them is a candidate"));
    }
    List<Criterion> clinical = new ArrayList<>();
    Optional<Criterion> candidate =
        arms.size() == 1 ? split(arms.get(0), clinical) : joined(arms, false);
    String safe = id.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
    Optional<TrialCriteria> criteria =
        candidate.map(
            c ->
                new TrialCriteria(
                    safe.isEmpty() ? "ctml" : safe,
                    title,
                    "1",
                    "",
                    c,
                    c,
                    joined(clinical, true),
                    List.of()));
    return Optional.of(new Read(criteria, CtmlNote.texts(notes)));
  }

  /** All match clauses, by where they stand. */
  private void collect(YamlNode node, String place, Map<String, YamlNode> clauses) {
    if (node instanceof YamlNode.Mapping mapping) {
      String code =
          text(node, "arm_code")
              .map(c -> "arm " + c)
              .or(() -> text(node, "step_code").map(c -> "step " + c))
              .orElse(place);
      mapping
          .entries()
          .forEach(
              (key, value) -> {
                if (key.equals("match")) {
                  text(node, "arm_suspended")
                      .filter(word -> word.toUpperCase(Locale.ROOT).startsWith("Y"))
                      .ifPresent(
                          word ->
                              notes.add(
                                  CtmlNote.of(
                                      at(value)
                                          + code
                                          + " is suspended and read like an open one")));
                  String name = code.isEmpty() ? "trial" : code;
                  clauses.put(
                      clauses.containsKey(name) ? name + " (" + clauses.size() + ")" : name, value);
                } else {
                  collect(value, code, clauses);
                }
              });
    } else if (node instanceof YamlNode.Sequence sequence) {
      sequence.items().forEach(item -> collect(item, place, clauses));
    }
  }

  /** Clinical parts of the outermost conjunction stand apart, so that they hide no candidate. */
  private static Optional<Criterion> split(Criterion arm, List<Criterion> clinical) {
    List<Criterion> molecular = new ArrayList<>();
    for (Criterion part : arm instanceof Criterion.All all ? all.parts() : List.of(arm)) {
      boolean columns = part.leaves().stream().noneMatch(leaf -> leaf.columns().isEmpty());
      (columns ? clinical : molecular).add(part);
    }
    if (molecular.isEmpty()) {
      molecular.addAll(clinical);
      clinical.clear();
    }
    return joined(molecular, true);
  }

  private static Optional<Criterion> joined(List<Criterion> parts, boolean all) {
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    return Optional.of(
        all ? new Criterion.All(parts, "all of") : new Criterion.Any(parts, "any of"));
  }

  /** The parts of a list, all of them: what the root and {@code and} are. */
  private Optional<Criterion> all(YamlNode list) {
    List<Criterion> parts = new ArrayList<>();
    for (YamlNode item : CtmlClasses.merged(items(list), true)) {
      node(item, "widens").ifPresent(parts::add);
    }
    List<Criterion> flat = new ArrayList<>();
    for (Criterion part : parts) {
      flat.addAll(part instanceof Criterion.All inner ? inner.parts() : List.of(part));
    }
    return joined(flat, true);
  }

  private Optional<Criterion> any(YamlNode list) {
    List<Criterion> parts = new ArrayList<>();
    for (YamlNode item : CtmlClasses.merged(items(list), false)) {
      node(item, "narrows").ifPresent(parts::add);
    }
    return joined(parts, false);
  }

  private List<YamlNode> items(YamlNode list) {
    if (list instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    return List.of(list);
  }

  private Optional<Criterion> node(YamlNode node, String effect) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      problems.error(
          "CTML_FORM",
          node.where(),
          "a match clause is no mapping",
          "write and, or, genomic, clinical");
      return Optional.empty();
    }
    // What is lost of a node is lost of a conjunction, unless nothing remains of the node.
    int before = notes.size();
    List<Criterion> parts = new ArrayList<>();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              int start = notes.size();
              Optional<Criterion> read =
                  key.startsWith("and")
                      ? all(value)
                      : key.startsWith("or")
                          ? any(value)
                          : key.equals("genomic")
                              ? genomic(value)
                              : key.equals("clinical")
                                  ? clinical(value)
                                  : left(value, key, "widens");
              if (read.isEmpty()) {
                CtmlNote.relabel(notes, start, "widens");
              }
              read.ifPresent(parts::add);
            });
    if (parts.isEmpty()) {
      CtmlNote.relabel(notes, before, effect);
    }
    return joined(parts, true);
  }

  private String at(YamlNode node) {
    return path + ":" + node.where().line() + ": ";
  }

  private Optional<Criterion> left(YamlNode at, String what, String effect) {
    notes.add(new CtmlNote(at(at) + what + " is left out", effect));
    return Optional.empty();
  }

  private Optional<Criterion> genomic(YamlNode node) {
    String effect = "widens";
    if (!(node instanceof YamlNode.Mapping clause)) {
      return left(node, "genomic without keys", effect);
    }
    Map<String, String> values = new LinkedHashMap<>();
    boolean negated = false;
    for (Map.Entry<String, YamlNode> entry : clause.entries().entrySet()) {
      String value = entry.getValue() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
      negated |= value.startsWith("!");
      values.put(
          entry.getKey().toLowerCase(Locale.ROOT).replaceFirst("^true_", ""),
          value.replaceFirst("^!", ""));
    }
    values.remove("display_name");
    Optional<String> foreign =
        values.keySet().stream().filter(key -> !GENOMIC.contains(key)).findFirst();
    if (foreign.isPresent()) {
      return left(
          node, "genomic " + values + " (" + foreign.get() + " has no counterpart)", effect);
    }
    String gene = reference.panel().currentSymbol(values.getOrDefault("hugo_symbol", ""));
    if (!reference.panel().contains(gene)) {
      return left(node, "genomic " + values + " (gene outside the panel)", effect);
    }
    Optional<Criterion> read = CtmlAlteration.of(gene, values);
    if (read.isEmpty()) {
      return left(node, "genomic " + values, effect);
    }
    return negated ? Optional.of(new Criterion.Not(read.get(), "not")) : read;
  }

  private Optional<Criterion> clinical(YamlNode node) {
    if (!(node instanceof YamlNode.Mapping clause)) {
      return left(node, "clinical without keys", "widens");
    }
    List<Criterion> parts = new ArrayList<>();
    clause
        .entries()
        .forEach(
            (key, value) -> {
              String text = value instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
              boolean negated = text.startsWith("!");
              String bare = negated ? text.substring(1) : text;
              Optional<Criterion> read =
                  switch (key.toLowerCase(Locale.ROOT)) {
                    case "age_numerical" -> age(bare);
                    case "gender" -> gender(bare);
                    case "oncotree_primary_diagnosis" -> diagnosis(bare, value);
                    case "er_status" -> receptor(CallName.ER, bare);
                    case "pr_status" -> receptor(CallName.PR, bare);
                    case "her2_status" -> receptor(CallName.HER2, bare);
                    default -> Optional.empty();
                  };
              if (read.isEmpty()) {
                left(value, "clinical " + key + " '" + text + "'", "widens");
              }
              read.map(c -> negated ? new Criterion.Not(c, "not") : c).ifPresent(parts::add);
            });
    return joined(parts, true);
  }

  private static Optional<Criterion> age(String text) {
    Matcher matcher = AGE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double years = Double.parseDouble(matcher.group(2));
    Map<Bounds.Comparison, Double> limits = new EnumMap<>(Bounds.Comparison.class);
    Bounds.@Nullable Comparison comparison =
        matcher.group(1) == null ? null : SIGNS.get(matcher.group(1));
    if (comparison == null) {
      limits.put(Bounds.Comparison.AT_LEAST, years);
      limits.put(Bounds.Comparison.AT_MOST, years);
    } else {
      limits.put(comparison, years);
    }
    Bounds bounds = new Bounds(limits);
    return Optional.of(
        new ColumnNumberIs(
            new ColumnName(CtmlWords.AGE, Set.of()),
            bounds,
            "",
            "",
            "",
            LeafNote.of("AGE " + bounds.describe())));
  }

  /** Tables spell it in several ways, and what is neither leaves it open. */
  private Optional<Criterion> gender(String text) {
    Set<String> female = CtmlWords.gender(reference, "FEMALE");
    Set<String> male = CtmlWords.gender(reference, "MALE");
    String word = text.toLowerCase(Locale.ROOT);
    if (!female.contains(word) && !male.contains(word)) {
      return Optional.empty();
    }
    boolean isFemale = female.contains(word);
    return Optional.of(
        new ColumnWordIs(
            new ColumnName(CtmlWords.GENDER, Set.of()),
            isFemale ? female : male,
            isFemale ? male : female,
            LeafNote.of("SEX " + text)));
  }

  /**
   * MatchMiner expands a diagnosis to its subtypes, for which there is no tree here. A word for no
   * value is none.
   */
  private Optional<Criterion> diagnosis(String text, YamlNode at) {
    if (text.startsWith("_") || reference.vocabulary().isMissing(text)) {
      return Optional.empty();
    }
    notes.add(
        CtmlNote.of(
            at(at)
                + "oncotree_primary_diagnosis '"
                + text
                + "' is read as that name alone; any other, its subtypes included, is left open"));
    // Another name may be a subtype or a synonym, so only a denial excludes.
    return Optional.of(
        new ColumnWordIs(
            new ColumnName(CtmlWords.DIAGNOSIS, Set.of()),
            Set.of(text),
            Set.of(CtmlWords.denied(text)),
            LeafNote.of(CtmlWords.DIAGNOSIS.get(0) + " " + text)));
  }

  private static Optional<Criterion> receptor(CallName receptor, String text) {
    boolean her2 = receptor == CallName.HER2;
    Set<String> met =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "positive", "true" -> her2 ? Set.of("POSITIVE") : Set.of("POS", "LOW");
          case "negative", "false" -> Set.of(her2 ? "NEGATIVE" : "NEG");
          default -> Set.of();
        };
    return met.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CallIs(
                receptor,
                met,
                Set.of(),
                LeafNote.of(receptor + " " + text.toLowerCase(Locale.ROOT))));
  }

  private static Optional<String> text(YamlNode node, String key) {
    return node instanceof YamlNode.Mapping mapping
            && mapping.entries().get(key) instanceof YamlNode.Scalar scalar
            && !scalar.text().isBlank()
        ? Optional.of(scalar.text().strip())
        : Optional.empty();
  }
}
