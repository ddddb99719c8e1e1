package org.cotarget.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotarget.reference.PanelTranscript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random small changes of coding exons. Each name is read back here, by rules of its own, and must
 * give the sequence that the alleles give.
 */
class EditedSequenceTest {

  private static final int CHANGES = 300;
  private static final Pattern CODING =
      Pattern.compile(
          "c\\.(\\d+)(?:_(\\d+))?(?:([ACGT])>([ACGT])|(delins|del|dup|ins|inv)([ACGT]*))");
  private static final Pattern FRAMESHIFT =
      Pattern.compile("p\\.([A-Z][a-z]{2})(\\d+)([A-Z][a-z]{2})?fsTer(\\d+|\\?)");
  private static final Pattern PROTEIN =
      Pattern.compile(
          "p\\.([A-Z][a-z]{2})(\\d+)(?:_([A-Z][a-z]{2})(\\d+))?(delins|del|dup|ins|=)?((?:[A-Z][a-z]{2})*)");
  private static final Pattern EXTENSION =
      Pattern.compile("p\\.Ter(\\d+)([A-Z][a-z]{2})?extTer\\?");

  private static final List<String> CODONS = codons();
  private static final String RESIDUES =
      "KNKNTTTTRSRSIIMIQHQHPPPPRRRRLLLLEDEDAAAAGGGGVVVV*Y*YSSSS*CWCLFLF";
  private static final Map<String, String> SHORT =
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
          Map.entry("Ter", "*"));

  private final Random random = new Random(20260101);

  /** A change of the forward strand as a VCF has it, and the coding sequence that it leaves. */
  private record Change(long position, String ref, String alt, String mutant) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"PIK3CA", "PTEN", "AKT1", "TP53", "BRCA2", "PIK3R1", "JAK2", "STAT5B", "MYC"})
  void everyNameGivesTheSequence(String gene) {
    for (String assembly : List.of("GRCh37", "GRCh38")) {
      PanelTranscript transcript = Alleles.transcript(gene, assembly);
      String bases = transcript.coding().bases();
      String protein = translate(bases);
      for (int i = 0; i < CHANGES; i++) {
        Change change = change(transcript, bases);
        PanelAnnotation reading =
            Alleles.reading(
                gene, assembly, transcript.chrom(), change.position(), change.ref(), change.alt());
        Supplier<String> about = () -> gene + " " + assembly + " " + change + " " + reading;

        assertThat(applyCoding(reading.hgvsC(), bases)).as(about).isEqualTo(change.mutant());
        assertThat(isFurthest(reading.hgvsC(), bases, transcript)).as(about).isTrue();
        checkProtein(about, reading.hgvsP(), protein, translate(change.mutant()), bases, change);
      }
    }
  }

  private Change change(PanelTranscript transcript, String bases) {
    while (true) {
      List<PanelTranscript.Exon> coding =
          transcript.exons().stream().filter(PanelTranscript.Exon::isCoding).toList();
      PanelTranscript.Exon exon = coding.get(random.nextInt(coding.size()));
      int deleted = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(4);
      int length = exon.codingLast() - exon.codingFirst() + 1;
      if (length < deleted + 12) {
        continue;
      }
      // One base of the exon stays on either side, so that the alleles are known.
      int first = exon.codingFirst() + 1 + random.nextInt(length - deleted - 2);
      String before = bases.substring(first - 1, first - 1 + deleted);
      String after = inserted(bases, first);
      if (before.equals(after)) {
        continue;
      }
      String mutant = bases.substring(0, first - 1) + after + bases.substring(first - 1 + deleted);
      boolean forward = transcript.forward();
      String anchor =
          forward
              ? bases.substring(first - 2, first - 1)
              : bases.substring(first - 1 + deleted, first + deleted);
      long position =
          forward
              ? Alleles.position(transcript, first - 1)
              : Alleles.position(transcript, first + deleted);
      String ref = forward ? anchor + before : reverse(before + anchor);
      String alt = forward ? anchor + after : reverse(after + anchor);
      return new Change(position, ref, alt, mutant);
    }
  }

  private String inserted(String bases, int first) {
    int kind = random.nextInt(4);
    if (kind == 0) {
      return "";
    }
    int length = kind == 1 ? 1 : 1 + random.nextInt(8);
    if (kind == 2 && first > length) {
      return bases.substring(first - 1 - length, first - 1);
    }
    return random
        .ints(length, 0, 4)
        .mapToObj(i -> "ACGT".substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private static String applyCoding(String name, String bases) {
    Matcher match = CODING.matcher(name);
    if (!match.matches()) {
      return "cannot be read: " + name;
    }
    int first = Integer.parseInt(match.group(1));
    int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
    String middle = bases.substring(first - 1, last);
    String head = bases.substring(0, first - 1);
    String tail = bases.substring(last);
    if (match.group(3) != null) {
      return middle.equals(match.group(3)) ? head + match.group(4) + tail : "wrong base: " + name;
    }
    return switch (match.group(5)) {
      case "del" -> head + tail;
      case "dup" -> head + middle + middle + tail;
      case "inv" -> head + reverse(middle) + tail;
      case "ins" -> head + middle.charAt(0) + match.group(6) + middle.charAt(1) + tail;
      default -> head + match.group(6) + tail;
    };
  }

  /** Whether no description of a pure insertion or deletion lies further on in the same exon. */
  private static boolean isFurthest(String name, String bases, PanelTranscript transcript) {
    Matcher match = CODING.matcher(name);
    if (!match.matches() || match.group(5) == null) {
      return true;
    }
    String operation = match.group(5);
    int first = Integer.parseInt(match.group(1));
    int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
    String moving = operation.equals("ins") ? match.group(6) : bases.substring(first - 1, last);
    int next = operation.equals("ins") ? last : last + 1;
    boolean movable = operation.equals("del") || operation.equals("dup") || operation.equals("ins");
    boolean exonEnds = transcript.exons().stream().anyMatch(exon -> exon.codingLast() == next - 1);
    return !movable || exonEnds || bases.charAt(next - 1) != moving.charAt(0);
  }

  private static void checkProtein(
      Supplier<String> about,
      String name,
      String protein,
      String mutant,
      String bases,
      Change change) {
    Matcher frameshift = FRAMESHIFT.matcher(name);
    Matcher extension = EXTENSION.matcher(name);
    Matcher edit = PROTEIN.matcher(name);
    if (name.equals("p.Met1?")) {
      assertThat(change.mutant().substring(0, 3)).as(about).isNotEqualTo(bases.substring(0, 3));
    } else if (frameshift.matches()) {
      int first = firstDifference(protein, mutant);
      int stop = mutant.indexOf('*');
      assertThat(Integer.parseInt(frameshift.group(2))).as(about).isEqualTo(first + 1);
      assertThat(SHORT.get(frameshift.group(1)))
          .as(about)
          .isEqualTo(protein.substring(first, first + 1));
      assertThat(frameshift.group(4))
          .as(about)
          .isEqualTo(stop < 0 ? "?" : String.valueOf(stop - first + 1));
    } else if (extension.matches()) {
      assertThat(Integer.parseInt(extension.group(1))).as(about).isEqualTo(protein.length());
      assertThat(mutant.startsWith(protein)).as(about).isFalse();
    } else {
      assertThat(edit.matches()).as(about).isTrue();
      assertThat(upToStop(applyProtein(edit, protein))).as(about).isEqualTo(upToStop(mutant));
    }
  }

  private static String applyProtein(Matcher edit, String protein) {
    int first = Integer.parseInt(edit.group(2));
    int last = edit.group(4) == null ? first : Integer.parseInt(edit.group(4));
    String head = protein.substring(0, first - 1);
    String middle = protein.substring(first - 1, last);
    String tail = protein.substring(last);
    StringBuilder residues = new StringBuilder();
    for (int i = 0; i < edit.group(6).length(); i += 3) {
      residues.append(SHORT.get(edit.group(6).substring(i, i + 3)));
    }
    if (!middle.startsWith(SHORT.getOrDefault(edit.group(1), "?"))) {
      return "wrong residue";
    }
    String operation = edit.group(5) == null ? "" : edit.group(5);
    return switch (operation) {
      case "del" -> head + tail;
      case "dup" -> head + middle + middle + tail;
      case "ins" -> head + middle.charAt(0) + residues + middle.charAt(1) + tail;
      case "=" -> protein;
      default -> head + residues + tail;
    };
  }

  private static int firstDifference(String one, String other) {
    int at = 0;
    while (at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String upToStop(String protein) {
    int stop = protein.indexOf('*');
    return stop < 0 ? protein : protein.substring(0, stop + 1);
  }

  /** The first residue is methionine whatever its codon (MYC starts with CTG). */
  private static String translate(String bases) {
    StringBuilder protein = new StringBuilder();
    for (int i = 0; i + 3 <= bases.length(); i += 3) {
      protein.append(RESIDUES.charAt(CODONS.indexOf(bases.substring(i, i + 3))));
    }
    return "M" + protein.substring(1);
  }

  private static List<String> codons() {
    List<String> codons = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      codons.add(
          String.valueOf("ACGT".charAt(i / 16)) + "ACGT".charAt(i / 4 % 4) + "ACGT".charAt(i % 4));
    }
    return codons;
  }

  private static String reverse(String bases) {
    return new StringBuilder(bases)
        .reverse()
        .chars()
        .mapToObj(c -> String.valueOf("TGCA".charAt("ACGT".indexOf(c))))
        .collect(Collectors.joining());
  }
}
