package org.cotarget.assess.pi3k;

/** Strength of the strongest genomic event, strongest first. */
public enum GenomicTier {
  /** Event of the kind that enrolled PIK3CA/AKT1/PTEN-altered trials. */
  G1("G1"),
  /** PTEN protein lost by IHC. */
  G1P("G1p"),
  /** Activating or inactivating event with support beyond the trials. */
  G2("G2"),
  /** High-level amplification of PIK3CA, AKT1-3 or PIK3CB. */
  G3("G3"),
  /** Soft PTEN event: counts only with low PTEN mRNA. */
  G3P("G3p"),
  /** Other weak event: told, without effect on the call. */
  G3S("G3s"),
  /** Fully assayed, nothing found. */
  G0("G0"),
  /** Not or partly assayed, nothing found. */
  GNA("GNA");

  private final String label;

  GenomicTier(String label) {
    this.label = label;
  }

  /** As written in tables and output, e.g. {@code G1p}. */
  public String label() {
    return label;
  }

  /**
   * The tier written as {@code label}.
   *
   * @throws IllegalArgumentException when no tier has the label
   */
  public static GenomicTier ofLabel(String label) {
    for (GenomicTier tier : values()) {
      if (tier.label.equals(label)) {
        return tier;
      }
    }
    throw new IllegalArgumentException("no genomic tier " + label);
  }
}
