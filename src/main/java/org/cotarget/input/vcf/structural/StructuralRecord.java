package org.cotarget.input.vcf.structural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The columns of one record, taken apart as text: callers break the types that they declare.
 *
 * @param position POS
 * @param info INFO by key; a flag has an empty value
 * @param keys FORMAT keys
 * @param cells all columns of the line
 */
record StructuralRecord(
    String chrom,
    long position,
    String id,
    String reference,
    List<StructuralAllele> alleles,
    Map<String, String> info,
    List<String> keys,
    List<String> cells) {

  private static final int FIRST_SAMPLE = 9;

  /** INFO or FORMAT keys that only a caller writes that has seen reads across a junction. */
  private static final Set<String> JUNCTION_KEYS =
      Set.of(
          "PR",
          "SR",
          "PE",
          "DV",
          "RV",
          "SU",
          "VF",
          "BVF",
          "CT",
          "MATEID",
          "PRECISE",
          "HOMLEN",
          "STRANDS",
          "SUPPORT",
          "RE",
          "SVINSSEQ",
          "CONSENSUS");

  /** INFO or FORMAT keys of callers that count depth. */
  private static final Set<String> DEPTH_KEYS =
      Set.of(
          "CN",
          "SM",
          "CNQ",
          "CNF",
          "CNP",
          "RDCN",
          "FOLD_CHANGE",
          "FOLD_CHANGE_LOG",
          "TCN_EM",
          "CNLR_MEDIAN",
          "FC",
          "NP",
          "BC",
          "PROBES");

  static StructuralRecord of(String[] fields) {
    List<StructuralAllele> alleles = new ArrayList<>();
    for (String alternate : fields[4].split(",", -1)) {
      alleles.add(StructuralAllele.of(alternate));
    }
    Map<String, String> info = new HashMap<>();
    for (String field : fields[7].split(";", -1)) {
      int equals = field.indexOf('=');
      info.putIfAbsent(
          equals < 0 ? field : field.substring(0, equals),
          equals < 0 ? "" : field.substring(equals + 1));
    }
    return new StructuralRecord(
        fields[0],
        number(fields[1]).orElse(-1),
        fields[2],
        fields[3],
        alleles,
        info,
        fields.length > FIRST_SAMPLE ? List.of(fields[8].split(":", -1)) : List.of(),
        Arrays.asList(fields));
  }

  /** Digits with an optional sign as a number; empty for anything else. */
  static OptionalLong number(String text) {
    return text.matches("[+-]?\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** An INFO value; empty where the key is absent, a flag, or {@code .}. */
  Optional<String> value(String key) {
    return Optional.ofNullable(info.get(key)).filter(text -> !text.isEmpty() && !text.equals("."));
  }

  boolean flag(String key) {
    return info.containsKey(key);
  }

  /**
   * The value of a FORMAT key in a sample column, empty where it is missing.
   *
   * @param column index among the sample columns, or -1 for INFO
   */
  Optional<String> value(String key, int column) {
    if (column < 0) {
      return value(key);
    }
    int index = keys.indexOf(key);
    int cell = FIRST_SAMPLE + column;
    if (index < 0 || cell >= cells.size()) {
      return Optional.empty();
    }
    String[] values = cells.get(cell).split(":", -1);
    return index < values.length && !values[index].isEmpty() && !values[index].equals(".")
        ? Optional.of(values[index])
        : Optional.empty();
  }

  /**
   * Last base of the stretch that an allele stands for, by END or, without it, by SVLEN; empty
   * where neither tells. With several alleles END is that of the longest (VCF 4.4), so each goes by
   * its own SVLEN.
   */
  OptionalLong end(int allele) {
    OptionalLong end = number(value("END").orElse(""));
    int lengths = value("SVLEN").map(text -> text.split(",", -1).length).orElse(0);
    boolean each = alleles().size() > 1 && lengths == alleles().size();
    OptionalLong length = length(allele);
    if (end.isPresent() && !(each && length.isPresent())) {
      return end;
    }
    return length.isPresent()
        ? OptionalLong.of(position + Math.abs(length.getAsLong()))
        : OptionalLong.empty();
  }

  /** SVLEN of an allele, or REFLEN, with its sign. */
  OptionalLong length(int allele) {
    String[] lengths = value("SVLEN").or(() -> value("REFLEN")).orElse("").split(",", -1);
    return number(lengths[allele < lengths.length ? allele : 0]);
  }

  /**
   * Whether the record tells of copies alone and of no junction: its ends are where a segmentation
   * put them, not where the chromosome is broken. SVCLAIM of VCF 4.4 says so; before it the fields
   * that callers write do.
   */
  boolean isDepthOnly() {
    Optional<String> claim = value("SVCLAIM");
    if (claim.isPresent()) {
      return claim.get().equals("D");
    }
    if (has(JUNCTION_KEYS)) {
      return false;
    }
    boolean vague = flag("IMPRECISE") && value("CIPOS").isEmpty() && value("CIEND").isEmpty();
    return vague || has(DEPTH_KEYS);
  }

  boolean hasDepthKeys() {
    return has(DEPTH_KEYS);
  }

  private boolean has(Set<String> wanted) {
    return keys.stream().anyMatch(wanted::contains)
        || info.keySet().stream().anyMatch(wanted::contains);
  }
}
