package org.cotarget.assess.pi3k;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.assess.pi3k.Pi3kEvent.Kind;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.EventRule;
import org.cotarget.reference.Hotspot;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Reference;

/**
 * Reads variants and copy numbers as events of the PI3K pathway, each with the tier that {@code
 * reference/rules/pi3k_events.tsv} and the hotspot table give it. What has no row there is no
 * event: a truncated kinase is not an activated one.
 */
public final class Pi3kEventCollector {

  /** Inter-SH2 domain of PIK3R1, where in-frame indels release p110 (ZHA17; science section C). */
  private static final int ISH2_FIRST = 431;

  private static final int ISH2_LAST = 600;

  private static final Comparator<Pi3kEvent> STRONGEST_FIRST =
      Comparator.comparing(Pi3kEvent::tier)
          .thenComparing(Pi3kEvent::gene)
          .thenComparing(Pi3kEvent::label)
          .thenComparing(Pi3kEvent::where);

  private final Reference reference;

  public Pi3kEventCollector(Reference reference) {
    this.reference = reference;
  }

  /** All genomic events of the sample, strongest first. */
  public List<Pi3kEvent> collect(TumorSample sample) {
    List<Pi3kEvent> events = new ArrayList<>();
    sample.variants().forEach(variant -> read(variant).ifPresent(events::add));
    sample.copyNumbers().forEach(call -> read(call).ifPresent(events::add));
    events.sort(STRONGEST_FIRST);
    return events;
  }

  /** The event that a variant is, or empty when it is none. */
  public Optional<Pi3kEvent> read(SomaticVariant variant) {
    boolean inPathway =
        reference
            .panel()
            .gene(variant.gene())
            .filter(gene -> gene.axis().contains(PanelGene.Axis.PI3K))
            .isPresent();
    if (!inPathway) {
      return Optional.empty();
    }
    Optional<Hotspot> hotspot = hotspot(variant);
    return kind(variant, hotspot)
        .flatMap(
            kind ->
                event(
                    variant.gene(),
                    kind,
                    hotspot.map(Hotspot::tier),
                    variant.label(),
                    variant.where()));
  }

  /**
   * Variants that change the protein at a residue that nothing tells, in a gene with hotspots: each
   * may be one, so the gene is not known to be free of events.
   */
  public List<SomaticVariant> unresolved(TumorSample sample) {
    return sample.variants().stream()
        .filter(variant -> variant.protein().isEmpty())
        .filter(
            variant ->
                variant.consequence() == Consequence.MISSENSE_VARIANT
                    || variant.consequence() == Consequence.PROTEIN_ALTERING_VARIANT
                    || variant.consequence().isInframeIndel()
                    || variant.consequence() == Consequence.CODING_SEQUENCE_VARIANT
                    || variant.consequence() == Consequence.SEQUENCE_VARIANT)
        .filter(variant -> reference.eventRule(variant.gene(), Kind.HOTSPOT.name()).isPresent())
        .toList();
  }

  /** The event that a copy number is, or empty when it is none. */
  public Optional<Pi3kEvent> read(CopyNumberCall call) {
    Optional<Kind> kind =
        switch (CopyNumberState.of(call, reference.thresholds())) {
          case AMPLIFICATION -> Optional.of(Kind.AMPLIFICATION);
          case DEEP_LOSS -> Optional.of(Kind.DEEP_LOSS);
          case SHALLOW_LOSS -> Optional.of(Kind.SHALLOW_LOSS);
          case GAIN, NEUTRAL -> Optional.empty();
        };
    return kind.flatMap(
        k ->
            event(
                call.gene(),
                k,
                Optional.empty(),
                CopyNumberState.describe(call, reference.thresholds()),
                call.where()));
  }

  /** The event of a given kind in a gene, or empty when the rules have no row for it. */
  Optional<Pi3kEvent> event(
      String gene, Kind kind, Optional<String> tableTier, String label, SourceLocation where) {
    return reference
        .eventRule(gene, kind.name())
        .map(
            rule ->
                new Pi3kEvent(
                    gene,
                    kind,
                    tier(rule, tableTier),
                    rule.arm().equals("-") ? Pi3kArm.NONE : Pi3kArm.valueOf(rule.arm()),
                    label,
                    rule.citation(),
                    where));
  }

