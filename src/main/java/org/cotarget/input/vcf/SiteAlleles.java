package org.cotarget.input.vcf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Position and alleles of one record.
 *
 * @param position POS, from 1
 * @param reference REF
 * @param alternates ALT alleles in file order
 */
record SiteAlleles(long position, String reference, List<String> alternates) {

  private static final Set<String> UNSPECIFIED = Set.of(".", "<*>", "<NON_REF>", "<X>", "X");
  private static final Set<String> NO_ALLELES =
      Set.of(".", "<*>", "<NON_REF>", "<X>", "X", "*", "<*:DEL>");
  private static final Pattern BASES = Pattern.compile("[A-Z]+");
  private static final Pattern KNOWN = Pattern.compile("[ACGT]+");

  SiteAlleles {
    alternates = List.copyOf(alternates);
  }

  int count() {
    return alternates.size();
  }

  String alternate(int index) {
    return alternates.get(index);
  }

  /** What an ALT value stands for. */
  enum Kind {
    /** A sequence of bases. */
    SEQUENCE,
    /** A sequence with bases that are not known, or codes of several. */
    AMBIGUOUS,
    /** The same as REF. */
    REFERENCE,
    /** No variant: unspecified ({@code <*>}, {@code <NON_REF>}) or gone with a deletion. */
    NONE,
    /** A symbolic allele or breakend. */
    STRUCTURAL
  }

  Kind kind(int index) {
    String alternate = alternate(index);
    if (NO_ALLELES.contains(alternate)) {
      return Kind.NONE;
    }
    if (!BASES.matcher(alternate).matches()) {
      return Kind.STRUCTURAL;
    }
    if (alternate.equals(reference)) {
      return Kind.REFERENCE;
    }
    boolean known = KNOWN.matcher(alternate).matches() && KNOWN.matcher(reference).matches();
    return known ? Kind.SEQUENCE : Kind.AMBIGUOUS;
  }

  /** Whether the record says no more than that the sample has the reference here. */
  boolean isReferenceOnly() {
    for (int i = 0; i < count(); i++) {
      if (!UNSPECIFIED.contains(alternate(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether one known base takes the place of another. */
  boolean isSubstitution(int index) {
    return reference.length() == 1
        && alternate(index).length() == 1
        && KNOWN.matcher(reference).matches()
        && KNOWN.matcher(alternate(index)).matches();
  }

  /** The allele without bases shared with REF, where no more than one base differs. */
  Optional<SiteAlleles> singleBase(int index) {
    String alternate = alternate(index);
    if (alternate.length() != reference.length()) {
      return Optional.empty();
    }
    int found = -1;
    for (int i = 0; i < alternate.length(); i++) {
      if (alternate.charAt(i) != reference.charAt(i)) {
        if (found >= 0) {
          return Optional.empty();
        }
        found = i;
      }
    }
    return found < 0
        ? Optional.empty()
        : Optional.of(
            new SiteAlleles(
                position + found,
                reference.substring(found, found + 1),
                List.of(alternate.substring(found, found + 1))));
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
