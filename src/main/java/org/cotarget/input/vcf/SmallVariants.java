package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SomaticVariant.Annotation;
import org.cotarget.input.vcf.GeneEffects.Effect;
import org.cotarget.reference.Reference;

/**
 * Decides which small variants of a record are somatic variants of a tumour: whether the tumour
 * carries the allele, whether FILTER lets it pass, and whether it is inherited.
 */
final class SmallVariants {

  private final GeneEffects effects;
  private final HotspotNames hotspots;
  private final FilterPolicy filters;
  private final PopulationFrequency frequencies;
  private final double commonFrom;
  private final boolean withNormal;
  private final InputProblems problems;
  private final DroppedRecords dropped;
  private final FoundVariants found;
  private boolean unconfirmed;

  /**
   * Sets up the rules for one file.
   *
   * @param withNormal whether the file has a matched normal
   */
  SmallVariants(
      Reference reference,
      GeneEffects effects,
      FilterPolicy filters,
      boolean withNormal,
      FoundVariants found,
      DroppedRecords dropped,
      InputProblems problems) {
    this.effects = effects;
    this.hotspots = new HotspotNames(reference.hotspots(), reference.hotspotPositions());
    this.filters = filters;
    this.frequencies = new PopulationFrequency(reference.variantVocabulary());
    this.commonFrom = reference.thresholds().value("variant.population-frequency");
    this.withNormal = withNormal;
    this.found = found;
    this.dropped = dropped;
    this.problems = problems;
  }

  /** Whether a variant was kept of which nothing excludes that it is inherited. */
  boolean hasUnconfirmed() {
    return unconfirmed;
  }

  /** Takes all alleles of a record that are sequences. */
  void record(PanelRecord record, List<Integer> alternates) {
    Set<String> siteWords = filters.failing(record.site().getFilters());
    Set<String> counted = new TreeSet<>();
    for (int alternate : alternates) {
      List<Effect> genes = effects.of(record, alternate);
      if (genes.isEmpty()) {
        effects.reportMismatch(record, alternate, problems);
        continue;
      }
      double frequency = frequency(record, alternate);
      for (TumorValues sample : record.tumors()) {
        switch (sample.genotype().of(alternate)) {
          case CARRIED ->
              counted.addAll(carried(record, alternate, sample, genes, siteWords, frequency));
          case NO_CALL -> dropped.noCall();
          case NOT_CARRIED -> {}
        }
      }
    }
    counted.forEach(dropped::filtered);
  }

  private double frequency(PanelRecord record, int alternate) {
    if (withNormal) {
      return Double.NaN;
    }
    return PopulationFrequency.max(
        frequencies.highest(record.info(), alternate, record.alleles().count()),
        effects.frequency(record, alternate, frequencies.entryFields()));
  }

  /** Adds the variant or drops it; returns the FILTER words that removed it. */
  private Set<String> carried(
      PanelRecord record,
      int alternate,
      TumorValues sample,
      List<Effect> genes,
      Set<String> siteWords,
      double frequency) {
    SomaticStatus status =
        SomaticStatus.of(sample.values(), record.info(), record.normalGenotype(), alternate);
    List<Optional<String>> names = new ArrayList<>();
    for (Effect gene : genes) {
      names.add(name(record, alternate, gene));
    }
    if (status == SomaticStatus.GERMLINE || status == SomaticStatus.LOST_HETEROZYGOSITY) {
      dropped.notSomatic(status);
      names.forEach(
          name ->
              name.ifPresent(
                  hotspot ->
                      dropped.hotspotInNormal(hotspot, sample.tumor().id(), record.where())));
      return Set.of();
    }
    Set<String> words = new TreeSet<>(siteWords);
    words.addAll(filters.failing(List.of(sample.values().text("FT").split("[;,]", -1))));
    boolean common =
        status != SomaticStatus.SOMATIC && !Double.isNaN(frequency) && frequency >= commonFrom;
    FilterPolicy.Verdict verdict = filters.verdict(words);
    boolean removed = false;
    boolean tooCommon = false;
    for (int i = 0; i < genes.size(); i++) {
      Optional<String> name = names.get(i);
      String all = String.join(";", words);
      String id = sample.tumor().id();
      if (verdict == FilterPolicy.Verdict.REMOVED) {
        removed = true;
        name.ifPresent(hotspot -> dropped.hotspotRemoved(hotspot, id, all, record.where()));
      } else if (verdict == FilterPolicy.Verdict.HOTSPOT_KEPT && name.isEmpty()) {
        removed = true;
      } else if (common && name.isEmpty()) {
        tooCommon = true;
      } else {
        if (verdict == FilterPolicy.Verdict.HOTSPOT_KEPT || common) {
          String reason =
              words.isEmpty() ? "a population frequency of " + frequency : "FILTER " + all;
          dropped.hotspotKept(name.orElse(""), id, reason, record.where());
        }
        unconfirmed |= !withNormal && status == SomaticStatus.UNKNOWN;
        add(record, alternate, sample, genes.get(i));
      }
    }
    if (tooCommon) {
      dropped.common();
    }
    return removed ? words : Set.of();
  }

