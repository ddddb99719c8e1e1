package org.cotarget.annotation;

import java.util.Locale;
import java.util.Optional;
import org.cotarget.cohort.SomaticVariant;

/**
 * What an allele does to the chromosome: bases taken out and bases put in, without those that both
 * alleles share at either end.
 *
 * @param start first base taken out, or the base before which bases are put in; from 1
 * @param deleted bases of the forward strand that are taken out, possibly empty
 * @param inserted bases of the forward strand that are put in, possibly empty
 * @param stated where the reference allele of the input begins
 * @param reference the whole reference allele of the input
 */
record GenomicAllele(long start, String deleted, String inserted, long stated, String reference) {

  /**
   * Reads the alleles of a VCF, or of a MAF with {@code -} for none. A MAF gives an insertion the
   * position of the base before it.
   *
   * @return empty when an allele is not made of {@code ACGT}, both are the same, or there is no
   *     position
   */
  static Optional<GenomicAllele> of(SomaticVariant variant) {
    return of(variant.position(), variant.ref(), variant.alt());
  }

  static Optional<GenomicAllele> of(long position, String ref, String alt) {
    String reference = bases(ref);
    String alternate = bases(alt);
    if (position < 1
        || !isSequence(reference)
        || !isSequence(alternate)
        || reference.equals(alternate)) {
      return Optional.empty();
    }
    if (reference.isEmpty()) {
      return Optional.of(new GenomicAllele(position + 1, "", alternate, position, ""));
    }
    int shorter = Math.min(reference.length(), alternate.length());
    int prefix = 0;
    while (prefix < shorter && reference.charAt(prefix) == alternate.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < shorter - prefix
        && reference.charAt(reference.length() - 1 - suffix)
            == alternate.charAt(alternate.length() - 1 - suffix)) {
      suffix++;
    }
    return Optional.of(
        new GenomicAllele(
            position + prefix,
            reference.substring(prefix, reference.length() - suffix),
            alternate.substring(prefix, alternate.length() - suffix),
            position,
            reference));
  }

  /** Last base taken out; the base before an insertion. */
  long end() {
    return start + deleted.length() - 1;
  }

  private static String bases(String allele) {
    return allele.equals("-") || allele.equals(".") ? "" : allele.toUpperCase(Locale.ROOT);
  }

  private static boolean isSequence(String bases) {
    for (int i = 0; i < bases.length(); i++) {
      if ("ACGT".indexOf(bases.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
