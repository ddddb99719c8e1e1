package org.cotarget.reference;

import java.util.Set;

/**
 * A gene that cotarget reads variants and copy numbers of.
 *
 * @param symbol HGNC symbol
 * @param hgncId e.g. {@code HGNC:8975}
 * @param entrezId NCBI Gene id
 * @param ensemblId Ensembl gene id without version
 * @param chrom chromosome without {@code chr}
 * @param forward whether it lies on the forward strand
 * @param maneTranscript MANE Select RefSeq accession with version
 * @param maneEnsembl MANE Select Ensembl transcript with version
 * @param proteinLength residues of the MANE protein
 * @param role {@code OG}, {@code TSG} or {@code -} where it has no role in a call
 * @param axis which calls it belongs to
 * @param citation citation keys, separated by {@code ;}
 */
public record PanelGene(
    String symbol,
    String hgncId,
    String entrezId,
    String ensemblId,
    String chrom,
    boolean forward,
    String maneTranscript,
    String maneEnsembl,
    int proteinLength,
    String role,
    Set<Axis> axis,
    String citation) {

  /** The calls a gene belongs to. */
  public enum Axis {
    PI3K,
    JAK_STAT,
    RECEPTOR,
    /** Shown, enters no call. */
    CONTEXT
  }

  public PanelGene {
    axis = Set.copyOf(axis);
  }
}
