package org.cotarget.input.vcf.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes eight at a time: a word of which one byte equals the wanted one has, after an XOR
 * with that byte repeated, a zero byte, and the lowest zero byte of a word is found without a loop.
 */
final class LineEnds {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long LF = '\n' * ONES;
  private static final long CR = '\r' * ONES;
  private static final long TAB = '\t' * ONES;

  private LineEnds() {}

  /** Index of the first LF or CR in {@code [from, to)}, or {@code to}. */
  static int next(byte[] text, int from, int to) {
    int i = from;
    for (; i <= to - 16; i += 16) {
      long low = (long) WORD.get(text, i);
      long high = (long) WORD.get(text, i + 8);
      long first = zeros(low ^ LF) | zeros(low ^ CR);
      long second = zeros(high ^ LF) | zeros(high ^ CR);
      if ((first | second) != 0) {
        return first != 0 ? i + at(first) : i + 8 + at(second);
      }
    }
    while (i < to && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  /** Index of the first TAB in {@code [from, to)}, or {@code to}. */
  static int tab(byte[] text, int from, int to) {
    int i = from;
    for (; i <= to - 8; i += 8) {
      long found = zeros((long) WORD.get(text, i) ^ TAB);
      if (found != 0) {
        return i + at(found);
      }
    }
    while (i < to && text[i] != '\t') {
      i++;
    }
    return i;
  }

  /**
   * Index of the {@code count}th TAB in {@code [from, to)}, or {@code to} when there are fewer.
   *
   * @param count from 1
   */
  static int tab(byte[] text, int from, int to, int count) {
    int left = count;
    int i = from;
    for (; i <= to - 8; i += 8) {
      long found = exactZeros((long) WORD.get(text, i) ^ TAB);
      int here = Long.bitCount(found);
      if (here >= left) {
        for (; left > 1; left--) {
          found &= found - 1;
        }
        return i + at(found);
      }
      left -= here;
    }
    for (; i < to; i++) {
      if (text[i] == '\t' && --left == 0) {
        return i;
      }
    }
    return to;
  }

  /** High bits of zero bytes; above the lowest of them others may be set that are no zeros. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }

  /** High bits of the zero bytes and of no others. */
  private static long exactZeros(long word) {
    return ~(((word & ~HIGHS) + ~HIGHS) | word | ~HIGHS);
  }

  private static int at(long found) {
    return Long.numberOfTrailingZeros(found) >>> 3;
  }
}