  private static GenomicTier tier(EventRule rule, Optional<String> tableTier) {
    return GenomicTier.ofLabel(
        rule.tier().equals("table")
            ? tableTier.orElseThrow(
                () -> new IllegalArgumentException(rule.gene() + " has no hotspot tier"))
            : rule.tier());
  }

  private Optional<Hotspot> hotspot(SomaticVariant variant) {
    return variant
        .protein()
        .filter(change -> change.kind() != ProteinChange.Kind.SYNONYMOUS)
        .flatMap(change -> reference.hotspots().find(variant.gene(), change.shortForm()));
  }

  private Optional<Kind> kind(SomaticVariant variant, Optional<Hotspot> hotspot) {
    Optional<ProteinChange> protein = variant.protein();
    Optional<ProteinChange.Kind> proteinKind = protein.map(ProteinChange::kind);
    Consequence consequence = variant.consequence();
    if (consequence == Consequence.GENE_FUSION) {
      return Optional.of(Kind.REARRANGEMENT);
    }
    if (consequence.isTruncating()
        || proteinKind
            .filter(k -> k == ProteinChange.Kind.NONSENSE || k == ProteinChange.Kind.FRAMESHIFT)
            .isPresent()) {
      return Optional.of(Kind.TRUNCATING);
    }
    if (hotspot.isPresent()) {
      return Optional.of(Kind.HOTSPOT);
    }
    boolean missense = proteinKind.filter(k -> k == ProteinChange.Kind.MISSENSE).isPresent();
    if (missense && touchesHotspotResidue(variant.gene(), protein.get())) {
      return Optional.of(Kind.HOTSPOT_RESIDUE);
    }
    if (consequence.isEssentialSplice() && !missense) {
      // MAFs of 2012 also call a substitution at the edge of an exon Splice_Site; with a missense
      // change it is read as that.
      return proteinKind.filter(k -> k == ProteinChange.Kind.SYNONYMOUS).isPresent()
          ? Optional.empty()
          : Optional.of(Kind.ESSENTIAL_SPLICE);
    }
    if (consequence == Consequence.START_LOST) {
      return Optional.of(Kind.START_LOST);
    }
    if (consequence.isInframeIndel()
        || consequence == Consequence.PROTEIN_ALTERING_VARIANT
        || proteinKind.filter(k -> k == ProteinChange.Kind.INFRAME_INDEL).isPresent()) {
      return Optional.of(inframe(variant.gene(), protein));
    }
    if (missense
        || consequence == Consequence.MISSENSE_VARIANT
        || consequence == Consequence.STOP_LOST) {
      return Optional.of(Kind.MISSENSE);
    }
    return Optional.empty();
  }

  private Kind inframe(String gene, Optional<ProteinChange> protein) {
    if (protein.isEmpty()) {
      return Kind.INFRAME_INDEL;
    }
    if (gene.equals("PIK3R1") && protein.get().overlaps(ISH2_FIRST, ISH2_LAST)) {
      return Kind.ISH2_INDEL;
    }
    boolean oncogene = reference.panel().gene(gene).filter(g -> g.role().equals("OG")).isPresent();
    return oncogene && touchesHotspotResidue(gene, protein.get())
        ? Kind.HOTSPOT_RESIDUE
        : Kind.INFRAME_INDEL;
  }

  /** Whether a residue concerned is one at which other substitutions recur. */
  private boolean touchesHotspotResidue(String gene, ProteinChange change) {
    return IntStream.rangeClosed(change.firstCodon(), change.lastCodon())
        .mapToObj(codon -> reference.hotspots().atResidue(gene, codon))
        .flatMap(List::stream)
        .anyMatch(
            row ->
                !row.tier().equals("G3s")
                    && !row.proteinChange().endsWith("*")
                    && !row.proteinChange().endsWith("_splice"));
  }
}
