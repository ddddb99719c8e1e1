package org.cotarget.reference;

import java.util.List;

/**
 * The transcript by which the variants of a panel gene are named, laid out on one assembly.
 *
 * @param gene HGNC symbol
 * @param accession RefSeq accession without version
 * @param assembly {@code GRCh37} or {@code GRCh38}
 * @param chrom chromosome without {@code chr}
 * @param forward whether it lies on the forward strand
 * @param exons the exons in the order of the transcript, untranslated ones included
 * @param coding the coding sequence
 */
public record PanelTranscript(
    String gene,
    String accession,
    String assembly,
    String chrom,
    boolean forward,
    List<Exon> exons,
    CodingSequence coding) {

  /** What stands for a base that is not known. */
  public static final char UNKNOWN_BASE = 'N';

  /**
   * One exon; where an assembly lacks bases inside of it, one of its adjoining parts.
   *
   * @param number number in the transcript, from 1
   * @param start first base on the chromosome, from 1
   * @param end last base on the chromosome, included
   * @param codingStart first coding base on the chromosome, 0 where none is
   * @param codingEnd last coding base on the chromosome, 0 where none is
   * @param codingFirst place in the coding sequence, from 1, of the first coding base in the order
   *     of the transcript; 0 where none is
   * @param codingLast the same of the last
   */
  public record Exon(
      int number,
      long start,
      long end,
      long codingStart,
      long codingEnd,
      int codingFirst,
      int codingLast) {

    public boolean isCoding() {
      return codingFirst > 0;
    }
  }

  public PanelTranscript {
    exons = List.copyOf(exons);
  }

  /** First base on the chromosome. */
  public long start() {
    return forward ? exons.get(0).start() : exons.get(exons.size() - 1).start();
  }

  /** Last base on the chromosome, included. */
  public long end() {
    return forward ? exons.get(exons.size() - 1).end() : exons.get(0).end();
  }

  /**
   * Place in the coding sequence, from 1, of a base on the chromosome; 0 when it is not coding.
   * Bases that the assembly lacks are counted.
   */
  public int codingPosition(long position) {
    for (Exon exon : exons) {
      if (position >= exon.codingStart() && position <= exon.codingEnd() && exon.isCoding()) {
        return exon.codingFirst()
            + (int) (forward ? position - exon.codingStart() : exon.codingEnd() - position);
      }
    }
    return 0;
  }

  /**
   * The base of the forward strand of the chromosome, as far as the coding sequence tells it; else
   * {@link #UNKNOWN_BASE}.
   */
  public char base(long position) {
    if (!coding.isKnown()) {
      return UNKNOWN_BASE;
    }
    int place = codingPosition(position);
    if (place == 0) {
      return UNKNOWN_BASE;
    }
    char base = coding.base(place);
    return forward ? base : CodingSequence.complement(base);
  }
}
