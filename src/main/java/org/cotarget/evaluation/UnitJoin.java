package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.TruthTable;
import org.cotarget.report.StoredResults;

/** Puts rows of the truth table beside the results of the tumours that they speak of. */
final class UnitJoin {

  /** Columns of {@code screening.tsv} that depend on the criteria file. */
  private static final List<String> DECIDED =
      List.of("CRITERIA", "DECISION", "PRIORITY", "REASONS", "NEXT_TEST", "OTHER_SAMPLES");

  private final Map<String, Map<String, String>> callsBySample = new HashMap<>();
  private final Map<String, Map<String, String>> decisionByPatient = new HashMap<>();
  private final TreeSet<String> patients = new TreeSet<>();

  /**
   * Indexes the results.
   *
   * @param criteria the criteria file whose decisions are meant
   */
  UnitJoin(StoredResults results, String criteria) {
    for (Map<String, String> row : results.calls().rows()) {
      callsBySample.put(row.getOrDefault("SAMPLE_ID", ""), row);
      patients.add(row.getOrDefault("PATIENT_ID", ""));
    }
    for (Map<String, String> row : results.screening().rows()) {
      if (row.getOrDefault("CRITERIA", "").equals(criteria)) {
        decisionByPatient.put(row.getOrDefault("PATIENT_ID", ""), row);
      }
    }
  }

  /** The units in the order of the truth table; a tumour named twice is an error. */
  List<Unit> units(TruthTable truth, InputProblems problems) {
    List<Unit> units = new ArrayList<>();
    Map<String, TruthTable.Row> seen = new HashMap<>();
    for (TruthTable.Row row : truth.rows()) {
      Map<String, String> decided = decisionByPatient.getOrDefault(row.patientId(), Map.of());
      String sample = row.sampleId().orElseGet(() -> decided.getOrDefault("SAMPLE_ID", ""));
      TruthTable.Row earlier = seen.putIfAbsent(sample, row);
      if (earlier != null) {
        problems.error(
            "TRUTH_SAMPLE_TWICE",
            row.where(),
            row.id()
                + " and "
                + earlier.id()
                + " in line "
                + earlier.where().line()
                + " are one tumour of the results",
            "keep one row for each patient or sample");
        continue;
      }
      Map<String, String> cells = new HashMap<>(callsBySample.getOrDefault(sample, Map.of()));
      DECIDED.forEach(
          column -> Optional.ofNullable(decided.get(column)).ifPresent(v -> cells.put(column, v)));
      units.add(new Unit(row.patientId(), sample, Map.copyOf(cells), row));
    }
    return units;
  }

  /** Patients of the results whom no unit is of, sorted. */
  List<String> without(List<Unit> units) {
    TreeSet<String> others = new TreeSet<>(patients);
    units.forEach(unit -> others.remove(unit.patientId()));
    return List.copyOf(others);
  }
}
