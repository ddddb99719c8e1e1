package org.cotarget.input.vcf.structural;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one sample column says of an allele.
 *
 * @param genotype allele numbers of GT, empty where it is missing or not called
 * @param alternate reads or fragments across the junction, or -1
 * @param depth these and those that show the reference, or -1
 */
record Support(List<String> genotype, long alternate, long depth) {

  Support {
    genotype = List.copyOf(genotype);
  }

  /**
   * Reads a column.
   *
   * @param column index among the sample columns, or -1 for INFO
   */
  static Support of(StructuralRecord record, int column) {
    List<String> genotype =
        record
            .value("GT", column)
            .filter(text -> text.chars().anyMatch(Character::isDigit))
            .map(text -> List.of(text.split("[/|]", -1)))
            .orElse(List.of());
    long[] reads = reads(record, column);
    return new Support(genotype, reads[0], reads[1]);
  }

  /** Whether an allele is among those called; its number counts from 1. */
  boolean calls(int allele) {
    return genotype.contains(String.valueOf(allele));
  }

  boolean isCalled() {
    return !genotype.isEmpty();
  }

  /** Whether every chromosome, at least two, carries the allele. */
  boolean isHomozygous(int allele) {
    return genotype.size() >= 2 && genotype.stream().allMatch(String.valueOf(allele)::equals);
  }

  /** Share of reads across the junction in [0,1], or NaN. */
  double fraction() {
    return alternate >= 0 && depth > 0 && alternate <= depth
        ? (double) alternate / depth
        : Double.NaN;
  }

  /** Reads with the junction, and all reads that tell; each -1 where not given. */
  private static long[] reads(StructuralRecord record, int column) {
    // Manta: reference and alternate of spanning pairs and of split reads.
    long[] pairs = two(record, "PR", column);
    long[] split = two(record, "SR", column);
    if (pairs[1] >= 0 || split[1] >= 0) {
      long alternate = Math.max(0, pairs[1]) + Math.max(0, split[1]);
      return new long[] {alternate, alternate + Math.max(0, pairs[0]) + Math.max(0, split[0])};
    }
    // Delly: junction reads where the break is precise, else pairs. Sniffles has DR and DV alone.
    boolean precise = !record.flag("IMPRECISE") && one(record, "RV", column) >= 0;
    long variant = one(record, precise ? "RV" : "DV", column);
    if (variant >= 0) {
      long reference = one(record, precise ? "RR" : "DR", column);
      return new long[] {variant, reference < 0 ? -1 : variant + reference};
    }
    // GRIDSS: fragments; VAF = VF / (VF + REF + REFPAIR), with BVF for a single breakend.
    long fragments = one(record, "VF", column);
    long loose = one(record, "BVF", column);
    if (fragments >= 0 || loose >= 0) {
      long alternate = Math.max(fragments, loose);
      long reference = one(record, "REF", column);
      long spanning = one(record, "REFPAIR", column);
      return new long[] {
        alternate, reference < 0 ? -1 : alternate + reference + Math.max(0, spanning)
      };
    }
    // SVTyper over Lumpy, then Lumpy alone.
    long observed = one(record, "AO", column);
    if (observed >= 0) {
      long reference = one(record, "RO", column);
      return new long[] {observed, reference < 0 ? -1 : observed + reference};
    }
    long[] depths = two(record, "AD", column);
    if (depths[1] >= 0) {
      return new long[] {depths[1], depths[0] < 0 ? -1 : depths[0] + depths[1]};
    }
    return new long[] {one(record, "SU", column), -1};
  }

  private static long one(StructuralRecord record, String key, int column) {
    Optional<OptionalLong> number = record.value(key, column).map(StructuralRecord::number);
    long value = number.orElse(OptionalLong.empty()).orElse(-1);
    return Math.max(-1, value);
  }

  /** Reference and alternate of a pair of numbers, -1 each where the value is no pair. */
  private static long[] two(StructuralRecord record, String key, int column) {
    String[] parts = record.value(key, column).orElse("").split(",", -1);
    if (parts.length != 2) {
      return new long[] {-1, -1};
    }
    return new long[] {
      Math.max(-1, StructuralRecord.number(parts[0]).orElse(-1)),
      Math.max(-1, StructuralRecord.number(parts[1]).orElse(-1))
    };
  }
}
