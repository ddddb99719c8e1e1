package org.cotarget.annotation;

/** The standard genetic code (NCBI table 1) and the names of its residues. */
final class GeneticCode {

  static final char STOP = '*';

  /** What stands for a residue whose codon holds a base that is not known. */
  static final char UNKNOWN = 'X';

  private static final String BASES = "TCAG";
  private static final String RESIDUES =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";
  private static final String LETTERS = "ARNDCQEGHILKMFPSTWYV*";
  private static final String[] NAMES = {
    "Ala", "Arg", "Asn", "Asp", "Cys", "Gln", "Glu", "Gly", "His", "Ile", "Leu", "Lys", "Met",
    "Phe", "Pro", "Ser", "Thr", "Trp", "Tyr", "Val", "Ter"
  };

  private GeneticCode() {}

  /** The residue of three bases in one-letter code. */
  static char residue(char first, char second, char third) {
    int a = BASES.indexOf(first);
    int b = BASES.indexOf(second);
    int c = BASES.indexOf(third);
    return a < 0 || b < 0 || c < 0 ? UNKNOWN : RESIDUES.charAt(16 * a + 4 * b + c);
  }

  /** The residue of the codon that starts at an offset from 0. */
  static char residue(CharSequence bases, int offset) {
    return residue(bases.charAt(offset), bases.charAt(offset + 1), bases.charAt(offset + 2));
  }

  /** The residues of all whole codons, stops included. */
  static String translate(CharSequence bases) {
    StringBuilder residues = new StringBuilder(bases.length() / 3);
    for (int i = 0; i + 3 <= bases.length(); i += 3) {
      residues.append(residue(bases, i));
    }
    return residues.toString();
  }

  /** {@code Arg} for {@code R}, {@code Ter} for a stop. */
  static String name(char residue) {
    int index = LETTERS.indexOf(residue);
    return index < 0 ? "Xaa" : NAMES[index];
  }

  /** {@code R} for {@code Arg}; {@link #UNKNOWN} where the name is none. */
  static char letter(String name) {
    for (int i = 0; i < NAMES.length; i++) {
      if (NAMES[i].equals(name)) {
        return LETTERS.charAt(i);
      }
    }
    return UNKNOWN;
  }

  static String names(CharSequence residues) {
    StringBuilder names = new StringBuilder(3 * residues.length());
    for (int i = 0; i < residues.length(); i++) {
      names.append(name(residues.charAt(i)));
    }
    return names.toString();
  }
}
