package org.cotarget.input.vcf.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Inflates whole blocks of deflate data (RFC 1951) faster than zlib does, since input and output lie
 * complete in memory: bits are taken 56 at a time, matches are copied in words that may reach past
 * their end. It says nothing of what is wrong with data; where it gives up, {@link
 * java.util.zip.Inflater} is asked, whose word holds.
 */
final class FastInflate {

  /** Bytes behind the text that may be overwritten. */
  static final int ROOM = 512;

  static final int GAVE_UP = -1;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int LITERAL_BITS = 11;
  private static final int DISTANCE_BITS = 8;
  private static final int LITERALS = 288;
  private static final int DISTANCES = 32;
  private static final byte[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final HuffmanTable literals = new HuffmanTable(LITERAL_BITS, HuffmanTable.Kind.LITERAL);
  private final HuffmanTable distances =
      new HuffmanTable(DISTANCE_BITS, HuffmanTable.Kind.DISTANCE);
  private final HuffmanTable lengths = new HuffmanTable(7, HuffmanTable.Kind.PLAIN);
  private final byte[] codeLengths = new byte[LITERALS + DISTANCES];

  private byte[] in = new byte[0];
  private int next;
  private int end;
  private long bits;
  private int count;

  /**
   * Inflates one block.
   *
   * @param from first byte of the data, which end before {@code to}
   * @param text takes the text from {@code at} to {@code limit}; longer than that by {@link #ROOM}
   * @return bytes of text, or {@link #GAVE_UP}
   */
  int inflate(byte[] data, int from, int to, byte[] text, int at, int limit) {
    in = data;
    next = from;
    end = to;
    bits = 0;
    count = 0;
    int out = at;
    boolean last = false;
    while (!last) {
      refill();
      last = take(1) == 1;
      switch (take(2)) {
        case 0 -> out = stored(text, out, limit);
        case 1 -> out = fixedCodes() ? codes(text, at, out, limit) : GAVE_UP;
        case 2 -> out = dynamicCodes() ? codes(text, at, out, limit) : GAVE_UP;
        default -> out = GAVE_UP;
      }
      if (out < 0) {
        return GAVE_UP;
      }
    }
    // Bytes that were taken ahead are not used up.
    return next - (count >>> 3) == end ? out - at : GAVE_UP;
  }

  private void refill() {
    if (next + 8 <= in.length) {
      bits |= (long) WORD.get(in, next) << count;
      next += (63 - count) >>> 3;
      count |= 56;
      return;
    }
    while (count <= 55) {
      bits |= (next < in.length ? in[next] & 0xffL : 0L) << count;
      next++;
      count += 8;
    }
  }

  private int take(int width) {
    int value = (int) (bits & (1L << width) - 1);
    bits >>>= width;
    count -= width;
    return value;
  }

  private int stored(byte[] text, int from, int limit) {
    take(count & 7);
    next -= count >>> 3;
    bits = 0;
    count = 0;
    if (next + 4 > end) {
      return GAVE_UP;
    }
    int length = (in[next] & 0xff) | (in[next + 1] & 0xff) << 8;
    int check = (in[next + 2] & 0xff) | (in[next + 3] & 0xff) << 8;
    next += 4;
    if ((length ^ check) != 0xffff || next + length > end || from + length > limit) {
      return GAVE_UP;
    }
    System.arraycopy(in, next, text, from, length);
    next += length;
    return from + length;
  }

  private boolean fixedCodes() {
    for (int i = 0; i < LITERALS; i++) {
      codeLengths[i] = (byte) (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    }
    java.util.Arrays.fill(codeLengths, LITERALS, LITERALS + DISTANCES, (byte) 5);
    return literals.build(codeLengths, 0, LITERALS)
        && distances.build(codeLengths, LITERALS, LITERALS + DISTANCES);
  }

  private boolean dynamicCodes() {
    int literalCount = take(5) + 257;
    int distanceCount = take(5) + 1;
    int orderCount = take(4) + 4;
    byte[] first = new byte[ORDER.length];
    for (int i = 0; i < orderCount; i++) {
      refill();
      first[ORDER[i]] = (byte) take(3);
    }
    if (literalCount > 286 || distanceCount > 30 || !lengths.build(first, 0, first.length)) {
      return false;
    }
    int all = literalCount + distanceCount;
    int i = 0;
    while (i < all) {
      refill();
      int entry = lengths.entry(bits);
      if (entry == 0) {
        return false;
      }
      take(entry & 0xff);
      int symbol = entry >>> 16;
      if (symbol < 16) {
        codeLengths[i++] = (byte) symbol;
        continue;
      }
      if (symbol == 16 && i == 0) {
        return false;
      }
      byte repeated = symbol == 16 ? codeLengths[i - 1] : 0;
      int times = symbol == 16 ? 3 + take(2) : symbol == 17 ? 3 + take(3) : 11 + take(7);
      if (i + times > all) {
        return false;
      }
      java.util.Arrays.fill(codeLengths, i, i + times, repeated);
      i += times;
    }
    return literals.build(codeLengths, 0, literalCount)
        && distances.build(codeLengths, literalCount, all);
  }

  /** Decodes literals and matches to the end of the block. */
  private int codes(byte[] text, int start, int from, int limit) {
    int out = from;
    while (next - (count >>> 3) <= end) {
      refill();
      int entry = literals.entry(bits);
      if (entry < 0) {
        // Two more literals of at most 15 bits fit into what is at hand.
        take(entry & 0xff);
        text[out++] = (byte) (entry >>> 16);
        entry = literals.entry(bits);
        if (entry < 0) {
          take(entry & 0xff);
          text[out++] = (byte) (entry >>> 16);
          entry = literals.entry(bits);
          if (entry < 0) {
            take(entry & 0xff);
            text[out++] = (byte) (entry >>> 16);
            if (out > limit) {
              return GAVE_UP;
            }
            continue;
          }
        }
        refill();
      }
      if (entry == 0) {
        return GAVE_UP;
      }
      int total = entry & 0xff;
      int length =
          (entry >>> 16) + (int) ((bits & (1L << total) - 1) >>> (entry >>> 8 & 0xff));
      bits >>>= total;
      count -= total;
      if (length == 0) {
        return out <= limit ? out : GAVE_UP;
      }
      refill();
      entry = distances.entry(bits);
      total = entry & 0xff;
      int distance =
          (entry >>> 16) + (int) ((bits & (1L << total) - 1) >>> (entry >>> 8 & 0xff));
      bits >>>= total;
      count -= total;
      if (entry == 0 || distance > out - start || out + length > limit) {
        return GAVE_UP;
      }
      copy(text, out, distance, length);
      out += length;
    }
    return GAVE_UP;
  }

  private static void copy(byte[] text, int to, int distance, int length) {
    int from = to - distance;
    if (distance >= 8) {
      for (int i = 0; i < length; i += 8) {
        WORD.set(text, to + i, (long) WORD.get(text, from + i));
      }
    } else {
      for (int i = 0; i < length; i++) {
        text[to + i] = text[from + i];
      }
    }
  }
}
