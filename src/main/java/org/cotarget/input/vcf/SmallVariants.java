package org.cotarget.input.vcf;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * An allele of a record, with what is the same for all tumours that carry it.
   *
   * @param genes genes that it concerns
   * @param words FILTER words of the record that fail it
   * @param frequency highest population frequency, or NaN
   * @param hotspots by gene the recurrent changes that it is, filled where a filter asks for them
   */
  private record Allele(
      PanelRecord record,
      int alternate,
      List<Effect> genes,
      Set<String> words,
      double frequency,
      Map<Effect, Map<GenomeAssembly, String>> hotspots) {}

  /** FILTER words that removed an allele of a record, by the assemblies on which they did. */
  private record Removed(Map<Set<GenomeAssembly>, Set<String>> words) {
    void add(Set<GenomeAssembly> assemblies, Set<String> removing) {
      words.computeIfAbsent(assemblies, unused -> new TreeSet<>()).addAll(removing);
    }
  }

  /** Takes all alleles of a record that are sequences. */
  void record(PanelRecord record, List<Integer> alternates) {
    RecordFindings.Findings here = findings.of(record.windows());
    Set<String> siteWords = filters.failing(record.site().getFilters());
    Removed removed = new Removed(new LinkedHashMap<>());
    for (int alternate : alternates) {
      List<Effect> genes = effects.of(record, alternate);
      if (genes.isEmpty()) {
        effects.reportMismatch(record, alternate, here.problems());
        continue;
      }
      Allele allele =
          new Allele(
              record, alternate, genes, siteWords, frequency(record, alternate), new HashMap<>());
      for (TumorValues sample : record.tumors()) {
        switch (sample.genotype().of(alternate)) {
          case CARRIED -> carried(allele, sample, removed);
          case NO_CALL -> here.dropped().noCall();
          case NOT_CARRIED -> {}
        }
      }
    }
    removed
        .words()
        .forEach((where, words) -> words.forEach(findings.of(where).dropped()::filtered));
  }

  private double frequency(PanelRecord record, int alternate) {
    if (withNormal) {
      return Double.NaN;
    }
    return PopulationFrequency.max(
        frequencies.highest(record.info(), alternate, record.alleles().count()),
        effects.frequency(record, alternate, frequencies.entryFields()));
  }

  /**
   * Adds the variant or drops it. What only a hotspot survives is kept on the assemblies on which
   * it is one, and left out on the others.
   */
  private void carried(Allele allele, TumorValues sample, Removed removed) {
    PanelRecord record = allele.record();
    SomaticStatus status =
        SomaticStatus.of(
            sample.values(), record.info(), record.normalGenotype(), allele.alternate());
    Set<String> words = new TreeSet<>(allele.words());
    words.addAll(filters.failing(List.of(sample.values().text("FT").split("[;,]", -1))));
    String all = String.join(";", words);
    String id = sample.tumor().id();
    double frequency = allele.frequency();
    boolean inherited =
        status == SomaticStatus.GERMLINE || status == SomaticStatus.LOST_HETEROZYGOSITY;
    boolean common =
        status != SomaticStatus.SOMATIC && !Double.isNaN(frequency) && frequency >= commonFrom;
    FilterPolicy.Verdict verdict = filters.verdict(words);
    boolean plain = !inherited && !common && verdict == FilterPolicy.Verdict.KEPT;
    String reason = words.isEmpty() ? "a population frequency of " + frequency : "FILTER " + all;
    Set<Set<GenomeAssembly>> tooCommon = new LinkedHashSet<>();
    for (Effect gene : allele.genes()) {
      SomaticVariant variant = variant(record, allele.alternate(), sample, gene);
      if (plain) {
        keep(id, gene, gene.assemblies(), status, variant);
        continue;
      }
      Hotspot hotspot = hotspot(allele, gene, variant);
      if (inherited) {
        hotspot
            .name()
            .ifPresent(name -> dropped(hotspot).hotspotInNormal(name, id, record.where()));
      } else if (verdict == FilterPolicy.Verdict.REMOVED) {
        removed.add(record.windows(), words);
        hotspot
            .name()
            .ifPresent(name -> dropped(hotspot).hotspotRemoved(name, id, all, record.where()));
      } else {
        boolean nowhere = hotspot.name().isEmpty();
        if (nowhere || !hotspot.elsewhere().isEmpty()) {
          Set<GenomeAssembly> where = nowhere ? record.windows() : hotspot.elsewhere();
          if (verdict == FilterPolicy.Verdict.HOTSPOT_KEPT) {
            removed.add(where, words);
          } else {
            tooCommon.add(where);
          }
        }
        hotspot
            .name()
            .ifPresent(
                name -> {
                  dropped(hotspot).hotspotKept(name, id, reason, record.where());
                  keep(id, gene, hotspot.assemblies(), status, variant);
                });
      }
    }
    if (inherited) {
      findings.of(record.windows()).dropped().notSomatic(status);
    }
    tooCommon.forEach(where -> findings.of(where).dropped().common());
  }

  private void keep(
      String id,
      Effect gene,
      Set<GenomeAssembly> assemblies,
      SomaticStatus status,
      SomaticVariant variant) {
    unconfirmed |= !withNormal && status == SomaticStatus.UNKNOWN;
    found.add(id, assemblies, gene.annotation().isEmpty(), variant);
  }

  /**
   * A recurrent change.
   *
   * @param name gene and change; empty where it is none on any assembly
   * @param assemblies assemblies on which it is one
   * @param elsewhere assemblies on which the allele lies in the gene and is none
   */
  private record Hotspot(
      Optional<String> name, Set<GenomeAssembly> assemblies, Set<GenomeAssembly> elsewhere) {}

  /** Annotating an allele takes long, and a file of a cohort has many tumours that carry it. */
  private Hotspot hotspot(Allele allele, Effect gene, SomaticVariant variant) {
    Map<GenomeAssembly, String> names =
        allele
            .hotspots()
            .computeIfAbsent(gene, unused -> recurrent.find(variant, gene.assemblies()));
    Set<GenomeAssembly> assemblies = new TreeSet<>(gene.assemblies());
    assemblies.retainAll(names.keySet());
    Set<GenomeAssembly> elsewhere = new TreeSet<>(gene.assemblies());
    elsewhere.removeAll(assemblies);
    return new Hotspot(names.values().stream().findFirst(), assemblies, elsewhere);
  }

  private DroppedRecords dropped(Hotspot hotspot) {
    return findings.of(hotspot.assemblies()).dropped();
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
