package org.cotarget.input.vcf.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tabix index, {@code .tbi} or {@code .csi}, of a VCF: which stretches of the file hold the
 * records that overlap a stretch of a sequence (hts-specs, tabix and CSIv1). Places in the file are
 * virtual offsets: where a BGZF block begins, times 65536, plus a place in its text.
 *
 * @param sequences what is known of each sequence, in the order of the index
 */
record RegionIndex(List<Sequence> sequences) {

  private static final int TBI = 0x01494254;
  private static final int CSI = 0x01495343;
  private static final int VCF_FORMAT = 2;
  private static final int TBI_SHIFT = 14;
  private static final int TBI_DEPTH = 5;
  private static final long MOST_BYTES = 1L << 28;

  /**
   * A stretch of the file that begins with a record.
   *
   * @param begin virtual offset of its first byte
   * @param end virtual offset behind its last byte
   */
  record Stretch(long begin, long end) {

    long beginBlock() {
      return begin >>> 16;
    }

    int beginText() {
      return (int) (begin & 0xffff);
    }

    long endBlock() {
      return end >>> 16;
    }

    int endText() {
      return (int) (end & 0xffff);
    }
  }

  /**
   * One sequence of the index.
   *
   * @param bins stretches by bin
   * @param records all records, or -1 where the index does not tell
   */
  record Sequence(
      String name, Map<Integer, List<Stretch>> bins, int shift, int depth, long records) {

    /** Stretches of the file that may hold records overlapping bases start to end, from 1. */
    List<Stretch> overlapping(long start, long end) {
      List<Stretch> found = new ArrayList<>();
      long first = Math.max(0, start - 1);
      long last = Math.max(first, end - 1);
      int offset = 0;
      int level = shift + 3 * depth;
      for (int l = 0; l <= depth; l++, level -= 3) {
        long from = offset + (first >>> level);
        long to = Math.min(offset + (last >>> level), offset + (1L << (3 * l)) - 1);
        for (long bin = from; bin <= to; bin++) {
          found.addAll(bins.getOrDefault((int) bin, List.of()));
        }
        offset += 1 << (3 * l);
      }
      return found;
    }

    /** Places where a record begins, in the order of the file. */
    List<Stretch> all() {
      List<Stretch> stretches = new ArrayList<>();
      bins.values().forEach(stretches::addAll);
      stretches.sort(Comparator.comparingLong(Stretch::begin));
      return stretches;
    }
  }

  /**
   * Reads an index.
   *
   * @param in the inflated content
   * @throws IOException where it is no index of a VCF, or damaged
   */
  static RegionIndex read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) MOST_BYTES);
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int magic = data.getInt();
      if (magic == TBI) {
        int count = data.getInt();
        return new RegionIndex(sequences(data, names(data), count, TBI_SHIFT, TBI_DEPTH, false));
      }
      if (magic == CSI) {
        int shift = data.getInt();
        int depth = data.getInt();
        int auxiliary = data.getInt();
        ByteBuffer names = data.slice(data.position(), auxiliary).order(ByteOrder.LITTLE_ENDIAN);
        data.position(data.position() + auxiliary);
        int count = data.getInt();
        if (shift < 1 || depth < 1 || shift + 3 * depth > 60 || depth > 9) {
          throw new IOException("its bins have no sizes that are possible");
        }
        return new RegionIndex(sequences(data, names(names), count, shift, depth, true));
      }
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("it ends early", e);
    }
    throw new IOException("it is no tabix index");
  }

  /** The greatest place in the file that the index knows. */
  long end() {
    return sequences.stream()
        .flatMap(sequence -> sequence.bins().values().stream())
        .flatMap(List::stream)
        .mapToLong(Stretch::end)
        .max()
        .orElse(0);
  }

  /** All records of the file, or -1 where the index does not tell. */
  long records() {
    long all = 0;
    for (Sequence sequence : sequences) {
      if (sequence.records() < 0 && !sequence.bins().isEmpty()) {
        return -1;
      }
      all += Math.max(0, sequence.records());
    }
    return all;
  }

  private static List<String> names(ByteBuffer data) throws IOException {
    int format = data.getInt();
    if ((format & 0xffff) != VCF_FORMAT) {
      throw new IOException("it was not made for VCF");
    }
    data.position(data.position() + 5 * Integer.BYTES);
    byte[] names = new byte[data.getInt()];
    data.get(names);
    return List.of(new String(names, StandardCharsets.UTF_8).split("\0", -1));
  }

  private static List<Sequence> sequences(
      ByteBuffer data, List<String> names, int count, int shift, int depth, boolean csi) {
    List<Sequence> sequences = new ArrayList<>();
    int summary = ((1 << (3 * depth + 3)) - 1) / 7 + 1;
    for (int i = 0; i < count; i++) {
      Map<Integer, List<Stretch>> bins = new HashMap<>();
      long records = -1;
      int binCount = data.getInt();
      for (int b = 0; b < binCount; b++) {
        int bin = data.getInt();
        if (csi) {
          data.getLong();
        }
        int chunks = data.getInt();
        List<Stretch> stretches = new ArrayList<>();
        for (int c = 0; c < chunks; c++) {
          stretches.add(new Stretch(data.getLong(), data.getLong()));
        }
        if (bin == summary) {
          records = stretches.size() > 1 ? stretches.get(1).begin() : -1;
        } else {
          bins.put(bin, stretches);
        }
      }
      if (!csi) {
        int intervals = data.getInt();
        data.position(data.position() + Math.multiplyExact(intervals, Long.BYTES));
      }
      String name = i < names.size() ? names.get(i) : "";
      sequences.add(new Sequence(name, bins, shift, depth, records));
    }
    return sequences;
  }
}
