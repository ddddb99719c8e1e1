package org.cotarget.input.vcf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.ProteinChange.Kind;

/**
 * Turns the residues that VEP ({@code Protein_position}, {@code Amino_acids}) and bcftools ({@code
 * 545E>545K}) give into a protein change, for files annotated without HGVS.
 */
final class ResidueChange {

  private static final Pattern POSITION =
      Pattern.compile("(\\d{1,9}|\\?)(?:-(\\d{1,9}|\\?))?(?:/\\d+)?");
  private static final Pattern BCFTOOLS =
      Pattern.compile(
          "(\\d+)([A-Z*]*)(?:\\.\\.\\d*[A-Z*]*)?(?:>\\d+([A-Z*]*)(?:\\.\\.\\d*([A-Z*]*))?)?");

  private ResidueChange() {}

  /**
   * The residues of a bcftools {@code amino_acid_change} in VEP's form: position, then {@code
   * ref/alt}.
   */
  static Optional<String[]> ofBcftools(String change) {
    Matcher match = BCFTOOLS.matcher(change);
    if (!match.matches()) {
      return Optional.empty();
    }
    String reference = match.group(2);
    if (match.group(3) == null) {
      return Optional.of(new String[] {match.group(1), reference});
    }
    String alternate = match.group(3) + (match.group(4) == null ? "" : match.group(4));
    return Optional.of(new String[] {match.group(1), reference + "/" + alternate});
  }

  /**
   * @param position residue or range, {@code 127-128}; one end may be {@code ?}
   * @param residues {@code E/K}, {@code -/K} for an insertion, {@code S} where nothing changes
   * @param terms consequence terms, which tell a frameshift from a substitution
   */
  static Optional<ProteinChange> read(String position, String residues, String terms) {
    Matcher span = POSITION.matcher(position);
    if (residues.isEmpty() || !span.matches()) {
      return Optional.empty();
    }
    boolean startKnown = !span.group(1).equals("?");
    String start = startKnown ? span.group(1) : span.group(2);
    if (start == null || start.equals("?")) {
      return Optional.empty();
    }
    int first = Integer.parseInt(start);
    int slash = residues.indexOf('/');
    String reference = withoutGap(slash < 0 ? residues : residues.substring(0, slash));
    String alternate = slash < 0 ? reference : withoutGap(residues.substring(slash + 1));
    return Optional.of(change(first, reference, alternate, terms));
  }

  private static ProteinChange change(int first, String reference, String alternate, String terms) {
    if (terms.contains("start_lost")
        || (first == 1 && reference.equals("M") && !alternate.equals("M"))) {
      return new ProteinChange(
          Kind.START_LOST,
          1,
          1,
          "M",
          alternate.isEmpty() || alternate.startsWith("M") ? "?" : alternate);
    }
    if (terms.contains("frameshift")) {
      int same = commonPrefix(reference, alternate);
      boolean known = same < reference.length();
      int codon = known ? first + same : first;
      return new ProteinChange(
          Kind.FRAMESHIFT,
          codon,
          codon,
          known ? reference.substring(same, same + 1) : reference,
          "");
    }
    if (reference.equals(alternate)) {
      return new ProteinChange(
          Kind.SYNONYMOUS, first, first + Math.max(0, reference.length() - 1), reference, "=");
    }
    int prefix = commonPrefix(reference, alternate);
    int suffix = commonSuffix(reference.substring(prefix), alternate.substring(prefix));
    String lost = reference.substring(prefix, reference.length() - suffix);
    String gained = alternate.substring(prefix, alternate.length() - suffix);
    int codon = first + prefix;
    if (lost.isEmpty()) {
      return insertion(codon, prefix > 0 ? reference.substring(prefix - 1, prefix) : "", gained);
    }
    int last = codon + lost.length() - 1;
    if (gained.startsWith("*")) {
      return new ProteinChange(Kind.NONSENSE, codon, codon, lost.substring(0, 1), "*");
    }
    if (lost.startsWith("*")) {
      return new ProteinChange(
          Kind.EXTENSION, codon, codon, "*", gained.isEmpty() ? "" : gained.substring(0, 1));
    }
    Kind kind = lost.length() == 1 && gained.length() == 1 ? Kind.MISSENSE : Kind.INFRAME_INDEL;
    // HGVS names the first and the last residue of a span, and the record holds the first.
    return new ProteinChange(kind, codon, last, lost.substring(0, 1), gained);
  }

  /** Between two residues, named by both as HGVS does. */
  private static ProteinChange insertion(int codon, String before, String gained) {
    if (gained.startsWith("*")) {
      return new ProteinChange(Kind.NONSENSE, codon, codon, "", "*");
    }
    return new ProteinChange(Kind.INFRAME_INDEL, Math.max(1, codon - 1), codon, before, gained);
  }

  private static String withoutGap(String residues) {
    return residues.equals("-") ? "" : residues;
  }

  private static int commonPrefix(String a, String b) {
    int shared = 0;
    while (shared < a.length() && shared < b.length() && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  private static int commonSuffix(String a, String b) {
    int shared = 0;
    while (shared < a.length()
        && shared < b.length()
        && a.charAt(a.length() - 1 - shared) == b.charAt(b.length() - 1 - shared)) {
      shared++;
    }
    return shared;
  }
}