  private Optional<String> name(PanelRecord record, int alternate, Effect gene) {
    return hotspots
        .find(
            gene.gene(),
            gene.annotation().flatMap(TranscriptAnnotation::protein),
            gene.assemblies(),
            record.chrom(),
            record.alleles(),
            alternate)
        .map(change -> gene.gene() + " " + change);
  }

  private void add(PanelRecord record, int alternate, TumorValues sample, Effect gene) {
    SiteAlleles alleles = record.alleles();
    AlleleReads reads = reads(record, sample, alternate);
    Set<String> filter = new TreeSet<>(record.site().getFilters());
    Optional<TranscriptAnnotation> annotation = gene.annotation();
    Optional<ProteinChange> protein = annotation.flatMap(TranscriptAnnotation::protein);
    SomaticVariant variant =
        new SomaticVariant(
            gene.gene(),
            GenomeAssembly.UNKNOWN,
            record.shownChrom(),
            alleles.position(),
            alleles.position(),
            alleles.reference(),
            alleles.alternate(alternate),
            annotation.map(TranscriptAnnotation::consequence).orElse(Consequence.SEQUENCE_VARIANT),
            protein,
            annotation.map(TranscriptAnnotation::hgvsC).orElse(""),
            annotation.map(TranscriptAnnotation::hgvsP).orElse(""),
            annotation.map(TranscriptAnnotation::transcript).orElse(""),
            reads.depth(),
            reads.alternateDepth(),
            reads.fraction(),
            filter.isEmpty() ? "PASS" : String.join(";", filter),
            annotation.isPresent() ? effects.source() : Annotation.NONE,
            AnnotationCheck.NONE,
            Phase.of(sample.values(), record.info(), record.chrom(), alternate),
            record.where());
    found.add(sample.tumor().id(), gene.assemblies(), annotation.isEmpty(), variant);
  }

  /** Reads of a column, or of INFO where that is all there is and the tumour is alone. */
  private static AlleleReads reads(PanelRecord record, TumorValues sample, int alternate) {
    AlleleReads reads =
        sample.hasColumn()
            ? AlleleReads.of(sample.values(), record.alleles(), alternate)
            : AlleleReads.ofInfo(record.info(), record.alleles(), alternate);
    boolean silent = reads.depth() < 0 && reads.alternateDepth() < 0;
    boolean alone = record.tumors().size() == 1 && record.normalGenotype().isEmpty();
    if (sample.hasColumn() && silent && alone && Double.isNaN(reads.fraction())) {
      FieldValues info = record.info();
      boolean counted = info.size("DP4") == 4 || info.size("AO") > 0;
      return counted
          ? AlleleReads.ofInfo(info, record.alleles(), alternate)
          : new AlleleReads(info.integer("DP", 0), -1, Double.NaN);
    }
    return reads;
  }
}
