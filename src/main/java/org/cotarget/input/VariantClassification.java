package org.cotarget.input;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.Consequence;

/**
 * The MAF vocabulary of {@code Variant_Classification}, old and new, as Sequence Ontology terms.
 */
final class VariantClassification {

  private static final Map<String, Consequence> TERMS =
      Map.ofEntries(
          Map.entry("missense_mutation", Consequence.MISSENSE_VARIANT),
          Map.entry("missense", Consequence.MISSENSE_VARIANT),
          Map.entry("nonsense_mutation", Consequence.STOP_GAINED),
          Map.entry("nonsense", Consequence.STOP_GAINED),
          Map.entry("stop_codon_ins", Consequence.STOP_GAINED),
          Map.entry("nonstop_mutation", Consequence.STOP_LOST),
          Map.entry("stop_codon_del", Consequence.STOP_LOST),
          Map.entry("frame_shift_del", Consequence.FRAMESHIFT_VARIANT),
          Map.entry("frame_shift_ins", Consequence.FRAMESHIFT_VARIANT),
          Map.entry("frameshift_deletion", Consequence.FRAMESHIFT_VARIANT),
          Map.entry("frameshift_insertion", Consequence.FRAMESHIFT_VARIANT),
          Map.entry("in_frame_del", Consequence.INFRAME_DELETION),
          Map.entry("in_frame_ins", Consequence.INFRAME_INSERTION),
          Map.entry("splice_site", Consequence.SPLICE_SITE_VARIANT),
          Map.entry("splice_site_snp", Consequence.SPLICE_SITE_VARIANT),
          Map.entry("splice_site_del", Consequence.SPLICE_SITE_VARIANT),
          Map.entry("splice_site_ins", Consequence.SPLICE_SITE_VARIANT),
          Map.entry("splice_region", Consequence.SPLICE_REGION_VARIANT),
          Map.entry("translation_start_site", Consequence.START_LOST),
          Map.entry("start_codon_snp", Consequence.START_LOST),
          Map.entry("start_codon_del", Consequence.START_LOST),
          Map.entry("start_codon_ins", Consequence.START_LOST),
          Map.entry("silent", Consequence.SYNONYMOUS_VARIANT),
          Map.entry("synonymous", Consequence.SYNONYMOUS_VARIANT),
          // A new start codon in the 5' untranslated region; the protein itself is unchanged.
          Map.entry("de_novo_start_inframe", Consequence.FIVE_PRIME_UTR_VARIANT),
          Map.entry("de_novo_start_outofframe", Consequence.FIVE_PRIME_UTR_VARIANT),
          Map.entry("5'utr", Consequence.FIVE_PRIME_UTR_VARIANT),
          Map.entry("3'utr", Consequence.THREE_PRIME_UTR_VARIANT),
          Map.entry("5'flank", Consequence.UPSTREAM_GENE_VARIANT),
          Map.entry("3'flank", Consequence.DOWNSTREAM_GENE_VARIANT),
          Map.entry("intron", Consequence.INTRON_VARIANT),
          Map.entry("rna", Consequence.NON_CODING_TRANSCRIPT_EXON_VARIANT),
          Map.entry("lincrna", Consequence.NON_CODING_TRANSCRIPT_EXON_VARIANT),
          Map.entry("igr", Consequence.INTERGENIC_VARIANT),
          Map.entry("targeted_region", Consequence.SEQUENCE_VARIANT));

  private VariantClassification() {}

  /** The term for a classification; empty where it is not known. */
  static Optional<Consequence> consequence(String classification) {
    if (isRearrangement(classification)) {
      return Optional.of(Consequence.GENE_FUSION);
    }
    String folded =
        classification.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace('\u2019', '\'');
    Consequence term = TERMS.get(folded);
    return term != null
        ? Optional.of(term)
        : Optional.of(Consequence.mostSevere(classification.replace(';', ',')))
            .filter(known -> known != Consequence.SEQUENCE_VARIANT);
  }

  /** Rearrangements that some MAFs list among the small variants. */
  static boolean isRearrangement(String classification) {
    String folded = classification.toLowerCase(Locale.ROOT);
    return folded.contains("fusion") || folded.contains("structural") || folded.equals("sv");
  }
}
