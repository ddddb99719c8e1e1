package org.cotarget.reference;

import java.util.List;

/**
 * Coding intervals of the panel transcripts on both assemblies, to tell what a BED file of an assay
 * covers. They are those of {@link PanelTranscripts}.
 *
 * @param intervals all intervals
 */
public record CodingRegions(List<Interval> intervals) {

  /**
   * One coding interval.
   *
   * @param gene HGNC symbol
   * @param assembly {@code GRCh37} or {@code GRCh38}
   * @param chrom chromosome without {@code chr}
   * @param start first base, from 1
   * @param end last base, included
   */
  public record Interval(String gene, String assembly, String chrom, long start, long end) {}

  public CodingRegions {
    intervals = List.copyOf(intervals);
  }
}
