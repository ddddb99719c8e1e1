package org.cotarget.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.TruthTable;
import org.cotarget.report.StoredResults;

/** Puts rows of the truth table beside the results of the tumours that they speak of. */
final class UnitJoin {

  private static final String DECISION = "DECISION";

  /**
   * Columns of {@code calls.tsv} that hold the decision on the patient by the first criteria file,
   * whichever of her samples the row is of.
   */
  private static final Set<String> OF_PATIENT =
      Set.of(DECISION, "PRIORITY", "DECIDING_SAMPLE", "REASONS", "NEXT_TEST");

  /** The decision on one of the other samples, e.g. {@code TCGA-AB-1234-06: NOT_CANDIDATE}. */
  private static final Pattern OTHER_SAMPLE = Pattern.compile("(.+): ([A-Z_]+)");

  /** Columns that depend on the criteria file and on the sample that its decision rests on. */
  private final Set<String> decided = new HashSet<>();

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
    decided.addAll(results.screening().columns());
    decided.removeAll(results.calls().columns());
    decided.addAll(OF_PATIENT);
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
      Map<String, String> decision = decisionByPatient.getOrDefault(row.patientId(), Map.of());
      String sample = row.sampleId().orElseGet(() -> decision.getOrDefault("SAMPLE_ID", ""));
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
      units.add(new Unit(row.patientId(), sample, cells(sample, decision), row));
    }
    return units;
  }

  /**
   * Cells of a sample. Of the decision by the criteria file a sample that it does not rest on has
   * only what the patient's row says of it; the rest is not known of that sample.
   */
  private Map<String, String> cells(String sample, Map<String, String> decision) {
    Map<String, String> cells = new HashMap<>(callsBySample.getOrDefault(sample, Map.of()));
    cells.keySet().removeAll(decided);
    String deciding = decision.getOrDefault("SAMPLE_ID", "");
    if (deciding.equals(sample)) {
      cells.putAll(decision);
    } else {
      Stream.of(decision.getOrDefault("OTHER_SAMPLES", "").split("; "))
          .map(OTHER_SAMPLE::matcher)
          .filter(other -> other.matches() && other.group(1).equals(sample))
          .forEach(other -> cells.put(DECISION, other.group(2)));
    }
    cells.put("DECIDING_SAMPLE", deciding);
    return Map.copyOf(cells);
  }

  /** Warns of compared columns that rest on other samples than those of some units. */
  void reportOthers(List<ColumnPair> pairs, List<Unit> units, InputProblems problems) {
    for (String column : pairs.stream().map(ColumnPair::result).distinct().toList()) {
      List<Unit> unknown =
          units.stream()
              .filter(unit -> decided.contains(column) && !unit.results().containsKey(column))
              .toList();
      if (!unknown.isEmpty()) {
        problems.warning(
            "RESULT_OF_ANOTHER_SAMPLE",
            unknown.get(0).truth().where(),
            column
                + " of "
                + unknown.size()
                + (unknown.size() == 1 ? " sample" : " samples")
                + " is not in the results, so it counts as undetermined: the decision rests on"
                + " another sample of the patient",
            "name patients in the truth table, or the samples that decide (SAMPLE_ID in"
                + " screening.tsv)");
      }
    }
  }

  /** Patients of the results whom no unit is of, sorted. */
  List<String> without(List<Unit> units) {
    TreeSet<String> others = new TreeSet<>(patients);
    units.forEach(unit -> others.remove(unit.patientId()));
    return List.copyOf(others);
  }
}
