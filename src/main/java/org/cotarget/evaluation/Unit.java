package org.cotarget.evaluation;

import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.TruthTable;

/**
 * A patient or tumour that is both in the results and in the truth table.
 *
 * @param patientId patient id of the results
 * @param sampleId the tumour: the one the truth names, else the one that the decision rests on
 * @param results cells of the results by header
 * @param truth the row of the truth table
 */
record Unit(String patientId, String sampleId, Map<String, String> results, TruthTable.Row truth) {

  /** The result's text; {@code NA} where the results lack it. */
  String result(String column) {
    return results.getOrDefault(column, "NA");
  }

  Optional<ClinicalValue> truth(String column) {
    return Optional.ofNullable(truth.values().get(column));
  }
}
