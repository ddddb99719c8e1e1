package org.cotarget.cohort;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a variant does to the gene's product, as a Sequence Ontology term. The order is that of
 * severity, most severe first, as the Ensembl Variant Effect Predictor ranks it; where an
 * annotation joins several terms the first in this order stands.
 */
public enum Consequence {
  /** SO:0001893. */
  TRANSCRIPT_ABLATION,
  /** SO:0001565, a rearrangement that joins the gene to another or breaks it. */
  GENE_FUSION,
  /** SO:0001574. */
  SPLICE_ACCEPTOR_VARIANT,
  /** SO:0001575. */
  SPLICE_DONOR_VARIANT,
  /**
   * SO:0001629, an essential splice site whose side the source does not tell (MAF {@code
   * Splice_Site}).
   */
  SPLICE_SITE_VARIANT,
  /** SO:0001587. */
  STOP_GAINED,
  /** SO:0001589. */
  FRAMESHIFT_VARIANT,
  /** SO:0001578. */
  STOP_LOST,
  /** SO:0002012. */
  START_LOST,
  /** SO:0001889. */
  TRANSCRIPT_AMPLIFICATION,
  /** SO:0001821. */
  INFRAME_INSERTION,
  /** SO:0001822. */
  INFRAME_DELETION,
  /** SO:0001583. */
  MISSENSE_VARIANT,
  /** SO:0001818. */
  PROTEIN_ALTERING_VARIANT,
  /** SO:0001630. */
  SPLICE_REGION_VARIANT,
  /** SO:0001567. */
  STOP_RETAINED_VARIANT,
  /** SO:0002019. */
  START_RETAINED_VARIANT,
  /** SO:0001819. */
  SYNONYMOUS_VARIANT,
  /** SO:0001580. */
  CODING_SEQUENCE_VARIANT,
  /** SO:0001623. */
  FIVE_PRIME_UTR_VARIANT("5_prime_UTR_variant"),
  /** SO:0001624. */
  THREE_PRIME_UTR_VARIANT("3_prime_UTR_variant"),
  /** SO:0001792. */
  NON_CODING_TRANSCRIPT_EXON_VARIANT,
  /** SO:0001627. */
  INTRON_VARIANT,
  /** SO:0001631. */
  UPSTREAM_GENE_VARIANT,
  /** SO:0001632. */
  DOWNSTREAM_GENE_VARIANT,
  /** SO:0001628. */
  INTERGENIC_VARIANT,
  /** SO:0001060, the root term: the source gives a term that is not in this list, or none. */
  SEQUENCE_VARIANT;

  private static final Map<String, Consequence> BY_TERM = new HashMap<>();

  static {
    for (Consequence consequence : values()) {
      BY_TERM.put(consequence.term.toLowerCase(Locale.ROOT), consequence);
    }
    // Terms of newer VEP releases, SnpEff and bcftools csq that are children or synonyms of the
    // above.
    BY_TERM.put("splice_donor_5th_base_variant", SPLICE_REGION_VARIANT);
    BY_TERM.put("splice_donor_region_variant", SPLICE_REGION_VARIANT);
    BY_TERM.put("splice_polypyrimidine_tract_variant", SPLICE_REGION_VARIANT);
    BY_TERM.put("splice_acceptor", SPLICE_ACCEPTOR_VARIANT);
    BY_TERM.put("splice_donor", SPLICE_DONOR_VARIANT);
    BY_TERM.put("splice_region", SPLICE_REGION_VARIANT);
    BY_TERM.put("incomplete_terminal_codon_variant", CODING_SEQUENCE_VARIANT);
    BY_TERM.put("disruptive_inframe_insertion", INFRAME_INSERTION);
    BY_TERM.put("conservative_inframe_insertion", INFRAME_INSERTION);
    BY_TERM.put("disruptive_inframe_deletion", INFRAME_DELETION);
    BY_TERM.put("conservative_inframe_deletion", INFRAME_DELETION);
    BY_TERM.put("inframe_altering", PROTEIN_ALTERING_VARIANT);
    BY_TERM.put("missense", MISSENSE_VARIANT);
    BY_TERM.put("synonymous", SYNONYMOUS_VARIANT);
    BY_TERM.put("frameshift", FRAMESHIFT_VARIANT);
    BY_TERM.put("frameshift_truncation", FRAMESHIFT_VARIANT);
    BY_TERM.put("frameshift_elongation", FRAMESHIFT_VARIANT);
    BY_TERM.put("initiator_codon_variant", START_LOST);
    BY_TERM.put("rare_amino_acid_variant", MISSENSE_VARIANT);
    BY_TERM.put("exon_loss_variant", TRANSCRIPT_ABLATION);
    BY_TERM.put("feature_ablation", TRANSCRIPT_ABLATION);
    BY_TERM.put("5_prime_utr", FIVE_PRIME_UTR_VARIANT);
    BY_TERM.put("5_prime_utr_premature_start_codon_gain_variant", FIVE_PRIME_UTR_VARIANT);
    BY_TERM.put("3_prime_utr", THREE_PRIME_UTR_VARIANT);
    BY_TERM.put("intron", INTRON_VARIANT);
    BY_TERM.put("intragenic_variant", INTRON_VARIANT);
    BY_TERM.put("non_coding", NON_CODING_TRANSCRIPT_EXON_VARIANT);
    BY_TERM.put("intergenic_region", INTERGENIC_VARIANT);
  }

  private final String term;

  Consequence() {
    this.term = name().toLowerCase(Locale.ROOT);
  }

  Consequence(String term) {
    this.term = term;
  }

  /** The Sequence Ontology name, e.g. {@code missense_variant}. */
  public String term() {
    return term;
  }

  /**
   * The most severe of the terms joined by {@code &} or {@code ,} in an annotation; {@link
   * #SEQUENCE_VARIANT} when none is known.
   */
  public static Consequence mostSevere(String terms) {
    Consequence worst = SEQUENCE_VARIANT;
    for (String term : terms.split("[&,]", -1)) {
      Consequence consequence =
          BY_TERM.getOrDefault(
              term.strip().replaceFirst("^\\*", "").toLowerCase(Locale.ROOT), SEQUENCE_VARIANT);
      if (consequence.compareTo(worst) < 0) {
        worst = consequence;
      }
    }
    return worst;
  }

  /**
   * Whether the reading frame or its end is destroyed, so that no full-length protein can be made.
   */
  public boolean isTruncating() {
    return this == STOP_GAINED || this == FRAMESHIFT_VARIANT || this == TRANSCRIPT_ABLATION;
  }

  /** Whether an essential (donor or acceptor, +-1/2) splice position is hit. */
  public boolean isEssentialSplice() {
    return this == SPLICE_ACCEPTOR_VARIANT
        || this == SPLICE_DONOR_VARIANT
        || this == SPLICE_SITE_VARIANT;
  }

  /** Whether residues are gained or lost in frame. */
  public boolean isInframeIndel() {
    return this == INFRAME_INSERTION || this == INFRAME_DELETION;
  }
}
