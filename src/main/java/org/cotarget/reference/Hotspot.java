package org.cotarget.reference;

/**
 * A recurrent protein change.
 *
 * @param gene HGNC symbol
 * @param proteinChange short form without {@code p.}, e.g. {@code E545K}, {@code R130*}, {@code
 *     X70_splice}
 * @param codon the residue, from 1
 * @param tier {@code G1}, {@code G2}, {@code G3s}, {@code J1} or {@code context}
 * @param therascreen whether the therascreen PIK3CA assay reports it
 * @param qualifyingForCapivasertib whether it is on the FoundationOne CDx list for capivasertib
 * @param breastCodonCount samples of 2,561 breast tumours with a change at this codon (CHA18), or
 *     -1 when not given
 * @param citation citation keys
 */
public record Hotspot(
    String gene,
    String proteinChange,
    int codon,
    String tier,
    boolean therascreen,
    boolean qualifyingForCapivasertib,
    int breastCodonCount,
    String citation) {}
