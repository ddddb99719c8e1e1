package org.cotarget.annotation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.reference.PanelTranscript;

/**
 * Joins substitutions of one codon that lie on one DNA molecule. Taken one by one each would name a
 * residue that no protein has.
 */
final class PhasedCodons {

  private record Codon(String gene, String phase, String path, int number) {}

  private final PanelAnnotator annotator;

  PhasedCodons(PanelAnnotator annotator) {
    this.annotator = annotator;
  }

  /**
   * The variants of one sample, those of one codon and molecule as one; it stands where the first
   * of them stood and has the smallest of their depths and fractions. What a source already names
   * by the joint change stays as it is.
   */
  List<SomaticVariant> joined(List<SomaticVariant> variants) {
    Map<Codon, List<SomaticVariant>> codons = new LinkedHashMap<>();
    for (SomaticVariant variant : variants) {
      codon(variant)
          .ifPresent(
              codon -> codons.computeIfAbsent(codon, unused -> new ArrayList<>()).add(variant));
    }
    codons.values().removeIf(parts -> parts.size() < 2);
    if (codons.isEmpty()) {
      return variants;
    }
    List<SomaticVariant> result = new ArrayList<>(variants);
    for (List<SomaticVariant> parts : codons.values()) {
      join(parts)
          .ifPresent(
              whole -> {
                result.set(result.indexOf(parts.get(0)), whole);
                result.removeAll(parts);
              });
    }
    return result;
  }

  private Optional<Codon> codon(SomaticVariant variant) {
    if (variant.phase().isEmpty()) {
      return Optional.empty();
    }
    Optional<TranscriptAnnotator> transcript = annotator.of(variant);
    Optional<GenomicAllele> allele =
        GenomicAllele.of(variant)
            .filter(found -> found.deleted().length() == found.inserted().length());
    if (transcript.isEmpty() || allele.isEmpty() || transcript.get().protein().isEmpty()) {
      return Optional.empty();
    }
    int first = transcript.get().coding(allele.get().start());
    int last = transcript.get().coding(allele.get().end());
    boolean oneCodon = first > 0 && last > 0 && (first - 1) / 3 == (last - 1) / 3;
    return oneCodon
        ? Optional.of(
            new Codon(variant.gene(), variant.phase(), variant.where().path(), (first - 1) / 3 + 1))
        : Optional.empty();
  }

  private Optional<SomaticVariant> join(List<SomaticVariant> parts) {
    SomaticVariant first = parts.get(0);
    PanelTranscript transcript = annotator.of(first).orElseThrow().transcript();
    TreeMap<Long, Character> references = new TreeMap<>();
    Map<Long, Character> alternates = new TreeMap<>();
    for (SomaticVariant part : parts) {
      GenomicAllele allele = GenomicAllele.of(part).orElseThrow();
      for (int i = 0; i < allele.deleted().length(); i++) {
        if (references.put(allele.start() + i, allele.deleted().charAt(i)) != null) {
          return Optional.empty();
        }
        alternates.put(allele.start() + i, allele.inserted().charAt(i));
      }
    }
    StringBuilder reference = new StringBuilder();
    StringBuilder alternate = new StringBuilder();
    for (long at = references.firstKey(); at <= references.lastKey(); at++) {
      char known = transcript.base(at);
      if (known == PanelTranscript.UNKNOWN_BASE || references.getOrDefault(at, known) != known) {
        return Optional.empty();
      }
      reference.append(known);
      alternate.append(alternates.getOrDefault(at, known).charValue());
    }
    SomaticVariant whole =
        whole(parts, references.firstKey(), reference.toString(), alternate.toString());
    return isNamed(parts, whole) ? Optional.empty() : Optional.of(whole);
  }

  private boolean isNamed(List<SomaticVariant> parts, SomaticVariant whole) {
    Optional<PanelAnnotation> reading = annotator.annotate(whole);
    return parts.stream()
        .anyMatch(
            part ->
                part.protein().isPresent()
                    && part.protein().equals(reading.flatMap(PanelAnnotation::change)));
  }

  private static SomaticVariant whole(
      List<SomaticVariant> parts, long position, String reference, String alternate) {
    SomaticVariant first = parts.get(0);
    int depth = first.depth();
    int alternateDepth = first.alternateDepth();
    double fraction = first.alleleFraction();
    String filter = first.filter();
    for (SomaticVariant part : parts) {
      depth = smaller(depth, part.depth());
      alternateDepth = smaller(alternateDepth, part.alternateDepth());
      fraction =
          Double.isNaN(fraction) || part.alleleFraction() < fraction
              ? part.alleleFraction()
              : fraction;
      filter = filter.equals("PASS") ? part.filter() : filter;
    }
    return new SomaticVariant(
        first.gene(),
        first.assembly(),
        first.chrom(),
        position,
        position,
        reference,
        alternate,
        Consequence.SEQUENCE_VARIANT,
        Optional.empty(),
        "",
        "",
        "",
        depth,
        alternateDepth,
        fraction,
        filter,
        SomaticVariant.Annotation.NONE,
        AnnotationCheck.NONE,
        first.phase(),
        first.where());
  }

  /** The smaller of two depths of which either may be unknown, -1. */
  private static int smaller(int one, int other) {
    return one < 0 ? other : other < 0 ? one : Math.min(one, other);
  }
}
