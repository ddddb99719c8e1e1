package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TruthTable;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.ReceptorVocabulary;

/**
 * Reads a table of labels and joins it to the patients and tumours of a result folder. TCGA
 * barcodes join at patient, sample and aliquot level, all other ids exactly, as inputs of a run do.
 */
public final class TruthReader {

  private final ReceptorVocabulary vocabulary;

  /** Takes the words that mean "no value" from the vocabulary. */
  public TruthReader(ReceptorVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads and joins a table.
   *
   * @param idColumn the column that names patients or tumours; empty to take a usual one
   * @param patientBySample the tumours of the results, each with its patient
   * @return empty, with an error, where the table cannot be used
   */
  public Optional<TruthTable> read(
      Path path,
      Optional<String> idColumn,
      Map<String, String> patientBySample,
      InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(path, TableFormat.TABLE, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      OptionalInt id = idColumn(table, idColumn);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      Rows rows = new Rows(table, id.getAsInt(), directory(patientBySample), problems);
      while (table.next()) {
        rows.take();
      }
      rows.finish(patientBySample);
      if (table.failed()) {
        return Optional.empty();
      }
      List<String> columns = new ArrayList<>(table.header());
      columns.remove(id.getAsInt());
      columns.removeIf(String::isEmpty);
      return table
          .provenance("truth table", "ids in column " + table.columnName(id.getAsInt()))
          .map(file -> new TruthTable(columns, rows.joined, rows.unmatched, file));
    }
  }

  private static OptionalInt idColumn(TableReader table, Optional<String> named) {
    if (named.isPresent()) {
      return table.require(named.get());
    }
    List<OptionalInt> usual = ClinicalReader.idColumns(table);
    OptionalInt patient = usual.get(0);
    OptionalInt sample = usual.get(1);
    if (sample.isPresent()) {
      return sample;
    }
    return patient.isPresent() ? patient : table.require("PATIENT_ID", "SAMPLE_ID", "--id COLUMN");
  }

  private static SampleDirectory directory(Map<String, String> patientBySample) {
    SampleDirectory directory = new SampleDirectory();
    new TreeMap<>(patientBySample)
        .forEach((sample, patient) -> directory.addListed(sample, patient));
    return directory;
  }

  /** The rows of one table. */
  private final class Rows {
    private final TableReader table;
    private final int idColumn;
    private final SampleDirectory directory;
    private final InputProblems problems;
    private final List<TruthTable.Row> joined = new ArrayList<>();
    private final List<TruthTable.Unmatched> unmatched = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();
    private final TreeSet<String> normals = new TreeSet<>();

    Rows(TableReader table, int idColumn, SampleDirectory directory, InputProblems problems) {
      this.table = table;
      this.idColumn = idColumn;
      this.directory = directory;
      this.problems = problems;
    }

    void take() {
      String id = table.text(idColumn);
      if (vocabulary.isMissing(id)) {
        problems.error(
            "TRUTH_ID_MISSING",
            table.where(idColumn),
            "the row names no patient and no sample",
            "fill in the id or remove the row");
        return;
      }
      if (SampleIds.isNormal(id)) {
        normals.add(id);
        return;
      }
      Optional<String> patient = directory.patient(id);
      // A tumour may have the id of its patient; then the row speaks of the patient.
      boolean ofPatient = patient.isPresent();
      Optional<String> sample = ofPatient ? Optional.empty() : directory.find(id);
      String key = sample.or(() -> patient).orElse(id);
      Long earlier = lines.putIfAbsent(key, table.line());
      if (earlier != null) {
        problems.error(
            "TRUTH_ID_DUPLICATE",
            table.where(idColumn),
            id + " has a row in line " + earlier + " already",
            "keep one row for each patient or sample");
        return;
      }
      if (!ofPatient && sample.isEmpty()) {
        unmatched.add(new TruthTable.Unmatched(id, table.where()));
        return;
      }
      joined.add(
          new TruthTable.Row(
              id,
              sample.map(directory::patientOf).or(() -> patient).orElse(id),
              sample,
              values(),
              table.where()));
    }

    private Map<String, ClinicalValue> values() {
      Map<String, ClinicalValue> values = new TreeMap<>();
      for (int i = 0; i < table.header().size(); i++) {
        String text = table.text(i);
        if (i != idColumn && !table.header().get(i).isEmpty() && !vocabulary.isMissing(text)) {
          values.put(table.header().get(i), new ClinicalValue(text, table.where(i)));
        }
      }
      return values;
    }

    void finish(Map<String, String> patientBySample) {
      SourceLocation file = SourceLocation.ofFile(table.path());
      if (!normals.isEmpty()) {
        problems.note(
            "NORMALS_LEFT_OUT",
            file,
            normals.size() + " samples of normal tissue are left out: " + SampleJoin.some(normals),
            "nothing: only tumours are assessed");
      }
      List<String> strangers = unmatched.stream().map(TruthTable.Unmatched::id).toList();
      if (joined.isEmpty() && !strangers.isEmpty()) {
        problems.error(
            "TRUTH_DOES_NOT_JOIN",
            file.atColumn(table.columnName(idColumn)),
            "none of the "
                + strangers.size()
                + " ids is in the results; the table has "
                + SampleJoin.first(strangers, 3)
                + ", the results have "
                + SampleJoin.first(new TreeSet<>(patientBySample.values()), 3),
            "name the column of patient or sample ids with --id; ids are compared exactly except"
                + " TCGA barcodes"
                + SampleJoin.hint(strangers, directory.clinicalIds()));
      } else if (!strangers.isEmpty()) {
        problems.warning(
            "TRUTH_NOT_IN_RESULTS",
            unmatched.get(0).where(),
            strangers.size()
                + " of "
                + (joined.size() + strangers.size())
                + " rows name nobody of the results: "
                + SampleJoin.some(strangers),
            "nothing, where they were not part of the run"
                + SampleJoin.hint(strangers, directory.clinicalIds()));
      } else if (joined.isEmpty() && !problems.hasErrors()) {
        problems.error(
            "TRUTH_DOES_NOT_JOIN",
            file,
            "the table names no tumour, only normal tissue",
            "supply labels of tumours or of patients");
      }
    }
  }
}
