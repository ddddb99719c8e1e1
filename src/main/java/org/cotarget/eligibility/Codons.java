package org.cotarget.eligibility;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.ProteinChange;

/**
 * A run of residues.
 *
 * @param first first residue, from 1
 * @param last last residue, {@code >= first}
 */
record Codons(int first, int last) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  /** Reads {@code 1047} or {@code 542-546}; empty when it is neither. */
  static Optional<Codons> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    return first < 1 || last < first ? Optional.empty() : Optional.of(new Codons(first, last));
  }

  boolean touches(ProteinChange change) {
    return change.overlaps(first, last);
  }

  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
