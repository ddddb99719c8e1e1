package org.cotarget.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code reference/rules}, and holds the decision tables to be complete. */
final class RuleTables {

  private static final List<String> HORMONE_STATES =
      List.of("NEG", "LOW", "POS", "UNKNOWN", "CONFLICT");
  private static final List<String> HER2_STATES =
      List.of("NEGATIVE", "POSITIVE", "EQUIVOCAL", "UNKNOWN", "CONFLICT");
  private static final List<String> IHC_SCORES = List.of("0", "1+", "2+", "3+", "NA");
  private static final List<String> ISH_GROUPS =
      List.of("G1", "G2", "G3", "G4", "G5", "POS", "NEG", "EQ", "NA");
  private static final List<String> TIERS = List.of("G1", "G1p", "G2", "G3", "G3p", "G3s");
  private static final List<String> PTEN_MRNA = List.of("LOW", "NOT_LOW", "NA");
  private static final List<String> JAK_LEVELS = List.of("J1", "J2", "J3", "J0", "JNA");
  private static final Set<String> TNBC_CALLS =
      Set.of("TNBC", "TNBC_PROBABLE", "NOT_TNBC", "INDETERMINATE");
  private static final Set<String> PI3K_CALLS =
      Set.of(
          "ACTIVE_HIGH", "ACTIVE_MODERATE", "PROBABLE", "POSSIBLE", "NOT_DETECTED", "INSUFFICIENT");
  private static final Set<String> JAK_CALLS =
      Set.of("SUPPORTED", "WEAK", "NOT_SUPPORTED", "NOT_ASSESSED");
  private static final Set<String> RULE_TIERS =
      Set.of("table", "G1", "G1p", "G2", "G3", "G3p", "G3s");
  private static final Set<String> ARMS = Set.of("PIK3CA_ALPHA", "PTEN_AKT", "OTHER", Table.ABSENT);
  private static final Set<String> VALIDATIONS = Set.of("v", "c", "m", "d");

  private final ReferenceSource source;

  RuleTables(ReferenceSource source) {
    this.source = source;
  }

  Thresholds thresholds() {
    Table table =
        source
            .table(
                "rules/thresholds.tsv", "id", "value", "unit", "meaning", "citation", "validation")
            .unique("id");
    return new Thresholds(
        table.map(
            line ->
                new Threshold(
                    line.text("id"),
                    line.number("value"),
                    line.text("unit"),
                    line.text("meaning"),
                    source.citation(line),
                    line.among("validation", VALIDATIONS))));
  }

  List<EventRule> eventRules(GenePanel panel, Hotspots hotspots) {
    Table table =
        source
            .table("rules/pi3k_events.tsv", "gene", "event", "tier", "arm", "citation")
            .unique("gene", "event");
    return table.map(
        line -> {
          String gene = line.text("gene");
          if (!panel.contains(gene)) {
            throw line.fault(gene + " is not in genes/panel.tsv");
          }
          String tier = line.among("tier", RULE_TIERS);
          if (tier.equals("table")
              && hotspots.all().stream().noneMatch(row -> row.gene().equals(gene))) {
            throw line.fault(gene + " is not in variants/hotspots.tsv");
          }
          return new EventRule(
              gene, line.text("event"), tier, line.among("arm", ARMS), source.citation(line));
        });
  }

  Map<String, DecisionTable> decisionTables() {
    DecisionTable pi3k = pi3k();
    DecisionTable score = score();
    scoreMatchesCalls(pi3k, score);
    return Stream.of(
            tnbc(),
            her2(),
            pi3k,
            jakStat(),
            score,
            prevalenceBands(),
            cohortWords(),
            evaluationWords())
        .collect(Collectors.toMap(DecisionTable::id, Function.identity()));
  }

  private DecisionTable tnbc() {
    Table table = open("tnbc_decision", "er", "pr", "her2", "strict", "er_low_included", "drivers");
    for (Table.Line line : table.lines()) {
      line.among("strict", TNBC_CALLS);
      line.among("er_low_included", TNBC_CALLS);
    }
    complete(
        table,
        List.of("er", "pr", "her2"),
        product(List.of(HORMONE_STATES, HORMONE_STATES, HER2_STATES)));
    return decision(table, List.of("er", "pr", "her2"));
  }

  private DecisionTable her2() {
    Table table = open("her2_decision", "ihc_score", "ish", "call", "note");
    table.lines().forEach(line -> line.among("call", Set.copyOf(HER2_STATES)));
    complete(table, List.of("ihc_score", "ish"), product(List.of(IHC_SCORES, ISH_GROUPS)));
    return decision(table, List.of("ihc_score", "ish"));
  }

