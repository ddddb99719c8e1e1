package org.cotarget.annotation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.ProteinChange;

/**
 * A change within the reading frame as an edit of the protein, by which differently named but equal
 * changes are found equal: {@code p.K2del} and {@code p.K3del} of {@code MKKG} give one protein.
 *
 * @param first first residue replaced, or the one before which residues are put in; from 1
 * @param last last residue replaced, {@code first - 1} where none is
 * @param residues what stands there afterwards, in one-letter code
 */
record ResidueEdit(int first, int last, String residues) {

  private static final Pattern INDEL =
      Pattern.compile(
          "([A-Z*]*)(\\d{1,5})(?:_[A-Z*]*(\\d{1,5}))?(del[A-Z*]*ins|ins|dup|del)([A-Z*]*)");
  private static final Pattern THREE_LETTERS = Pattern.compile("[A-Z][a-z]{2}");

  /**
   * The edit that a named change stands for.
   *
   * @param text the change as its source wrote it, in three- or one-letter form
   * @param change the same as read
   * @param protein residues of the reference protein, the stop last
   * @return empty where the text does not say which residues come in, or lies outside the protein
   */
  static Optional<ResidueEdit> of(String text, ProteinChange change, String protein) {
    Matcher indel = INDEL.matcher(oneLetter(text));
    ResidueEdit edit =
        indel.matches()
            ? named(indel, protein)
            : new ResidueEdit(change.firstCodon(), change.lastCodon(), change.alternate());
    boolean inside = edit.first() >= 1 && edit.last() <= protein.length();
    return inside && edit.last() >= edit.first() - 1 ? Optional.of(edit) : Optional.empty();
  }

  /** The protein after the edit, up to its first stop. */
  String apply(String protein) {
    String edited = protein.substring(0, first - 1) + residues + protein.substring(last);
    int stop = edited.indexOf(GeneticCode.STOP);
    return stop < 0 ? edited : edited.substring(0, stop + 1);
  }

  private static ResidueEdit named(Matcher indel, String protein) {
    int first = Integer.parseInt(indel.group(2));
    int named = Math.max(1, indel.group(1).length());
    int last = indel.group(3) != null ? Integer.parseInt(indel.group(3)) : first + named - 1;
    return switch (indel.group(4)) {
      case "ins" -> new ResidueEdit(first + 1, first, indel.group(5));
      case "dup" ->
          new ResidueEdit(
              last + 1,
              last,
              last <= protein.length() && first <= last ? protein.substring(first - 1, last) : "");
      case "del" -> new ResidueEdit(first, last, "");
      default -> new ResidueEdit(first, last, indel.group(5));
    };
  }

  private static String oneLetter(String text) {
    String change = text.substring(text.lastIndexOf(':') + 1).replaceAll("[()\\s]", "");
    change = change.regionMatches(true, 0, "p.", 0, 2) ? change.substring(2) : change;
    return THREE_LETTERS
        .matcher(change)
        .replaceAll(
            name -> {
              char residue = GeneticCode.letter(name.group());
              return Matcher.quoteReplacement(
                  residue == GeneticCode.UNKNOWN ? name.group() : String.valueOf(residue));
            });
  }
}
