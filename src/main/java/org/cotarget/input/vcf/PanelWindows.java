package org.cotarget.input.vcf;

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
final class PanelWindows {

  private final Map<String, List<Interval>> byChromosome = new HashMap<>();

  /**
   * Lays out the windows.
   *
   * @param assemblies assemblies the file may be on; {@link GenomeAssembly#UNKNOWN} has no spans
   */
  PanelWindows(GeneSpans spans, Set<GenomeAssembly> assemblies) {
    for (Interval span : spans.spans()) {
      if (assemblies.stream().anyMatch(assembly -> assembly.label().equals(span.assembly()))) {
        byChromosome.computeIfAbsent(span.chrom(), unused -> new ArrayList<>()).add(span);
      }
    }
  }

  /** Spans on a chromosome, however it is spelled; empty for alternate contigs and the like. */
  List<Interval> on(String chrom) {
    return byChromosome.getOrDefault(ChromosomeLengths.plainName(chrom), List.of());
  }

  /**
   * Whether any base of {@code [start, end]} lies in a window.
   *
   * @param start first base, from 1
   * @param end last base, included
   */
  boolean touches(String chrom, long start, long end) {
    for (Interval span : on(chrom)) {
      if (start <= span.end() && end >= span.start()) {
        return true;
      }
    }
    return false;
  }
}
