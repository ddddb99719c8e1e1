package org.cotarget.input.vcf.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a BCF with the names that its records refer to by number.
 *
 * @param lines header lines; the last is the column line
 * @param strings keys of INFO and FORMAT and FILTER values
 * @param contigs names of sequences
 */
record BcfHeader(List<String> lines, Map<Integer, String> strings, Map<Integer, String> contigs) {

  private static final Pattern ID = Pattern.compile("[<,]ID=([^,>]+)");
  private static final Pattern IDX = Pattern.compile("[<,]IDX=(\\d{1,9})");

  /** Bytes of the longest header or half of a record, as of the longest line of a text. */
  private static final int MAX_BLOCK = TextHead.MOST;

  static boolean isBcf(byte[] magic) {
    return magic.length >= 3 && magic[0] == 'B' && magic[1] == 'C' && magic[2] == 'F';
  }

  static BcfHeader read(InputStream in) throws IOException {
    byte[] magic = exactly(in, 5);
    int minor = magic[4];
    if (magic[3] != 2 || minor < 1 || minor > 2) {
      throw new VcfFormatException(
          "VCF_BCF_VERSION",
          0,
          "BCF version " + magic[3] + "." + minor + " is not known",
          "convert the file: bcftools view -Oz");
    }
    int size = ByteBuffer.wrap(exactly(in, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    String text = new String(exactly(in, length(size)), StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    Map<Integer, String> strings = new HashMap<>();
    Map<Integer, String> contigs = new HashMap<>();
    strings.put(0, "PASS");
    Set<String> named = new HashSet<>(Set.of("PASS"));
    Set<String> placed = new HashSet<>();
    for (String line : text.split("\n", -1)) {
      String stripped = line.replace("\0", "").stripTrailing();
      if (!stripped.isEmpty()) {
        lines.add(stripped);
        define(stripped, strings, named, contigs, placed);
      }
    }
    if (lines.isEmpty() || !lines.get(lines.size() - 1).startsWith("#CHROM")) {
      throw new VcfFormatException(
          "VCF_HEADER",
          0,
          "the BCF header has no #CHROM line",
          "write the file again: bcftools view -Ob");
    }
    return new BcfHeader(List.copyOf(lines), strings, contigs);
  }

  /**
   * @throws VcfFormatException where the header does not define the number
   */
  static String name(Map<Integer, String> dictionary, int index) throws IOException {
    String name = dictionary.get(index);
    if (name == null) {
      throw new VcfFormatException(
          "VCF_RECORD",
          0,
          "a BCF record refers to entry " + index + ", which the header does not define",
          "write the file again: bcftools view -Ob");
    }
    return name;
  }

  /** Refuses a length that no record has. */
  static int length(int bytes) throws IOException {
    if (bytes < 0 || bytes > MAX_BLOCK) {
      throw new EOFException("a length of " + bytes + " bytes");
    }
    return bytes;
  }

  /** Reads by and by, so that a length that is no true one does not take the memory. */
  static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the data end early");
    }
    return bytes;
  }

  /** Takes the number of a name from its line, or the next one for a name that has none yet. */
  private static void define(
      String line,
      Map<Integer, String> strings,
      Set<String> named,
      Map<Integer, String> contigs,
      Set<String> placed) {
    boolean string =
        line.startsWith("##INFO=<")
            || line.startsWith("##FORMAT=<")
            || line.startsWith("##FILTER=<");
    boolean contig = line.startsWith("##contig=<");
    Matcher id = ID.matcher(line);
    if (!(string || contig) || !id.find()) {
      return;
    }
    Map<Integer, String> dictionary = string ? strings : contigs;
    boolean isNew = (string ? named : placed).add(id.group(1));
    Matcher index = IDX.matcher(line);
    if (index.find()) {
      dictionary.put(Integer.parseInt(index.group(1)), id.group(1));
    } else if (isNew) {
      dictionary.put(dictionary.size(), id.group(1));
    }
  }
}
