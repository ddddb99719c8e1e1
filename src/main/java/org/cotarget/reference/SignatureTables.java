package org.cotarget.reference;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code reference/signatures}. */
final class SignatureTables {

  private static final Set<String> USES = Set.of("context", "jak_stat5", "immune_gate");
  private static final Set<String> METHODS =
      Arrays.stream(Signature.Method.values()).map(Enum::name).collect(Collectors.toSet());

  /** The one score of the validity table that is a single gene and no signature. */
  private static final String PTEN_MRNA = "PTEN_MRNA";

  private final ReferenceSource source;
  private final GeneNames names;

  /**
   * @param names make two tables that name a gene differently speak of the same one
   */
  SignatureTables(ReferenceSource source, GeneNames names) {
    this.source = source;
    this.names = names;
  }

  /**
   * @param thresholds say how many genes of a ranked signature are taken
   */
  List<Signature> signatures(Thresholds thresholds) {
    Map<String, Map<String, Double>> sets = geneSets("signatures/hallmark.tsv");
    sets.putAll(geneSets("signatures/panels.tsv"));
    Table progeny = progeny();
    Table catalogue =
        source
            .table(
                "signatures/catalogue.tsv",
                "id",
                "title",
                "method",
                "source",
                "top",
                "use",
                "licence",
                "citation",
                "reason")
            .unique("id");
    return catalogue.map(
        line -> {
          Signature.Method method = Signature.Method.valueOf(line.among("method", METHODS));
          Map<String, Double> weights =
              method == Signature.Method.WEIGHTED_SUM
                  ? ranked(progeny, line, thresholds)
                  : sets.getOrDefault(line.text("id"), Map.of());
          if (weights.isEmpty()) {
            throw line.fault(line.text("source") + " has no genes for " + line.text("id"));
          }
          return new Signature(
              line.text("id"),
              line.text("title"),
              method,
              weights,
              line.among("use", USES),
              line.text("licence"),
              source.citation(line));
        });
  }

  List<ScoreValidity> validity(List<Signature> signatures) {
    Set<String> scores = new HashSet<>(Set.of(PTEN_MRNA));
    signatures.forEach(signature -> scores.add(signature.id()));
    Table table =
        source
            .table(
                "signatures/validity.tsv",
                "score",
                "signatures",
                "endpoint",
                "scope",
                "auroc",
                "low",
                "high",
                "positives",
                "n")
            .unique("score", "endpoint", "scope");
    return table.map(
        line -> {
          String ids = line.optional("signatures");
          for (String id : ids.isEmpty() ? new String[0] : ids.split(";", -1)) {
            if (!scores.contains(id)) {
              throw line.fault(id + " is no score");
            }
          }
          return new ScoreValidity(
              line.text("score"),
              ids,
              line.text("endpoint"),
              line.text("scope"),
              line.number("auroc"),
              line.optionalNumber("low"),
              line.optionalNumber("high"),
              line.integer("positives", -1),
              line.integer("n", -1));
        });
  }

  private Map<String, Map<String, Double>> geneSets(String path) {
    Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
    for (Table.Line line :
        source.table(path, "signature", "gene").unique("signature", "gene").lines()) {
      sets.computeIfAbsent(line.text("signature"), id -> new LinkedHashMap<>())
          .put(names.current(line.text("gene")), 1.0);
    }
    return sets;
  }

  private Table progeny() {
    return source
        .table("signatures/progeny.tsv", "pathway", "rank", "gene", "weight", "p")
        .unique("pathway", "gene")
        .unique("pathway", "rank");
  }

  private Map<String, Double> ranked(Table progeny, Table.Line entry, Thresholds thresholds) {
    String place = entry.text("source");
    String pathway = place.substring(place.indexOf(':') + 1);
    double top = thresholds.value(entry.text("top"));
    Map<String, Double> weights = new LinkedHashMap<>();
    for (Table.Line line : progeny.lines()) {
      if (line.text("pathway").equals(pathway) && line.integer("rank") <= top) {
        weights.put(names.current(line.text("gene")), line.number("weight"));
      }
    }
    return weights;
  }
}
