package org.cotarget.input.vcf.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The header of a VCF, and the text behind it that was read along. */
final class TextHead {
  private final List<String> lines;
  private final byte[] rest;

  TextHead(List<String> lines, byte[] rest) {
    this.lines = lines;
    this.rest = rest;
  }

  /** Header lines; the last is the column line. */
  List<String> lines() {
    return lines;
  }

  /** Text behind the column line's end. */
  byte[] rest() {
    return rest;
  }

  /** Bytes after which a header or a line is taken for something else than text. */
  static final int MOST = 1 << 26;

  static final String FIRST = "##fileformat=VCF";

  static TextHead read(ChunkSource source, Workspace workspace) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    List<String> lines = new ArrayList<>();
    byte[] text = new byte[0];
    int start = 0;
    boolean last = false;
    long header = 0;
    while (true) {
      int next = ScannedChunk.endOfLine(text, start, text.length, last);
      if (next < 0) {
        if (last) {
          throw incomplete(lines, "");
        }
        Chunk chunk = source.next();
        last = chunk == null;
        if (chunk != null) {
          workspace.inflate(chunk);
          read.write(text, start, text.length - start);
          read.write(workspace.text(), 0, workspace.length());
          text = read.toByteArray();
          read.reset();
          start = lines.isEmpty() ? afterMark(text) : 0;
        }
        if (lines.isEmpty()) {
          requireVcf(text, start, last);
        }
        if (text.length > MOST) {
          throw endless(lines.size() + 1L);
        }
        continue;
      }
      String line = line(text, start, next);
      // An object for each line takes memory, also where the line is short.
      header += next - start + 64;
      if (header > MOST) {
        throw new VcfFormatException(
            "VCF_HEADER",
            lines.size() + 1L,
            "the header is longer than " + (MOST >> 20) + " MiB",
            "give a VCF with records; a header of that length is none");
      }
      start = next;
      if (lines.isEmpty() && !line.startsWith(FIRST)) {
        throw noVcf(line);
      }
      lines.add(line);
      if (!line.startsWith("##")) {
        if (!line.startsWith("#CHROM\t")) {
          throw incomplete(lines.subList(0, lines.size() - 1), line);
        }
        return new TextHead(List.copyOf(lines), Arrays.copyOfRange(text, start, text.length));
      }
    }
  }

  static VcfFormatException endless(long line) {
    return new VcfFormatException(
        "FILE_NOT_TEXT",
        line,
        "the line is longer than " + (MOST >> 20) + " MiB",
        "give a VCF; a line of that length is none");
  }

  private static void requireVcf(byte[] text, int start, boolean last) throws VcfFormatException {
    if (last && text.length == 0) {
      throw new VcfFormatException(
          "FILE_EMPTY", 0, "the file is empty", "give a file with content, or leave it out");
    }
    if (last || text.length - start >= FIRST.length()) {
      String begin =
          new String(text, start, Math.min(48, text.length - start), StandardCharsets.UTF_8);
      if (!begin.startsWith(FIRST)) {
        throw noVcf(begin.lines().findFirst().orElse(""));
      }
    }
  }

  /** Skips a byte-order mark. */
  private static int afterMark(byte[] text) {
    boolean mark =
        text.length >= 3
            && text[0] == (byte) 0xef
            && text[1] == (byte) 0xbb
            && text[2] == (byte) 0xbf;
    return mark ? 3 : 0;
  }

  private static String line(byte[] text, int start, int next) {
    int end = next;
    while (end > start && (text[end - 1] == '\n' || text[end - 1] == '\r')) {
      end--;
    }
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }

  static VcfFormatException noVcf(String line) {
    return new VcfFormatException(
        "VCF_NOT_VCF",
        1,
        "the first line is \"" + shorten(line) + "\", not ##fileformat=VCFv4.x",
        "give a VCF or BCF file; other tables have options of their own (--maf, --cna, ...)");
  }

  static VcfFormatException incomplete(List<String> lines, String found) {
    return new VcfFormatException(
        "VCF_HEADER",
        lines.size() + 1L,
        found.isEmpty()
            ? "the file ends before the #CHROM line"
            : "expected the #CHROM line, found \"" + shorten(found) + "\"",
        "write the file again with its header complete and its columns separated by tabs");
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
