package org.cotarget.input.vcf;

import java.util.List;

/**
 * How many reads support an allele in a sample.
 *
 * @param depth reads at the position, or -1 when not given
 * @param alternateDepth reads with the allele, or -1 when not given
 * @param fraction share of reads with the allele in [0,1], or NaN when not given
 */
record AlleleReads(int depth, int alternateDepth, double fraction) {

  static final AlleleReads NOT_GIVEN = new AlleleReads(-1, -1, Double.NaN);

  /** Keys of the depth, the most general first: Strelka's germline indels and TNscope have own. */
  private static final List<String> DEPTHS = List.of("DP", "DPI", "AFDP");

  private static final List<String> FRACTIONS = List.of("AF", "VAF", "FA", "FREQ");

  /** Reference and alternate reads; -1 when not given. */
  private record Counts(int reference, int alternate, int all) {
    static final Counts NONE = new Counts(-1, -1, -1);

    static Counts of(int reference, int alternate) {
      return new Counts(
          reference, alternate, reference < 0 || alternate < 0 ? -1 : reference + alternate);
    }
  }

  /** The reads of a sample column. */
  static AlleleReads of(FieldValues values, SiteAlleles alleles, int alternate) {
    return of(values, alleles, alternate, true);
  }

  /**
   * The reads out of INFO. There AF is a share of reads where the record counts no genotypes
   * (LoFreq), and a share of genotypes where it does (AC, AN).
   */
  static AlleleReads ofInfo(FieldValues info, SiteAlleles alleles, int alternate) {
    boolean ofReads = !info.has("AC") && !info.has("AN");
    return of(info, alleles, alternate, ofReads);
  }

  private static AlleleReads of(
      FieldValues values, SiteAlleles alleles, int alternate, boolean stated) {
    Counts counts = counts(values, alleles, alternate);
    int depth = -1;
    for (String key : DEPTHS) {
      depth = depth < 0 ? values.integer(key, 0) : depth;
    }
    if (depth < 0) {
      depth = counts.all();
    }
    double share = stated ? stated(values, alternate, alleles.count()) : Double.NaN;
    if (Double.isNaN(share)) {
      int total = counts.all() > 0 ? counts.all() : depth;
      int reads = counts.alternate();
      share = reads >= 0 && total > 0 && reads <= total ? (double) reads / total : Double.NaN;
    }
    return new AlleleReads(depth, counts.alternate(), share);
  }

  private static Counts counts(FieldValues values, SiteAlleles alleles, int alternate) {
    int count = alleles.count();
    int listed = values.size("AD");
    if (listed == count + 1) {
      return new Counts(
          values.integer("AD", 0), values.integer("AD", alternate + 1), values.sum("AD"));
    }
    if (listed == count && values.size("RD") == 1) {
      // VarScan: AD counts the alternate alone.
      return Counts.of(values.integer("RD", 0), values.integer("AD", alternate));
    }
    if (values.size("TIR") > 0) {
      // Strelka indels: first number is tier 1.
      return Counts.of(values.integer("TAR", 0), values.integer("TIR", 0));
    }
    boolean substitution = alleles.isSubstitution(alternate);
    if (substitution && values.size("AU") > 0) {
      // Strelka SNVs, tier 1 again.
      return Counts.of(
          values.integer(alleles.reference() + "U", 0),
          values.integer(alleles.alternate(alternate) + "U", 0));
    }
    if (values.size("AO") == count) {
      return new Counts(
          values.integer("RO", 0),
          values.integer("AO", alternate),
          plus(values.integer("RO", 0), values.sum("AO")));
    }
    if (substitution && values.size("BCOUNT") == 4) {
      return Counts.of(
          values.integer("BCOUNT", "ACGT".indexOf(alleles.reference())),
          values.integer("BCOUNT", "ACGT".indexOf(alleles.alternate(alternate))));
    }
    if (values.size("VD") == 1 && count == 1) {
      return new Counts(-1, values.integer("VD", 0), -1);
    }
    if (values.size("DP4") == 4 && count == 1) {
      return Counts.of(
          plus(values.integer("DP4", 0), values.integer("DP4", 1)),
          plus(values.integer("DP4", 2), values.integer("DP4", 3)));
    }
    if (listed == 1 && count == 1) {
      // One number for one allele: reads with it, as older Pindel and merged files write it.
      return new Counts(-1, values.integer("AD", 0), -1);
    }
    return Counts.NONE;
  }

  private static double stated(FieldValues values, int alternate, int count) {
    for (String key : FRACTIONS) {
      double stated =
          values.size(key) == count
              ? values.fraction(key, alternate)
              : count == 1 && values.text(key).endsWith("%") ? values.percent(key) : Double.NaN;
      if (stated >= 0 && stated <= 1) {
        return stated;
      }
    }
    return Double.NaN;
  }

  private static int plus(int a, int b) {
    return a < 0 || b < 0 ? -1 : a + b;
  }
}
