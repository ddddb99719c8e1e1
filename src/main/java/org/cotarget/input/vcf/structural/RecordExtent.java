package org.cotarget.input.vcf.structural;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * All stretches of the genome that a record may concern: from POS to the end of REF, to END or over
 * SVLEN, and where its breakends or CHR2 lead.
 */
public final class RecordExtent {

  /**
   * One stretch.
   *
   * @param chrom chromosome as the file spells it
   * @param start first base, from 1
   * @param end last base, included
   */
  public record Stretch(String chrom, long start, long end) {}

  private RecordExtent() {}

  /**
   * The stretches of a record.
   *
   * @param fields columns of the line, at least eight; POS is a number
   */
  public static List<Stretch> of(String[] fields) {
    long position = Long.parseLong(fields[1]);
    List<Stretch> stretches = new ArrayList<>();
    stretches.add(new Stretch(fields[0], position, position + fields[3].length() - 1));
    if (!isStructural(fields[4]) && !fields[7].contains("SVTYPE=")) {
      return stretches;
    }
    StructuralRecord record = StructuralRecord.of(fields);
    for (int i = 0; i < record.alleles().size(); i++) {
      StructuralAllele allele = record.alleles().get(i);
      OptionalLong end = record.end(i);
      if (allele.isStretch() && end.isPresent()) {
        stretches.add(new Stretch(fields[0], position, Math.max(position, end.getAsLong())));
      }
      allele
          .mate()
          .ifPresent(mate -> stretches.add(to(fields[0], position, mate.chrom(), mate.position())));
    }
    OptionalLong other =
        StructuralRecord.number(record.value("POS2").or(() -> record.value("END")).orElse(""));
    if (record.value("CHR2").isPresent() && other.isPresent()) {
      stretches.add(to(fields[0], position, record.value("CHR2").get(), other.getAsLong()));
    }
    return stretches;
  }

  /** All between two ends on one chromosome, as it may be lost; else the other end. */
  private static Stretch to(String chrom, long position, String otherChrom, long other) {
    return chrom.equals(otherChrom)
        ? new Stretch(chrom, Math.min(position, other), Math.max(position, other))
        : new Stretch(otherChrom, other, other);
  }

  /** Whether an ALT column holds symbolic alleles, breakends or none, so that REF is no measure. */
  static boolean isStructural(String alternates) {
    return alternates.indexOf('<') >= 0
        || alternates.indexOf('[') >= 0
        || alternates.indexOf(']') >= 0
        || alternates.startsWith(".")
        || alternates.endsWith(".");
  }
}
