package org.cotarget.input.vcf.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How far a record reaches whose alleles do not say so by their bases, and where its mates lie: by
 * END and SVLEN, by the brackets of a breakend, or by CHR2 with POS2 or END as Delly and older
 * callers write it. Reused from record to record.
 */
final class SiteEnd {

  private static final byte[] END = key("END=");
  private static final byte[] SVLEN = key("SVLEN=");
  private static final byte[] CHR2 = key("CHR2=");
  private static final byte[] POS2 = key("POS2=");

  private final PanelWindows windows;
  private long end;
  private long length;
  private long secondPosition;
  private int secondFrom;
  private int secondTo;
  private boolean broken;

  SiteEnd(PanelWindows windows) {
    this.windows = windows;
  }

  /**
   * Whether a record with symbolic alleles, breakends or no alternate allele concerns a window, or
   * does not tell whether it does.
   *
   * @param chrom windows of the record's own sequence
   * @param chromFrom first byte of CHROM, which ends at {@code chromTo}
   * @param lastBase last base of REF
   */
  boolean concerns(
      byte[] text,
      ChromosomeWindows chrom,
      int chromFrom,
      int chromTo,
      long position,
      long lastBase,
      int altFrom,
      int altTo,
      int infoFrom,
      int infoTo) {
    readInfo(text, infoFrom, infoTo);
    if (broken) {
      return true;
    }
    boolean elsewhere = secondTo > secondFrom && !same(text, chromFrom, chromTo);
    long last = lastBase;
    if (!elsewhere) {
      last = Math.max(last, Math.max(end, secondPosition));
    }
    if (length > 0) {
      last = Math.max(last, position + length);
    }
    if (chrom.touches(position, last)) {
      return true;
    }
    if (elsewhere) {
      long mate = secondPosition >= 0 ? secondPosition : end;
      String name = new String(text, secondFrom, secondTo - secondFrom, StandardCharsets.UTF_8);
      if (mate >= 0 && windows.touches(name, mate, mate)) {
        return true;
      }
    }
    return mateInWindow(text, chrom, chromFrom, chromTo, position, altFrom, altTo);
  }

  /** Whether a block without alternate allele, of {@code INFO/END}, touches a window. */
  boolean blockTouches(
      byte[] text,
      ChromosomeWindows chrom,
      long position,
      long lastBase,
      int infoFrom,
      int infoTo) {
    if (chrom.isEmpty()) {
      return false;
    }
    readInfo(text, infoFrom, infoTo);
    return broken || chrom.touches(position, Math.max(lastBase, end));
  }

  private void readInfo(byte[] text, int from, int to) {
    end = -1;
    length = -1;
    secondPosition = -1;
    secondFrom = 0;
    secondTo = 0;
    broken = false;
    int start = from;
    while (start < to) {
      int stop = start;
      while (stop < to && text[stop] != ';') {
        stop++;
      }
      read(text, start, stop);
      start = stop + 1;
    }
  }

  private void read(byte[] text, int from, int to) {
    switch (text[from]) {
      case 'E' -> {
        if (starts(text, from, to, END) && !missing(text, from + 4, to)) {
          end = number(text, from + 4, to);
          broken |= end < 0;
        }
      }
      case 'S' -> {
        if (starts(text, from, to, SVLEN)) {
          length = longest(text, from + 6, to);
        }
      }
      case 'C' -> {
        if (starts(text, from, to, CHR2) && !missing(text, from + 5, to)) {
          secondFrom = from + 5;
          secondTo = to;
        }
      }
      case 'P' -> {
        if (starts(text, from, to, POS2)) {
          secondPosition = number(text, from + 5, to);
        }
      }
      default -> {
        // No other key tells where a record lies.
      }
    }
  }

  /** The greatest of comma-separated lengths, without sign; -1 where none is a number. */
  private static long longest(byte[] text, int from, int to) {
    long longest = -1;
    int start = from;
    while (start < to) {
      int stop = start;
      while (stop < to && text[stop] != ',') {
        stop++;
      }
      boolean signed = text[start] == '-' || text[start] == '+';
      longest = Math.max(longest, number(text, signed ? start + 1 : start, stop));
      start = stop + 1;
    }
    return longest;
  }

  /**
   * Whether a mate lies in a window or, on the record's own sequence, whatever lies between the two
   * ends does: it may be lost.
   */
  private boolean mateInWindow(
      byte[] text,
      ChromosomeWindows chrom,
      int chromFrom,
      int chromTo,
      long position,
      int from,
      int to) {
    int open = -1;
    for (int i = from; i < to; i++) {
      if (text[i] != '[' && text[i] != ']') {
        continue;
      }
      if (open < 0) {
        open = i + 1;
        continue;
      }
      int colon = i - 1;
      while (colon > open && text[colon] != ':') {
        colon--;
      }
      long mate = number(text, colon + 1, i);
      String name = new String(text, open, Math.max(0, colon - open), StandardCharsets.UTF_8);
      boolean own = Arrays.equals(text, open, Math.max(open, colon), text, chromFrom, chromTo);
      boolean concerned =
          own
              ? chrom.touches(Math.min(position, mate), Math.max(position, mate))
              : windows.touches(name, mate, mate);
      if (mate >= 0 && concerned) {
        return true;
      }
      open = -1;
    }
    return false;
  }

  private boolean same(byte[] text, int from, int to) {
    return Arrays.equals(text, secondFrom, secondTo, text, from, to);
  }

  /** A number of 1 to 10 digits, or -1. */
  static long number(byte[] text, int from, int to) {
    if (from >= to || to - from > 10) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static boolean missing(byte[] text, int from, int to) {
    return to - from == 1 && text[from] == '.';
  }

  private static boolean starts(byte[] text, int from, int to, byte[] key) {
    return to - from >= key.length
        && Arrays.equals(text, from, from + key.length, key, 0, key.length);
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
