package org.cotarget.annotation;

import java.util.Optional;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.reference.PanelTranscript;

/** Names alleles on one transcript of one assembly. */
final class TranscriptAnnotator {

  private static final String UNKNOWN_EFFECT = "p.?";

  private final ExonMap map;
  private final Optional<CodingEffects> effects;

  TranscriptAnnotator(PanelTranscript transcript) {
    this.map = new ExonMap(transcript);
    this.effects =
        transcript.coding().isKnown()
            ? Optional.of(new CodingEffects(transcript.coding()))
            : Optional.empty();
  }

  PanelTranscript transcript() {
    return map.transcript();
  }

  /** The residues of the protein, the stop last; empty where they are not known. */
  String protein() {
    return effects.map(CodingEffects::protein).orElse("");
  }

  /** Place in the coding sequence, from 1, of a position on the chromosome, or 0. */
  int coding(long position) {
    return map.transcript().codingPosition(position);
  }

  PanelAnnotation annotate(GenomicAllele allele) {
    TranscriptAllele stated = TranscriptAllele.of(allele, map);
    TranscriptAllele change = stated.shifted(map);
    Touched touched = Touched.of(change, map);
    String hgvsC = change.hgvs(map);
    int codon = touched.isCoding() ? codon(map.coding(stated.leftmost(map)), touched) : 0;
    if (!TranscriptAllele.fits(allele, map.transcript())) {
      return contradicted(allele, touched, codon);
    }
    if (!touched.isCoding()) {
      return new PanelAnnotation(
          touched.consequence(),
          hgvsC,
          hgvsPOf(touched),
          startOrStop(touched),
          map.transcript().accession(),
          codon,
          false,
          "");
    }
    return effects
        .map(known -> named(known, change, touched, hgvsC, codon))
        .orElseGet(() -> unnamed(change, touched, hgvsC, codon));
  }

  private static int codon(int leftmost, Touched touched) {
    return ((leftmost > 0 ? leftmost : touched.codingFirst()) - 1) / 3 + 1;
  }

  private PanelAnnotation named(
      CodingEffects known, TranscriptAllele change, Touched touched, String hgvsC, int codon) {
    ProteinEffect effect = known.of(touched.codingFirst(), touched.codingLast(), change.inserted());
    return new PanelAnnotation(
        withRegion(effect.consequence(), touched),
        hgvsC,
        effect.hgvs(),
        effect.change(),
        map.transcript().accession(),
        codon,
        false,
        endsAtExon(change)
            ? "at the end of an exon: HGVS may place it further on, in the intron, whose bases are"
                + " not known here"
            : "");
  }

  private boolean endsAtExon(TranscriptAllele change) {
    boolean indel = change.isDeletion() || change.isInsertion();
    long next = change.last() + 1;
    return indel && next <= map.codingEnd() && map.coding(next) == 0;
  }

  /** What is certain without the bases: the frame, and the number of the codon. */
  private PanelAnnotation unnamed(
      TranscriptAllele change, Touched touched, String hgvsC, int codon) {
    int lengthChange = change.lengthChange();
    boolean wholeCodons = change.isDeletion() && (touched.codingFirst() - 1) % 3 == 0;
    Consequence consequence =
        codon == 1 && touched.codingFirst() <= 3
            ? Consequence.CODING_SEQUENCE_VARIANT
            : lengthChange % 3 != 0
                ? Consequence.FRAMESHIFT_VARIANT
                : wholeCodons
                    ? Consequence.INFRAME_DELETION
                    : lengthChange == 0
                        ? Consequence.CODING_SEQUENCE_VARIANT
                        : Consequence.PROTEIN_ALTERING_VARIANT;
    return new PanelAnnotation(
        withRegion(consequence, touched),
        hgvsC,
        UNKNOWN_EFFECT,
        Optional.empty(),
        map.transcript().accession(),
        codon,
        false,
        "codon "
            + codon
            + "; no residue is named, for there is no coding sequence of "
            + map.transcript().gene());
  }

  private PanelAnnotation contradicted(GenomicAllele allele, Touched touched, int codon) {
    return new PanelAnnotation(
        touched.isCoding() ? Consequence.SEQUENCE_VARIANT : touched.consequence(),
        "",
        "",
        Optional.empty(),
        map.transcript().accession(),
        codon,
        true,
        "the reference allele "
            + allele.reference()
            + " at "
            + allele.stated()
            + " is not what "
            + map.transcript().accession()
            + " has there on "
            + map.transcript().assembly());
  }

  private static String hgvsPOf(Touched touched) {
    return switch (touched.consequence()) {
      case START_LOST -> "p.Met1?";
      case SPLICE_ACCEPTOR_VARIANT, SPLICE_DONOR_VARIANT, STOP_LOST, TRANSCRIPT_ABLATION ->
          UNKNOWN_EFFECT;
      default -> "";
    };
  }

  private static Optional<ProteinChange> startOrStop(Touched touched) {
    return touched.consequence() == Consequence.START_LOST
        ? CodingEffects.startLost().change()
        : Optional.empty();
  }

  /** A splice region outranks what leaves the protein as it is. */
  private static Consequence withRegion(Consequence consequence, Touched touched) {
    return touched.spliceRegion() && Consequence.SPLICE_REGION_VARIANT.compareTo(consequence) < 0
        ? Consequence.SPLICE_REGION_VARIANT
        : consequence;
  }
}
