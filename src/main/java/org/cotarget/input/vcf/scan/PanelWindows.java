package org.cotarget.input.vcf.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.input.layer.ChromosomeLengths;
import org.cotarget.reference.CodingRegions.Interval;
import org.cotarget.reference.GeneSpans;

/**
 * The stretches of the genome in which a record may concern a panel gene: the spans of the genes on
 * every assembly that the file may be on, since some files show their assembly only by their bases.
 */
public final class PanelWindows {

  private final Map<String, ChromosomeWindows> byChromosome = new HashMap<>();
  private final ChromosomeWindows elsewhere;

  /**
   * Lays out the windows.
   *
   * @param assemblies assemblies the file may be on; {@link GenomeAssembly#UNKNOWN} has no spans
   */
  public PanelWindows(GeneSpans genes, Set<GenomeAssembly> assemblies) {
    Map<String, List<Interval>> spans = new HashMap<>();
    for (Interval span : genes.spans()) {
      if (assemblies.stream().anyMatch(assembly -> assembly.label().equals(span.assembly()))) {
        spans.computeIfAbsent(span.chrom(), unused -> new ArrayList<>()).add(span);
      }
    }
    spans.forEach((chrom, list) -> byChromosome.put(chrom, ChromosomeWindows.of(list)));
    elsewhere = ChromosomeWindows.NONE;
  }

  private PanelWindows(ChromosomeWindows elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** One window that holds every sequence from end to end. */
  public static PanelWindows everywhere() {
    return new PanelWindows(ChromosomeWindows.ALL);
  }

  /**
   * Whether any base of {@code [start, end]} lies in a window.
   *
   * @param start first base, from 1
   * @param end last base, included
   */
  public boolean touches(String chrom, long start, long end) {
    return stretches(chrom).touches(start, end);
  }

  /** Whether every base of every sequence lies in a window. */
  boolean isEverywhere() {
    return !elsewhere.isEmpty();
  }

  /** The windows on a sequence as plain numbers. */
  ChromosomeWindows stretches(String chrom) {
    return byChromosome.getOrDefault(ChromosomeLengths.plainName(chrom), elsewhere);
  }
}
