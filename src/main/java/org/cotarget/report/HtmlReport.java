package org.cotarget.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputFile;
import org.cotarget.eligibility.Decision;
import org.cotarget.reference.Trial;

/**
 * Writes {@code report.html}: one page that needs no network. A content security policy lets it run
 * nothing but its own style and script, which are named by their digests.
 */
final class HtmlReport {

  /** Above this number of patients only those that are not excluded are embedded. */
  static final int EMBEDDED_PATIENTS = 5000;

  private static final int PROBLEMS_SHOWN = 200;

  private final ResultsHeader header;
  private final StratificationReport report;
  private final List<Trial> trials;

  HtmlReport(ResultsHeader header, StratificationReport report, List<Trial> trials) {
    this.header = header;
    this.report = report;
    this.trials = List.copyOf(trials);
  }

  void write(Writer out) throws IOException {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    engine.render("report.jte", page(), new WriterOutput(new VisibleWriter(out)));
  }

  private HtmlPage page() throws IOException {
    String style = SafePage.style();
    String script = SafePage.resource(HtmlReport.class, "report.js");
    int all = report.cohort().patients().size();
    Tables tables = new Tables(report);
    List<PatientResult> embedded =
        new PatientResults(report)
            .stream().filter(p -> all <= EMBEDDED_PATIENTS || mayBeCandidate(p)).toList();
    Set<String> ids = embedded.stream().map(PatientResult::id).collect(Collectors.toSet());
    CohortSummary summary = new CohortSummary(report);
    return new HtmlPage(
        header,
        title(),
        SafePage.policy(style, script),
        style,
        script,
        new HtmlData(header).write(embedded),
        summary.keyNumbers(),
        summary.flow(),
        summary.charts(),
        summary.coverage(),
        summary.criteria(),
        tables.screening().stream().filter(row -> ids.contains(row.patientId())).toList(),
        header.problems().stream().limit(PROBLEMS_SHOWN).toList(),
        trials,
        all - embedded.size());
  }

  private static boolean mayBeCandidate(PatientResult patient) {
    return patient.decisions().stream().anyMatch(d -> d.decision() != Decision.NOT_CANDIDATE);
  }

  /**
   * What people call the cohort: the name of the folder that the inputs share, else the first file.
   */
  private String title() {
    String folder = header.folder();
    return folder.isEmpty()
        ? header.inputs().stream().map(InputFile::path).findFirst().orElse("cohort")
        : folder.substring(folder.lastIndexOf('/') + 1);
  }
}
