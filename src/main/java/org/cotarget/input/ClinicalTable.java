package org.cotarget.input;

import java.util.List;
import org.cotarget.cohort.InputFile;

/**
 * One clinical table.
 *
 * @param records one for each patient or sample, in file order
 * @param file provenance
 */
record ClinicalTable(List<ClinicalRecord> records, InputFile file) {
  ClinicalTable {
    records = List.copyOf(records);
  }
}
