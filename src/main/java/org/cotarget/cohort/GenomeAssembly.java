package org.cotarget.cohort;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The human reference assembly that coordinates refer to. */
public enum GenomeAssembly {
  GRCH37("GRCh37"),
  GRCH38("GRCh38"),
  /** The file names no assembly. Coordinates are carried but never looked up. */
  UNKNOWN("unknown");

  private static final Pattern ACCESSION = Pattern.compile("gc([af])_000001405\\.(\\d{1,3})");

  private final String label;

  GenomeAssembly(String label) {
    this.label = label;
  }

  /** The name of the Genome Reference Consortium, as written in output. */
  public String label() {
    return label;
  }

  /**
   * Reads the spellings found in MAF {@code NCBI_Build}, VCF headers and cBioPortal meta files:
   * {@code 37}, {@code 37.1}, {@code hg19}, {@code b37}, {@code hs37d5}, {@code g1k_v37}, {@code
   * GRCh37.p13}, {@code GCF_000001405.25}, and the same for 38. Anything else is {@link #UNKNOWN}.
   */
  public static GenomeAssembly parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.contains("grch37")
        || name.contains("hg19")
        || name.contains("b37")
        || name.contains("hs37")
        || name.contains("g1k_v37")
        || name.contains("ncbi37")
        || name.contains("build37")
        || name.equals("37")
        || name.startsWith("37.")) {
      return GRCH37;
    }
    if (name.contains("grch38")
        || name.contains("hg38")
        || name.contains("b38")
        || name.contains("hs38")
        || name.contains("ncbi38")
        || name.contains("build38")
        || name.equals("38")
        || name.startsWith("38.")) {
      return GRCH38;
    }
    return ofAccession(name);
  }

  /** GenBank counts GRCh38 from version 15 of the assembly on, RefSeq from 26, GRCh37 from 13. */
  private static GenomeAssembly ofAccession(String name) {
    Matcher accession = ACCESSION.matcher(name);
    if (!accession.find()) {
      return UNKNOWN;
    }
    int version = Integer.parseInt(accession.group(2));
    boolean refSeq = accession.group(1).equals("f");
    if (version >= (refSeq ? 26 : 15)) {
      return GRCH38;
    }
    return version >= (refSeq ? 13 : 1) ? GRCH37 : UNKNOWN;
  }
}
