package org.cotarget.report;

import java.util.List;
import java.util.stream.Stream;
import org.cotarget.reference.Reference;

/** What an export is made from: the results as {@code results.json} and the tables hold them. */
public final class ExportSource {

  private final Results results;
  private final Reference reference;

  /**
   * Takes finished results.
   *
   * @param reference the reference data that they rest on
   */
  public ExportSource(Results results, Reference reference) {
    this.results = results;
    this.reference = reference;
  }

  /** The run. */
  public ResultsHeader header() {
    return results.header();
  }

  /** The reference data that the run used. */
  public Reference reference() {
    return reference;
  }

  /** Every patient, sorted by id and made when asked for; can be asked for again. */
  public Stream<PatientResult> patients() {
    return results.patients();
  }

  /** The tables of the result folder. */
  public List<ResultTable<?>> tables() {
    return new Tables(results).all();
  }
}
