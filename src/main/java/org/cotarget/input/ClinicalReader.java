package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.ReceptorVocabulary;
import org.cotarget.reference.Thresholds;

/** Reads a clinical table of patients, of samples, or of both in one row. */
final class ClinicalReader {

  private static final String[] PATIENT = {
    "PATIENT_ID",
    "_PATIENT",
    "case_submitter_id",
    "cases.submitter_id",
    "bcr_patient_barcode",
    "submitter_id",
    "Patient ID",
    "PatientID",
    "patient",
    "patient_barcode",
    "subject_id",
    "participant_id",
    "record_id"
  };
  private static final String[] SAMPLE = {
    "SAMPLE_ID", "sampleID", "Sample ID", "bcr_sample_barcode", "sample_submitter_id",
    "samples.submitter_id", "sample_barcode", "Tumor_Sample_Barcode", "sample", "sample_name",
    "geo_accession"
  };
  private static final String[] TYPE = {
    "SAMPLE_TYPE", "Sample Type", "sample_type", "samples.sample_type", "tumor_type_class"
  };

  private final ReceptorVocabulary vocabulary;
  private final Thresholds thresholds;
  private final ReceptorColumns receptorColumns;

  ClinicalReader(
      ReceptorVocabulary vocabulary, Thresholds thresholds, ReceptorColumns receptorColumns) {
    this.vocabulary = vocabulary;
    this.thresholds = thresholds;
    this.receptorColumns = receptorColumns;
  }

  /**
   * Reads one table.
   *
   * @return empty, with a problem, where nothing of the file can be used
   */
  Optional<ClinicalTable> read(Path path, InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(path, TableFormat.TABLE, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      if (table.find(PATIENT).isEmpty() && table.find(SAMPLE).isEmpty()) {
        table.require("PATIENT_ID", "SAMPLE_ID", "bcr_patient_barcode", "sample");
        return Optional.empty();
      }
      Rows rows = new Rows(table);
      while (table.next()) {
        rows.take();
      }
      if (table.failed()) {
        return Optional.empty();
      }
      rows.finish();
      List<ClinicalRecord> records = List.copyOf(rows.byKey.values());
      String dialect = receptorColumns.dialectOf(table);
      return table
          .provenance("clinical", "columns read by the conventions of " + dialect)
          .map(file -> new ClinicalTable(records, file));
    }
  }

  /** The columns that may name a patient or a sample. */
  static List<OptionalInt> idColumns(TableReader table) {
    return List.of(table.find(PATIENT), table.find(SAMPLE));
  }

  /** The rows of one table. */
  private final class Rows {
    private final TableReader table;
    private final InputProblems problems;
    private final OptionalInt patient;
    private final OptionalInt sample;
    private final OptionalInt type;
    private final Map<Integer, ReceptorColumn> receptors;
    private final ReceptorCells cells;
    private final Map<String, ClinicalRecord> byKey = new LinkedHashMap<>();
    private final Map<Integer, List<NumberRange>> percents = new TreeMap<>();
    private final Set<String> normals = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();
    private final DashCells dashes = new DashCells();
    private long hormonePositive;

    Rows(TableReader table) {
      this.table = table;
      this.problems = table.problems();
      this.sample = table.find(SAMPLE);
      this.patient = table.find(PATIENT);
      this.type = table.find(TYPE);
      this.receptors = receptorColumns.of(table);
      this.cells = new ReceptorCells(vocabulary, thresholds, problems);
    }

