package org.cotarget.annotation;

import org.cotarget.cohort.Consequence;

/**
 * Which parts of a transcript a change touches.
 *
 * @param consequence the most severe consequence that the parts alone tell; {@link
 *     Consequence#CODING_SEQUENCE_VARIANT} where the coding sequence decides
 * @param spliceRegion whether it lies in a splice region: the last three bases of an exon or bases
 *     three to eight of an intron (SO:0001630)
 * @param codingFirst first base of the coding sequence concerned, or the one before which bases are
 *     put in; 0 where none is
 * @param codingLast last base of the coding sequence concerned; {@code codingFirst - 1} for an
 *     insertion
 */
record Touched(Consequence consequence, boolean spliceRegion, int codingFirst, int codingLast) {

  /** How far a gene reaches beyond its transcript in the terms of the Sequence Ontology. */
  private static final int FLANK = 5000;

  /** An essential splice site is two bases of the intron (SO:0001575, SO:0001574). */
  private static final int ESSENTIAL = 2;

  private static final int REGION_EXON = 3;
  private static final int REGION_INTRON = 8;

  boolean isCoding() {
    return consequence == Consequence.CODING_SEQUENCE_VARIANT;
  }

  static Touched of(TranscriptAllele change, ExonMap map) {
    long first = change.first();
    long last = change.last();
    if (last < map.start() || first > map.end()) {
      return outside(first, last, map);
    }
    if (first <= map.start() && last >= map.end()) {
      return new Touched(Consequence.TRANSCRIPT_ABLATION, false, 0, 0);
    }
    boolean donor = false;
    boolean acceptor = false;
    boolean region = false;
    for (int i = 0; i + 1 < map.count(); i++) {
      long start = map.part(i).end() + 1;
      long end = map.part(i + 1).start() - 1;
      if (end < start) {
        continue;
      }
      donor |= overlaps(first, last, start, start + ESSENTIAL - 1);
      acceptor |= overlaps(first, last, end - ESSENTIAL + 1, end);
      region |=
          overlaps(first, last, start - REGION_EXON, start + REGION_INTRON - 1)
              || overlaps(first, last, end - REGION_INTRON + 1, end + REGION_EXON);
    }
    if (acceptor || donor) {
      return new Touched(
          acceptor ? Consequence.SPLICE_ACCEPTOR_VARIANT : Consequence.SPLICE_DONOR_VARIANT,
          true,
          0,
          0);
    }
    return exonic(change, map, region);
  }

  private static Touched outside(long first, long last, ExonMap map) {
    Consequence consequence =
        last < map.start()
            ? last >= map.start() - FLANK
                ? Consequence.UPSTREAM_GENE_VARIANT
                : Consequence.INTERGENIC_VARIANT
            : first <= map.end() + FLANK
                ? Consequence.DOWNSTREAM_GENE_VARIANT
                : Consequence.INTERGENIC_VARIANT;
    return new Touched(consequence, false, 0, 0);
  }

  private static Touched exonic(TranscriptAllele change, ExonMap map, boolean region) {
    if (change.isInsertion()) {
      return insertion(change, map, region);
    }
    boolean exon = false;
    int codingFirst = 0;
    int codingLast = 0;
    for (int i = 0; i < map.count(); i++) {
      ExonMap.Part part = map.part(i);
      exon |= overlaps(change.first(), change.last(), part.start(), part.end());
      if (part.isCoding()
          && overlaps(change.first(), change.last(), part.codingStart(), part.codingEnd())) {
        int from = map.coding(Math.max(change.first(), part.codingStart()));
        codingFirst = codingFirst == 0 ? from : codingFirst;
        codingLast = map.coding(Math.min(change.last(), part.codingEnd()));
      }
    }
    if (codingFirst > 0) {
      return coding(change, map, region, codingFirst, codingLast);
    }
    return notCoding(change.first(), exon, map, region);
  }

  private static Touched coding(
      TranscriptAllele change, ExonMap map, boolean region, int codingFirst, int codingLast) {
    Consequence consequence =
        change.first() < map.codingStart()
            ? Consequence.START_LOST
            : change.last() > map.codingEnd()
                ? Consequence.STOP_LOST
                : Consequence.CODING_SEQUENCE_VARIANT;
    return new Touched(consequence, region, codingFirst, codingLast);
  }

  /**
   * What is put in between an exon and an intron leaves both whole, so it is read as part of the
   * exon.
   */
  private static Touched insertion(TranscriptAllele change, ExonMap map, boolean region) {
    long right = change.first();
    boolean inside = right > map.codingStart() && right <= map.codingEnd();
    int codingRight = map.coding(right);
    int codingLeft = map.coding(right - 1);
    if (inside && (codingRight > 0 || codingLeft > 0)) {
      int place = codingRight > 0 ? codingRight : codingLeft + 1;
      return new Touched(Consequence.CODING_SEQUENCE_VARIANT, region, place, place - 1);
    }
    boolean exon = map.partOf(right) >= 0 || map.partOf(right - 1) >= 0;
    return notCoding(right, exon, map, region);
  }

  private static Touched notCoding(long place, boolean exon, ExonMap map, boolean region) {
    if (region) {
      return new Touched(Consequence.SPLICE_REGION_VARIANT, true, 0, 0);
    }
    if (!exon) {
      return new Touched(Consequence.INTRON_VARIANT, false, 0, 0);
    }
    return new Touched(
        place <= map.codingStart()
            ? Consequence.FIVE_PRIME_UTR_VARIANT
            : Consequence.THREE_PRIME_UTR_VARIANT,
        false,
        0,
        0);
  }

  /** An insertion, whose last base is before its first, touches what lies on both sides of it. */
  private static boolean overlaps(long first, long last, long from, long to) {
    return first <= to && last >= from;
  }
}
