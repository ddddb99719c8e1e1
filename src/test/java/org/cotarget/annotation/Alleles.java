package org.cotarget.annotation;

import java.util.Optional;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.PanelTranscript;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;

/** Variants for tests, with and without what a source says of them. */
final class Alleles {

  static final Reference REFERENCE = ReferenceLoader.bundled();
  static final PanelAnnotator ANNOTATOR = new PanelAnnotator(REFERENCE.transcripts());

  private Alleles() {}

  /** A variant whose source names no effect. */
  static SomaticVariant bare(
      String gene, String assembly, String chrom, long position, String ref, String alt) {
    return new SomaticVariant(
        gene,
        GenomeAssembly.parse(assembly),
        chrom,
        position,
        position,
        ref,
        alt,
        Consequence.SEQUENCE_VARIANT,
        Optional.empty(),
        "",
        "",
        "",
        100,
        40,
        0.4,
        "PASS",
        SomaticVariant.Annotation.NONE,
        AnnotationCheck.NONE,
        "",
        SourceLocation.ofLine("test.vcf", 1));
  }

  /** The same as a source annotates it. */
  static SomaticVariant named(
      SomaticVariant bare, Consequence consequence, String hgvsP, String transcript) {
    return bare.named(
        consequence,
        ProteinChange.parse(hgvsP),
        "",
        hgvsP,
        transcript,
        SomaticVariant.Annotation.VEP_CSQ);
  }

  static PanelAnnotation reading(
      String gene, String assembly, String chrom, long position, String ref, String alt) {
    return ANNOTATOR.annotate(bare(gene, assembly, chrom, position, ref, alt)).orElseThrow();
  }

  static PanelTranscript transcript(String gene, String assembly) {
    return REFERENCE.transcripts().find(assembly, gene).orElseThrow();
  }

  /** Position on the chromosome of a base of the coding sequence. */
  static long position(PanelTranscript transcript, int coding) {
    for (PanelTranscript.Exon exon : transcript.exons()) {
      if (exon.isCoding() && coding >= exon.codingFirst() && coding <= exon.codingLast()) {
        int offset = coding - exon.codingFirst();
        return transcript.forward() ? exon.codingStart() + offset : exon.codingEnd() - offset;
      }
    }
    throw new IllegalArgumentException("no base c." + coding);
  }
}
