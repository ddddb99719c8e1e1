package org.cotarget.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.reference.Thresholds;

/**
 * Decides, sample by sample, which genes were sequenced. The assay that the user or a study names
 * gene by gene goes first; then what a gVCF shows to have been read; then a list of sequenced
 * samples, which names no gene; and last what a sample's own records suggest. A sample about which
 * none of them speaks was not sequenced as far as is known.
 */
final class CoverageJoin {

  private final Assays assays;
  private final double leastGenes;
  private final double leastChromosomes;
  private final InputProblems problems;
  private final Map<String, EnumMap<Basis, Extent>> bySample = new HashMap<>();
  private final Set<String> withRecords = new TreeSet<>();

  /** Whether a file of the cohort has variants, so that samples without any may be of it, too. */
  private boolean cohortFile;

  private final Map<String, Named> named = new TreeMap<>();

  /** The assay that a table names for a sample. */
  private record Named(String assay, SourceLocation where) {}

  CoverageJoin(Assays assays, Thresholds thresholds, InputProblems problems) {
    this.assays = assays;
    this.leastGenes = thresholds.value("coverage.spread.genes");
    this.leastChromosomes = thresholds.value("coverage.spread.chromosomes");
    this.problems = problems;
  }

  /** Takes what the study declares of a sample. */
  void addDeclared(String sample, Extent extent) {
    put(sample, assays.named().getOrDefault(extent.name(), extent));
  }

  /** Takes the name that a clinical table or sample sheet gives to the sample's assay. */
  void addNamed(String sample, String assay, SourceLocation where) {
    named.put(sample, new Named(assay, where));
  }

  /**
   * Takes a file of variants with what it tells of its samples.
   *
   * @param mayListOthers whether samples may belong to it that have no record in it
   */
  void addVariants(VariantLayer layer, Map<String, String> sampleById, boolean mayListOthers) {
    cohortFile |= mayListOthers && !sampleById.isEmpty();
    sampleById.forEach(
        (id, sample) -> {
          withRecords.add(sample);
          boolean maf = layer.file().kind().toUpperCase(Locale.ROOT).startsWith("MAF");
          if (maf && layer.declaredSequenced().contains(id)) {
            put(sample, Extent.everyGene(Basis.SEQUENCED_SAMPLES_HEADER, layer.file().path()));
          }
          if (layer.coveredGenes().containsKey(id)) {
            addMeasured(
                sample,
                Extent.of(Basis.GVCF_DEPTH, layer.coveredGenes().get(id), layer.file().path()));
          }
          VariantLayer.RecordSpread spread = layer.spread().get(id);
          if (spread != null
              && spread.genes() >= leastGenes
              && spread.chromosomes() >= leastChromosomes) {
            put(sample, Extent.everyGene(Basis.INFERRED_FROM_SPREAD, layer.file().path()));
          }
        });
  }

  /** A sample may have a gVCF for each chromosome or lane: what any of them covers is covered. */
  private void addMeasured(String sample, Extent extent) {
    bySample
        .computeIfAbsent(sample, key -> new EnumMap<>(Basis.class))
        .merge(
            Basis.GVCF_DEPTH,
            extent,
            (first, second) -> {
              Set<String> genes = new TreeSet<>(first.genes());
              genes.addAll(second.genes());
              return Extent.of(Basis.GVCF_DEPTH, genes, first.name());
            });
  }

  /**
   * Applies the assays that tables name. An exome or genome says what would have been seen, not
   * that the sample was sequenced: it counts where a file of variants or a list of sequenced
   * samples knows the sample. A name that nothing describes leaves the genes unknown, whatever the
   * sample's records look like, unless the study's own panel matrix tells.
   */
  void applyNamed() {
    named.forEach(
        (sample, name) -> {
          Map<Basis, Extent> known = bySample.getOrDefault(sample, new EnumMap<>(Basis.class));
          Optional<Extent> extent = assays.byName(name.assay());
          if (extent.isEmpty()) {
            if (!known.containsKey(Basis.GENE_PANEL_MATRIX)) {
              put(sample, Extent.of(Basis.ASSAY_FILE, Set.of(), name.assay()));
              problems.warning(
                  "ASSAY_UNKNOWN",
                  name.where(),
                  "assay '"
                      + name.assay()
                      + "' of "
                      + sample
                      + " is not described, so its genes count as not tested",
                  "describe it with --assay " + name.assay() + "=FILE");
            }
          } else if (!known.isEmpty()
              || withRecords.contains(sample)
              || (cohortFile && !extent.get().allGenes())) {
            put(sample, extent.get());
          }
        });
  }

  /**
   * Gives the unnamed assay to the samples it stands for. An exome or genome without a single
   * record was not sequenced; a panel may well find nothing.
   */
  void applyUnnamed(Collection<String> samples) {
    if (assays.unnamed().isEmpty()) {
      return;
    }
    Extent extent = assays.unnamed().get();
    for (String sample : samples) {
      if (named.containsKey(sample)
          || bySample
              .getOrDefault(sample, new EnumMap<>(Basis.class))
              .containsKey(Basis.ASSAY_FILE)) {
        continue;
      }
      if (withRecords.contains(sample)) {
        put(sample, extent);
      } else if (cohortFile && !extent.allGenes()) {
        put(sample, Extent.of(Basis.ASSAY_WITHOUT_RECORDS, extent.genes(), extent.name()));
      }
    }
  }

  /** Reports those of a file's samples of which it is not known what was sequenced. */
  void reportUnknown(VariantLayer layer, Set<String> samples) {
    Set<String> unknown = new TreeSet<>(samples);
    unknown.removeIf(bySample::containsKey);
    if (!unknown.isEmpty()) {
      problems.note(
          "COVERAGE_UNKNOWN",
          SourceLocation.ofFile(layer.file().path()),
          "of "
              + unknown.size()
              + " samples it is not known which genes were sequenced, so a gene without a variant is"
              + " not wild type: "
              + SampleJoin.some(unknown),
          "tell with --assay which genes were sequenced");
    }
  }

  /**
   * The extent of a sample by the strongest source that speaks of it; empty where no file that was
   * read can hold its variants, whatever a list or an assay says of its having been sequenced.
   */
  Optional<Extent> of(String sample) {
    if (!cohortFile && !withRecords.contains(sample)) {
      return Optional.empty();
    }
    return bySample.getOrDefault(sample, new EnumMap<>(Basis.class)).entrySet().stream()
        .min(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(Map.Entry::getValue);
  }

  private void put(String sample, Extent extent) {
    bySample
        .computeIfAbsent(sample, key -> new EnumMap<>(Basis.class))
        .putIfAbsent(extent.basis(), extent);
  }
}
