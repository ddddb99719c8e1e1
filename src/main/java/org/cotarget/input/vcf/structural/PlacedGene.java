package org.cotarget.input.vcf.structural;

import java.util.List;
import org.cotarget.reference.CodingRegions.Interval;

/**
 * A panel gene on one assembly. A break lies between two bases and is named by the left one.
 *
 * @param symbol HGNC symbol
 * @param suppressor whether losing it is an event
 * @param forward whether it lies on the forward strand
 * @param span the gene with introns and untranslated regions
 * @param coding coding intervals by position; never empty
 */
record PlacedGene(
    String symbol, boolean suppressor, boolean forward, Interval span, List<Interval> coding) {

  PlacedGene {
    coding = List.copyOf(coding);
  }

  long codingBases() {
    return codingIn(0, Long.MAX_VALUE);
  }

  /** Coding bases of {@code [start, end]}. */
  long codingIn(long start, long end) {
    long bases = 0;
    for (Interval exon : coding) {
      bases += Math.max(0, Math.min(end, exon.end()) - Math.max(start, exon.start()) + 1);
    }
    return bases;
  }

  /** Whether a break parts the coding sequence. */
  boolean isSplitAt(long breakAt) {
    return coding.get(0).start() <= breakAt && breakAt < coding.get(coding.size() - 1).end();
  }

  /** Whether a break lies within a coding exon. */
  boolean isExonSplitAt(long breakAt) {
    return coding.stream().anyMatch(exon -> exon.start() <= breakAt && breakAt < exon.end());
  }

  boolean spans(long breakAt) {
    return span.start() <= breakAt && breakAt < span.end();
  }

  /** Whether any base of {@code [start, end]} lies in the gene. */
  boolean touches(long start, long end) {
    return start <= span.end() && end >= span.start();
  }

  /** {@code coding exon 5} or {@code coding exons 3-5}, counted along the transcript. */
  String exons(long start, long end) {
    int first = 0;
    int last = 0;
    for (int i = 0; i < coding.size(); i++) {
      Interval exon = coding.get(forward ? i : coding.size() - 1 - i);
      if (start <= exon.end() && end >= exon.start()) {
        first = first == 0 ? i + 1 : first;
        last = i + 1;
      }
    }
    return first == last ? "coding exon " + first : "coding exons " + first + "-" + last;
  }
}
