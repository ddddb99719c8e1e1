package org.cotarget.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.cotarget.cohort.InputFile;
import org.cotarget.eligibility.Decision;
import org.cotarget.eligibility.NextTest;
import org.cotarget.reference.Reference;

/**
 * Writes {@code report.html}: one page that needs no network. It is made of what {@code
 * results.json} holds and of nothing else, so that it can be made again from results that were read
 * back.
 */
final class HtmlReport {

  /** Above this number of patients only those that are not excluded are embedded. */
  static final int EMBEDDED_PATIENTS = 5000;

  /** The script of the page, part after part. */
  static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "elements.js",
          "export.js",
          "table.js",
          "oncoprint.js",
          "strips.js",
          "figures.js",
          "verdict.js",
          "patient.js",
          "start.js");

  private static final int PROBLEMS_SHOWN = 200;

  private final ResultsHeader header;
  private final Reference reference;
  private final boolean everyone;
  private final CohortSummary summary;
  private final CoverageSummary coverage;
  private final ReceptorConcordance concordance = new ReceptorConcordance();
  private final Prevalence prevalence;
  private final HtmlData data;
  private final List<HtmlPage.Row> rows = new ArrayList<>();
  private int embedded;

  /**
   * Begins a page.
   *
   * @param patients number of patients that will be added
   */
  HtmlReport(ResultsHeader header, int patients, Reference reference) throws IOException {
    this.header = header;
    this.reference = reference;
    this.everyone = patients <= EMBEDDED_PATIENTS;
    this.summary = new CohortSummary(header.criteria());
    this.coverage = new CoverageSummary(header.expression().unit());
    this.prevalence = new Prevalence(reference.table("prevalence_bands"));
    this.data = new HtmlData(header, reference);
  }

  /** Adds a patient; patients come sorted by id. */
  void add(PatientResult patient) throws IOException {
    summary.add(patient);
    patient.samples().forEach(coverage::add);
    patient.samples().forEach(concordance::add);
    Prevalence.tumourOf(patient.samples()).ifPresent(prevalence::add);
    if (everyone || mayBeCandidate(patient)) {
      data.add(patient);
      rows.addAll(rows(patient));
      embedded++;
    }
  }

  /** Writes the page of the patients that were added, once. */
  void write(Writer out) throws IOException {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    engine.render("report.jte", page(), new WriterOutput(new VisibleWriter(out)));
  }

  private HtmlPage page() throws IOException {
    String style = SafePage.style() + SafePage.resource(HtmlReport.class, "figures.css");
    String script = SafePage.resource(HtmlReport.class, SCRIPTS);
    return new HtmlPage(
        header,
        title(),
        SafePage.policy(style, script),
        style,
        script,
        data.finish(summary.patients() - embedded),
        summary.keyNumbers(),
        summary.flow(),
        summary.charts(),
        coverage.lines(),
        concordance.lines(),
        PrevalenceFigure.of(prevalence.shares()),
        summary.criteria(),
        rows,
        header.problems().stream().limit(PROBLEMS_SHOWN).toList(),
        reference.trials(),
        ColumnDictionary.entries(),
        summary.patients() - embedded);
  }

  private static List<HtmlPage.Row> rows(PatientResult patient) {
    return patient.decisions().stream()
        .flatMap(made -> patient.sample(made.sample()).stream().map(s -> row(patient, made, s)))
        .toList();
  }

  private static HtmlPage.Row row(
      PatientResult patient, PatientResult.MadeDecision made, SampleResult deciding) {
    return new HtmlPage.Row(
        patient.id(),
        made.criteria(),
        made.decision().name(),
        made.priority(),
        deciding.receptors().call().name(),
        deciding.pi3k().call().name(),
        deciding.pi3k().events().stream().map(e -> e.gene() + " " + e.label()).toList(),
        deciding.jakStat5().call().name(),
        made.nextTests().stream().map(NextTest::text).toList());
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
