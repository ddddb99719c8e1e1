package org.cotarget.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.cotarget.reference.Reference;

/** The report of an example as text. */
final class ExamplePage {

  private ExamplePage() {}

  static String of(StratificationReport report) throws IOException {
    Results results = results(report);
    return of(results.header(), results.patients().toList());
  }

  static String of(ResultsHeader header, List<PatientResult> patients) throws IOException {
    Reference reference = ExampleReport.reference();
    HtmlReport report = new HtmlReport(header, patients.size(), reference);
    for (PatientResult patient : patients) {
      report.add(patient);
    }
    StringWriter out = new StringWriter();
    report.write(out);
    return out.toString();
  }

  static Results results(StratificationReport report) {
    return new RunResults(report, ExampleReport.reference());
  }
}
