package org.cotarget.reference;

/**
 * The coding sequence of a panel transcript, from start to stop codon.
 *
 * @param length bases, stop codon included; known also where the bases are not
 * @param bases {@code ACGT} in the direction of the transcript, empty where the sequence is not at
 *     hand
 * @param check what the sequence was held against
 */
public record CodingSequence(int length, String bases, Check check) {

  /** What a sequence was held against, beside length and open reading frame. */
  public enum Check {
    /** Reference bases of substitutions that cohorts reported. */
    REFERENCE_BASES("held against reference bases of reported substitutions"),
    /** The protein of its record, and reported reference bases. */
    PROTEIN("held against the protein of its record"),
    /** Nothing. */
    LENGTH("held against its length only"),
    /** There is no sequence. */
    ABSENT("no coding sequence");

    private final String words;

    Check(String words) {
      this.words = words;
    }

    /** What was done, for a person. */
    public String words() {
      return words;
    }
  }

  public CodingSequence {
    if (length < 3 || length % 3 != 0) {
      throw new IllegalArgumentException(length + " bases are no whole number of codons");
    }
    if (bases.isEmpty() != (check == Check.ABSENT)) {
      throw new IllegalArgumentException("a sequence and its check go together");
    }
    if (!bases.isEmpty() && bases.length() != length) {
      throw new IllegalArgumentException(bases.length() + " bases, not " + length);
    }
  }

  /** A gene of which only the length of the coding sequence is known. */
  public static CodingSequence unknown(int length) {
    return new CodingSequence(length, "", Check.ABSENT);
  }

  public boolean isKnown() {
    return !bases.isEmpty();
  }

  /**
   * The base at a place from 1.
   *
   * @throws StringIndexOutOfBoundsException when the sequence is not known or shorter
   */
  public char base(int place) {
    return bases.charAt(place - 1);
  }

  /** The pairing base of {@code ACGT}; any other letter stays. */
  public static char complement(char base) {
    return switch (base) {
      case 'A' -> 'T';
      case 'C' -> 'G';
      case 'G' -> 'C';
      case 'T' -> 'A';
      default -> base;
    };
  }
}
