package org.cotarget.reference;

import java.util.Locale;

/** Brings the names that files give a chromosome to the one that the tables use. */
public final class ContigName {

  private static final String REFSEQ = "NC_0000";

  private ContigName() {}

  /**
   * The chromosome without {@code chr}: {@code 3} for {@code 3}, {@code chr3}, {@code Chr3} and
   * {@code NC_000003.12}, {@code X} also for {@code 23}, {@code Y} also for {@code 24}. Any other
   * name is given back as it is.
   */
  public static String bare(String contig) {
    String name = contig;
    if (name.length() > 3 && name.regionMatches(true, 0, "chr", 0, 3)) {
      name = name.substring(3);
    } else if (name.startsWith(REFSEQ)) {
      name = refSeq(name);
    }
    return switch (name) {
      case "23", "x" -> "X";
      case "24", "y" -> "Y";
      default -> name.startsWith("0") ? name.substring(1) : name;
    };
  }

  /** RefSeq accessions of the chromosomes are numbered as they are, X and Y being 23 and 24. */
  private static String refSeq(String accession) {
    int dot = accession.indexOf('.');
    String number = accession.substring(REFSEQ.length(), dot < 0 ? accession.length() : dot);
    return number.length() == 2 ? number.toUpperCase(Locale.ROOT) : accession;
  }
}
