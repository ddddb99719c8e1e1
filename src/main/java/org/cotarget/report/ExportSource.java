package org.cotarget.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.Reference;

/** What an export is made from: the results as {@code results.json} and the tables hold them. */
public final class ExportSource {

  private final ResultsHeader header;
  private final Reference reference;
  private final PatientResults patients;
  private final Map<String, TumorSample> samples;
  private final List<ResultTable<?>> tables;

  /** Takes the results of a finished run. */
  public ExportSource(StratificationReport report, Reference reference) {
    this.header = ResultsHeader.of(report, reference);
    this.reference = reference;
    this.patients = new PatientResults(report);
    this.samples =
        report.cohort().samples().collect(Collectors.toMap(TumorSample::id, sample -> sample));
    this.tables = new Tables(report).all();
  }

  /** The run. */
  public ResultsHeader header() {
    return header;
  }

  /** The reference data that the run used. */
  public Reference reference() {
    return reference;
  }

  /** Every patient, sorted by id and made when asked for; can be asked for again. */
  public Stream<PatientResult> patients() {
    return patients.stream();
  }

  /** Clinical columns of a sample that are no receptor results, by upper-case column name. */
  public Map<String, ClinicalValue> clinical(String sampleId) {
    return Objects.requireNonNull(samples.get(sampleId), sampleId).clinical();
  }

  /** The tables of the result folder. */
  public List<ResultTable<?>> tables() {
    return tables;
  }
}
