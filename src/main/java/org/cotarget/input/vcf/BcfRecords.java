package org.cotarget.input.vcf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The VCF lines that a BCF 2.1 or 2.2 stands for. htsjdk reads 2.1 only, and bcftools has written
 * 2.2 since 2014, so the records are unpacked here, as the specification of the format lays them
 * out, and then read like those of a VCF.
 */
final class BcfRecords {

  private static final Pattern ID = Pattern.compile("[<,]ID=([^,>]+)");
  private static final Pattern IDX = Pattern.compile("[<,]IDX=(\\d+)");
  private static final int MAX_BLOCK = 1 << 28;
  private static final int FLOAT_MISSING = 0x7F800001;
  private static final int FLOAT_END = 0x7F800002;
  private static final int INT8 = 1;
  private static final int INT16 = 2;
  private static final int INT32 = 3;
  private static final int FLOAT = 5;
  private static final int CHAR = 7;

  private final InputStream in;
  private final List<String> header = new ArrayList<>();
  private final Map<Integer, String> strings = new HashMap<>();
  private final Map<Integer, String> contigs = new HashMap<>();

  BcfRecords(InputStream in) throws IOException {
    this.in = in;
    byte[] magic = exactly(5);
    int minor = magic[4];
    if (magic[3] != 2 || minor < 1 || minor > 2) {
      throw new VcfFormatException(
          "VCF_BCF_VERSION",
          0,
          "BCF version " + magic[3] + "." + minor + " is not known",
          "convert the file: bcftools view -Oz");
    }
    String text = new String(exactly(length(buffer(4).getInt())), StandardCharsets.UTF_8);
    strings.put(0, "PASS");
    for (String line : text.split("\n", -1)) {
      String stripped = line.replace("\0", "").stripTrailing();
      if (!stripped.isEmpty()) {
        header.add(stripped);
        define(stripped);
      }
    }
    if (header.isEmpty() || !header.get(header.size() - 1).startsWith("#CHROM")) {
      throw new VcfFormatException(
          "VCF_HEADER",
          0,
          "the BCF header has no #CHROM line",
          "write the file again: bcftools view -Ob");
    }
  }

  static boolean isBcf(byte[] magic) {
    return magic.length >= 3 && magic[0] == 'B' && magic[1] == 'C' && magic[2] == 'F';
  }

  List<String> header() {
    return List.copyOf(header);
  }

