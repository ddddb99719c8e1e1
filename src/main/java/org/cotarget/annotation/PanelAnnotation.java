package org.cotarget.annotation;

import java.util.Optional;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;

/**
 * What cotarget reads an allele as on a panel transcript.
 *
 * @param consequence the most severe Sequence Ontology term
 * @param hgvsC c. form, or empty where the change leaves the transcript
 * @param hgvsP p. form, {@code p.?} where the effect on the protein cannot be told, empty where
 *     none is to be expected
 * @param change the same for rules, empty where no residue can be named
 * @param transcript accession of the transcript
 * @param firstCodon first codon concerned in the description furthest to the 5' end, 0 where none
 * @param contradicted whether the reference allele is not what the transcript has there
 * @param note what a person should know of the reading, or empty
 */
record PanelAnnotation(
    Consequence consequence,
    String hgvsC,
    String hgvsP,
    Optional<ProteinChange> change,
    String transcript,
    int firstCodon,
    boolean contradicted,
    String note) {

  /** Whether a variant file that is annotated would list it, see the choice of transcripts. */
  boolean isInExonOrSpliceSite() {
    return consequence == Consequence.SEQUENCE_VARIANT
        || consequence.compareTo(Consequence.NON_CODING_TRANSCRIPT_EXON_VARIANT) < 0;
  }
}
