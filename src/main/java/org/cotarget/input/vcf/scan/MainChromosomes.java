package org.cotarget.input.vcf.scan;

import org.cotarget.input.layer.ChromosomeLengths;

/** Numbers chromosomes 1 to 22, X and Y. */
final class MainChromosomes {

  private MainChromosomes() {}

  /** 0 to 23, or -1 for mitochondria, alternate contigs and the like. */
  static int index(String chrom) {
    String plain = ChromosomeLengths.plainName(chrom);
    if (plain.equals("X")) {
      return 22;
    }
    if (plain.equals("Y")) {
      return 23;
    }
    if (plain.length() > 2 || !plain.matches("[1-9][0-9]?")) {
      return -1;
    }
    int number = Integer.parseInt(plain);
    return number <= 22 ? number - 1 : -1;
  }
}
