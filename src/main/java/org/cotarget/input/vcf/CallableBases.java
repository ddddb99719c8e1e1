package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.CodingRegions.Interval;
import org.cotarget.reference.Thresholds;

/**
 * The coding bases that a gVCF or an all-sites VCF shows to have been sequenced, of each tumour. A
 * VCF of variants alone says nothing of the bases between them.
 */
final class CallableBases {

  /** A coding interval and where its bases begin in a bit set. */
  private record Region(Interval interval, int offset) {}

  private final int minDepth;
  private final double minShare;
  private final int minSites;
  private final Map<String, List<Region>> byChrom = new HashMap<>();
  private final List<Region> regions = new ArrayList<>();
  private final Map<String, BitSet> covered = new TreeMap<>();
  private final Set<String> tumors = new TreeSet<>();
  private int size;
  private boolean blocks;
  private final BitSet sites = new BitSet();

  CallableBases(CodingRegions coding, Thresholds thresholds) {
    this.minDepth = (int) thresholds.value("coverage.gvcf.min-depth");
    this.minShare = thresholds.value("coverage.gvcf.min-share");
    this.minSites = (int) thresholds.value("coverage.all-sites.min-bases");
    for (Interval interval : coding.intervals()) {
      Region region = new Region(interval, size);
      regions.add(region);
      byChrom.computeIfAbsent(interval.chrom(), unused -> new ArrayList<>()).add(region);
      size += (int) (interval.end() - interval.start() + 1);
    }
  }

  /** Takes it that the header declares blocks ({@code ##GVCFBlock}). */
  void headerDeclaresBlocks() {
    blocks = true;
  }

  /** Takes a tumour, of which nothing may be covered. */
  void tumor(String id) {
    tumors.add(id);
  }

  /**
   * Takes a record.
   *
   * @param chrom chromosome without {@code chr}
   */
  void record(String chrom, SiteAlleles alleles, FieldValues info, List<TumorValues> samples) {
    List<Region> here = byChrom.getOrDefault(chrom, List.of());
    boolean reference = alleles.isReferenceOnly();
    boolean block =
        alleles.alternates().stream().anyMatch(alt -> alt.equals("<NON_REF>") || alt.equals("<*>"));
    for (TumorValues sample : samples) {
      long last = last(alleles, info, sample.values());
      blocks |=
          block || (reference && last > alleles.position() + alleles.reference().length() - 1);
      if (depth(sample, info, samples.size() == 1) < minDepth || isNoCall(sample, reference)) {
        continue;
      }
      for (Region region : here) {
        mark(region, alleles.position(), last, sample.tumor().id(), reference);
      }
    }
  }

  /**
   * Genes with enough covered coding bases, by tumour; empty where the file shows no more than
   * variants.
   */
  Map<String, Set<String>> genes(GenomeAssembly assembly) {
    Map<String, Set<String>> genes = new TreeMap<>();
    if (!blocks && sitesOn(assembly) < minSites) {
      return genes;
    }
    for (String tumor : tumors) {
      BitSet bits = covered.getOrDefault(tumor, new BitSet());
      Map<String, long[]> counts = new TreeMap<>();
      for (Region region : regions) {
        if (region.interval().assembly().equals(assembly.label())) {
          long[] count = counts.computeIfAbsent(region.interval().gene(), unused -> new long[2]);
          int length = (int) (region.interval().end() - region.interval().start() + 1);
          count[0] += bits.get(region.offset(), region.offset() + length).cardinality();
          count[1] += length;
        }
      }
      Set<String> whole = new TreeSet<>();
      counts.forEach(
          (gene, count) -> {
            if (count[0] >= minShare * count[1]) {
              whole.add(gene);
            }
          });
      genes.put(tumor, whole);
    }
    return genes;
  }

  /** Coding bases of an assembly at which the file has a site without a variant. */
  private long sitesOn(GenomeAssembly assembly) {
    long count = 0;
    for (Region region : regions) {
      if (region.interval().assembly().equals(assembly.label())) {
        int length = (int) (region.interval().end() - region.interval().start() + 1);
        count += sites.get(region.offset(), region.offset() + length).cardinality();
      }
    }
    return count;
  }

  private void mark(Region region, long first, long last, String tumor, boolean reference) {
    long start = Math.max(first, region.interval().start());
    long end = Math.min(last, region.interval().end());
    if (start <= end) {
      int from = region.offset() + (int) (start - region.interval().start());
      covered
          .computeIfAbsent(tumor, unused -> new BitSet(size))
          .set(from, from + (int) (end - start) + 1);
      if (reference) {
        sites.set(from, from + (int) (end - start) + 1);
      }
    }
  }

  /** The last base of a record: by FORMAT/LEN (VCF 4.5), INFO/END or the length of REF. */
  private static long last(SiteAlleles alleles, FieldValues info, FieldValues values) {
    long last = alleles.position() + alleles.reference().length() - 1;
    int length = values.integer("LEN", 0);
    int end = info.integer("END", 0);
    return Math.max(last, length > 0 ? alleles.position() + length - 1 : end);
  }

  private static int depth(TumorValues sample, FieldValues info, boolean alone) {
    int depth = first(sample.values(), "MIN_DP", "MED_DP", "DP");
    return depth < 0 && alone ? first(info, "MIN_DP", "MinDP", "DP") : depth;
  }

  private static int first(FieldValues values, String... keys) {
    for (String key : keys) {
      int value = values.integer(key, 0);
      if (value >= 0) {
        return value;
      }
    }
    return -1;
  }

  private static boolean isNoCall(TumorValues sample, boolean reference) {
    String genotype = sample.values().text("GT");
    return reference && !genotype.isEmpty() && genotype.chars().noneMatch(Character::isDigit);
  }
}
