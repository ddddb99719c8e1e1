package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.Consequence;
import org.cotarget.reference.GenePanel;
import org.cotarget.reference.PanelGene;

/**
 * Chooses one annotation of an allele for each panel gene: that of the MANE Select transcript, else
 * of the canonical one, else the one that VEP picked, else the first of the most severe.
 */
final class TranscriptChoice {

  /**
   * The annotation chosen for a gene.
   *
   * @param symbol HGNC symbol of the panel gene
   * @param annotation the annotation
   */
  record Chosen(String symbol, TranscriptAnnotation annotation) {}

  /**
   * What the annotations of an allele come to.
   *
   * @param kept one annotation for each panel gene in whose exons or splice sites the allele lies
   * @param named panel genes with any annotation, be it of an intron; for them the file decides
   */
  record Choice(List<Chosen> kept, Set<String> named) {
    static final Choice NONE = new Choice(List.of(), Set.of());
  }

  private final GenePanel panel;

  TranscriptChoice(GenePanel panel) {
    this.panel = panel;
  }

  /**
   * Chooses. Introns are not kept: a whole-genome file has thousands of such alleles, none of which
   * enters a call.
   */
  Choice choose(List<TranscriptAnnotation> annotations) {
    Map<String, List<TranscriptAnnotation>> byGene = new LinkedHashMap<>();
    for (TranscriptAnnotation annotation : annotations) {
      gene(annotation)
          .ifPresent(
              gene -> byGene.computeIfAbsent(gene, unused -> new ArrayList<>()).add(annotation));
    }
    List<Chosen> chosen = new ArrayList<>();
    byGene.forEach(
        (gene, candidates) -> {
          TranscriptAnnotation best =
              candidates.stream().min(order(panel.gene(gene))).orElseThrow();
          if (isKept(best.consequence())) {
            chosen.add(new Chosen(gene, best));
          }
        });
    return new Choice(List.copyOf(chosen), Set.copyOf(byGene.keySet()));
  }

  /** Whether any entry, of whatever allele, is in a panel gene. */
  boolean namesPanelGene(AnnotationFormat format, List<String> entries) {
    return entries.stream().map(format::anyAllele).anyMatch(entry -> gene(entry).isPresent());
  }

  private Optional<String> gene(TranscriptAnnotation annotation) {
    String symbol = panel.currentSymbol(annotation.symbol());
    if (panel.contains(symbol)) {
      return Optional.of(symbol);
    }
    return panel.symbolOfId(annotation.geneId()).or(() -> panel.symbolOfId(annotation.hgncId()));
  }

  private static boolean isKept(Consequence consequence) {
    return consequence == Consequence.SEQUENCE_VARIANT
        || consequence.compareTo(Consequence.NON_CODING_TRANSCRIPT_EXON_VARIANT) < 0;
  }

  /** A stable order: of equals the first in the file is taken. */
  private static Comparator<TranscriptAnnotation> order(Optional<PanelGene> gene) {
    return Comparator.<TranscriptAnnotation>comparingInt(
            annotation -> {
              if (annotation.mane()
                  || gene.map(g -> isManeTranscript(g, annotation)).orElse(false)) {
                return 0;
              }
              return annotation.canonical() ? 1 : annotation.picked() ? 2 : 3;
            })
        .thenComparing(TranscriptAnnotation::consequence);
  }

  private static boolean isManeTranscript(PanelGene gene, TranscriptAnnotation annotation) {
    String transcript = withoutVersion(annotation.transcript());
    return !transcript.isEmpty()
        && (transcript.equals(withoutVersion(gene.maneEnsembl()))
            || transcript.equals(withoutVersion(gene.maneTranscript())));
  }

  private static String withoutVersion(String accession) {
    int dot = accession.indexOf('.');
    return dot < 0 ? accession : accession.substring(0, dot);
  }
}
