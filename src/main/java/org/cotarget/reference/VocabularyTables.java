package org.cotarget.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code reference/vocabulary}. */
final class VocabularyTables {

  private static final Set<String> MARKERS =
      Set.of("ER", "PR", "HER2", "HR", "PTEN", "PSTAT5", "PJAK2");
  private static final Set<String> ASSAYS =
      Set.of(
          "IHC_STATUS",
          "IHC_PERCENT",
          "IHC_SCORE",
          "ISH_STATUS",
          "ISH_RATIO",
          "ISH_COPIES",
          "CEP17_COPIES",
          "PROTEIN_STATUS",
          "PROTEIN_PERCENT");
  private static final Set<String> BASES = Set.of("PRIMARY", "CURATED", "MRNA", "COPY_NUMBER");
  private static final Set<String> STATUSES =
      Set.of("POSITIVE", "NEGATIVE", "LOW", "EQUIVOCAL", "INDETERMINATE");

  private final ReferenceSource source;

  VocabularyTables(ReferenceSource source) {
    this.source = source;
  }

  ReceptorVocabulary vocabulary() {
    return new ReceptorVocabulary(columns(), values(), missing());
  }

  private List<ReceptorVocabulary.Column> columns() {
    Set<String> markers = with(MARKERS, ReceptorVocabulary.NONE);
    Set<String> assays = with(ASSAYS, ReceptorVocabulary.NONE);
    Set<String> bases = with(BASES, ReceptorVocabulary.NONE);
    return source
        .table(
            "vocabulary/receptor_columns.tsv",
            "dialect",
            "name",
            "marker",
            "assay",
            "basis",
            "rank",
            "marking",
            "numeric_coding",
            "citation")
        .unique("dialect", "name")
        .unique("dialect", "marker", "assay", "rank", "name")
        .map(
            line ->
                new ReceptorVocabulary.Column(
                    line.text("dialect"),
                    line.text("name"),
                    line.among("marker", markers),
                    line.among("assay", assays),
                    line.among("basis", bases),
                    line.integer("rank"),
                    line.flag("marking"),
                    line.flag("numeric_coding"),
                    source.citation(line)));
  }

  private List<ReceptorVocabulary.Value> values() {
    Set<String> markers =
        with(MARKERS, ReceptorVocabulary.ANY, ReceptorVocabulary.HER2_COPY_NUMBER);
    return source
        .table("vocabulary/receptor_values.tsv", "marker", "raw", "status", "citation")
        .unique("marker", "raw")
        .map(
            line ->
                new ReceptorVocabulary.Value(
                    line.among("marker", markers),
                    line.text("raw"),
                    line.among("status", STATUSES),
                    source.citation(line)));
  }

  private Set<String> missing() {
    return Set.copyOf(
        source
            .table("vocabulary/missing_values.tsv", "text")
            .unique("text")
            .map(line -> line.text("text")));
  }

  private static Set<String> with(Set<String> words, String... more) {
    return Stream.concat(words.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }
}