    void take() {
      String patientText = id(patient);
      String sampleText = id(sample);
      if (isSubHeader(patientText.isEmpty() ? sampleText : patientText)) {
        return;
      }
      Optional<SampleIds.Barcode> barcode =
          SampleIds.barcode(sampleText.isEmpty() ? patientText : sampleText);
      if (patientText.isEmpty() && sampleText.isEmpty()) {
        problems.error(
            "SAMPLE_ID_MISSING",
            table.where(patient.orElseGet(sample::getAsInt)),
            "the row names no patient and no sample",
            "fill in the id or remove the row");
        return;
      }
      // A table of samples may keep their barcodes in a column that is called after the patient.
      boolean sampleLevel =
          !sampleText.isEmpty() || barcode.filter(code -> !code.isPatient()).isPresent();
      String sampleId = sampleText.isEmpty() ? patientText : sampleText;
      String patientId =
          patientText.isEmpty() || sampleText.isEmpty()
              ? barcode.map(SampleIds.Barcode::patient).orElse(sampleId)
              : patientText;
      String typeText = table.text(type);
      if (barcode.map(SampleIds.Barcode::isNormal).orElse(false)
          || typeText.toLowerCase(Locale.ROOT).contains("normal")) {
        normals.add(sampleId);
        return;
      }
      if (!sampleLevel && patientText.isEmpty()) {
        return;
      }
      add(
          record(
              sampleLevel ? patientId : patientText,
              sampleLevel ? Optional.of(sampleId) : Optional.empty(),
              sampleType(typeText, barcode)));
    }

    /** An id; a word for a missing value is none. */
    private String id(OptionalInt column) {
      String text = table.text(column);
      return vocabulary.isMissing(text) ? "" : text;
    }

    private ClinicalRecord record(
        String patientId, Optional<String> sampleId, SampleType sampleType) {
      ReceptorSelection selection = new ReceptorSelection();
      List<ProteinResult> proteins = new ArrayList<>();
      Map<String, ClinicalValue> values = new TreeMap<>();
      for (int i = 0; i < table.header().size(); i++) {
        String text = table.text(i);
        ReceptorColumn column = receptors.get(i);
        if (column == null) {
          boolean isId = isAt(patient, i) || isAt(sample, i);
          if (!isId && !vocabulary.isMissing(text)) {
            values.putIfAbsent(
                table.columnName(i).toUpperCase(Locale.ROOT),
                new ClinicalValue(text, table.where(i)));
          }
        } else if (column.isProtein()) {
          cells.protein(column, text, table.where(i)).ifPresent(proteins::add);
        } else {
          List<ReceptorResult> results = cells.receptors(column, text, table.where(i));
          results.forEach(result -> selection.add(result, column.rank()));
          if (results.stream().anyMatch(r -> r.status() == ReceptorResult.Status.NEGATIVE)
              || text.equals("+")) {
            dashes.see(i, text);
          }
          watchPercent(i, results);
          hormonePositive += cells.isHormoneReceptorPositive(column, text) ? 1 : 0;
        }
      }
      return new ClinicalRecord(
          patientId, sampleId, sampleType, selection.chosen(), proteins, values, table.where());
    }

    private void add(ClinicalRecord record) {
      ClinicalRecord first = byKey.putIfAbsent(record.key(), record);
      if (first == null) {
        return;
      }
      repeated.add(record.key());
      if (!first.patientId().equals(record.patientId())) {
        problems.error(
            "SAMPLE_OF_TWO_PATIENTS",
            record.where(),
            "sample "
                + record.key()
                + " is of patient "
                + record.patientId()
                + " here and of "
                + first.patientId()
                + " in line "
                + first.where().line(),
            "give each sample to one patient");
        return;
      }
      ReceptorSelection.contradiction(first.receptors(), record.receptors())
          .ifPresent(
              other ->
                  problems.error(
                      "RECEPTORS_CONTRADICTORY",
                      other.where(),
                      "line "
                          + first.where().line()
                          + " and line "
                          + record.where().line()
                          + " give "
                          + record.key()
                          + " different results of "
                          + other.receptor()
                          + ": '"
                          + rawOf(first, other)
                          + "' and '"
                          + other.raw()
                          + "'",
                      "keep the row that is right"));
      Map<String, ClinicalValue> values = new TreeMap<>(record.values());
      values.putAll(first.values());
      List<ProteinResult> proteins = new ArrayList<>(first.proteins());
      record.proteins().stream()
          .filter(p -> first.proteins().stream().noneMatch(f -> f.protein() == p.protein()))
          .forEach(proteins::add);
      byKey.put(
          record.key(),
          new ClinicalRecord(
              first.patientId(),
              first.sampleId(),
              first.type(),
              ReceptorSelection.union(first.receptors(), record.receptors()),
              proteins,
              values,
              first.where()));
    }

