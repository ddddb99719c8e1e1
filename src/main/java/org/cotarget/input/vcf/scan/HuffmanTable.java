package org.cotarget.input.vcf.scan;

import java.util.Arrays;

/**
 * Looks up the codes of one alphabet of deflate by the bits that come next. An entry tells in its
 * low byte the bits to take, with those that follow the code; in the next byte those of the code
 * alone; above them the value, to which the bits that follow are added. An entry of a literal is
 * negative, that of the end of a block has the value 0, and 0 is no code. Codes longer than the
 * first table is wide are found in a second one.
 */
final class HuffmanTable {

  /** What the symbols mean. */
  enum Kind {
    LITERAL,
    DISTANCE,
    PLAIN
  }

  private static final int LONGEST = 15;
  private static final int LITERAL = 1 << 31;

  /** Marks a beginning that several longer codes share; no literal's entry looks so. */
  private static final int LONG = LITERAL | 0x7fff_0000;

  private static final int FIRST_LENGTH = 257;
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_EXTRA = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int DISTANCE_CODES = 30;

  private final int width;
  private final int[] values;
  private final int[] first;
  private final int[] starts;
  private final int[] second;
  private final int firstMask;
  private int secondMask;
  private final int[] counts = new int[LONGEST + 1];
  private final int[] codes = new int[LONGEST + 2];

  HuffmanTable(int width, Kind kind) {
    this.width = width;
    this.first = new int[1 << width];
    this.starts = new int[1 << width];
    // Each beginning of so many bits has at most so many endings; the lengths' codes have none.
    this.second = new int[kind == Kind.PLAIN ? 1 : 1 << LONGEST];
    this.firstMask = first.length - 1;
    this.values = values(kind);
  }

  /** The entry of the code that the low bits begin with. */
  int entry(long bits) {
    int entry = first[(int) bits & firstMask];
    return entry != LONG ? entry : longEntry(bits);
  }

  private int longEntry(long bits) {
    return second[starts[(int) bits & firstMask] + ((int) (bits >>> width) & secondMask)];
  }

  /**
   * Takes the codes of a block by their lengths.
   *
   * @return whether the lengths make a code; one that leaves bits unused is taken, and looking up
   *     what is unused gives 0
   */
  boolean build(byte[] lengths, int from, int to) {
    Arrays.fill(counts, 0);
    int longest = 0;
    for (int i = from; i < to; i++) {
      counts[lengths[i]]++;
      longest = Math.max(longest, lengths[i]);
    }
    counts[0] = 0;
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code = code + counts[length - 1] << 1;
      codes[length] = code;
      if (code + counts[length] > 1 << length) {
        return false;
      }
    }
    Arrays.fill(first, 0);
    int over = Math.max(0, longest - width);
    secondMask = (1 << over) - 1;
    int used = 0;
    for (int i = from; i < to; i++) {
      int length = lengths[i];
      if (length == 0) {
        continue;
      }
      int reversed = Integer.reverse(codes[length]++) >>> Integer.SIZE - length;
      int symbol = i - from;
      int entry = symbol < values.length ? values[symbol] + length + (length << 8) : 0;
      if (length <= width) {
        for (int at = reversed; at < first.length; at += 1 << length) {
          first[at] = entry;
        }
        continue;
      }
      int prefix = reversed & firstMask;
      if (first[prefix] != LONG) {
        first[prefix] = LONG;
        starts[prefix] = used;
        Arrays.fill(second, used, used + secondMask + 1, 0);
        used += secondMask + 1;
      }
      for (int at = reversed >>> width; at <= secondMask; at += 1 << length - width) {
        second[starts[prefix] + at] = entry;
      }
    }
    return true;
  }

  /** Entries of the symbols, with the bits that follow their codes and without those of the codes. */
  private static int[] values(Kind kind) {
    return switch (kind) {
      case PLAIN -> {
        int[] plain = new int[19];
        for (int i = 0; i < plain.length; i++) {
          plain[i] = i << 16;
        }
        yield plain;
      }
      case LITERAL -> {
        int[] literal = new int[FIRST_LENGTH + LENGTH_BASE.length];
        for (int i = 0; i < 256; i++) {
          literal[i] = LITERAL | i << 16;
        }
        for (int i = 0; i < LENGTH_BASE.length; i++) {
          literal[FIRST_LENGTH + i] = LENGTH_BASE[i] << 16 | LENGTH_EXTRA[i];
        }
        yield literal;
      }
      case DISTANCE -> {
        int[] distance = new int[DISTANCE_CODES];
        int base = 1;
        for (int i = 0; i < DISTANCE_CODES; i++) {
          int extra = Math.max(0, i / 2 - 1);
          distance[i] = base << 16 | extra;
          base += 1 << extra;
        }
        yield distance;
      }
    };
  }
}
