package org.cotarget.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
  private final Supplier<Stream<PatientResult>> patients;
  private final Reference reference;

  /**
   * Describes a page.
   *
   * @param patients gives all patients, sorted by id, each time it is asked
   */
  HtmlReport(ResultsHeader header, Supplier<Stream<PatientResult>> patients, Reference reference) {
    this.header = header;
    this.patients = patients;
    this.reference = reference;
  }

  void write(Writer out) throws IOException {
    TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    engine.render("report.jte", page(), new WriterOutput(new VisibleWriter(out)));
  }

  private HtmlPage page() throws IOException {
    CohortSummary summary = new CohortSummary(header.criteria());
    CoverageSummary coverage = new CoverageSummary(header.expression().unit());
    ReceptorConcordance concordance = new ReceptorConcordance();
    Prevalence prevalence = new Prevalence(reference.table("prevalence_bands"));
    try (Stream<PatientResult> all = patients.get()) {
      all.forEach(
          patient -> {
            summary.add(patient);
            patient.samples().forEach(coverage::add);
            patient.samples().forEach(concordance::add);
            Prevalence.tumourOf(patient.samples()).ifPresent(prevalence::add);
          });
    }
    HtmlData data = new HtmlData(header, reference);
    List<HtmlPage.Row> rows = new ArrayList<>();
    int embedded = embed(summary.patients() <= EMBEDDED_PATIENTS, data, rows);
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

  /** Adds the patients that the page shows and returns their number. */
  private int embed(boolean everyone, HtmlData data, List<HtmlPage.Row> rows) throws IOException {
    int embedded = 0;
    try (Stream<PatientResult> all = patients.get()) {
      Stream<PatientResult> shown = all.filter(p -> everyone || mayBeCandidate(p));
      for (Iterator<PatientResult> each = shown.iterator(); each.hasNext(); embedded++) {
        PatientResult patient = each.next();
        data.add(patient);
        rows.addAll(rows(patient));
      }
    }
    return embedded;
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
