package org.cotarget.input.vcf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The haplotype that an allele of a sample lies on. Two alleles of one sample with the same key
 * were seen on one molecule; a blank key says nothing. GATK's {@code PGT} and {@code PID} go before
 * {@code PS}, that before {@code HP} of older GATK, {@code PSL} of VCF 4.4, SAGE's {@code LPS}, and
 * a phased genotype without a set, which by the specification belongs to the one set of its
 * chromosome.
 */
final class Phase {

  /** Possessive, since a repeated group that may give back takes stack for every repetition. */
  private static final Pattern PHASED = Pattern.compile("[|]?(\\.|\\d+)([|](\\.|\\d+))++");

  private Phase() {}

  /** The key, e.g. {@code PID:178936091_G_A:1}, or blank. */
  static String of(FieldValues values, FieldValues info, String chrom, int alternate) {
    String physical = values.text("PGT");
    if (given(values, "PID") && PHASED.matcher(physical).matches()) {
      int haplotype = haplotype(physical, alternate + 1);
      return haplotype < 0 ? "" : "PID:" + values.text("PID") + ":" + haplotype;
    }
    String genotype = values.text("GT");
    boolean phased = PHASED.matcher(genotype).matches();
    int haplotype = phased ? haplotype(genotype, alternate + 1) : -1;
    if (haplotype >= 0 && given(values, "PS")) {
      return "PS:" + values.text("PS") + ":" + haplotype;
    }
    if (given(values, "HP")) {
      String[] names = values.text("HP").split(",", -1);
      int index = haplotype(genotype.replace('/', '|'), alternate + 1);
      return index >= 0 && index < names.length ? "HP:" + names[index] : "";
    }
    if (haplotype >= 0 && given(values, "PSL")) {
      String[] names = values.text("PSL").split(",", -1);
      return haplotype < names.length && !names[haplotype].equals(".")
          ? "PSL:" + names[haplotype]
          : "";
    }
    if (given(info, "LPS")) {
      Matcher first = Pattern.compile("[^,]+").matcher(info.text("LPS"));
      return first.find() ? "LPS:" + first.group() : "";
    }
    return haplotype >= 0 ? "GT:" + chrom + ":" + haplotype : "";
  }

  /** The last place of an allele in a genotype from 0; an allele on both counts for the second. */
  private static int haplotype(String genotype, int allele) {
    String text = genotype.startsWith("|") ? genotype.substring(1) : genotype;
    String[] parts = text.split("[|]", -1);
    for (int i = parts.length - 1; i >= 0; i--) {
      if (parts[i].equals(String.valueOf(allele))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean given(FieldValues values, String key) {
    return values.size(key) > 0;
  }
}