  private DecisionTable pi3k() {
    Table table = open("pi3k_decision", "genomic", "coverage", "pten_mrna", "pi3k_call", "note");
    table.lines().forEach(line -> line.among("pi3k_call", PI3K_CALLS));
    Set<List<String>> keys =
        new LinkedHashSet<>(product(List.of(TIERS, List.of("COMPLETE", "INCOMPLETE"), PTEN_MRNA)));
    keys.addAll(product(List.of(List.of("G0"), List.of("COMPLETE"), PTEN_MRNA)));
    keys.addAll(product(List.of(List.of("GNA"), List.of("INCOMPLETE"), PTEN_MRNA)));
    complete(table, List.of("genomic", "coverage", "pten_mrna"), keys);
    return decision(table, List.of("genomic", "coverage", "pten_mrna"));
  }

  private DecisionTable jakStat() {
    Table table = open("jak_stat5_decision", "level", "evidence", "call");
    table.lines().forEach(line -> line.among("call", JAK_CALLS));
    complete(table, List.of("level"), product(List.of(JAK_LEVELS)));
    return decision(table, List.of("level"));
  }

  private DecisionTable score() {
    Table table = open("pi3k_score", "call", "tier", "base");
    for (Table.Line line : table.lines()) {
      double base = line.number("base");
      if (base < 0 || base > 1) {
        throw line.fault("base " + base + " is outside [0,1]");
      }
    }
    return decision(table, List.of("call", "tier"));
  }

  private DecisionTable prevalenceBands() {
    Table table =
        open(
            "prevalence_bands",
            "measure",
            "population",
            "low",
            "high",
            "published",
            "below",
            "above",
            "citation",
            "verification");
    for (Table.Line line : table.lines()) {
      source.citation(line);
      if (!(0 <= line.number("low")
          && line.number("low") < line.number("high")
          && line.number("high") <= 1)) {
        throw line.fault("the band is not within [0,1]");
      }
    }
    return decision(table, List.of("measure", "population"));
  }

  private DecisionTable cohortWords() {
    Table table = open("cohort_words", "topic", "meaning", "word", "citation");
    table.lines().forEach(source::citation);
    return decision(table, List.of("topic", "meaning", "word"));
  }

  private DecisionTable evaluationWords() {
    Table table = open("evaluation_words", "column", "word", "class", "citation");
    for (Table.Line line : table.lines()) {
      source.citation(line);
      line.among("class", Set.of("POSITIVE", "NEGATIVE", "UNDETERMINED"));
    }
    return decision(table, List.of("column", "word"));
  }

  /** Each call and tier that can occur together has a base, and no other. */
  private static void scoreMatchesCalls(DecisionTable pi3k, DecisionTable score) {
    Set<List<String>> occur = new LinkedHashSet<>();
    for (DecisionTable.Row row : pi3k.rows()) {
      if (!row.get("pi3k_call").equals("INSUFFICIENT")) {
        occur.add(List.of(row.get("pi3k_call"), row.get("genomic")));
      }
    }
    Set<List<String>> scored = new LinkedHashSet<>();
    score.rows().forEach(row -> scored.add(List.of(row.get("call"), row.get("tier"))));
    if (!occur.equals(scored)) {
      throw new ReferenceFormatException(
          "rules/pi3k_score.tsv", 0, "the table has " + scored + ", calls have " + occur);
    }
  }

  private Table open(String id, String... columns) {
    return source.table("rules/" + id + ".tsv", columns);
  }

  private static DecisionTable decision(Table table, List<String> keys) {
    String id = table.path().substring("rules/".length(), table.path().length() - ".tsv".length());
    Table unique = table.unique(keys.toArray(String[]::new));
    return new DecisionTable(
        id,
        keys,
        unique.map(
            line -> {
              Map<String, String> values = new LinkedHashMap<>();
              line.index().keySet().forEach(column -> values.put(column, line.text(column)));
              return new DecisionTable.Row(id + ":" + line.number(), values);
            }));
  }

  private static void complete(Table table, List<String> columns, Set<List<String>> expected) {
    Set<List<String>> missing = new LinkedHashSet<>(expected);
    for (Table.Line line : table.lines()) {
      List<String> key = columns.stream().map(line::text).toList();
      if (!expected.contains(key)) {
        throw line.fault(columns + " = " + key + " cannot occur");
      }
      missing.remove(key);
    }
    if (!missing.isEmpty()) {
      throw new ReferenceFormatException(
          table.path(), 0, "no row for " + columns + " = " + missing);
    }
  }

  private static Set<List<String>> product(List<List<String>> values) {
    List<List<String>> keys = List.of(List.of());
    for (List<String> choices : values) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> key : keys) {
        for (String choice : choices) {
          List<String> next = new ArrayList<>(key);
          next.add(choice);
          longer.add(List.copyOf(next));
        }
      }
      keys = longer;
    }
    return new LinkedHashSet<>(keys);
  }
}
