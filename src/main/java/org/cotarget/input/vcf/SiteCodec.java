package org.cotarget.input.vcf;

import htsjdk.tribble.TribbleException;
import htsjdk.tribble.readers.LineIterator;
import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decodes the site columns of a record by htsjdk. It is given the definitions of the header and a
 * column line without samples: genotypes are not its business, and header lines of callers that
 * break the rules of VCF must not stop the reading.
 */
final class SiteCodec {

  private static final int SITE_COLUMNS = 8;

  /** A definition that lacks a part is left out; its key is then read as text. */
  private static final Pattern DEFINITION =
      Pattern.compile(
          "##INFO=<(?=.*ID=.)(?=.*Number=.)(?=.*Type=.)(?=.*Description=.).*>|##FILTER=<(?=.*ID=.)(?=.*Description=.).*>");

  private final VCFCodec codec = new VCFCodec();
  private final List<String> columns;
  private final int width;

  /**
   * @param header all header lines
   * @throws VcfFormatException when the column line is wrong
   */
  SiteCodec(List<String> header) throws VcfFormatException {
    int line = header.size();
    String[] names = header.get(line - 1).split("\t", -1);
    String wanted = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
    if (names.length < SITE_COLUMNS
        || !String.join("\t", List.of(names).subList(0, SITE_COLUMNS)).equals(wanted)
        || (names.length > SITE_COLUMNS && !names[SITE_COLUMNS].equals("FORMAT"))) {
      throw new VcfFormatException(
          "VCF_HEADER",
          line,
          "the column line is not #CHROM POS ID REF ALT QUAL FILTER INFO [FORMAT sample...] with tabs between",
          "write the column line as VCF asks for");
    }
    this.width = names.length;
    this.columns = width > 9 ? List.of(names).subList(9, width) : List.of();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new VcfFormatException(
            "VCF_SAMPLE_DUPLICATE",
            line,
            "two sample columns are named " + column,
            "rename or remove one of them (bcftools reheader)");
      }
    }
    List<String> definitions = new ArrayList<>();
    definitions.add("##fileformat=VCFv" + version(header.get(0)));
    for (String text : header) {
      if (DEFINITION.matcher(text).matches()) {
        definitions.add(text);
      }
    }
    definitions.add(wanted);
    try {
      codec.readActualHeader(new HeaderLines(definitions));
    } catch (TribbleException | IllegalArgumentException | IllegalStateException e) {
      throw new VcfFormatException(
          "VCF_HEADER",
          0,
          "an INFO or FILTER definition of the header cannot be read: " + plain(e),
          "correct the definition; bcftools view -h shows the header");
    }
  }

  /** Names of the sample columns. */
  List<String> columns() {
    return columns;
  }

  /** Whether a line has as many columns as the header. */
  boolean isComplete(String[] fields) {
    return fields.length == width;
  }

  /**
   * @throws TribbleException or IllegalArgumentException when the record breaks the rules of VCF
   */
  VariantContext decode(String[] fields) {
    if (fields.length != width) {
      throw new IllegalArgumentException(
          "it has " + fields.length + " columns, the header has " + width);
    }
    String site = String.join("\t", List.of(fields).subList(0, SITE_COLUMNS));
    VariantContext decoded = codec.decode(site);
    if (decoded == null) {
      throw new IllegalArgumentException("it is a header line among the records");
    }
    return decoded;
  }

  static SiteAlleles alleles(VariantContext site) {
    return new SiteAlleles(
        site.getStart(),
        site.getReference().getDisplayString(),
        site.getAlternateAlleles().stream().map(Allele::getDisplayString).toList());
  }

  /** The message of htsjdk without the line number that it counts itself. */
  static String plain(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    return message
        .replaceAll("The provided VCF file is malformed at approximately line number \\d+: ", "")
        .replaceAll(", for input source: .*", "");
  }

  /** htsjdk reads 4.0 to 4.3; the site columns of later versions are read alike. */
  private static String version(String fileformat) {
    String number = fileformat.replaceFirst("(?i)##fileformat=VCFv?", "").strip();
    return number.matches("4\\.[0-3]") ? number : number.startsWith("3") ? "4.0" : "4.3";
  }

  private static final class HeaderLines implements LineIterator {
    private final Iterator<String> lines;
    private String peeked = "";

    HeaderLines(List<String> lines) {
      this.lines = lines.iterator();
    }

    @Override
    public boolean hasNext() {
      return !peeked.isEmpty() || lines.hasNext();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      String line = peeked.isEmpty() ? lines.next() : peeked;
      peeked = "";
      return line;
    }

    @Override
    public String peek() {
      if (peeked.isEmpty()) {
        peeked = lines.next();
      }
      return peeked;
    }
  }
}
