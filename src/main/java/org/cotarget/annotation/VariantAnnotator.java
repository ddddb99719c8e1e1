package org.cotarget.annotation;

import java.util.Optional;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.HotspotPositions;
import org.cotarget.reference.Reference;

/**
 * Fills in protein changes that the source is silent about. A variant without one would otherwise
 * hide a hotspot: some MAFs leave {@code HGVSp_Short} blank, and users slim their files.
 */
public final class VariantAnnotator {

  private final HotspotPositions positions;

  public VariantAnnotator(Reference reference) {
    this.positions = reference.hotspotPositions();
  }

  public Cohort annotate(Cohort cohort) {
    return cohort.mapSamples(this::annotate);
  }

  private TumorSample annotate(TumorSample sample) {
    boolean silent = sample.variants().stream().anyMatch(variant -> variant.protein().isEmpty());
    return silent
        ? sample.withVariants(sample.variants().stream().map(this::annotate).toList())
        : sample;
  }

  private SomaticVariant annotate(SomaticVariant variant) {
    if (variant.protein().isPresent() || variant.assembly() == GenomeAssembly.UNKNOWN) {
      return variant;
    }
    Optional<ProteinChange> change =
        positions
            .find(
                variant.assembly().label(),
                variant.chrom(),
                variant.position(),
                variant.ref(),
                variant.alt())
            .filter(position -> position.gene().equals(variant.gene()))
            .flatMap(position -> ProteinChange.parse(position.proteinChange()));
    return change
        .map(
            protein ->
                variant.withProtein(
                    protein,
                    consequence(variant.consequence(), protein),
                    SomaticVariant.Annotation.HOTSPOT_POSITION))
        .orElse(variant);
  }

  private static Consequence consequence(Consequence stated, ProteinChange protein) {
    if (stated != Consequence.SEQUENCE_VARIANT) {
      return stated;
    }
    return protein.kind() == ProteinChange.Kind.NONSENSE
        ? Consequence.STOP_GAINED
        : Consequence.MISSENSE_VARIANT;
  }
}
