package org.cotarget.cohort;

import java.util.Comparator;
import java.util.Optional;

/**
 * One small variant of one tumour sample in a gene of the panel.
 *
 * @param gene HGNC symbol
 * @param assembly assembly of the coordinates
 * @param chrom chromosome as the input wrote it
 * @param position POS as a VCF would give it, or the MAF start position; from 1
 * @param start {@code Start_Position} of a MAF row, equal to {@code position} for VCF
 * @param ref reference allele as the input gave it ({@code -} in a MAF insertion)
 * @param alt alternate allele as the input gave it ({@code -} in a MAF deletion)
 * @param consequence Sequence Ontology term
 * @param protein the parsed protein change, empty where the source names none
 * @param hgvsC coding change as the source wrote it, or empty
 * @param hgvsP protein change as the source wrote it, or empty
 * @param transcript transcript the source used, or empty
 * @param depth reads at the position, or -1 when not given
 * @param alternateDepth reads with the alternate allele, or -1 when not given
 * @param alleleFraction share of alternate reads in [0,1], or NaN when not given
 * @param filter FILTER of the record, {@code PASS} where the source has none
 * @param annotation what named the gene and the consequence
 * @param check what cotarget's own annotation says beside that of the source
 * @param phase key of the haplotype by which variants of one sample and file are known to lie on
 *     one DNA molecule; empty where the source does not tell
 * @param where file and line
 */
public record SomaticVariant(
    String gene,
    GenomeAssembly assembly,
    String chrom,
    long position,
    long start,
    String ref,
    String alt,
    Consequence consequence,
    Optional<ProteinChange> protein,
    String hgvsC,
    String hgvsP,
    String transcript,
    int depth,
    int alternateDepth,
    double alleleFraction,
    String filter,
    Annotation annotation,
    AnnotationCheck check,
    String phase,
    SourceLocation where)
    implements Comparable<SomaticVariant> {

  /** What named the gene and the consequence of a variant. */
  public enum Annotation {
    MAF,
    VEP_CSQ,
    SNPEFF_ANN,
    BCFTOOLS_BCSQ,
    /** Gene, consequence and changes by cotarget from the panel transcripts. */
    COTARGET,
    /** The gene is known by position; the source is silent about the effect. */
    NONE,
    /**
     * The protein change was missing in the source and found by genomic position in the hotspot
     * table.
     */
    HOTSPOT_POSITION
  }

  private static final Comparator<SomaticVariant> ORDER =
      Comparator.comparing(SomaticVariant::gene)
          .thenComparing(SomaticVariant::chrom)
          .thenComparingLong(SomaticVariant::position)
          .thenComparing(SomaticVariant::ref)
          .thenComparing(SomaticVariant::alt)
          .thenComparing(SomaticVariant::where);

  public SomaticVariant {
    if (alleleFraction < 0 || alleleFraction > 1) {
      throw new IllegalArgumentException("allele fraction outside [0,1]: " + alleleFraction);
    }
  }

  @Override
  public int compareTo(SomaticVariant other) {
    return ORDER.compare(this, other);
  }

  /**
   * The short protein change, else the coding change, else the consequence: how a report names the
   * variant.
   */
  public String label() {
    if (consequence == Consequence.GENE_FUSION) {
      return hgvsP.isEmpty() ? "rearrangement" : hgvsP;
    }
    return protein
        .map(ProteinChange::shortForm)
        .orElseGet(() -> hgvsC.isEmpty() ? consequence.term() : hgvsC);
  }

  /** This variant with another protein change and consequence. */
  public SomaticVariant withProtein(ProteinChange change, Consequence term, Annotation source) {
    return named(term, Optional.of(change), hgvsC, hgvsP, transcript, source);
  }

  /** This variant as {@code source} names it. */
  public SomaticVariant named(
      Consequence term,
      Optional<ProteinChange> change,
      String coding,
      String named,
      String accession,
      Annotation source) {
    return copy(assembly, term, change, coding, named, accession, source, check, where);
  }

  /** This variant, its position being one of {@code known}. */
  public SomaticVariant on(GenomeAssembly known) {
    return copy(known, consequence, protein, hgvsC, hgvsP, transcript, annotation, check, where);
  }

  /** This variant, read at another place. */
  SomaticVariant at(SourceLocation place) {
    return copy(assembly, consequence, protein, hgvsC, hgvsP, transcript, annotation, check, place);
  }

  /** This variant beside what our own annotation says. */
  public SomaticVariant withCheck(AnnotationCheck compared) {
    return copy(
        assembly, consequence, protein, hgvsC, hgvsP, transcript, annotation, compared, where);
  }

  private SomaticVariant copy(
      GenomeAssembly known,
      Consequence term,
      Optional<ProteinChange> change,
      String coding,
      String named,
      String accession,
      Annotation source,
      AnnotationCheck compared,
      SourceLocation place) {
    return new SomaticVariant(
        gene,
        known,
        chrom,
        position,
        start,
        ref,
        alt,
        term,
        change,
        coding,
        named,
        accession,
        depth,
        alternateDepth,
        alleleFraction,
        filter,
        source,
        compared,
        phase,
        place);
  }
}
