package org.cotarget.annotation;

import org.cotarget.reference.CodingSequence;
import org.cotarget.reference.PanelTranscript;

/**
 * What an allele does to a transcript, on the axis of {@link ExonMap} and in the direction of the
 * transcript.
 *
 * @param first first base taken out, or the base before which bases are put in
 * @param deleted bases taken out, possibly empty
 * @param inserted bases put in, possibly empty
 */
record TranscriptAllele(long first, String deleted, String inserted) {

  static TranscriptAllele of(GenomicAllele allele, ExonMap map) {
    return map.transcript().forward()
        ? new TranscriptAllele(allele.start(), allele.deleted(), allele.inserted())
        : new TranscriptAllele(
            -allele.end(), reverse(allele.deleted()), reverse(allele.inserted()));
  }

  /** Last base taken out; the base before an insertion. */
  long last() {
    return first + deleted.length() - 1;
  }

  boolean isInsertion() {
    return deleted.isEmpty();
  }

  boolean isDeletion() {
    return inserted.isEmpty();
  }

  int lengthChange() {
    return inserted.length() - deleted.length();
  }

  /**
   * The same change described as far towards the 3' end as the known bases show it to be the same
   * (HGVS16). Bases of introns are not known, so the shift ends at the end of the coding part of an
   * exon.
   */
  TranscriptAllele shifted(ExonMap map) {
    if (isInsertion() == isDeletion()) {
      return this;
    }
    String moving = isDeletion() ? deleted : inserted;
    long next = last() + 1;
    int steps = 0;
    while (map.base(next) == moving.charAt(steps % moving.length())) {
      steps++;
      next++;
    }
    if (steps == 0) {
      return this;
    }
    int turn = steps % moving.length();
    String turned = moving.substring(turn) + moving.substring(0, turn);
    return isDeletion()
        ? new TranscriptAllele(first + steps, turned, "")
        : new TranscriptAllele(first + steps, "", turned);
  }

  /** The first base concerned in the description furthest towards the 5' end. */
  long leftmost(ExonMap map) {
    if (isInsertion() == isDeletion()) {
      return first;
    }
    String moving = isDeletion() ? deleted : inserted;
    int length = moving.length();
    int steps = 0;
    while (map.base(first - 1 - steps) == moving.charAt(length - 1 - steps % length)) {
      steps++;
    }
    return first - steps;
  }

  /** HGVS c. form, e.g. {@code c.3140A>G}; empty where the change leaves the transcript. */
  String hgvs(ExonMap map) {
    long from = isInsertion() ? first - 1 : first;
    long to = isInsertion() ? first : last();
    if (from < map.start() || to > map.end()) {
      return "";
    }
    if (isInsertion()) {
      return "c." + (repeats(map) ? copied(map) : range(map, from, to) + "ins" + inserted);
    }
    if (isDeletion()) {
      return "c." + range(map, from, to) + "del";
    }
    if (deleted.length() == 1 && inserted.length() == 1) {
      return "c." + map.name(first) + deleted + ">" + inserted;
    }
    return "c."
        + range(map, from, to)
        + (inserted.equals(reverse(deleted)) ? "inv" : "delins" + inserted);
  }

  private String copied(ExonMap map) {
    return range(map, first - inserted.length(), first - 1) + "dup";
  }

  /** Whether what is put in are the bases right before it. */
  private boolean repeats(ExonMap map) {
    int length = inserted.length();
    for (int i = 0; i < length; i++) {
      if (map.base(first - length + i) != inserted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String range(ExonMap map, long from, long to) {
    return from == to ? map.name(from) : map.name(from) + "_" + map.name(to);
  }

  /** The other strand. */
  static String reverse(String bases) {
    StringBuilder other = new StringBuilder(bases.length());
    for (int i = bases.length() - 1; i >= 0; i--) {
      other.append(CodingSequence.complement(bases.charAt(i)));
    }
    return other.toString();
  }

  /** Whether nothing contradicts the bases that are known where this takes some out. */
  static boolean fits(GenomicAllele allele, PanelTranscript transcript) {
    for (int i = 0; i < allele.reference().length(); i++) {
      char known = transcript.base(allele.stated() + i);
      if (known != PanelTranscript.UNKNOWN_BASE && known != allele.reference().charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
