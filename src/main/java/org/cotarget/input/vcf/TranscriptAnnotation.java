package org.cotarget.input.vcf;

import java.util.Optional;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;

/**
 * What an annotation says of one allele in one transcript.
 *
 * @param symbol gene symbol as annotated, or empty
 * @param geneId Ensembl or Entrez id of the gene, or empty
 * @param hgncId e.g. {@code HGNC:8975}, or empty
 * @param transcript transcript accession, or empty
 * @param mane whether the annotation marks it as MANE Select
 * @param canonical whether the annotation marks it as canonical
 * @param picked whether VEP's {@code --flag_pick} chose it
 * @param terms consequence terms joined by {@code &}
 * @param hgvsC coding change, or empty
 * @param hgvsP protein change, or empty
 * @param proteinPosition residue or range in VEP's form, e.g. {@code 545} or {@code 127-128}, or
 *     empty
 * @param aminoAcids residues in VEP's form, e.g. {@code E/K}, or empty
 */
record TranscriptAnnotation(
    String symbol,
    String geneId,
    String hgncId,
    String transcript,
    boolean mane,
    boolean canonical,
    boolean picked,
    String terms,
    String hgvsC,
    String hgvsP,
    String proteinPosition,
    String aminoAcids) {

  Consequence consequence() {
    return Consequence.mostSevere(terms);
  }

  /** Whether the allele lies in the gene and not beside it. */
  boolean isInGene() {
    return switch (consequence()) {
      case UPSTREAM_GENE_VARIANT, DOWNSTREAM_GENE_VARIANT, INTERGENIC_VARIANT -> false;
      default -> true;
    };
  }

  /** The protein change by HGVS, else by residues. */
  Optional<ProteinChange> protein() {
    return ProteinChange.parse(hgvsP)
        .or(() -> ResidueChange.read(proteinPosition, aminoAcids, terms));
  }
}
