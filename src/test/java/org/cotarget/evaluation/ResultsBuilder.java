package org.cotarget.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TruthTable;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.ResultFolderException;
import org.cotarget.report.ResultsHeader;
import org.cotarget.report.StoredResults;
import org.cotarget.report.StoredTable;

/** Builds results and their truth together, one patient with one tumour at a time. */
final class ResultsBuilder {

  private final List<String> columns;
  private final List<Map<String, String>> calls = new ArrayList<>();
  private final List<TruthTable.Row> truths = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final StringBuilder evidence =
      new StringBuilder(
          "PATIENT_ID\tSAMPLE_ID\tAXIS\tSOURCE\tSTRENGTH\tSUBJECT\tVALUE\tSTATEMENT\tRULE\tCITATION"
              + "\tFILE\tLINE\tCOLUMN\n");
  private final Map<String, List<String>> screening = new LinkedHashMap<>();
  private final List<ColumnPair> pairs = new ArrayList<>();
  private final Map<String, Set<String>> positive = new TreeMap<>();
  private final Map<String, Set<String>> undetermined = new TreeMap<>();
  private final List<String> by = new ArrayList<>();
  private Set<String> low = Set.of();

  final InputProblems problems = new InputProblems();

  ResultsBuilder(String... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds patients.
   *
   * @param cells {@code CALL1,CALL2 : LABEL=word,LABEL=word}, calls in the order of the columns
   */
  ResultsBuilder patients(int count, String cells) {
    String[] halves = cells.split(":", -1);
    String[] words = halves[0].strip().split(",", -1);
    for (int i = 0; i < count; i++) {
      String id = "P" + (calls.size() + 1);
      call(id, id + "-T", words);
      truth(id, id, Optional.empty(), halves[1].strip());
      evidence.append(
          id
              + "\t"
              + id
              + "-T\tRECEPTOR\tPATHOLOGY\tDECIDING\tER\t0%\tnegative\trule:1\tALL20"
              + "\tclinical.txt\t7\tER_STATUS\n");
    }
    return this;
  }

  /** Adds a tumour of a patient, with a truth of its own. */
  ResultsBuilder tumour(String patient, String sample, String cells) {
    String[] halves = cells.split(":", -1);
    call(patient, sample, halves[0].strip().split(",", -1));
    truth(sample, patient, Optional.of(sample), halves[1].strip());
    return this;
  }

  /** Adds a column of the screening table, one cell a patient; the first tumour decides. */
  ResultsBuilder screening(String column, String... cells) {
    screening.put(column, List.of(cells));
    return this;
  }

  private void call(String patient, String sample, String[] words) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("PATIENT_ID", patient);
    row.put("SAMPLE_ID", sample);
    for (int c = 0; c < columns.size(); c++) {
      row.put(columns.get(c), words[c].strip());
    }
    calls.add(row);
  }

  private void truth(String id, String patient, Optional<String> sample, String cells) {
    if (cells.equals("-")) {
      return;
    }
    SourceLocation where = SourceLocation.ofLine("truth.tsv", truths.size() + 2);
    Map<String, ClinicalValue> values = new TreeMap<>();
    for (String cell : cells.isEmpty() ? new String[0] : cells.split(",", -1)) {
      String label = cell.substring(0, cell.indexOf('=')).strip();
      String word = cell.substring(cell.indexOf('=') + 1).strip();
      values.put(label, new ClinicalValue(word, where.atColumn(label)));
      if (!labels.contains(label)) {
        labels.add(label);
      }
    }
    truths.add(new TruthTable.Row(id, patient, sample, values, where));
  }

  ResultsBuilder pair(String result, String truth) {
    pairs.add(new ColumnPair(result, truth));
    return this;
  }

  ResultsBuilder positive(String column, String... words) {
    positive.put(column, Set.of(words));
    return this;
  }

  ResultsBuilder undetermined(String column, String... words) {
    undetermined.put(column, Set.of(words));
    return this;
  }

  ResultsBuilder by(String column) {
    by.add(column);
    return this;
  }

  ResultsBuilder lowIsPositive(String column) {
    low = Set.of(column);
    return this;
  }

  Optional<Evaluation> evaluate(Path folder) throws IOException, ResultFolderException {
    Path file = Files.writeString(folder.resolve("evidence.tsv"), evidence);
    List<String> header = new ArrayList<>(List.of("PATIENT_ID", "SAMPLE_ID"));
    header.addAll(columns);
    List<String> screeningHeader = new ArrayList<>(List.of("PATIENT_ID", "SAMPLE_ID", "CRITERIA"));
    screeningHeader.addAll(screening.keySet());
    Map<String, Map<String, String>> decisions = new LinkedHashMap<>();
    for (Map<String, String> row : calls) {
      Map<String, String> decided = new LinkedHashMap<>();
      decided.put("PATIENT_ID", row.getOrDefault("PATIENT_ID", ""));
      decided.put("SAMPLE_ID", row.getOrDefault("SAMPLE_ID", ""));
      decided.put("CRITERIA", "trial");
      int patient = decisions.size();
      screening.forEach((column, cells) -> decided.put(column, cells.get(patient % cells.size())));
      decisions.putIfAbsent(row.getOrDefault("PATIENT_ID", ""), decided);
    }
    StoredResults results =
        new StoredResults(
            header(),
            new StoredTable(header, calls),
            new StoredTable(screeningHeader, List.copyOf(decisions.values())),
            file);
    TruthTable truth =
        new TruthTable(
            labels,
            truths,
            List.of(new TruthTable.Unmatched("Q1", SourceLocation.ofLine("truth.tsv", 99))),
            new InputFile("truth.tsv", "truth table", "00", truths.size(), "ids in column ID"));
    return new Evaluator(ReferenceLoader.bundled().table("evaluation_words"))
        .evaluate(
            results,
            truth,
            new EvaluationRequest(pairs, positive, undetermined, low, by, Optional.empty(), 200, 1),
            problems);
  }

  private static ResultsHeader header() {
    return new ResultsHeader(
        ResultsHeader.FORMAT,
        "0.1.0",
        "1",
        "Research use only.",
        List.of(new CriteriaSummary("trial", "Trial", "1", "built-in", "00")),
        List.of(),
        List.of(),
        "",
        "",
        List.of(),
        new ResultsHeader.Expression(
            "",
            "",
            new ResultsHeader.Model("", "", "", "", "", "", ""),
            0,
            0,
            0,
            0,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ""),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  static Estimate estimate(GroupResult group, Measure measure) {
    return group.estimates().stream().filter(e -> e.measure() == measure).findFirst().orElseThrow();
  }
}
