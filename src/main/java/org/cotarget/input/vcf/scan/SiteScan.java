package org.cotarget.input.vcf.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Looks at one line after the other, on bytes: decides whether it may concern the panel, and adds
 * it to the spread. Keeps what the last line told of its chromosome, so it belongs to one thread at
 * a time.
 */
final class SiteScan {

  private static final byte[] PASS = "PASS".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NON_REF = "<NON_REF>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STAR = "<*>".getBytes(StandardCharsets.US_ASCII);

  private final PanelWindows windows;
  private final SpreadTally tally;
  private final SiteEnd site;
  private byte[] chromosome = new byte[0];
  private ChromosomeWindows stretches = ChromosomeWindows.NONE;
  private int index = -1;

  SiteScan(PanelWindows windows, SpreadTally tally) {
    this.windows = windows;
    this.tally = tally;
    this.site = new SiteEnd(windows);
  }

  /**
   * Whether the record is one of those that {@link RecordPass} hands on.
   *
   * @param text holds the line in {@code [start, end)}, without its end
   */
  boolean selects(byte[] text, int start, int end) {
    int chromTo = start + chromosome.length;
    if (chromTo >= end
        || text[chromTo] != '\t'
        || !Arrays.equals(text, start, chromTo, chromosome, 0, chromosome.length)) {
      chromTo = tab(text, start, end);
      if (chromTo == end || chromTo == start || text[start] == '#') {
        return true;
      }
      enter(text, start, chromTo);
    }
    int positionTo = tab(text, chromTo + 1, end);
    int refFrom = tab(text, positionTo + 1, end) + 1;
    int refTo = tab(text, refFrom, end);
    int altTo = tab(text, refTo + 1, end);
    int filterFrom = tab(text, altTo + 1, end) + 1;
    int filterTo = tab(text, filterFrom, end);
    long position = SiteEnd.number(text, chromTo + 1, positionTo);
    if (filterTo >= end || position < 0) {
      return true;
    }
    int altFrom = refTo + 1;
    boolean selected;
    boolean block = false;
    long lastBase = position + (refTo - refFrom) - 1;
    if (isBases(text, altFrom, altTo)) {
      selected = stretches.touches(position, lastBase);
    } else {
      block = isBlock(text, altFrom, altTo);
      int infoFrom = filterTo + 1;
      selected =
          block
              ? stretches.touches(position, lastBase)
                  || site.blockTouches(
                      text, stretches, position, lastBase, infoFrom, infoEnd(text, infoFrom, end))
              : site.concerns(
                  text,
                  stretches,
                  start,
                  chromTo,
                  position,
                  lastBase,
                  altFrom,
                  altTo,
                  infoFrom,
                  infoEnd(text, infoFrom, end));
    }
    int tile = SpreadTally.tile(index, position);
    if (!block && tally.wants(tile) && passes(text, filterFrom, filterTo)) {
      count(text, filterTo + 1, end, tile);
    }
    return selected;
  }

  private void enter(byte[] text, int from, int to) {
    chromosome = Arrays.copyOfRange(text, from, to);
    String name = new String(chromosome, StandardCharsets.UTF_8);
    stretches = windows.stretches(name);
    index = MainChromosomes.index(name);
  }

  private static int infoEnd(byte[] text, int infoFrom, int end) {
    return LineEnds.tab(text, infoFrom, end);
  }

  /** The next TAB near by; the first columns are short. */
  private static int tab(byte[] text, int from, int end) {
    int i = from;
    while (i < end && text[i] != '\t') {
      i++;
    }
    return i;
  }

  /** Whether all alternate alleles are written in bases, or as {@code *}. */
  private static boolean isBases(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      byte letter = text[i];
      if (letter == '<' || letter == '[' || letter == ']' || letter == '.') {
        return false;
      }
    }
    return true;
  }

  /** Whether there is no alternate allele but the one that stands for any. */
  private static boolean isBlock(byte[] text, int from, int to) {
    return (to - from == 1 && text[from] == '.')
        || Arrays.equals(text, from, to, NON_REF, 0, NON_REF.length)
        || Arrays.equals(text, from, to, STAR, 0, STAR.length);
  }

  private boolean passes(byte[] text, int from, int to) {
    return (to - from == 1 && text[from] == '.')
        || Arrays.equals(text, from, to, PASS, 0, PASS.length)
        || tally.passes(new String(text, from, to - from, StandardCharsets.UTF_8));
  }

  private void count(byte[] text, int infoFrom, int end, int tile) {
    if (!tally.hasColumns()) {
      tally.add(0, tile);
      return;
    }
    int formatFrom = LineEnds.tab(text, infoFrom, end) + 1;
    int sample = LineEnds.tab(text, formatFrom, end);
    if (sample >= end) {
      return;
    }
    int genotype = genotypeField(text, formatFrom, sample);
    if (genotype < 0) {
      if (tally.hasOneTumour()) {
        tally.add(0, tile);
      }
      return;
    }
    int at = 0;
    for (int tumour : tally.open()) {
      if (!tally.lacks(tumour, tile)) {
        continue;
      }
      int column = tally.column(tumour);
      if (column > at) {
        sample = LineEnds.tab(text, sample + 1, end, column - at);
        at = column;
      }
      if (sample >= end) {
        return;
      }
      if (carries(text, sample + 1, end, genotype)) {
        tally.add(tumour, tile);
      }
    }
  }

  /** Which field of a sample is the genotype, or -1. */
  private static int genotypeField(byte[] text, int from, int to) {
    int field = 0;
    int start = from;
    while (start < to) {
      int stop = start;
      while (stop < to && text[stop] != ':') {
        stop++;
      }
      if (stop - start == 2 && text[start] == 'G' && text[start + 1] == 'T') {
        return field;
      }
      field++;
      start = stop + 1;
    }
    return -1;
  }

  private static boolean carries(byte[] text, int from, int end, int field) {
    int skip = field;
    for (int i = from; i < end && text[i] != '\t'; i++) {
      if (text[i] == ':') {
        if (skip == 0) {
          return false;
        }
        skip--;
      } else if (skip == 0 && text[i] >= '1' && text[i] <= '9') {
        return true;
      }
    }
    return false;
  }
}
