package org.cotarget.cohort;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A protein-level change in one-letter form, as far as calls need it: which residue, from what, to
 * what.
 *
 * @param kind what happens to the protein
 * @param firstCodon first residue concerned, from 1
 * @param lastCodon last residue concerned, {@code >= firstCodon}
 * @param reference reference residue(s) in one-letter code, possibly empty
 * @param alternate new residue(s) in one-letter code, {@code *} for a stop, possibly empty
 */
public record ProteinChange(
    Kind kind, int firstCodon, int lastCodon, String reference, String alternate) {

  /** What happens to the protein. */
  public enum Kind {
    MISSENSE,
    SYNONYMOUS,
    NONSENSE,
    FRAMESHIFT,
    INFRAME_INDEL,
    SPLICE,
    EXTENSION,
    START_LOST
  }

  private static final Map<String, String> ONE_LETTER =
      Map.ofEntries(
          Map.entry("Ala", "A"),
          Map.entry("Arg", "R"),
          Map.entry("Asn", "N"),
          Map.entry("Asp", "D"),
          Map.entry("Cys", "C"),
          Map.entry("Gln", "Q"),
          Map.entry("Glu", "E"),
          Map.entry("Gly", "G"),
          Map.entry("His", "H"),
          Map.entry("Ile", "I"),
          Map.entry("Leu", "L"),
          Map.entry("Lys", "K"),
          Map.entry("Met", "M"),
          Map.entry("Phe", "F"),
          Map.entry("Pro", "P"),
          Map.entry("Ser", "S"),
          Map.entry("Thr", "T"),
          Map.entry("Trp", "W"),
          Map.entry("Tyr", "Y"),
          Map.entry("Val", "V"),
          Map.entry("Sec", "U"),
          Map.entry("Ter", "*"));
  private static final Pattern THREE_LETTER =
      Pattern.compile(
          "Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|Sec|Ter");
  private static final Pattern PREFIX = Pattern.compile("(?:^|\\s)[pP]\\.");

  /** A remark behind the change, e.g. {@code H1047R (hotspot)}. */
  private static final Pattern REMARK = Pattern.compile("(?<=[\\w*=?])\\s+\\(.*");

  /** A three-letter substitution in whatever case. */
  private static final Pattern LOOSE_THREE_LETTER =
      Pattern.compile("([A-Za-z]{3})(\\d{1,5})([A-Za-z]{3})");

  /** A substitution in lower case or with a mark of doubt. */
  private static final Pattern LOOSE_SUBSTITUTION =
      Pattern.compile("[A-Za-z*]\\d{1,5}[A-Za-z*]\\??");

  /** {@code R130X}: a stop as written before 2008. */
  private static final Pattern OLD_STOP = Pattern.compile("^([A-Z]\\d{1,5})X$");

  /** {@code 3140A>G} is a coding change, whatever its prefix says. */
  private static final Pattern NUCLEOTIDE = Pattern.compile("\\d+[ACGT]>[ACGT]");

  private static final Pattern SPLICE = Pattern.compile("X?(\\d{1,5})_splice");
  private static final Pattern FRAMESHIFT =
      Pattern.compile("-?([A-Z*]*)(\\d{1,5})(?:_[A-Z*]*(\\d{1,5}))?[A-Z*]?fs.*");
  private static final Pattern SUBSTITUTION = Pattern.compile("([A-Z*]+)(\\d{1,5})([A-Z*]+|=|\\?)");
  private static final Pattern INDEL =
      Pattern.compile(
          "([A-Z*]*)(\\d{1,5})(?:_([A-Z*]*)(\\d{1,5}))?(del[A-Z*]*?ins|delins|del|ins|dup)([A-Z*\\d]*)");

  /** MAFs of 2012 write an in-frame change as {@code p.455_456QF>QLF}. */
  private static final Pattern OLD_INDEL =
      Pattern.compile("(\\d{1,5})(?:_(\\d{1,5}))?([A-Z*]+)>([A-Z*]+)");

  private static final Pattern EXTENSION = Pattern.compile("\\*(\\d{1,5})([A-Z])?ext.*");

  /**
   * Reads HGVS p. in three- or one-letter form, with or without accession, {@code p.} and brackets,
   * and the spellings that MAFs of 2012 and cBioPortal use ({@code X70_splice}, {@code p.HY64del},
   * {@code p.455_456QF>QLF}).
   *
   * @return empty when the text is no protein change that names a residue ({@code p.?}, {@code
   *     p.0}, free text)
   */
  public static Optional<ProteinChange> parse(String hgvs) {
    for (String entry : hgvs.replace("%3D", "=").split("[;,|]", -1)) {
      Optional<ProteinChange> change = parseOne(normalise(entry));
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  /**
   * Brings what people type to the form that the patterns know; a hotspot must not be missed for
   * its spelling.
   */
  private static String normalise(String entry) {
    String text = entry.strip();
    text = text.substring(text.lastIndexOf(':') + 1);
    Matcher prefixed = PREFIX.matcher(text);
    if (prefixed.find()) {
      text = text.substring(prefixed.end());
    }
    text = REMARK.matcher(text).replaceFirst("").replaceAll("[\\s()\\[\\]]", "");
    Matcher loose = LOOSE_THREE_LETTER.matcher(text);
    if (loose.matches()) {
      text = titleCase(loose.group(1)) + loose.group(2) + titleCase(loose.group(3));
    }
    text = THREE_LETTER.matcher(text).replaceAll(residue -> ONE_LETTER.get(residue.group()));
    if (LOOSE_SUBSTITUTION.matcher(text).matches()) {
      text = text.replace("?", "").toUpperCase(Locale.ROOT);
    }
    return OLD_STOP.matcher(text).replaceFirst("$1*");
  }

  private static String titleCase(String residue) {
    return residue.substring(0, 1).toUpperCase(Locale.ROOT)
        + residue.substring(1).toLowerCase(Locale.ROOT);
  }

  private static Optional<ProteinChange> parseOne(String text) {
    Matcher splice = SPLICE.matcher(text);
    if (splice.matches()) {
      return change(Kind.SPLICE, splice.group(1), null, "", "");
    }
    Matcher extension = EXTENSION.matcher(text);
    if (extension.matches()) {
      String alternate = extension.group(2);
      return change(
          Kind.EXTENSION, extension.group(1), null, "*", alternate == null ? "" : alternate);
    }
    Matcher frameshift = FRAMESHIFT.matcher(text);
    if (frameshift.matches()) {
      return change(
          Kind.FRAMESHIFT, frameshift.group(2), frameshift.group(3), frameshift.group(1), "");
    }
    Matcher indel = INDEL.matcher(text);
    if (indel.matches()) {
      return indel(indel);
    }
    Matcher old = OLD_INDEL.matcher(text);
    if (old.matches() && !NUCLEOTIDE.matcher(text).matches()) {
      return oldIndel(old);
    }
    Matcher substitution = SUBSTITUTION.matcher(text);
    if (substitution.matches()) {
      return substitution(substitution);
    }
    return Optional.empty();
  }

  /**
   * {@code E545K}, {@code R130*}, {@code Y16fs}, {@code X70_splice}, {@code K567del}: short form
   * without {@code p.}.
   */
  public String shortForm() {
    String span =
        lastCodon > firstCodon ? firstCodon + "_" + lastCodon : String.valueOf(firstCodon);
    return switch (kind) {
      case SPLICE -> "X" + firstCodon + "_splice";
      case FRAMESHIFT -> reference + firstCodon + "fs";
      case EXTENSION -> "*" + firstCodon + alternate + "ext*?";
      case SYNONYMOUS -> reference + span + "=";
      case START_LOST -> reference + span + "?";
      case MISSENSE, NONSENSE -> reference + firstCodon + alternate;
      case INFRAME_INDEL -> reference + span + (alternate.isEmpty() ? "del" : "delins" + alternate);
    };
  }

  /** Whether any residue concerned lies in {@code [first, last]}. */
  public boolean overlaps(int first, int last) {
    return firstCodon <= last && lastCodon >= first;
  }

  private static Optional<ProteinChange> substitution(Matcher match) {
    String reference = match.group(1);
    String alternate = match.group(3);
    Kind kind;
    if (alternate.equals("=") || alternate.equals(reference)) {
      kind = Kind.SYNONYMOUS;
    } else if (alternate.equals("?")) {
      if (!match.group(2).equals("1")) {
        return Optional.empty();
      }
      kind = Kind.START_LOST;
    } else if (alternate.contains("*")) {
      kind = Kind.NONSENSE;
    } else if (reference.equals("*")) {
      kind = Kind.EXTENSION;
    } else if (match.group(2).equals("1") && reference.equals("M")) {
      kind = Kind.START_LOST;
    } else {
      kind = Kind.MISSENSE;
    }
    int first = Integer.parseInt(match.group(2));
    return Optional.of(
        new ProteinChange(kind, first, first + reference.length() - 1, reference, alternate));
  }

  private static Optional<ProteinChange> indel(Matcher match) {
    String operation = match.group(5);
    String alternate = operation.equals("del") ? "" : match.group(6);
    String reference = match.group(1);
    if (alternate.startsWith("*")) {
      return change(Kind.NONSENSE, match.group(2), match.group(4), reference, "*");
    }
    // p.HY64del names the residues and the first position only.
    String last =
        match.group(4) != null || reference.length() < 2
            ? match.group(4)
            : String.valueOf(Integer.parseInt(match.group(2)) + reference.length() - 1);
    return change(
        Kind.INFRAME_INDEL,
        match.group(2),
        last,
        reference,
        operation.equals("dup") ? reference + alternate : alternate);
  }

  private static Optional<ProteinChange> oldIndel(Matcher match) {
    String reference = match.group(3);
    String alternate = match.group(4);
    if (alternate.contains("*")) {
      return change(Kind.NONSENSE, match.group(1), match.group(2), reference, alternate);
    }
    Kind kind =
        reference.length() == 1 && alternate.length() == 1 ? Kind.MISSENSE : Kind.INFRAME_INDEL;
    return change(kind, match.group(1), match.group(2), reference, alternate);
  }

  private static Optional<ProteinChange> change(
      Kind kind, String first, @Nullable String last, String reference, String alternate) {
    int firstCodon = Integer.parseInt(first);
    int lastCodon = last == null ? firstCodon : Math.max(firstCodon, Integer.parseInt(last));
    return Optional.of(new ProteinChange(kind, firstCodon, lastCodon, reference, alternate));
  }
}
