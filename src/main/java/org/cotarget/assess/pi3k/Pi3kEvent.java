package org.cotarget.assess.pi3k;

import org.cotarget.cohort.SourceLocation;

/**
 * A variant, copy number or protein result read as an event of the pathway.
 *
 * @param gene HGNC symbol
 * @param kind what kind of event it is
 * @param tier the tier it supports
 * @param arm drug class it argues for; {@link Pi3kArm#NONE} when it does not count
 * @param label as a report names it, e.g. {@code H1047R}, {@code deep deletion (log2 -1.29)}
 * @param citation citation keys
 * @param where file and line
 */
public record Pi3kEvent(
    String gene,
    Kind kind,
    GenomicTier tier,
    Pi3kArm arm,
    String label,
    String citation,
    SourceLocation where) {

  /** Kinds of event, the {@code event} column of {@code reference/rules/pi3k_events.tsv}. */
  public enum Kind {
    HOTSPOT,
    /** Another change at a hotspot residue. */
    HOTSPOT_RESIDUE,
    TRUNCATING,
    ESSENTIAL_SPLICE,
    START_LOST,
    /** In-frame indel touching the inter-SH2 domain of PIK3R1. */
    ISH2_INDEL,
    INFRAME_INDEL,
    MISSENSE,
    DEEP_LOSS,
    SHALLOW_LOSS,
    AMPLIFICATION,
    PROTEIN_LOSS,
    REARRANGEMENT
  }
}
