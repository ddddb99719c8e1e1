package org.cotarget.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.AnnotationCheck.Agreement;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SomaticVariant.Annotation;
import org.cotarget.cohort.TumorSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantAnnotatorTest {

  private static final VariantAnnotator ANNOTATOR = new VariantAnnotator(Alleles.REFERENCE);

  @Test
  void namesWhatTheSourceLeavesOpen() {
    SomaticVariant variant = one(Alleles.bare("PIK3CA", "GRCh38", "chr3", 179234297, "A", "G"));

    assertThat(variant.annotation()).isEqualTo(Annotation.COTARGET);
    assertThat(variant.consequence()).isEqualTo(Consequence.MISSENSE_VARIANT);
    assertThat(variant.hgvsC()).isEqualTo("c.3140A>G");
    assertThat(variant.hgvsP()).isEqualTo("p.His1047Arg");
    assertThat(variant.transcript()).isEqualTo("NM_006218");
    assertThat(variant.protein()).map(ProteinChange::shortForm).contains("H1047R");
    assertThat(variant.check().agreement()).isEqualTo(Agreement.NOT_COMPARED);
  }

  @ParameterizedTest
  @CsvSource({
    // a source that says the same, in whatever spelling
    "PIK3CA, 3, 178952085, A, G, MISSENSE_VARIANT, p.H1047R, '', AGREES, ''",
    "PIK3CA, 3, 178952085, A, G, MISSENSE_VARIANT, ENSP00000263967.3:p.His1047Arg, ENST00000263967, AGREES, ''",
    "PTEN, 10, 89717769, TA, T, FRAMESHIFT_VARIANT, p.K267fs, '', AGREES, ''",
    "PTEN, 10, 89717769, TA, T, FRAMESHIFT_VARIANT, p.N266fs, '', AGREES, ''",
    "PTEN, 10, 89717769, TA, T, FRAMESHIFT_VARIANT, p.Lys267ArgfsTer9, '', AGREES, ''",
    "EGFR, 7, 55242464, AGGAATTAAGAGAAGC, A, INFRAME_DELETION, p.E746_A750del, '', AGREES, ''",
    "EGFR, 7, 55242464, AGGAATTAAGAGAAGC, A, INFRAME_DELETION, p.ELREA746del, '', AGREES, ''",
    "EGFR, 7, 55242464, AGGAATTAAGAGAAGC, A, INFRAME_DELETION, p.745_750KELREA>K, '', AGREES, ''",
    "ERBB2, 17, 37880981, A, AGCATACGTGATG, INFRAME_INSERTION, p.Y772_A775dup, '', AGREES, ''",
    "ERBB2, 17, 37880981, A, AGCATACGTGATG, INFRAME_INSERTION, p.A775_G776insYVMA, '', AGREES, ''",
    "ERBB2, 17, 37880981, A, AGCATACGTGATG, INFRAME_INSERTION, p.E770_A771insAYVM, '', AGREES, ''",
    "TP53, 17, 7579311, C, T, SPLICE_SITE_VARIANT, p.X125_splice, '', AGREES, ''",
    "TP53, 17, 7579311, C, T, SPLICE_DONOR_VARIANT, p.?, '', AGREES, ''",
    "TP53, 17, 7579312, C, T, SYNONYMOUS_VARIANT, p.Thr125=, '', AGREES, ''",
    // one that does not
    "PIK3CA, 3, 178952085, A, G, MISSENSE_VARIANT, p.H1047L, '', DIFFERS, 'H1047L there, H1047R here'",
    "PIK3CA, 3, 178952085, A, G, MISSENSE_VARIANT, p.H1040R, '', DIFFERS, 'same residues at another codon, as on another transcript: H1040R there, H1047R here'",
    "MET, 7, 116399515, G, A, MISSENSE_VARIANT, p.V797M, NM_001127500.1, DIFFERS, 'same residues at another codon, as on another transcript: V797M there, V779M here; the source used NM_001127500.1'",
    "PTEN, 10, 89717769, TA, T, FRAMESHIFT_VARIANT, p.L260fs, '', DIFFERS, 'other codon: L260fs there, K267fs here'",
    "EGFR, 7, 55242464, AGGAATTAAGAGAAGC, A, INFRAME_DELETION, p.E746_E749del, '', DIFFERS, 'E746_749del there, E746_750del here'",
    "PIK3CA, 3, 178952085, C, G, MISSENSE_VARIANT, p.H1047R, '', DIFFERS, 'the reference allele C at 178952085 is not what NM_006218 has there on GRCh37'",
    "TP53, 17, 7579311, C, T, MISSENSE_VARIANT, p.T125M, '', DIFFERS, 'T125M there, splice_donor_variant here'",
    "TP53, 17, 7578406, C, T, INTRON_VARIANT, '', '', DIFFERS, 'intron_variant there, missense_variant here'",
    // genes without a coding sequence: the codon is all that can be compared
    "PPP2R1A, 19, 52715971, C, G, MISSENSE_VARIANT, p.P179R, '', NOT_COMPARED, 'codon 179; no residue is named, for there is no coding sequence of PPP2R1A'",
    "PPP2R1A, 19, 52715971, C, G, MISSENSE_VARIANT, p.P180R, '', DIFFERS, 'P180R there, coding_sequence_variant here'"
  })
  void whatTheSourceSaysStandsAndIsCompared(
      String gene,
      String chrom,
      long position,
      String ref,
      String alt,
      Consequence consequence,
      String hgvsP,
      String transcript,
      Agreement agreement,
      String reason) {
    SomaticVariant source =
        Alleles.named(
            Alleles.bare(gene, "GRCh37", chrom, position, ref, alt),
            consequence,
            hgvsP,
            transcript);
    SomaticVariant variant = one(source);

    assertThat(variant.withCheck(AnnotationCheck.NONE)).isEqualTo(source);
    assertThat(variant.check().agreement()).isEqualTo(agreement);
    assertThat(variant.check().reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "MISSENSE_VARIANT, MISSENSE_VARIANT, H1047R, COTARGET, NOT_COMPARED",
    "SEQUENCE_VARIANT, MISSENSE_VARIANT, H1047R, COTARGET, NOT_COMPARED",
    "PROTEIN_ALTERING_VARIANT, MISSENSE_VARIANT, H1047R, COTARGET, NOT_COMPARED",
    "FRAMESHIFT_VARIANT, FRAMESHIFT_VARIANT, H1047R, HOTSPOT_POSITION, DIFFERS"
  })
  void aSourceWithoutProteinChangeIsSilentAboutIt(
      Consequence stated,
      Consequence consequence,
      String change,
      Annotation annotation,
      Agreement agreement) {
    SomaticVariant variant =
        one(
            Alleles.named(
                Alleles.bare("PIK3CA", "GRCh37", "3", 178952085, "A", "G"), stated, "", ""));

    assertThat(variant.consequence()).isEqualTo(consequence);
    assertThat(variant.protein()).map(ProteinChange::shortForm).contains(change);
    assertThat(variant.annotation()).isEqualTo(annotation);
    assertThat(variant.check().agreement()).isEqualTo(agreement);
  }

  @Test
  void withoutSequenceTheRecurrentChangeIsTakenByPosition() {
    SomaticVariant hotspot = one(Alleles.bare("PPP2R1A", "GRCh37", "19", 52715971, "C", "G"));
    SomaticVariant other = one(Alleles.bare("PPP2R1A", "GRCh37", "19", 52715970, "C", "G"));
    SomaticVariant indel = one(Alleles.bare("PPP2R1A", "GRCh37", "19", 52715970, "CC", "C"));

    assertThat(hotspot.protein()).map(ProteinChange::shortForm).contains("P179R");
    assertThat(hotspot.annotation()).isEqualTo(Annotation.HOTSPOT_POSITION);
    assertThat(hotspot.consequence()).isEqualTo(Consequence.MISSENSE_VARIANT);
    assertThat(other.protein()).isEmpty();
    assertThat(other.consequence()).isEqualTo(Consequence.CODING_SEQUENCE_VARIANT);
    assertThat(other.check().reason()).startsWith("codon 179;");
    assertThat(indel.consequence()).isEqualTo(Consequence.FRAMESHIFT_VARIANT);
    assertThat(indel.hgvsP()).isEqualTo("p.?");
  }

  @Test
  void aBareVariantOutsideOfExonsIsLeftOut() {
    assertThat(all(Alleles.bare("PIK3CA", "GRCh38", "3", 179234500, "A", "G"))).hasSize(1);
    assertThat(all(Alleles.bare("PIK3CA", "GRCh38", "3", 179234000, "A", "G"))).isEmpty();
    assertThat(all(Alleles.bare("PIK3CA", "GRCh38", "3", 179148000, "A", "G"))).isEmpty();
    assertThat(all(Alleles.bare("PIK3CA", "GRCh38", "3", 1, "A", "G"))).isEmpty();
  }

  @Test
  void withoutAssemblyABareVariantStaysUnread() {
    SomaticVariant source = Alleles.bare("PIK3CA", "?", "3", 179234297, "A", "G");

    assertThat(one(source)).isEqualTo(source);
  }

  @Test
  void aContradictedReferenceAlleleIsNotRead() {
    SomaticVariant variant = one(Alleles.bare("PIK3CA", "GRCh38", "3", 179234297, "C", "G"));

    assertThat(variant.protein()).isEmpty();
    assertThat(variant.consequence()).isEqualTo(Consequence.SEQUENCE_VARIANT);
    assertThat(variant.annotation()).isEqualTo(Annotation.NONE);
    assertThat(variant.check().reason()).contains("is not what NM_006218 has there on GRCh38");
  }

  @Test
  void phasedSubstitutionsOfACodonAreOne() {
    SomaticVariant first = phased(Alleles.bare("PIK3CA", "GRCh37", "3", 178936091, "G", "A"), "h");
    SomaticVariant third = phased(Alleles.bare("PIK3CA", "GRCh37", "3", 178936093, "G", "C"), "h");

    SomaticVariant joint = one(third, first);

    assertThat(joint.ref()).isEqualTo("GAG");
    assertThat(joint.alt()).isEqualTo("AAC");
    assertThat(joint.position()).isEqualTo(178936091);
    assertThat(joint.hgvsP()).isEqualTo("p.Glu545Asn");
    assertThat(joint.annotation()).isEqualTo(Annotation.COTARGET);
  }

  @Test
  void substitutionsThatAreNotPhasedOrNotOfOneCodonStayApart() {
    SomaticVariant first = Alleles.bare("PIK3CA", "GRCh37", "3", 178936091, "G", "A");
    SomaticVariant third = Alleles.bare("PIK3CA", "GRCh37", "3", 178936093, "G", "C");
    SomaticVariant next = Alleles.bare("PIK3CA", "GRCh37", "3", 178936094, "C", "A");

    assertThat(all(first, third)).hasSize(2);
    assertThat(all(phased(first, "h"), phased(third, "k"))).hasSize(2);
    assertThat(all(phased(first, "h"), phased(next, "h"))).hasSize(2);
  }

  @Test
  void aSourceThatNamesTheJointChangeStands() {
    SomaticVariant first =
        Alleles.named(
            phased(Alleles.bare("PIK3CA", "GRCh37", "3", 178936091, "G", "A"), "h"),
            Consequence.MISSENSE_VARIANT,
            "p.Glu545Asn",
            "");
    SomaticVariant third =
        Alleles.named(
            phased(Alleles.bare("PIK3CA", "GRCh37", "3", 178936093, "G", "C"), "h"),
            Consequence.MISSENSE_VARIANT,
            "p.Glu545Asn",
            "");

    assertThat(all(first, third)).hasSize(2).allMatch(v -> v.annotation() == Annotation.VEP_CSQ);
  }

  private static SomaticVariant phased(SomaticVariant v, String phase) {
    return new SomaticVariant(
        v.gene(),
        v.assembly(),
        v.chrom(),
        v.position(),
        v.start(),
        v.ref(),
        v.alt(),
        v.consequence(),
        v.protein(),
        v.hgvsC(),
        v.hgvsP(),
        v.transcript(),
        v.depth(),
        v.alternateDepth(),
        v.alleleFraction(),
        v.filter(),
        v.annotation(),
        v.check(),
        phase,
        v.where());
  }

  private static SomaticVariant one(SomaticVariant... variants) {
    List<SomaticVariant> annotated = all(variants);
    assertThat(annotated).hasSize(1);
    return annotated.get(0);
  }

  private static List<SomaticVariant> all(SomaticVariant... variants) {
    TumorSample sample =
        new TumorSample(
            "S1",
            "P1",
            SampleType.PRIMARY,
            List.of(),
            List.of(),
            Arrays.asList(variants),
            List.of(),
            new AssayCoverage(Map.of()),
            Map.of());
    Cohort cohort =
        new Cohort(List.of(new Patient("P1", List.of(sample))), Optional.empty(), List.of());
    return ANNOTATOR.annotate(cohort).samples().flatMap(s -> s.variants().stream()).toList();
  }
}
