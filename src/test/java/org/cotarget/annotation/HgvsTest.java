package org.cotarget.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.cotarget.cohort.Consequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Well-known variants by the names that the literature gives them. */
class HgvsTest {

  @ParameterizedTest
  @CsvSource({
    // substitutions, both strands and assemblies, contig names
    "PIK3CA, GRCh37, 3, 178952085, A, G, MISSENSE_VARIANT, c.3140A>G, p.His1047Arg",
    "PIK3CA, GRCh38, chr3, 179234297, A, G, MISSENSE_VARIANT, c.3140A>G, p.His1047Arg",
    "PIK3CA, GRCh38, NC_000003.12, 179218303, G, A, MISSENSE_VARIANT, c.1633G>A, p.Glu545Lys",
    "PTEN, GRCh37, chr10, 89692904, C, T, STOP_GAINED, c.388C>T, p.Arg130Ter",
    "PTEN, GRCh38, chr10, 87933147, C, T, STOP_GAINED, c.388C>T, p.Arg130Ter",
    "TP53, GRCh37, 17, 7578406, C, T, MISSENSE_VARIANT, c.524G>A, p.Arg175His",
    "TP53, GRCh38, chr17, 7675088, C, T, MISSENSE_VARIANT, c.524G>A, p.Arg175His",
    "KRAS, GRCh37, 12, 25398284, C, T, MISSENSE_VARIANT, c.35G>A, p.Gly12Asp",
    "EGFR, GRCh37, 7, 55249071, C, T, MISSENSE_VARIANT, c.2369C>T, p.Thr790Met",
    "EGFR, GRCh37, 7, 55259515, T, G, MISSENSE_VARIANT, c.2573T>G, p.Leu858Arg",
    "AKT1, GRCh37, 14, 105246551, C, T, MISSENSE_VARIANT, c.49G>A, p.Glu17Lys",
    "JAK2, GRCh38, 9, 5073770, G, T, MISSENSE_VARIANT, c.1849G>T, p.Val617Phe",
    // frameshifts, left-aligned as VCFs have them
    "PTEN, GRCh37, 10, 89717769, TA, T, FRAMESHIFT_VARIANT, c.800del, p.Lys267ArgfsTer9",
    "PTEN, GRCh37, 10, 89720811, C, CA, FRAMESHIFT_VARIANT, c.968dup, p.Asn323LysfsTer2",
    "BRCA1, GRCh37, 17, 41276044, ACT, A, FRAMESHIFT_VARIANT, c.68_69del, p.Glu23ValfsTer17",
    "BRCA1, GRCh38, chr17, 43124027, ACT, A, FRAMESHIFT_VARIANT, c.68_69del, p.Glu23ValfsTer17",
    "BRCA1, GRCh37, 17, 41209079, T, TG, FRAMESHIFT_VARIANT, c.5266dup, p.Gln1756ProfsTer74",
    "BRCA2, GRCh37, 13, 32914437, GT, G, FRAMESHIFT_VARIANT, c.5946del, p.Ser1982ArgfsTer22",
    "BRCA2, GRCh38, chr13, 32340300, GT, G, FRAMESHIFT_VARIANT, c.5946del, p.Ser1982ArgfsTer22",
    // the same in the manner of a MAF: no shared base, an insertion at the base before it
    "PTEN, GRCh37, 10, 89717770, A, -, FRAMESHIFT_VARIANT, c.800del, p.Lys267ArgfsTer9",
    "PTEN, GRCh37, 10, 89720811, -, A, FRAMESHIFT_VARIANT, c.968dup, p.Asn323LysfsTer2",
    "BRCA1, GRCh37, 17, 41276045, CT, -, FRAMESHIFT_VARIANT, c.68_69del, p.Glu23ValfsTer17",
    "BRCA1, GRCh37, 17, 41209079, -, G, FRAMESHIFT_VARIANT, c.5266dup, p.Gln1756ProfsTer74",
    // in frame
    "EGFR, GRCh37, 7, 55242464, AGGAATTAAGAGAAGC, A, INFRAME_DELETION, c.2235_2249del, p.Glu746_Ala750del",
    "EGFR, GRCh37, 7, 55242465, GGAATTAAGAGAAGCA, G, INFRAME_DELETION, c.2236_2250del, p.Glu746_Ala750del",
    "ERBB2, GRCh37, 17, 37880981, A, AGCATACGTGATG, INFRAME_INSERTION, c.2313_2324dup, p.Tyr772_Ala775dup",
    "EGFR, GRCh37, 7, 55242469, TTAAGAGAAGCAACATCTC, T, INFRAME_DELETION, c.2240_2257del, p.Leu747_Pro753delinsSer",
    // splice sites, untranslated regions, introns
    "TP53, GRCh37, 17, 7579311, C, T, SPLICE_DONOR_VARIANT, c.375+1G>A, p.?",
    "TP53, GRCh37, 17, 7578556, T, C, SPLICE_ACCEPTOR_VARIANT, c.376-2A>G, p.?",
    "TP53, GRCh37, 17, 7579312, C, T, SPLICE_REGION_VARIANT, c.375G>A, p.Thr125=",
    "TP53, GRCh37, 17, 7571752, T, G, THREE_PRIME_UTR_VARIANT, c.*1175A>C, ''",
    "PTEN, GRCh37, 10, 89624218, C, G, FIVE_PRIME_UTR_VARIANT, c.-9C>G, ''",
    "PTEN, GRCh37, 10, 89624227, A, G, START_LOST, c.1A>G, p.Met1?",
  })
  void knownVariant(
      String gene,
      String assembly,
      String chrom,
      long position,
      String ref,
      String alt,
      Consequence consequence,
      String coding,
      String protein) {
    PanelAnnotation reading = Alleles.reading(gene, assembly, chrom, position, ref, alt);

    assertThat(reading.note()).isEmpty();
    assertThat(reading)
        .extracting(PanelAnnotation::consequence, PanelAnnotation::hgvsC, PanelAnnotation::hgvsP)
        .containsExactly(consequence, coding, protein);
  }
}
