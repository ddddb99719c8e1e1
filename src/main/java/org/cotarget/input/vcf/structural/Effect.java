package org.cotarget.input.vcf.structural;

/**
 * What an event does to a gene.
 *
 * @param text the event in words, or why it is not certain; empty where there is nothing to say
 */
record Effect(Kind kind, String text) {

  /** How an event concerns a gene. */
  enum Kind {
    /** Whole, or so that no coding base is touched. */
    NONE,
    /** Coding sequence removed in part, parted or turned round. */
    BROKEN,
    /** All coding sequence removed from the chromosome that carries the event. */
    LOST,
    /** The record does not say for certain that the gene is broken. */
    UNCERTAIN
  }

  static final Effect NONE = new Effect(Kind.NONE, "");
  static final Effect LOST = new Effect(Kind.LOST, "");

  static Effect broken(String text) {
    return new Effect(Kind.BROKEN, text);
  }

  static Effect uncertain(String text) {
    return new Effect(Kind.UNCERTAIN, text);
  }
}
