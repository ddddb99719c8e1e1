package org.cotarget.input.vcf.structural;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One ALT allele as VCF 4.1 to 4.5 write it.
 *
 * @param text the allele as the file writes it
 * @param kind what it stands for
 * @param keepsLeft of a breakend, whether the sequence up to POS is kept ({@code t[p[}, {@code
 *     t]p]}, {@code t.}) and not that from POS on
 * @param mate of a breakend with a partner, where it goes on
 * @param copies of {@code <CNn>}, n; else -1
 */
record StructuralAllele(
    String text, Kind kind, boolean keepsLeft, Optional<Mate> mate, int copies) {

  /** What an allele stands for. */
  enum Kind {
    /** Bases, of a caller that resolves its events. */
    SEQUENCE,
    DELETION,
    DUPLICATION,
    INVERSION,
    INSERTION,
    /** {@code <CNV>}: more or fewer copies, as the copy number says. */
    COPY_NUMBER,
    /** {@code <CNn>}: n copies on one haplotype. */
    COPY_ALLELE,
    /** {@code <LOH>}, {@code <CNLOH>}: known by its total copies, where those are given. */
    LOH,
    BREAKEND,
    SINGLE_BREAKEND,
    /** {@code <TRA>}, {@code <CTX>}, {@code <BND>} with the partner in INFO. */
    TRANSLOCATION,
    /** {@code .}: a segment without change. */
    REFERENCE,
    /** A breakend whose text is no breakend of VCF. */
    BROKEN,
    /** {@code *}, {@code <NON_REF>}, {@code <*>}, {@code <CNV:TR>} and what nobody knows. */
    OTHER
  }

  /**
   * The other end of a breakend.
   *
   * @param toRight whether the sequence goes on to the right of it ({@code [p[})
   */
  record Mate(String chrom, long position, boolean toRight) {}

  private static final Pattern PAIRED =
      Pattern.compile("([A-Za-z.*]*)([\\[\\]])(.+):(\\d{1,10})\\2([A-Za-z.*]*)");
  private static final Pattern COPY_ALLELE = Pattern.compile("CN=?(\\d{1,4})");

  static StructuralAllele of(String text) {
    if (text.indexOf('[') >= 0 || text.indexOf(']') >= 0) {
      Matcher paired = PAIRED.matcher(text);
      if (!paired.matches() || paired.group(1).isEmpty() == paired.group(5).isEmpty()) {
        return plain(text, Kind.BROKEN);
      }
      Mate mate =
          new Mate(paired.group(3), Long.parseLong(paired.group(4)), paired.group(2).equals("["));
      return new StructuralAllele(
          text, Kind.BREAKEND, !paired.group(1).isEmpty(), Optional.of(mate), -1);
    }
    if (text.startsWith("<") && text.endsWith(">")) {
      return symbolic(text, text.substring(1, text.length() - 1).toUpperCase(Locale.ROOT));
    }
    if (text.equals(".")) {
      return plain(text, Kind.REFERENCE);
    }
    if (text.length() > 1 && (text.startsWith(".") || text.endsWith("."))) {
      return new StructuralAllele(
          text, Kind.SINGLE_BREAKEND, text.endsWith("."), Optional.empty(), -1);
    }
    boolean bases = !text.isEmpty() && text.chars().allMatch(Character::isLetter);
    return plain(text, bases ? Kind.SEQUENCE : Kind.OTHER);
  }

  private static StructuralAllele symbolic(String text, String name) {
    Matcher copies = COPY_ALLELE.matcher(name);
    if (copies.matches()) {
      return new StructuralAllele(
          text, Kind.COPY_ALLELE, false, Optional.empty(), Integer.parseInt(copies.group(1)));
    }
    int colon = name.indexOf(':');
    return plain(
        text,
        switch (colon < 0 ? name : name.substring(0, colon)) {
          case "DEL" -> Kind.DELETION;
          case "DUP" -> Kind.DUPLICATION;
          case "INV" -> Kind.INVERSION;
          case "INS" -> Kind.INSERTION;
          // <CNV:TR> counts repeat units, not copies of the gene.
          case "CNV" -> colon < 0 ? Kind.COPY_NUMBER : Kind.OTHER;
          case "LOH", "CNLOH", "GAINLOH" -> Kind.LOH;
          case "TRA", "CTX", "BND" -> Kind.TRANSLOCATION;
          default -> Kind.OTHER;
        });
  }

  private static StructuralAllele plain(String text, Kind kind) {
    return new StructuralAllele(text, kind, false, Optional.empty(), -1);
  }

  /** Whether the allele tells a number of copies and no junction. */
  boolean isSegment() {
    return kind == Kind.COPY_NUMBER
        || kind == Kind.COPY_ALLELE
        || kind == Kind.LOH
        || kind == Kind.REFERENCE;
  }

  /** Whether the allele stands for a stretch from POS to an end. */
  boolean isStretch() {
    return isSegment()
        || kind == Kind.DELETION
        || kind == Kind.DUPLICATION
        || kind == Kind.INVERSION;
  }
}
