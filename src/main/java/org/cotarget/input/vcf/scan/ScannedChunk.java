package org.cotarget.input.vcf.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the lines of one chunk of text gave. A chunk is cut anywhere, so its first line began in the
 * chunk before and its last may end in the next: these are kept as bytes for whoever joins chunks.
 */
final class ScannedChunk {
  private final byte[] head;
  private final boolean ended;
  private final long lines;
  private final long records;
  private final List<Found> found;
  private final byte[] tail;

  ScannedChunk(
      byte[] head, boolean ended, long lines, long records, List<Found> found, byte[] tail) {
    this.head = head;
    this.ended = ended;
    this.lines = lines;
    this.records = records;
    this.found = found;
    this.tail = tail;
  }

  /** Bytes up to the first line end, with it; the whole chunk where no line ends in it. */
  byte[] head() {
    return head;
  }

  /** Whether a line ends in the chunk. */
  boolean ended() {
    return ended;
  }

  /** Lines between head and tail, blank ones included. */
  long lines() {
    return lines;
  }

  /** Those that are not blank. */
  long records() {
    return records;
  }

  /** The records that are handed on. */
  List<Found> found() {
    return found;
  }

  /** Bytes behind the last line end. */
  byte[] tail() {
    return tail;
  }

  /**
   * A record to hand on.
   *
   * @param line index of its line in the chunk, from 0, the head not counted
   */
  record Found(long line, String text) {}

  /** Scans a chunk that was cut anywhere. */
  static ScannedChunk of(byte[] text, int from, int to, SiteScan scan) {
    int first = endOfLine(text, from, to, false);
    if (first < 0) {
      return new ScannedChunk(
          Arrays.copyOfRange(text, from, to), false, 0, 0, List.of(), new byte[0]);
    }
    Lines lines = new Lines(scan);
    int rest = lines.scan(text, first, to, false);
    return new ScannedChunk(
        Arrays.copyOfRange(text, from, first),
        true,
        lines.lines,
        lines.records,
        lines.found,
        Arrays.copyOfRange(text, rest, to));
  }

  /**
   * Scans text that begins with a line.
   *
   * @param last whether the file ends with it, so that its last line needs no end
   */
  static ScannedChunk ofWholeLines(byte[] text, int from, int to, boolean last, SiteScan scan) {
    Lines lines = new Lines(scan);
    int rest = lines.scan(text, from, to, last);
    return new ScannedChunk(
        new byte[0],
        true,
        lines.lines,
        lines.records,
        lines.found,
        Arrays.copyOfRange(text, rest, to));
  }

  /** First byte of the next line, or -1 where none is known to end before {@code to}. */
  static int endOfLine(byte[] text, int from, int to, boolean last) {
    int end = LineEnds.next(text, from, to);
    if (end == to) {
      return last && to > from ? to : -1;
    }
    return afterEnd(text, end, to, last);
  }

  private static int afterEnd(byte[] text, int end, int to, boolean last) {
    if (text[end] == '\n') {
      return end + 1;
    }
    if (end + 1 == to) {
      return last ? to : -1;
    }
    return text[end + 1] == '\n' ? end + 2 : end + 1;
  }

  private static final class Lines {
    private final SiteScan scan;
    private final List<Found> found = new ArrayList<>();
    private long lines;
    private long records;

    Lines(SiteScan scan) {
      this.scan = scan;
    }

    /** Returns where the first line starts that does not end. */
    int scan(byte[] text, int from, int to, boolean last) {
      int start = from;
      while (start < to) {
        int end = LineEnds.next(text, start, to);
        int next = end == to ? (last ? to : -1) : afterEnd(text, end, to, last);
        if (next < 0) {
          break;
        }
        if (!isBlank(text, start, end)) {
          records++;
          if (scan.selects(text, start, end)) {
            found.add(
                new Found(lines, new String(text, start, end - start, StandardCharsets.UTF_8)));
          }
        }
        lines++;
        start = next;
      }
      return start;
    }

    private static boolean isBlank(byte[] text, int from, int to) {
      for (int i = from; i < to; i++) {
        if (text[i] < 0 || text[i] > ' ') {
          return false;
        }
      }
      return true;
    }
  }
}
