package org.cotarget.input.vcf;

/**
 * How many reads support an allele in a sample.
 *
 * @param depth reads at the position, or -1 when not given
 * @param alternateDepth reads with the allele, or -1 when not given
 * @param fraction share of reads with the allele in [0,1], or NaN when not given
 */
record AlleleReads(int depth, int alternateDepth, double fraction) {

  static final AlleleReads NOT_GIVEN = new AlleleReads(-1, -1, Double.NaN);

  /**
   * Reads one allele out of the values of a sample column, or of INFO where a file has no column.
   */
  static AlleleReads of(FieldValues values, SiteAlleles alleles, int alternate) {
    int count = alleles.count();
    int depth = values.integer("DP", 0);
    int reference = -1;
    int altReads = -1;
    int all = -1;

    int listed = values.size("AD");
    if (listed == count + 1) {
      reference = values.integer("AD", 0);
      altReads = values.integer("AD", alternate + 1);
      all = values.sum("AD");
    } else if (listed == count && values.size("RD") == 1) {
      // VarScan: AD counts the alternate alone.
      reference = values.integer("RD", 0);
      altReads = values.integer("AD", alternate);
    } else if (values.size("TIR") > 0) {
      // Strelka indels: first number is tier 1.
      reference = values.integer("TAR", 0);
      altReads = values.integer("TIR", 0);
    } else if (isSubstitution(alleles, alternate) && values.size("AU") > 0) {
      reference = values.integer(alleles.reference() + "U", 0);
      altReads = values.integer(alleles.alternate(alternate) + "U", 0);
    } else if (values.size("AO") == count) {
      reference = values.integer("RO", 0);
      altReads = values.integer("AO", alternate);
    } else if (isSubstitution(alleles, alternate) && values.size("BCOUNT") == 4) {
      reference = values.integer("BCOUNT", "ACGT".indexOf(alleles.reference()));
      altReads = values.integer("BCOUNT", "ACGT".indexOf(alleles.alternate(alternate)));
    } else if (values.size("VD") == 1 && count == 1) {
      altReads = values.integer("VD", 0);
    } else if (values.size("DP4") == 4 && count == 1) {
      reference = plus(values.integer("DP4", 0), values.integer("DP4", 1));
      altReads = plus(values.integer("DP4", 2), values.integer("DP4", 3));
    }
    if (all < 0) {
      all = plus(reference, altReads);
    }
    if (depth < 0) {
      depth = all;
    }
    return new AlleleReads(
        depth, altReads, fraction(values, alternate, count, altReads, all, depth));
  }

  private static double fraction(
      FieldValues values, int alternate, int count, int altReads, int all, int depth) {
    for (String key : new String[] {"AF", "VAF", "FA", "FREQ"}) {
      if (values.size(key) == count) {
        double stated = values.fraction(key, alternate);
        if (stated >= 0 && stated <= 1) {
          return stated;
        }
      }
    }
    int total = all > 0 ? all : depth;
    return altReads >= 0 && total > 0 && altReads <= total ? (double) altReads / total : Double.NaN;
  }

  private static boolean isSubstitution(SiteAlleles alleles, int alternate) {
    return alleles.reference().length() == 1
        && alleles.alternate(alternate).length() == 1
        && "ACGT".contains(alleles.reference())
        && "ACGT".contains(alleles.alternate(alternate));
  }

  private static int plus(int a, int b) {
    return a < 0 || b < 0 ? -1 : a + b;
  }
}
