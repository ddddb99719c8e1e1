package org.cotarget.input.vcf;

import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.BlockCompressedInputStream.FileTermination;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.vcf.structural.RecordExtent;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a VCF, plain, gzip or BGZF, or those that a BCF stands for. A file that ends early
 * is an error, never a shorter file: what is missing would be taken for wild type.
 */
final class VariantLines implements RecordPass {

  /** Gives the next record as a VCF line. */
  private interface Records {
    @Nullable String next() throws IOException;
  }

  private final List<String> header;
  private final Records records;
  private long line;

  /**
   * @throws VcfFormatException when the file is no VCF or BCF
   */
  VariantLines(SourceFile file, Path path) throws IOException {
    requireEndMarker(path);
    InputStream content = new BufferedInputStream(file.content(), 1 << 16);
    if (BcfRecords.isBcf(peek(content, 3))) {
      BcfRecords bcf = new BcfRecords(content);
      this.header = bcf.header();
      this.records = bcf::next;
    } else {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8), 1 << 16);
      this.header = readHeader(reader);
      this.line = header.size();
      this.records = reader::readLine;
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Summary read(PanelWindows windows, List<Integer> columns, Set<String> passing, Sink sink)
      throws IOException {
    SpreadTally spread = new SpreadTally(columns, passing);
    long count = 0;
    for (String record = next(); record != null; record = next()) {
      count++;
      String[] fields = record.split("\t", -1);
      long position =
          fields.length > 7 && fields[1].matches("\\d{1,10}") ? Long.parseLong(fields[1]) : -1;
      if (position < 0) {
        sink.take(line(), record);
        continue;
      }
      spread.record(fields, fields[0], position);
      boolean touches =
          RecordExtent.of(fields).stream()
              .anyMatch(
                  stretch -> windows.touches(stretch.chrom(), stretch.start(), stretch.end()));
      if (touches) {
        sink.take(line(), record);
      }
    }
    return new Summary(count, spread.result());
  }

  @Override
  public void close() {}

  /** The next record that is not blank, or null at the end of the file. */
  @Nullable String next() throws IOException {
    String record = records.next();
    line++;
    while (record != null && record.isBlank()) {
      record = records.next();
      line++;
    }
    return record;
  }

  /**
   * Line of the record that {@link #next} gave last, from 1; in a BCF, which has no lines, the
   * number of the record.
   */
  long line() {
    return line;
  }

  /** A BGZF that was cut between two blocks looks whole but for its last, empty block. */
  private static void requireEndMarker(Path path) throws IOException {
    byte[] magic;
    try (InputStream in = Files.newInputStream(path)) {
      magic = in.readNBytes(18);
    }
    boolean bgzf =
        magic.length == 18
            && (magic[0] & 0xff) == 0x1f
            && (magic[1] & 0xff) == 0x8b
            && (magic[3] & 4) != 0
            && magic[12] == 'B'
            && magic[13] == 'C';
    if (bgzf
        && BlockCompressedInputStream.checkTermination(path)
            != FileTermination.HAS_TERMINATOR_BLOCK) {
      throw new VcfFormatException(
          "FILE_TRUNCATED",
          0,
          "the BGZF end-of-file block is missing: the file is truncated",
          "copy or download the file again; bgzip -t shows whether it is whole");
    }
  }

  private static byte[] peek(InputStream in, int count) throws IOException {
    in.mark(count);
    byte[] bytes = in.readNBytes(count);
    in.reset();
    return bytes;
  }

  private static List<String> readHeader(BufferedReader reader) throws IOException {
    List<String> header = new ArrayList<>();
    String text = reader.readLine();
    if (text == null) {
      throw new VcfFormatException(
          "FILE_EMPTY", 0, "the file is empty", "give a file with content, or leave it out");
    }
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (!text.startsWith("##fileformat=VCF")) {
      throw new VcfFormatException(
          "VCF_NOT_VCF",
          1,
          "the first line is \"" + shorten(text) + "\", not ##fileformat=VCFv4.x",
          "give a VCF or BCF file; other tables have options of their own (--maf, --cna, ...)");
    }
    while (text != null && text.startsWith("##")) {
      header.add(text);
      text = reader.readLine();
    }
    if (text == null || !text.startsWith("#CHROM\t")) {
      throw new VcfFormatException(
          "VCF_HEADER",
          header.size() + 1L,
          text == null
              ? "the file ends before the #CHROM line"
              : "expected the #CHROM line, found \"" + shorten(text) + "\"",
          "write the file again with its header complete and its columns separated by tabs");
    }
    header.add(text);
    return header;
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
