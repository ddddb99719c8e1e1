package org.cotarget.input.vcf.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One record of a BCF 2.1 or 2.2, unpacked as far as it is asked for. htsjdk reads 2.1 only, and
 * bcftools has written 2.2 since 2014.
 *
 * @param header gives names to numbers
 * @param shared site columns
 * @param genotypes sample columns; may be empty where they are not asked for
 */
record BcfRecord(BcfHeader header, ByteBuffer shared, ByteBuffer genotypes) {

  private static final int ALLELES = 18;
  private static final int SAMPLES = 20;
  private static final int ID = 24;

  String chrom() throws IOException {
    return BcfHeader.name(header.contigs(), shared.getInt(0));
  }

  int contig() {
    return shared.getInt(0);
  }

  /** POS, from 1. */
  long position() {
    return shared.getInt(4) + 1L;
  }

  /** REF and the alternate alleles. */
  List<String> alleles() {
    ByteBuffer data = at(ID);
    BcfValues.typed(data);
    List<String> alleles = new ArrayList<>();
    int count = shared.getShort(ALLELES) & 0xffff;
    for (int i = 0; i < count; i++) {
      alleles.add(BcfValues.typed(data));
    }
    return alleles;
  }

  /** FILTER as VCF writes it. */
  String filters() throws IOException {
    ByteBuffer data = at(ID);
    int count = shared.getShort(ALLELES) & 0xffff;
    for (int i = 0; i <= count; i++) {
      BcfValues.typed(data);
    }
    return filters(data);
  }

  /** The record as a line of VCF without its sample columns. */
  String site() throws IOException {
    ByteBuffer data = at(0);
    String chrom = chrom();
    data.position(12);
    int quality = data.getInt();
    int infos = data.getShort() & 0xffff;
    int alleles = data.getShort() & 0xffff;
    data.position(ID);
    StringBuilder text = new StringBuilder(256);
    text.append(chrom).append('\t').append(position());
    text.append('\t').append(orDot(BcfValues.typed(data)));
    text.append('\t').append(orDot(BcfValues.typed(data))).append('\t');
    if (alleles < 2) {
      text.append('.');
    }
    for (int i = 1; i < alleles; i++) {
      text.append(i > 1 ? "," : "").append(BcfValues.typed(data));
    }
    text.append('\t')
        .append(
            quality == BcfValues.FLOAT_MISSING
                ? "."
                : BcfValues.number(Float.intBitsToFloat(quality)));
    text.append('\t').append(filters(data)).append('\t');
    if (infos == 0) {
      text.append('.');
    }
    for (int i = 0; i < infos; i++) {
      String key = BcfHeader.name(header.strings(), Integer.parseInt(BcfValues.typed(data)));
      String value = BcfValues.typed(data);
      text.append(i > 0 ? ";" : "").append(key);
      if (!value.isEmpty()) {
        text.append('=').append(value);
      }
    }
    return text.toString();
  }

  /** The record as a line of VCF. */
  String line() throws IOException {
    StringBuilder text = new StringBuilder(site());
    int samples = samples();
    if (samples == 0) {
      return text.toString();
    }
    List<StringBuilder> columns = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      columns.add(new StringBuilder());
    }
    text.append('\t');
    ByteBuffer data = genotypes.duplicate().order(genotypes.order()).position(0);
    for (int f = 0; f < formats(); f++) {
      String key = BcfHeader.name(header.strings(), Integer.parseInt(BcfValues.typed(data)));
      text.append(f > 0 ? ":" : "").append(key);
      int descriptor = data.get() & 0xff;
      int count = BcfValues.count(data, descriptor);
      for (StringBuilder column : columns) {
        String value =
            key.equals("GT")
                ? genotype(data, descriptor & 15, count)
                : BcfValues.values(data, descriptor & 15, count);
        column.append(f > 0 ? ":" : "").append(value.isEmpty() ? "." : value);
      }
    }
    columns.forEach(column -> text.append('\t').append(column));
    return text.toString();
  }

  /** Adds the tumours that carry an alternate allele; the other fields are stepped over. */
  void count(SpreadTally tally, int tile) throws IOException {
    if (!tally.hasColumns()) {
      tally.add(0, tile);
      return;
    }
    ByteBuffer data = genotypes.duplicate().order(genotypes.order()).position(0);
    for (int f = 0; f < formats(); f++) {
      String key = BcfHeader.name(header.strings(), Integer.parseInt(BcfValues.typed(data)));
      int descriptor = data.get() & 0xff;
      int count = BcfValues.count(data, descriptor);
      int type = descriptor & 15;
      int width = count * BcfValues.width(type);
      int start = data.position();
      if (key.equals("GT")) {
        for (int tumour : tally.open()) {
          int column = tally.column(tumour);
          if (column < samples() && tally.lacks(tumour, tile)) {
            data.position(start + column * width);
            if (genotype(data, type, count).chars().anyMatch(c -> c >= '1' && c <= '9')) {
              tally.add(tumour, tile);
            }
          }
        }
        return;
      }
      data.position(Math.addExact(start, Math.multiplyExact(width, samples())));
    }
    if (tally.hasOneTumour()) {
      tally.add(0, tile);
    }
  }

  private int samples() {
    return shared.getInt(SAMPLES) & 0xffffff;
  }

  private int formats() {
    return shared.getInt(SAMPLES) >>> 24;
  }

  private ByteBuffer at(int offset) {
    return shared.duplicate().order(shared.order()).position(offset);
  }

  private String filters(ByteBuffer data) throws IOException {
    String indices = BcfValues.typed(data);
    if (indices.isEmpty()) {
      return ".";
    }
    List<String> names = new ArrayList<>();
    for (String index : indices.split(",", -1)) {
      names.add(BcfHeader.name(header.strings(), Integer.parseInt(index)));
    }
    return String.join(";", names);
  }

  private static String genotype(ByteBuffer data, int type, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int value = BcfValues.integer(data, type);
      if (value == BcfValues.end(type) || value == BcfValues.missing(type)) {
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

  private static String orDot(String text) {
    return text.isEmpty() ? "." : text;
  }
}
