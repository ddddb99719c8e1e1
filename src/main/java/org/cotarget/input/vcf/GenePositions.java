package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.reference.CodingRegions.Interval;
import org.cotarget.reference.PanelTranscript;
import org.cotarget.reference.Reference;

/**
 * The genes whose exons, or the ends of whose introns, a stretch of the genome touches. A gene
 * without transcript on an assembly is taken with its whole span.
 */
final class GenePositions {

  private final Map<String, List<Interval>> exons = new HashMap<>();
  private final Map<String, List<Interval>> spans = new HashMap<>();

  GenePositions(Reference reference) {
    long margin = (long) reference.thresholds().value("variant.exon-margin");
    Set<String> laidOut = new HashSet<>();
    for (PanelTranscript transcript : reference.transcripts().all()) {
      laidOut.add(transcript.gene() + ' ' + transcript.assembly());
      for (PanelTranscript.Exon exon : transcript.exons()) {
        add(
            exons,
            new Interval(
                transcript.gene(),
                transcript.assembly(),
                transcript.chrom(),
                exon.start() - margin,
                exon.end() + margin));
      }
    }
    for (Interval span : reference.geneSpans().spans()) {
      add(spans, span);
      if (!laidOut.contains(span.gene() + ' ' + span.assembly())) {
        add(exons, span);
      }
    }
  }

  /**
   * The genes at a stretch, each with the assemblies on which it is there.
   *
   * @param chrom chromosome without {@code chr}
   */
  Map<String, Set<GenomeAssembly>> exonsAt(String chrom, long first, long last) {
    return at(exons, chrom, first, last);
  }

  /** The same with introns and what lies beside the gene within its span. */
  Map<String, Set<GenomeAssembly>> spansAt(String chrom, long first, long last) {
    return at(spans, chrom, first, last);
  }

  private static Map<String, Set<GenomeAssembly>> at(
      Map<String, List<Interval>> intervals, String chrom, long first, long last) {
    Map<String, Set<GenomeAssembly>> genes = new TreeMap<>();
    for (Interval interval : intervals.getOrDefault(chrom, List.of())) {
      if (first <= interval.end() && last >= interval.start()) {
        genes
            .computeIfAbsent(interval.gene(), unused -> EnumSet.noneOf(GenomeAssembly.class))
            .add(GenomeAssembly.parse(interval.assembly()));
      }
    }
    return genes;
  }

  private static void add(Map<String, List<Interval>> intervals, Interval interval) {
    intervals.computeIfAbsent(interval.chrom(), unused -> new ArrayList<>()).add(interval);
  }
}
