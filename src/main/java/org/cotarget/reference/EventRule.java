package org.cotarget.reference;

/**
 * The genomic tier that one kind of event in one gene supports.
 *
 * @param gene HGNC symbol
 * @param event kind of event, a constant of {@code org.cotarget.assess.pi3k.Pi3kEvent} or of the
 *     JAK/STAT counterpart
 * @param tier {@code G1}, {@code G1p}, {@code G2}, {@code G3}, {@code G3p}, {@code G3s}, or {@code
 *     table} where the tier stands with the change in {@link Hotspots}
 * @param arm drug class the event argues for: {@code PIK3CA_ALPHA}, {@code PTEN_AKT}, {@code OTHER}
 *     or {@code -}
 * @param citation citation keys
 */
public record EventRule(String gene, String event, String tier, String arm, String citation) {}
