package org.cotarget.input.vcf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Position and alleles of one record.
 *
 * @param position POS, from 1
 * @param reference REF
 * @param alternates ALT alleles in file order
 */
record SiteAlleles(long position, String reference, List<String> alternates) {

  SiteAlleles {
    alternates = List.copyOf(alternates);
  }

  int count() {
    return alternates.size();
  }

  String alternate(int index) {
    return alternates.get(index);
  }

  /**
   * Whether the allele is a sequence: neither symbolic, a breakend, nor the {@code *} of an
   * overlapping deletion.
   */
  boolean isSmallVariant(int index) {
    String alternate = alternate(index);
    return !alternate.isEmpty()
        && alternate.chars().allMatch(Character::isLetter)
        && reference.chars().allMatch(Character::isLetter);
  }

  /**
   * The names that VEP may give an allele, the likeliest first: without the first base where a
   * record holds an indel and all its alleles share that base, then with all shared bases removed
   * ({@code --minimal}), then as written.
   */
  Set<String> vepNames(int index) {
    Set<String> names = new LinkedHashSet<>();
    String alternate = alternate(index);
    names.add(sharesFirstBase() ? orGap(alternate.substring(1)) : alternate);
    names.add(trimmed(alternate, true));
    names.add(trimmed(alternate, false));
    names.add(alternate);
    return names;
  }

  private boolean sharesFirstBase() {
    boolean indel = false;
    for (String alternate : alternates) {
      boolean sequence = !alternate.isEmpty() && Character.isLetter(alternate.charAt(0));
      if (sequence && alternate.charAt(0) != reference.charAt(0)) {
        return false;
      }
      indel |= sequence && alternate.length() != reference.length();
    }
    return indel;
  }

  private String trimmed(String alternate, boolean prefixFirst) {
    String ref = reference;
    String alt = alternate;
    for (int pass = 0; pass < 2; pass++) {
      boolean prefix = (pass == 0) == prefixFirst;
      while (!ref.isEmpty() && !alt.isEmpty() && edge(ref, prefix) == edge(alt, prefix)) {
        ref = prefix ? ref.substring(1) : ref.substring(0, ref.length() - 1);
        alt = prefix ? alt.substring(1) : alt.substring(0, alt.length() - 1);
      }
    }
    return orGap(alt);
  }

  private static char edge(String bases, boolean first) {
    return bases.charAt(first ? 0 : bases.length() - 1);
  }

  private static String orGap(String bases) {
    return bases.isEmpty() ? "-" : bases;
  }
}
