package org.cotarget.cohort;

import java.util.Locale;

/** The human reference assembly that coordinates refer to. */
public enum GenomeAssembly {
  GRCH37("GRCh37"),
  GRCH38("GRCh38"),
  /** The file names no assembly. Coordinates are carried but never looked up. */
  UNKNOWN("unknown");

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
   * {@code 37}, {@code 37.1}, {@code hg19}, {@code b37}, {@code hs37d5}, {@code GRCh37.p13}, and
   * the same for 38. Anything else is {@link #UNKNOWN}.
   */
  public static GenomeAssembly parse(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.contains("grch37")
        || name.contains("hg19")
        || name.contains("b37")
        || name.contains("hs37")
        || name.equals("37")
        || name.startsWith("37.")) {
      return GRCH37;
    }
    if (name.contains("grch38")
        || name.contains("hg38")
        || name.contains("b38")
        || name.contains("hs38")
        || name.equals("38")
        || name.startsWith("38.")) {
      return GRCH38;
    }
    return UNKNOWN;
  }
}