  /** The next record as a VCF line, or null at the end. */
  @Nullable String next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    byte[] rest = exactly(7);
    ByteBuffer lengths =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put((byte) first).put(rest);
    lengths.flip();
    int sharedLength = length(lengths.getInt());
    int genotypeLength = length(lengths.getInt());
    ByteBuffer shared = buffer(sharedLength);
    ByteBuffer genotypes = buffer(genotypeLength);
    try {
      return line(shared, genotypes);
    } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
      throw new EOFException("a record is shorter than it says");
    }
  }

  private void define(String line) {
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
    Matcher index = IDX.matcher(line);
    if (index.find()) {
      dictionary.put(Integer.parseInt(index.group(1)), id.group(1));
    } else if (!dictionary.containsValue(id.group(1))) {
      dictionary.put(dictionary.size(), id.group(1));
    }
  }

  private String line(ByteBuffer shared, ByteBuffer genotypes) throws IOException {
    String chrom = name(contigs, shared.getInt());
    int position = shared.getInt() + 1;
    shared.getInt();
    int quality = shared.getInt();
    int alleleAndInfo = shared.getInt();
    int formatAndSample = shared.getInt();
    int alleles = alleleAndInfo >>> 16;
    int infos = alleleAndInfo & 0xffff;
    int formats = formatAndSample >>> 24;
    int samples = formatAndSample & 0xffffff;

    StringBuilder text = new StringBuilder(256);
    text.append(chrom).append('\t').append(position).append('\t').append(orDot(typed(shared)));
    text.append('\t').append(orDot(typed(shared))).append('\t');
    if (alleles < 2) {
      text.append('.');
    }
    for (int i = 1; i < alleles; i++) {
      text.append(i > 1 ? "," : "").append(typed(shared));
    }
    text.append('\t')
        .append(quality == FLOAT_MISSING ? "." : number(Float.intBitsToFloat(quality)));
    text.append('\t').append(filters(shared)).append('\t');
    if (infos == 0) {
      text.append('.');
    }
    for (int i = 0; i < infos; i++) {
      String key = name(strings, Integer.parseInt(typed(shared)));
      String value = typed(shared);
      text.append(i > 0 ? ";" : "").append(key);
      if (!value.isEmpty()) {
        text.append('=').append(value);
      }
    }
    if (samples > 0) {
      genotypes(genotypes, formats, samples, text);
    }
    return text.toString();
  }

  private String filters(ByteBuffer shared) throws IOException {
    String indices = typed(shared);
    if (indices.isEmpty()) {
      return ".";
    }
    List<String> names = new ArrayList<>();
    for (String index : indices.split(",", -1)) {
      names.add(name(strings, Integer.parseInt(index)));
    }
    return String.join(";", names);
  }

  private void genotypes(ByteBuffer data, int formats, int samples, StringBuilder text)
      throws IOException {
    List<StringBuilder> columns = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      columns.add(new StringBuilder());
    }
    text.append('\t');
    for (int f = 0; f < formats; f++) {
      String key = name(strings, Integer.parseInt(typed(data)));
      text.append(f > 0 ? ":" : "").append(key);
      int descriptor = data.get() & 0xff;
      int count = count(data, descriptor);
      for (StringBuilder column : columns) {
        String value =
            key.equals("GT")
                ? genotype(data, descriptor & 15, count)
                : values(data, descriptor & 15, count);
        column.append(f > 0 ? ":" : "").append(value.isEmpty() ? "." : value);
      }
    }
    columns.forEach(column -> text.append('\t').append(column));
  }

  private static String genotype(ByteBuffer data, int type, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int value = integer(data, type);
      if (value == end(type) || value == missing(type)) {
        continue;
      }
      if (text.length() > 0) {
        text.append((value & 1) == 1 ? '|' : '/');
      }
      int allele = (value >> 1) - 1;
      text.append(allele < 0 ? "." : String.valueOf(allele));
    }
    return text.toString();
  }

  /** A value with its type before it; empty when missing. */
  private static String typed(ByteBuffer data) {
    int descriptor = data.get() & 0xff;
    return values(data, descriptor & 15, count(data, descriptor));
  }

  private static int count(ByteBuffer data, int descriptor) {
    int count = descriptor >>> 4;
    return count < 15 ? count : Integer.parseInt(typed(data));
  }

  private static String values(ByteBuffer data, int type, int count) {
    if (type == CHAR) {
      byte[] bytes = new byte[count];
      data.get(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
      return text.equals(".") ? "" : text;
    }
    StringBuilder text = new StringBuilder();
    boolean present = false;
    for (int i = 0; i < count && type != 0; i++) {
      String value;
      if (type == FLOAT) {
        int bits = data.getInt();
        value =
            bits == FLOAT_END
                ? ""
                : bits == FLOAT_MISSING ? "." : number(Float.intBitsToFloat(bits));
      } else {
        int number = integer(data, type);
        value = number == end(type) ? "" : number == missing(type) ? "." : String.valueOf(number);
      }
      if (!value.isEmpty()) {
        text.append(text.length() > 0 ? "," : "").append(value);
        present |= !value.equals(".");
      }
    }
    return present ? text.toString() : "";
  }

  private static int integer(ByteBuffer data, int type) {
    return switch (type) {
      case INT8 -> data.get();
      case INT16 -> data.getShort();
      case INT32 -> data.getInt();
      default -> throw new IllegalArgumentException("type " + type + " is no integer");
    };
  }

  private static int missing(int type) {
    return type == INT8 ? Byte.MIN_VALUE : type == INT16 ? Short.MIN_VALUE : Integer.MIN_VALUE;
  }

  private static int end(int type) {
    return missing(type) + 1;
  }

  private static String number(float value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String orDot(String text) {
    return text.isEmpty() ? "." : text;
  }

  private static String name(Map<Integer, String> dictionary, int index) throws IOException {
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

  private static int length(int bytes) throws IOException {
    if (bytes < 0 || bytes > MAX_BLOCK) {
      throw new EOFException("a length of " + bytes + " bytes");
    }
    return bytes;
  }

  private ByteBuffer buffer(int count) throws IOException {
    return ByteBuffer.wrap(exactly(count)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the data end early");
    }
    return bytes;
  }
}
