package org.cotarget.annotation;

import java.util.List;
import org.cotarget.reference.CodingSequence;
import org.cotarget.reference.PanelTranscript;

/**
 * A transcript on an axis that runs in its own direction: the position on the chromosome for the
 * forward strand, its negative for the reverse strand. A greater place so always lies further
 * towards the 3' end.
 */
final class ExonMap {

  /** One exon, or a part of one where the assembly lacks bases, on that axis. */
  record Part(long start, long end, long codingStart, long codingEnd, int codingFirst) {

    boolean isCoding() {
      return codingFirst > 0;
    }

    boolean holds(long place) {
      return place >= start && place <= end;
    }
  }

  private final PanelTranscript transcript;
  private final Part[] parts;

  /** Bases of the spliced transcript before each part. */
  private final int[] before;

  private final long codingStart;
  private final long codingEnd;

  ExonMap(PanelTranscript transcript) {
    this.transcript = transcript;
    List<PanelTranscript.Exon> exons = transcript.exons();
    this.parts = new Part[exons.size()];
    this.before = new int[exons.size()];
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int spliced = 0;
    for (int i = 0; i < parts.length; i++) {
      PanelTranscript.Exon exon = exons.get(i);
      boolean forward = transcript.forward();
      parts[i] =
          new Part(
              forward ? exon.start() : -exon.end(),
              forward ? exon.end() : -exon.start(),
              forward ? exon.codingStart() : -exon.codingEnd(),
              forward ? exon.codingEnd() : -exon.codingStart(),
              exon.codingFirst());
      before[i] = spliced;
      spliced += (int) (exon.end() - exon.start() + 1);
      if (exon.isCoding()) {
        first = Math.min(first, parts[i].codingStart());
        last = Math.max(last, parts[i].codingEnd());
      }
    }
    this.codingStart = first;
    this.codingEnd = last;
  }

  PanelTranscript transcript() {
    return transcript;
  }

  CodingSequence coding() {
    return transcript.coding();
  }

  Part[] parts() {
    return parts.clone();
  }

  int count() {
    return parts.length;
  }

  Part part(int index) {
    return parts[index];
  }

  long start() {
    return parts[0].start();
  }

  long end() {
    return parts[parts.length - 1].end();
  }

  /** Place of the first base of the start codon. */
  long codingStart() {
    return codingStart;
  }

  /** Place of the last base of the stop codon. */
  long codingEnd() {
    return codingEnd;
  }

  /** Index of the part that holds the place, or -1 in an intron and outside. */
  int partOf(long place) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].holds(place)) {
        return i;
      }
    }
    return -1;
  }

  /** Place in the coding sequence, from 1, or 0. */
  int coding(long place) {
    int part = partOf(place);
    return part < 0 ? 0 : coding(place, parts[part]);
  }

  private static int coding(long place, Part part) {
    return part.isCoding() && place >= part.codingStart() && place <= part.codingEnd()
        ? part.codingFirst() + (int) (place - part.codingStart())
        : 0;
  }

  /** Base in the direction of the transcript, or {@link PanelTranscript#UNKNOWN_BASE}. */
  char base(long place) {
    int coding = coding().isKnown() ? coding(place) : 0;
    return coding == 0 ? PanelTranscript.UNKNOWN_BASE : coding().base(coding);
  }

  /**
   * The place in HGVS c. form: {@code 79}, {@code -12}, {@code *5}, {@code 79+1}, {@code 80-2}.
   *
   * @param place within the transcript
   */
  String name(long place) {
    for (int i = 0; i < parts.length; i++) {
      Part part = parts[i];
      if (part.holds(place)) {
        return exonic(place, i);
      }
      if (place < part.start()) {
        Part upstream = parts[i - 1];
        long fromDonor = place - upstream.end();
        long toAcceptor = part.start() - place;
        return fromDonor <= toAcceptor
            ? exonic(upstream.end(), i - 1) + "+" + fromDonor
            : exonic(part.start(), i) + "-" + toAcceptor;
      }
    }
    throw new IllegalArgumentException(place + " is outside of " + transcript.accession());
  }

  private String exonic(long place, int index) {
    int coding = coding(place, parts[index]);
    if (coding > 0) {
      return Integer.toString(coding);
    }
    int spliced = spliced(place, index);
    return place < codingStart
        ? "-" + (splicedOf(codingStart) - spliced)
        : "*" + (spliced - splicedOf(codingEnd));
  }

  private int spliced(long place, int index) {
    return before[index] + (int) (place - parts[index].start());
  }

  private int splicedOf(long place) {
    return spliced(place, partOf(place));
  }
}
