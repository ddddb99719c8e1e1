package org.cotarget.input.vcf.structural;

import java.util.List;

/**
 * Who carries an allele. What a normal is called to carry is inherited, unless the caller says
 * SOMATIC; a tumour without genotype carries what its reads show.
 *
 * @param tumors how many tumours the file has
 * @param normals sample columns that are known to be normals
 */
record Carriers(int tumors, List<Integer> normals) {

  private static final String SOMATIC = "SOMATIC";

  Carriers {
    normals = List.copyOf(normals);
  }

  /**
   * Whether a normal carries the allele.
   *
   * @param allele number of the allele, from 1
   */
  boolean isInherited(StructuralRecord record, int allele) {
    return !record.flag(SOMATIC)
        && normals.stream().anyMatch(column -> Support.of(record, column).calls(allele));
  }

  /** Whether the record is told apart from what is inherited, by a normal or by the caller. */
  boolean isPaired(StructuralRecord record) {
    return record.flag(SOMATIC) || !normals.isEmpty();
  }

  /** Whether a tumour carries the allele. */
  boolean carries(StructuralRecord record, Support support, int allele, int column) {
    if (column < 0 || support.calls(allele)) {
      return true;
    }
    if (support.isCalled()) {
      // A caller that says SOMATIC of a tumour with few reads may still write 0/0.
      return record.flag(SOMATIC) && support.alternate() > 0;
    }
    return support.alternate() > 0
        || (support.alternate() < 0 && isAlone() && !record.keys().contains("GT"));
  }

  /** Whether INFO is about one tumour. */
  boolean isAlone() {
    return tumors == 1;
  }
}
