package org.cotarget.annotation;

import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.reference.CodingSequence;

/**
 * Tells what changes of one coding sequence do to its protein, in the names of HGVS: the first
 * residue that differs for a frameshift, the most C-terminal of equal descriptions for residues
 * gained or lost. Bases behind the stop codon are not known, so a protein that loses its stop ends
 * nowhere ({@code ext*?}).
 */
final class CodingEffects {

  private final String bases;
  private final String protein;

  /**
   * @param coding a sequence that is known
   */
  CodingEffects(CodingSequence coding) {
    this.bases = coding.bases();
    String translated = GeneticCode.translate(bases);
    // The first codon is read as methionine whatever it is (MYC starts with CTG).
    this.protein = "M" + translated.substring(1);
  }

  /** The residues, the stop last. */
  String protein() {
    return protein;
  }

  /**
   * The effect of replacing bases.
   *
   * @param first first base taken out, or the one before which bases are put in; from 1
   * @param last last base taken out, {@code first - 1} for an insertion
   * @param inserted bases put in, in the direction of the transcript
   */
  ProteinEffect of(int first, int last, String inserted) {
    if (first == last && inserted.length() == 1 && first > 3) {
      int codon = (first - 1) / 3;
      return substitution(codon, residueWith(codon, (first - 1) % 3, inserted.charAt(0)));
    }
    String changed = bases.substring(0, first - 1) + inserted + bases.substring(last);
    if (first <= 3 && !changed.startsWith(bases.substring(0, 3))) {
      return startLost();
    }
    return (inserted.length() - (last - first + 1)) % 3 == 0
        ? inFrame(first, last, inserted.length(), changed)
        : frameshift((first - 1) / 3, changed);
  }

  static ProteinEffect startLost() {
    return ProteinEffect.of(
        Consequence.START_LOST,
        "p.Met1?",
        new ProteinChange(ProteinChange.Kind.START_LOST, 1, 1, "M", "?"));
  }

  private char residueWith(int codon, int at, char base) {
    int offset = 3 * codon;
    return GeneticCode.residue(
        at == 0 ? base : bases.charAt(offset),
        at == 1 ? base : bases.charAt(offset + 1),
        at == 2 ? base : bases.charAt(offset + 2));
  }

  private ProteinEffect substitution(int codon, char to) {
    char from = protein.charAt(codon);
    int number = codon + 1;
    if (from == to) {
      return same(number, number);
    }
    if (from == GeneticCode.STOP) {
      return extension(number, String.valueOf(to));
    }
    return to == GeneticCode.STOP
        ? stop(number, from)
        : ProteinEffect.of(
            Consequence.MISSENSE_VARIANT,
            "p." + GeneticCode.name(from) + number + GeneticCode.name(to),
            new ProteinChange(
                ProteinChange.Kind.MISSENSE,
                number,
                number,
                String.valueOf(from),
                String.valueOf(to)));
  }

  private ProteinEffect stop(int number, char from) {
    return ProteinEffect.of(
        Consequence.STOP_GAINED,
        "p." + GeneticCode.name(from) + number + "Ter",
        new ProteinChange(ProteinChange.Kind.NONSENSE, number, number, String.valueOf(from), "*"));
  }

  private ProteinEffect extension(int number, String to) {
    return ProteinEffect.of(
        Consequence.STOP_LOST,
        "p.Ter" + number + GeneticCode.names(to) + "extTer?",
        new ProteinChange(ProteinChange.Kind.EXTENSION, number, number, "*", to));
  }

  private ProteinEffect same(int first, int last) {
    String residues = protein.substring(first - 1, last);
    Consequence consequence =
        residues.charAt(residues.length() - 1) == GeneticCode.STOP
            ? Consequence.STOP_RETAINED_VARIANT
            : Consequence.SYNONYMOUS_VARIANT;
    return ProteinEffect.of(
        consequence,
        "p." + span(first, last) + "=",
        new ProteinChange(
            ProteinChange.Kind.SYNONYMOUS, first, last, residues.substring(0, 1), "="));
  }

  /** The stop codon may be met anywhere behind the first residue that differs, or not at all. */
  private ProteinEffect frameshift(int firstCodon, String changed) {
    int codons = changed.length() / 3;
    for (int codon = firstCodon; codon < protein.length(); codon++) {
      char from = protein.charAt(codon);
      char to = codon < codons ? residue(changed, codon) : GeneticCode.UNKNOWN;
      if (from == to) {
        if (from == GeneticCode.STOP) {
          return same(codon + 1, codon + 1);
        }
        continue;
      }
      if (from == GeneticCode.STOP) {
        return extension(codon + 1, to == GeneticCode.UNKNOWN ? "" : String.valueOf(to));
      }
      return to == GeneticCode.STOP
          ? stop(codon + 1, from)
          : frameshift(codon, from, to, stopAfter(codon, changed));
    }
    throw new IllegalStateException("the stop codon ends every comparison");
  }

  private static ProteinEffect frameshift(int codon, char from, char to, int stop) {
    int number = codon + 1;
    String first = GeneticCode.name(from) + number;
    String next = to == GeneticCode.UNKNOWN ? "" : GeneticCode.name(to);
    return ProteinEffect.of(
        Consequence.FRAMESHIFT_VARIANT,
        "p." + first + next + "fsTer" + (stop < 0 ? "?" : stop - codon + 1),
        new ProteinChange(ProteinChange.Kind.FRAMESHIFT, number, number, String.valueOf(from), ""));
  }

  /** The first codon is read as methionine, see the constructor. */
  private static char residue(String changed, int codon) {
    return codon == 0 ? 'M' : GeneticCode.residue(changed, 3 * codon);
  }

