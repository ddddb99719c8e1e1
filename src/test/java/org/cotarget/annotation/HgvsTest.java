package org.cotarget.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cotarget.cohort.Consequence;
import org.cotarget.reference.PanelTranscript;
import org.junit.jupiter.api.Test;
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

  /** By place in the coding sequence, alleles in the direction of the transcript. */
  @ParameterizedTest
  @CsvSource({
    "PTEN, 1210, T, C, STOP_LOST, c.1210T>C, p.Ter404ArgextTer?",
    "PTEN, 1211, G, A, STOP_RETAINED_VARIANT, c.1211G>A, p.Ter404=",
    "PTEN, 1211, GA, -, STOP_LOST, c.1211_1212del, p.Ter404extTer?",
    "TP53, 1180, T, C, STOP_LOST, c.1180T>C, p.Ter394ArgextTer?",
    "PTEN, 1, A, -, START_LOST, c.1del, p.Met1?",
    "TP53, 2, T, C, START_LOST, c.2T>C, p.Met1?",
    "MYC, 1, C, T, START_LOST, c.1C>T, p.Met1?",
    "PIK3CA, 1633, GA, TC, MISSENSE_VARIANT, c.1633_1634inv, p.Glu545Ser",
    "PTEN, 389, GA, CC, MISSENSE_VARIANT, c.389_390delinsCC, p.Arg130Pro",
    "PTEN, 390, A, ATAA, STOP_GAINED, c.390_391insTAA, p.Thr131Ter",
    "PTEN, 389, G, GTAA, INFRAME_INSERTION, c.389_390insTAA, p.Arg130_Thr131insLys",
    "TP53, 373, ACG, -, INFRAME_DELETION, c.373_375del, p.Thr125del",
    "PIK3CA, 1636, CAG, TAG, STOP_GAINED, c.1636C>T, p.Gln546Ter"
  })
  void edgesOfTheReadingFrame(
      String gene,
      int place,
      String ref,
      String alt,
      Consequence consequence,
      String coding,
      String protein) {
    for (String assembly : List.of("GRCh37", "GRCh38")) {
      PanelTranscript transcript = Alleles.transcript(gene, assembly);
      boolean forward = transcript.forward();
      PanelAnnotation reading =
          Alleles.reading(
              gene,
              assembly,
              transcript.chrom(),
              Alleles.position(transcript, forward ? place : place + ref.length() - 1),
              forward ? ref : TranscriptAllele.reverse(ref),
              forward || alt.equals("-") ? alt : TranscriptAllele.reverse(alt));

      assertThat(reading)
          .extracting(PanelAnnotation::consequence, PanelAnnotation::hgvsC, PanelAnnotation::hgvsP)
          .containsExactly(consequence, coding, protein);
    }
  }

  @Test
  void aDeletionOverTheEndOfAnExonHitsTheDonor() {
    PanelAnnotation reading = Alleles.reading("TP53", "GRCh37", "17", 7579311, "CCG", "-");

    assertThat(reading.consequence()).isEqualTo(Consequence.SPLICE_DONOR_VARIANT);
    assertThat(reading.hgvsC()).isEqualTo("c.374_375+1del");
    assertThat(reading.hgvsP()).isEqualTo("p.?");
  }

  @Test
  void theShiftEndsWithTheExonAndSaysSo() {
    PanelAnnotation reading = Alleles.reading("TP53", "GRCh37", "17", 7579312, "C", "-");

    assertThat(reading.hgvsC()).isEqualTo("c.375del");
    assertThat(reading.hgvsP()).startsWith("p.Tyr126");
    assertThat(reading.note()).contains("at the end of an exon");
  }

  /** The frame goes on behind the base that GRCh37 lacks. */
  @Test
  void codonsOfNprl3AreThoseOfTheProtein() {
    assertThat(Alleles.reading("NPRL3", "GRCh37", "16", 136704, "T", "C").firstCodon())
        .isEqualTo(Alleles.reading("NPRL3", "GRCh38", "16", 86705, "T", "C").firstCodon());
  }
}