    void finish() {
      SourceLocation file = SourceLocation.ofFile(table.path());
      if (!normals.isEmpty()) {
        problems.note(
            "NORMALS_LEFT_OUT",
            file,
            normals.size() + " rows of normal tissue are left out",
            "nothing: only tumours are assessed");
      }
      if (!repeated.isEmpty()) {
        problems.note(
            "ROWS_MERGED",
            file,
            repeated.size() + " ids have several rows, which were merged",
            "nothing, where a row stands for e.g. a treatment");
      }
      if (hormonePositive > 0) {
        problems.note(
            "HORMONE_RECEPTOR_POSITIVE",
            file,
            hormonePositive
                + " rows say that ER or PR is positive without saying which; no receptor result is"
                + " taken from that",
            "supply ER and PR as two columns");
      }
      if (receptorColumns.isKnownByIds(table) && !receptors.isEmpty()) {
        problems.note(
            "DIALECT_BY_IDS",
            file,
            "the ids are those of METABRIC, so receptor columns ("
                + String.join(", ", receptors.keySet().stream().map(table::columnName).toList())
                + ") are read as in METABRIC, where ER_STATUS, PR_STATUS and HER2_STATUS are calls"
                + " from expression",
            "supply METABRIC's patient file with ER_IHC too, or, where these are results of pathology,"
                + " say so with --clinical-mapping");
      }
      percents.forEach(this::checkScale);
      dashes.report(table, problems);
      cells.finish();
    }

    /**
     * Percentages that never pass 1 and are broken numbers were written as fractions: 0.9 would
     * read as below 1%.
     */
    private void checkScale(int column, List<NumberRange> seen) {
      boolean within = seen.stream().allMatch(n -> n.isExact() && n.high() <= 1);
      boolean broken = seen.stream().anyMatch(n -> n.low() > 0 && n.low() < 1);
      if (within && broken) {
        problems.warning(
            "PERCENT_AS_FRACTION",
            new SourceLocation(table.path(), table.headerLine(), table.columnName(column)),
            "all "
                + seen.size()
                + " values are within 0 and 1: they look like fractions and are read as percent",
            "write percentages from 0 to 100");
      }
    }

    private void watchPercent(int column, List<ReceptorResult> results) {
      for (ReceptorResult result : results) {
        if (result.assay() == ReceptorResult.Assay.IHC_PERCENT
            && !result.raw().endsWith("%")
            && result.number().isPresent()) {
          percents.computeIfAbsent(column, key -> new ArrayList<>()).add(result.number().get());
        }
      }
    }

    /**
     * Clinical files of TCGA repeat the column names in other words, and their ids, below the
     * header.
     */
    private boolean isSubHeader(String id) {
      return id.startsWith("CDE_ID:")
          || (table.line() <= table.headerLine() + 2 && id.equals("bcr_patient_barcode"));
    }

    private static boolean isAt(OptionalInt column, int index) {
      return column.isPresent() && column.getAsInt() == index;
    }

    private static String rawOf(ClinicalRecord record, ReceptorResult other) {
      return record.receptors().stream()
          .filter(one -> ReceptorSelection.contradict(one, other))
          .map(ReceptorResult::raw)
          .findFirst()
          .orElse("");
    }

    private static SampleType sampleType(String text, Optional<SampleIds.Barcode> barcode) {
      String folded = text.toLowerCase(Locale.ROOT);
      if (folded.contains("metasta")) {
        return SampleType.METASTASIS;
      }
      if (folded.contains("recur") || folded.contains("relapse")) {
        return SampleType.RECURRENCE;
      }
      if (folded.contains("primary")) {
        return SampleType.PRIMARY;
      }
      return barcode.map(SampleIds.Barcode::type).orElse(SampleType.UNKNOWN);
    }
  }
}
