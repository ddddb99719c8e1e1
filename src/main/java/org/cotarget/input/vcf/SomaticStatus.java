package org.cotarget.input.vcf;

import java.util.Locale;
import java.util.Set;

/** Where a caller, or the column of the matched normal, says that an allele comes from. */
enum SomaticStatus {
  /** A caller that saw the normal says that the tumour alone has it. */
  SOMATIC,
  /** The normal has it, too. */
  GERMLINE,
  /** Inherited, and the other allele was lost in the tumour. */
  LOST_HETEROZYGOSITY,
  /** Nothing is said. */
  UNKNOWN;

  private static final Set<String> SOMATIC_WORDS =
      Set.of("STRONGSOMATIC", "LIKELYSOMATIC", "SOMATIC", "SAMPLESPECIFIC");
  private static final Set<String> LOST_WORDS = Set.of("STRONGLOH", "LIKELYLOH", "LOH");

  /**
   * The status of an allele: by SS of VarScan, MuSE and SomaticSniper, STATUS of VarDict, the flags
   * GERMLINE and SOMATIC, and lastly the genotype of the normal.
   *
   * @param values values of the tumour's column
   * @param normal genotype of the one normal of the file, or blank
   */
  static SomaticStatus of(FieldValues values, FieldValues info, String normal, int alternate) {
    return switch (number(values, info)) {
      case "1" -> GERMLINE;
      case "2" -> SOMATIC;
      case "3" -> LOST_HETEROZYGOSITY;
      default -> byWord(info, normal, alternate);
    };
  }

  private static SomaticStatus byWord(FieldValues info, String normal, int alternate) {
    String word = info.text("STATUS").toUpperCase(Locale.ROOT);
    if (LOST_WORDS.contains(word)) {
      return LOST_HETEROZYGOSITY;
    }
    if (word.equals("GERMLINE") || info.has("GERMLINE")) {
      return GERMLINE;
    }
    if (SOMATIC_WORDS.contains(word) || info.has("SOMATIC")) {
      return SOMATIC;
    }
    return Genotype.hasAllele(normal, alternate + 1) ? GERMLINE : UNKNOWN;
  }

  /** The number of SS, in the tumour's column before INFO; blank when there is none. */
  static String number(FieldValues values, FieldValues info) {
    return values.size("SS") == 1 ? values.text("SS") : info.text("SS");
  }
}
