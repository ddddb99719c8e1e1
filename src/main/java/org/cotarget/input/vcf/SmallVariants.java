package org.cotarget.input.vcf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SomaticVariant.Annotation;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.vcf.GeneEffects.Effect;
import org.cotarget.reference.Reference;

/**
 * Decides which small variants of a record are somatic variants of a tumour: whether the tumour
 * carries the allele, whether FILTER lets it pass, and whether it is inherited.
 */
final class SmallVariants {

  private final GeneEffects effects;
  private final RecurrentChanges recurrent;
  private final FilterPolicy filters;
  private final PopulationFrequency frequencies;
  private final double commonFrom;
  private final boolean withNormal;
  private final RecordFindings findings;
  private final FoundVariants found;
  private boolean unconfirmed;

  /**
   * Sets up the rules for one file.
   *
   * @param recurrent tells which variants are recurrent changes
   * @param withNormal whether the file has a matched normal
   */
  SmallVariants(
      Reference reference,
      RecurrentChanges recurrent,
      GeneEffects effects,
      FilterPolicy filters,
      boolean withNormal,
      FoundVariants found,
      RecordFindings findings) {
    this.effects = effects;
    this.recurrent = recurrent;
    this.filters = filters;
    this.frequencies = new PopulationFrequency(reference.variantVocabulary());
    this.commonFrom = reference.thresholds().value("variant.population-frequency");
    this.withNormal = withNormal;
    this.found = found;
    this.findings = findings;
  }

  /** Whether a variant was kept of which nothing excludes that it is inherited. */
  boolean hasUnconfirmed() {
    return unconfirmed;
  }

  /** Takes all alleles of a record that are sequences. */
  void record(PanelRecord record, List<Integer> alternates) {
    RecordFindings.Findings here = findings.of(record.windows());
    Set<String> siteWords = filters.failing(record.site().getFilters());
    Set<String> counted = new TreeSet<>();
    for (int alternate : alternates) {
      List<Effect> genes = effects.of(record, alternate);
      if (genes.isEmpty()) {
        effects.reportMismatch(record, alternate, here.problems());
        continue;
      }
      double frequency = frequency(record, alternate);
      for (TumorValues sample : record.tumors()) {
        switch (sample.genotype().of(alternate)) {
          case CARRIED ->
              counted.addAll(
                  carried(record, alternate, sample, genes, siteWords, frequency, here.dropped()));
          case NO_CALL -> here.dropped().noCall();
          case NOT_CARRIED -> {}
        }
      }
    }
    counted.forEach(here.dropped()::filtered);
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
      double frequency,
      DroppedRecords dropped) {
    SomaticStatus status =
        SomaticStatus.of(sample.values(), record.info(), record.normalGenotype(), alternate);
    Set<String> words = new TreeSet<>(siteWords);
    words.addAll(filters.failing(List.of(sample.values().text("FT").split("[;,]", -1))));
    String all = String.join(";", words);
    String id = sample.tumor().id();
    boolean inherited =
        status == SomaticStatus.GERMLINE || status == SomaticStatus.LOST_HETEROZYGOSITY;
    boolean common =
        status != SomaticStatus.SOMATIC && !Double.isNaN(frequency) && frequency >= commonFrom;
    FilterPolicy.Verdict verdict = filters.verdict(words);
    boolean plain = !inherited && !common && verdict == FilterPolicy.Verdict.KEPT;
    boolean removed = false;
    boolean tooCommon = false;
    for (Effect gene : genes) {
      SomaticVariant variant = variant(record, alternate, sample, gene);
      Optional<String> hotspot =
          plain ? Optional.empty() : recurrent.find(variant, gene.assemblies());
      if (inherited) {
        hotspot.ifPresent(name -> dropped.hotspotInNormal(name, id, record.where()));
      } else if (verdict == FilterPolicy.Verdict.REMOVED) {
        removed = true;
        hotspot.ifPresent(name -> dropped.hotspotRemoved(name, id, all, record.where()));
      } else if (verdict == FilterPolicy.Verdict.HOTSPOT_KEPT && hotspot.isEmpty()) {
        removed = true;
      } else if (common && hotspot.isEmpty()) {
        tooCommon = true;
      } else {
        String reason =
            words.isEmpty() ? "a population frequency of " + frequency : "FILTER " + all;
        hotspot.ifPresent(name -> dropped.hotspotKept(name, id, reason, record.where()));
        unconfirmed |= !withNormal && status == SomaticStatus.UNKNOWN;
        found.add(id, gene.assemblies(), gene.annotation().isEmpty(), variant);
      }
    }
    if (inherited) {
      dropped.notSomatic(status);
    }
    if (tooCommon) {
      dropped.common();
    }
    return removed ? words : Set.of();
  }

  private SomaticVariant variant(
      PanelRecord record, int alternate, TumorValues sample, Effect gene) {
    SiteAlleles alleles = record.alleles();
    AlleleReads reads = reads(record, sample, alternate);
    Set<String> filter = new TreeSet<>(record.site().getFilters());
    Optional<TranscriptAnnotation> annotation = gene.annotation();
    Optional<ProteinChange> protein = annotation.flatMap(TranscriptAnnotation::protein);
    return new SomaticVariant(
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
