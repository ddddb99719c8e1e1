package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.List;

/** Which alternate alleles of a record a tumour carries. */
final class Genotype {

  /** Whether a tumour carries an allele. */
  enum State {
    CARRIED,
    NOT_CARRIED,
    /** The record has no genotype and no reads for the tumour. */
    NO_CALL
  }

  private final List<State> states;

  private Genotype(List<State> states) {
    this.states = states;
  }

  State of(int alternate) {
    return states.get(alternate);
  }

  /**
   * @param values values of the tumour's column, or INFO where a file has no column
   * @param info INFO
   * @param column whether there is a column
   * @param alone whether the file has one tumour, whose every record is then its own unless told
   *     otherwise
   */
  static Genotype of(
      FieldValues values, FieldValues info, SiteAlleles alleles, boolean column, boolean alone) {
    List<State> states = new ArrayList<>();
    for (int i = 0; i < alleles.count(); i++) {
      states.add(column ? called(values, info, alleles, i, alone) : State.CARRIED);
    }
    return new Genotype(states);
  }

  /** Whether a genotype such as {@code 0/1}, {@code 1|0} or {@code 2} names an allele. */
  static boolean hasAllele(String genotype, int allele) {
    String wanted = String.valueOf(allele);
    for (String part : genotype.split("[/|]", -1)) {
      if (part.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static State called(
      FieldValues values, FieldValues info, SiteAlleles alleles, int alternate, boolean alone) {
    String genotype = values.text("GT");
    boolean called = genotype.chars().anyMatch(Character::isDigit);
    if (called && hasAllele(genotype, alternate + 1)) {
      return State.CARRIED;
    }
    int reads = AlleleReads.of(values, alleles, alternate).alternateDepth();
    if (called) {
      // Pindel writes 0/0 for tumours with few reads and says by SS that the variant is somatic.
      return SomaticStatus.number(values, info).equals("2") && reads > 0
          ? State.CARRIED
          : State.NOT_CARRIED;
    }
    if (reads > 0 || strelkaGenotype(info, alleles.alternate(alternate))) {
      return State.CARRIED;
    }
    if (reads == 0) {
      return State.NOT_CARRIED;
    }
    return alone && !values.has("GT") ? State.CARRIED : State.NO_CALL;
  }

  /** Strelka has no GT: {@code SGT=CC->CT} or {@code ref->het} tells that of normal and tumour. */
  private static boolean strelkaGenotype(FieldValues info, String alternate) {
    String genotypes = info.text("SGT");
    int arrow = genotypes.indexOf("->");
    if (arrow < 0) {
      return false;
    }
    String tumor = genotypes.substring(arrow + 2);
    return tumor.equals("het")
        || tumor.equals("hom")
        || (alternate.length() == 1 && tumor.contains(alternate));
  }
}
