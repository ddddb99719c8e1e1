package org.cotarget.input.vcf.structural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cotarget.input.vcf.structural.StructuralAllele.Kind;

/** Tells structural records and files from those of small variants by their text. */
public final class StructuralForm {

  /** Alternates that stand for no allele of their own: spanning deletions and unseen alleles. */
  private static final Set<String> PLACEHOLDERS = Set.of("*", "<*>", "<*:DEL>", "<X>", "X");

  private StructuralForm() {}

  /**
   * Whether a record is structural: it has a symbolic allele, a breakend, an unchanged segment with
   * its copies, or bases that the caller declares to be a structural variant.
   *
   * @param fields columns of the line, at least eight
   */
  public static boolean concerns(String[] fields) {
    if (!RecordExtent.isStructural(fields[4])) {
      return fields[7].startsWith("SVTYPE=") || fields[7].contains(";SVTYPE=");
    }
    if (fields[4].equals(".") && !fields[7].contains("END=")) {
      return false;
    }
    StructuralRecord record = StructuralRecord.of(fields);
    return record.alleles().stream()
        .anyMatch(
            allele ->
                allele.kind() == Kind.REFERENCE
                    ? record.hasDepthKeys() && record.flag("END")
                    : allele.kind() != Kind.SEQUENCE && !isPlaceholder(allele.text()));
  }

  static boolean isPlaceholder(String allele) {
    return PLACEHOLDERS.contains(allele) || allele.startsWith("<NON_REF");
  }

  /** The words of FILTER that judge a record; that FACETS marks a neutral segment is no fault. */
  public static List<String> filters(String[] fields) {
    List<String> words = new ArrayList<>(List.of(fields[6].split(";", -1)));
    if (fields[7].contains("SVTYPE=NEUTR")) {
      words.removeIf(word -> word.equals("neutral"));
    }
    return words;
  }

  /**
   * Whether a header is that of a caller of structural variants or copy numbers, so that a file
   * without a record was not searched for small variants.
   */
  public static boolean isStructuralHeader(List<String> header) {
    List<String> lines = header.stream().map(line -> line.toUpperCase(Locale.ROOT)).toList();
    // Callers of small variants may declare structural keys too, and they count reads in AD.
    boolean reads = lines.stream().anyMatch(line -> line.startsWith("##FORMAT=<ID=AD,"));
    return !reads
        && lines.stream()
            .anyMatch(
                line ->
                    line.startsWith("##INFO=<ID=SVTYPE,")
                        || line.matches("##ALT=<ID=(DEL|DUP|CNV|INV|BND|CN\\d+)[,:].*")
                        || line.startsWith("##SOURCE=DRAGEN_CNV"));
  }

  /** Whether all alleles of an ALT column are written as bases. */
  public static boolean isBases(String alternates) {
    return alternates.chars().allMatch(c -> Character.isLetter(c) || c == ',' || c == '*');
  }

  /** Whether any allele of an ALT column is written as bases. */
  public static boolean hasBases(String alternates) {
    return Arrays.stream(alternates.split(",", -1)).anyMatch(StructuralForm::isBases);
  }
}