  private static String translate(String changed, int from, int to) {
    StringBuilder residues = new StringBuilder(to - from);
    for (int codon = from; codon < to; codon++) {
      residues.append(residue(changed, codon));
    }
    return residues.toString();
  }

  private static int stopAfter(int codon, String changed) {
    for (int i = codon; 3 * i + 3 <= changed.length(); i++) {
      if (GeneticCode.residue(changed, 3 * i) == GeneticCode.STOP) {
        return i;
      }
    }
    return -1;
  }

  private ProteinEffect inFrame(int first, int last, int insertedLength, String changed) {
    int codon = (first - 1) / 3;
    boolean betweenCodons = last < first && (first - 1) % 3 == 0;
    int endCodon = betweenCodons ? codon : (Math.max(first, last) - 1) / 3 + 1;
    int change = (insertedLength - (last - first + 1)) / 3;
    String before = protein.substring(codon, endCodon);
    String after = translate(changed, codon, endCodon + change);
    int stop = after.indexOf(GeneticCode.STOP);
    if (stop >= 0) {
      after = after.substring(0, stop + 1);
    }
    int prefix = 0;
    while (prefix < Math.min(before.length(), after.length())
        && before.charAt(prefix) == after.charAt(prefix)) {
      prefix++;
    }
    if (prefix == before.length() && prefix == after.length()) {
      return same(codon + 1, endCodon);
    }
    if (prefix > 0 && after.charAt(prefix - 1) == GeneticCode.STOP) {
      return same(codon + prefix, codon + prefix);
    }
    before = before.substring(prefix);
    after = after.substring(prefix);
    int number = codon + prefix + 1;
    boolean stopsEarly = after.endsWith("*") && !before.endsWith("*");
    while (!stopsEarly
        && !before.isEmpty()
        && !after.isEmpty()
        && before.charAt(before.length() - 1) == after.charAt(after.length() - 1)) {
      before = before.substring(0, before.length() - 1);
      after = after.substring(0, after.length() - 1);
    }
    return residues(number, before, after, change);
  }

  /** Residues {@code before}, the first of them with a number, become {@code after}. */
  private ProteinEffect residues(int number, String before, String after, int change) {
    if (after.startsWith("*")) {
      return stop(number, protein.charAt(number - 1));
    }
    if (before.endsWith("*") && !after.endsWith("*")) {
      boolean stopOnly = before.length() == 1 && !after.isEmpty();
      return extension(protein.length(), stopOnly ? after.substring(0, 1) : "");
    }
    if (after.endsWith("*")) {
      return withStop(number, before, after);
    }
    if (before.length() == 1 && after.length() == 1) {
      return substitution(number - 1, after.charAt(0));
    }
    if (after.isEmpty()) {
      return lost(number, before.length());
    }
    if (before.isEmpty()) {
      return gained(number, after);
    }
    int last = number + before.length() - 1;
    Consequence consequence =
        change == 0
            ? Consequence.MISSENSE_VARIANT
            : change > 0 ? Consequence.INFRAME_INSERTION : Consequence.INFRAME_DELETION;
    return ProteinEffect.of(
        consequence,
        "p." + span(number, last) + "delins" + GeneticCode.names(after),
        new ProteinChange(
            ProteinChange.Kind.INFRAME_INDEL, number, last, before.substring(0, 1), after));
  }

  /** A stop behind other new residues: {@code delins} up to the stop (HGVS16). */
  private ProteinEffect withStop(int number, String before, String after) {
    int last = Math.max(number, number + before.length() - 1);
    String operation = before.isEmpty() ? "ins" : "delins";
    String where = before.isEmpty() ? span(number - 1, number) : span(number, last);
    return ProteinEffect.of(
        Consequence.STOP_GAINED,
        "p." + where + operation + GeneticCode.names(after),
        new ProteinChange(
            ProteinChange.Kind.NONSENSE,
            number,
            last,
            protein.substring(number - 1, number),
            after));
  }

  private ProteinEffect lost(int from, int length) {
    int number = from;
    while (protein.charAt(number + length - 1) == protein.charAt(number - 1)) {
      number++;
    }
    int last = number + length - 1;
    return ProteinEffect.of(
        Consequence.INFRAME_DELETION,
        "p." + span(number, last) + "del",
        new ProteinChange(
            ProteinChange.Kind.INFRAME_INDEL,
            number,
            last,
            protein.substring(number - 1, number),
            ""));
  }

  /** Residues put in before a residue: {@code dup} where they repeat those before them. */
  private ProteinEffect gained(int before, String residues) {
    int number = before;
    String gained = residues;
    while (protein.charAt(number - 1) == gained.charAt(0)) {
      gained = gained.substring(1) + gained.charAt(0);
      number++;
    }
    int length = gained.length();
    boolean repeats = number - 1 >= length && protein.startsWith(gained, number - 1 - length);
    if (repeats) {
      int first = number - length;
      return ProteinEffect.of(
          Consequence.INFRAME_INSERTION,
          "p." + span(first, number - 1) + "dup",
          new ProteinChange(
              ProteinChange.Kind.INFRAME_INDEL,
              first,
              number - 1,
              gained.substring(0, 1),
              gained + gained));
    }
    String flanks = protein.substring(number - 2, number);
    return ProteinEffect.of(
        Consequence.INFRAME_INSERTION,
        "p." + span(number - 1, number) + "ins" + GeneticCode.names(gained),
        new ProteinChange(
            ProteinChange.Kind.INFRAME_INDEL,
            number - 1,
            number,
            flanks.substring(0, 1),
            flanks.charAt(0) + gained + flanks.charAt(1)));
  }

  private String span(int first, int last) {
    String start = GeneticCode.name(protein.charAt(first - 1)) + first;
    return first == last ? start : start + "_" + GeneticCode.name(protein.charAt(last - 1)) + last;
  }
}
