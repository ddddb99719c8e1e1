package org.cotarget.annotation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.reference.ContigName;
import org.cotarget.reference.PanelTranscript;
import org.cotarget.reference.PanelTranscripts;

/** Names variants on the panel transcript of the gene that their source names. */
final class PanelAnnotator {

  private record Key(String gene, String assembly) {}

  private final Map<Key, TranscriptAnnotator> annotators = new HashMap<>();

  PanelAnnotator(PanelTranscripts transcripts) {
    for (PanelTranscript transcript : transcripts.all()) {
      annotators.put(
          new Key(transcript.gene(), transcript.assembly()), new TranscriptAnnotator(transcript));
    }
  }

  /** The transcript of a variant; empty where its chromosome is not that of its gene. */
  Optional<TranscriptAnnotator> of(SomaticVariant variant) {
    return Optional.ofNullable(annotators.get(new Key(variant.gene(), variant.assembly().label())))
        .filter(found -> found.transcript().chrom().equals(ContigName.bare(variant.chrom())));
  }

  /**
   * The reading of a variant; empty for a rearrangement, without assembly or position, and where
   * the alleles are no bases.
   */
  Optional<PanelAnnotation> annotate(SomaticVariant variant) {
    if (variant.consequence() == Consequence.GENE_FUSION) {
      return Optional.empty();
    }
    return of(variant).flatMap(transcript -> GenomicAllele.of(variant).map(transcript::annotate));
  }
}
