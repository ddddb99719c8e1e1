package org.cotarget.input.vcf;

import htsjdk.samtools.SAMException;
import htsjdk.samtools.util.BlockCompressedInputStream;
import htsjdk.samtools.util.BlockCompressedInputStream.FileTermination;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a VCF, plain, gzip or BGZF, or those that a BCF stands for, with the digest of the bytes on disk. A file that
 * ends early is an error, never a shorter file: what is missing would be taken for wild type.
 */
final class VariantLines implements Closeable {

  private static final String TRUNCATED = "VCF_TRUNCATED";
  private static final String COPY_AGAIN = "copy or create the file again; it ends before its end";

  /** Gives the next record as a VCF line. */
  private interface Records {
    @Nullable String next() throws IOException;
  }

  private final DigestInputStream raw;
  private final List<String> header;
  private final Records records;
  private long line;

  private VariantLines(DigestInputStream raw, Path file) throws IOException {
    this.raw = raw;
    // Buffered above the digest: bytes that are looked at twice must be digested once.
    InputStream bytes = new BufferedInputStream(raw, 1 << 16);
    InputStream content = new BufferedInputStream(inflate(bytes, file), 1 << 16);
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

  /**
   * @throws VcfFormatException when the file is no VCF or BCF or is cut short
   */
  static VariantLines open(Path file) throws IOException {
    DigestInputStream raw =
        new DigestInputStream(Files.newInputStream(file), sha256Digest());
    boolean opened = false;
    try {
      VariantLines lines = new VariantLines(raw, file);
      opened = true;
      return lines;
    } catch (EOFException | ZipException | SAMException e) {
      throw new VcfFormatException(
          TRUNCATED, 0, "the compressed data end early or are damaged", COPY_AGAIN);
    } finally {
      if (!opened) {
        raw.close();
      }
    }
  }

  /** Header lines with the leading {@code #}; the last is the column line. */
  List<String> header() {
    return header;
  }

  /**
   * The next record that is not blank.
   *
   * @return null at the end of the file
   * @throws VcfFormatException when the compressed data break off
   */
  @Nullable String next() throws IOException {
    try {
      String record = records.next();
      line++;
      while (record != null && record.isBlank()) {
        record = records.next();
        line++;
      }
      return record;
    } catch (EOFException | ZipException | SAMException e) {
      throw new VcfFormatException(
          TRUNCATED, line, "the compressed data end early or are damaged after this line", COPY_AGAIN);
    }
  }

  /** Line of the record that {@link #next} gave last, from 1; in a BCF, which has no lines, the number of the record. */
  long line() {
    return line;
  }

  /** Hex digest of the whole file, read to its end. */
  String sha256() throws IOException {
    raw.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(raw.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static InputStream inflate(InputStream bytes, Path file) throws IOException {
    byte[] magic = peek(bytes, 18);
    boolean gzip = magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    if (!gzip) {
      return bytes;
    }
    boolean bgzf = magic.length == 18 && (magic[3] & 4) != 0 && magic[12] == 'B' && magic[13] == 'C';
    if (!bgzf) {
      return new GZIPInputStream(bytes, 1 << 16);
    }
    if (BlockCompressedInputStream.checkTermination(file) != FileTermination.HAS_TERMINATOR_BLOCK) {
      throw new VcfFormatException(TRUNCATED, 0, "the BGZF end-of-file block is missing", COPY_AGAIN);
    }
    return new BlockCompressedInputStream(bytes, false);
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
      throw new VcfFormatException("FILE_EMPTY", 0, "the file is empty", "give a file with content, or leave it out");
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
