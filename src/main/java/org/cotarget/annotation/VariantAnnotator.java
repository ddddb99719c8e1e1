package org.cotarget.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SomaticVariant.Annotation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.cohort.VariantNamer;
import org.cotarget.reference.ContigName;
import org.cotarget.reference.HotspotPositions;
import org.cotarget.reference.Reference;

/**
 * Names what sources leave unnamed, and holds what they name against our own reading.
 *
 * <p>A source that says something stands; a difference is noted. Where it is silent, the panel
 * transcript decides, and where no residue can be named by it, the table of recurrent changes by
 * genomic position. A variant whose source names no effect at all and that lies in no exon and no
 * splice site is left out, as those of annotated files are.
 */
public final class VariantAnnotator implements VariantNamer {

  private final PanelAnnotator annotator;
  private final PhasedCodons codons;
  private final SourceComparison comparison;
  private final HotspotPositions positions;

  public VariantAnnotator(Reference reference) {
    this.annotator = new PanelAnnotator(reference.transcripts());
    this.codons = new PhasedCodons(annotator);
    this.comparison = new SourceComparison(reference.panel());
    this.positions = reference.hotspotPositions();
  }

  public Cohort annotate(Cohort cohort) {
    return cohort.mapSamples(this::annotate);
  }

  private TumorSample annotate(TumorSample sample) {
    if (sample.variants().isEmpty()) {
      return sample;
    }
    List<SomaticVariant> annotated = new ArrayList<>(sample.variants().size());
    for (SomaticVariant variant : codons.joined(sample.variants())) {
      name(variant).ifPresent(annotated::add);
    }
    return sample.withVariants(annotated);
  }

  @Override
  public Optional<SomaticVariant> name(SomaticVariant variant) {
    Optional<PanelAnnotation> reading = annotator.annotate(variant);
    if (reading.isEmpty()) {
      return Optional.of(byPosition(variant));
    }
    PanelAnnotation ours = reading.get();
    if (variant.annotation() == Annotation.NONE && !ours.isInExonOrSpliceSite()) {
      return Optional.empty();
    }
    if (!isSilent(variant)) {
      return Optional.of(variant.withCheck(compare(variant, ours)));
    }
    boolean fits = ProteinClass.of(variant.consequence()).fits(ProteinClass.of(ours.consequence()));
    if (!fits) {
      AnnotationCheck check =
          new AnnotationCheck(
              AnnotationCheck.Agreement.DIFFERS,
              ours.hgvsC(),
              ours.hgvsP(),
              ours.transcript(),
              variant.consequence().term() + " there, " + ours.consequence().term() + " here");
      return Optional.of(byPosition(variant.withCheck(check)));
    }
    SomaticVariant checked = variant.withCheck(SourceComparison.alone(ours));
    return Optional.of(byPosition(ours.contradicted() ? checked : filled(checked, ours)));
  }

  private AnnotationCheck compare(SomaticVariant variant, PanelAnnotation ours) {
    String protein = annotator.of(variant).map(TranscriptAnnotator::protein).orElse("");
    return comparison.compare(variant, ours, protein);
  }

  /** Whether the source names no residue although the variant may change one. */
  private static boolean isSilent(SomaticVariant variant) {
    return variant.protein().isEmpty()
        && (variant.annotation() == Annotation.NONE
            || ProteinClass.of(variant.consequence()).namesResidue());
  }

  private static SomaticVariant filled(SomaticVariant variant, PanelAnnotation ours) {
    boolean stated =
        variant.consequence() != Consequence.SEQUENCE_VARIANT && ours.change().isEmpty();
    return variant.named(
        stated ? variant.consequence() : ours.consequence(),
        ours.change(),
        ours.hgvsC(),
        ours.hgvsP(),
        ours.transcript(),
        Annotation.COTARGET);
  }

  /** The recurrent change at the position, where nothing else names a residue. */
  private SomaticVariant byPosition(SomaticVariant variant) {
    if (variant.protein().isPresent() || variant.assembly() == GenomeAssembly.UNKNOWN) {
      return variant;
    }
    return GenomicAllele.of(variant)
        .flatMap(
            allele ->
                positions.find(
                    variant.assembly().label(),
                    ContigName.bare(variant.chrom()),
                    allele.start(),
                    allele.deleted(),
                    allele.inserted()))
        .filter(position -> position.gene().equals(variant.gene()))
        .flatMap(position -> ProteinChange.parse(position.proteinChange()))
        .map(
            protein ->
                variant.withProtein(
                    protein,
                    consequence(variant.consequence(), protein),
                    Annotation.HOTSPOT_POSITION))
        .orElse(variant);
  }

  private static Consequence consequence(Consequence stated, ProteinChange protein) {
    if (stated != Consequence.SEQUENCE_VARIANT && stated != Consequence.CODING_SEQUENCE_VARIANT) {
      return stated;
    }
    return protein.kind() == ProteinChange.Kind.NONSENSE
        ? Consequence.STOP_GAINED
        : Consequence.MISSENSE_VARIANT;
  }
}
