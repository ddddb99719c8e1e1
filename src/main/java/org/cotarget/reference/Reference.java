package org.cotarget.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All bundled reference data.
 *
 * @param version version of the whole set
 * @param citations sources by key
 * @param panel panel genes and aliases
 * @param geneNames genes that expression is looked up for, by all their names
 * @param hotspots recurrent protein changes
 * @param hotspotPositions the same by genomic position
 * @param transcripts exons and coding sequences of the panel
 * @param geneSpans where the panel genes lie
 * @param eventRules tier and drug arm by gene and kind of event
 * @param vocabulary receptor columns and values
 * @param variantVocabulary FILTER words and population fields of VCFs
 * @param thresholds cut-offs
 * @param tables decision tables by id: {@code her2_decision, tnbc_decision, pi3k_decision,
 *     pi3k_score, jak_stat5_decision}, and the rule tables {@code prevalence_bands, cohort_words,
 *     evaluation_words}
 * @param signatures gene signatures in table order
 * @param validity measured validity of scores
 * @param trials trials for the disclaimer
 * @param disclaimer the sentence that every report carries
 * @param files the manifest
 */
public record Reference(
    String version,
    Map<String, Citation> citations,
    GenePanel panel,
    GeneNames geneNames,
    Hotspots hotspots,
    HotspotPositions hotspotPositions,
    PanelTranscripts transcripts,
    GeneSpans geneSpans,
    List<EventRule> eventRules,
    ReceptorVocabulary vocabulary,
    VariantVocabulary variantVocabulary,
    Thresholds thresholds,
    Map<String, DecisionTable> tables,
    List<Signature> signatures,
    List<ScoreValidity> validity,
    List<Trial> trials,
    String disclaimer,
    List<ReferenceFile> files) {

  public Reference {
    citations = Map.copyOf(citations);
    eventRules = List.copyOf(eventRules);
    tables = Map.copyOf(tables);
    signatures = List.copyOf(signatures);
    validity = List.copyOf(validity);
    trials = List.copyOf(trials);
    files = List.copyOf(files);
  }

  /**
   * A decision table by id.
   *
   * @throws IllegalArgumentException when there is no such table: a fault of the build
   */
  public DecisionTable table(String id) {
    DecisionTable table = tables.get(id);
    if (table == null) {
      throw new IllegalArgumentException("no decision table " + id);
    }
    return table;
  }

  public Optional<EventRule> eventRule(String gene, String event) {
    return eventRules.stream()
        .filter(rule -> rule.gene().equals(gene) && rule.event().equals(event))
        .findFirst();
  }

  /** Coding intervals of the panel transcripts on both assemblies. */
  public CodingRegions codingRegions() {
    return transcripts.codingRegions();
  }

  public Reference withThresholds(Thresholds changed) {
    return new Reference(
        version,
        citations,
        panel,
        geneNames,
        hotspots,
        hotspotPositions,
        transcripts,
        geneSpans,
        eventRules,
        vocabulary,
        variantVocabulary,
        changed,
        tables,
        signatures,
        validity,
        trials,
        disclaimer,
        files);
  }

  /** The same data with other signatures and what was measured of them. */
  public Reference withSignatures(List<Signature> changed, List<ScoreValidity> measured) {
    return new Reference(
        version,
        citations,
        panel,
        geneNames,
        hotspots,
        hotspotPositions,
        transcripts,
        geneSpans,
        eventRules,
        vocabulary,
        variantVocabulary,
        thresholds,
        tables,
        changed,
        measured,
        trials,
        disclaimer,
        files);
  }
}
