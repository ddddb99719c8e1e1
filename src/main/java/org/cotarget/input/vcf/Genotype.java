package org.cotarget.input.vcf;

import java.util.ArrayList;
import java.util.List;

/** Which alternate alleles of a record a tumour carries. */
final class Genotype {

  /** Whether an allele is a somatic variant of the tumour. */
  enum State {
    CARRIED,
    NOT_CARRIED,
    /** The caller found it in the normal, too. */
    GERMLINE,
    /** Inherited, and the other allele was lost in the tumour. */
    LOST_HETEROZYGOSITY,
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
    String status = column && values.size("SS") == 1 ? values.text("SS") : info.text("SS");
    List<State> states = new ArrayList<>();
    for (int i = 0; i < alleles.count(); i++) {
      State state = column ? called(values, alleles, i, status, alone) : State.CARRIED;
      if (state == State.CARRIED && status.equals("1")) {
        state = State.GERMLINE;
      } else if (state == State.CARRIED && status.equals("3")) {
        state = State.LOST_HETEROZYGOSITY;
      }
      states.add(state);
    }
    return new Genotype(states);
  }

  private static State called(
      FieldValues values, SiteAlleles alleles, int alternate, String status, boolean alone) {
    String genotype = values.text("GT");
    boolean called = genotype.chars().anyMatch(Character::isDigit);
    if (called && hasAllele(genotype, alternate + 1)) {
      return State.CARRIED;
    }
    int reads = AlleleReads.of(values, alleles, alternate).alternateDepth();
    if (called) {
      // Pindel writes 0/0 for tumours with few reads and says by SS that the variant is somatic.
      return status.equals("2") && reads > 0 ? State.CARRIED : State.NOT_CARRIED;
    }
    if (reads >= 0) {
      return reads > 0 ? State.CARRIED : State.NOT_CARRIED;
    }
    return alone && !values.has("GT") ? State.CARRIED : State.NO_CALL;
  }

  private static boolean hasAllele(String genotype, int allele) {
    String wanted = String.valueOf(allele);
    for (String part : genotype.split("[/|]", -1)) {
      if (part.equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
