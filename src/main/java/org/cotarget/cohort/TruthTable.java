package org.cotarget.cohort;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Labels from outside for the patients or tumours of a cohort, joined to their ids.
 *
 * @param columns headers of the label columns, in file order
 * @param rows rows that join, in file order
 * @param unmatched rows that name nobody of the cohort, in file order
 * @param file the file
 */
public record TruthTable(
    List<String> columns, List<Row> rows, List<Unmatched> unmatched, InputFile file) {

  /**
   * The labels of one patient or tumour.
   *
   * @param id the id as the table spells it
   * @param patientId the patient of the cohort
   * @param sampleId the tumour of the cohort; empty where the row speaks of the patient
   * @param values the cells by header, without missing values
   * @param where the row
   */
  public record Row(
      String id,
      String patientId,
      Optional<String> sampleId,
      Map<String, ClinicalValue> values,
      SourceLocation where) {
    public Row {
      values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
  }

  /** A row whose id names nobody of the cohort. */
  public record Unmatched(String id, SourceLocation where) {}

  public TruthTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    unmatched = List.copyOf(unmatched);
  }
}
