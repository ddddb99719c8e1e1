package org.cotarget.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SourceLocation;

/**
 * What one clinical table says of one patient or of one sample.
 *
 * @param patientId patient id as the table spells it
 * @param sampleId sample id as the table spells it; empty in a table of patients
 * @param type where the sample was taken
 * @param receptors receptor results of this row
 * @param proteins protein results of this row
 * @param values other cells by upper-case header
 * @param where the row
 */
record ClinicalRecord(
    String patientId,
    Optional<String> sampleId,
    SampleType type,
    List<ReceptorResult> receptors,
    List<ProteinResult> proteins,
    Map<String, ClinicalValue> values,
    SourceLocation where) {

  ClinicalRecord {
    receptors = List.copyOf(receptors);
    proteins = List.copyOf(proteins);
    values = Map.copyOf(values);
  }

  /** The id that a table must not hold twice. */
  String key() {
    return sampleId.orElse(patientId);
  }
}
