package org.cotarget.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.cotarget.reference.Reference;

/**
 * Writes the tables, {@code results.json} and the report in one pass over the patients. Their texts
 * are made on all cores, some hundred patients at a time.
 */
final class ResultFiles {

  /** Patients whose texts are held at once. */
  private static final int BATCH = 256;

  private final Results results;
  private final Reference reference;
  private final Tables tables;
  private final ResultsJson json = new ResultsJson();
  private final TableWriter<ScreeningRow> screening = new TableWriter<>(ScreeningRow.class);
  private final TableWriter<CallRow> calls;
  private final TableWriter<EvidenceRow> evidence = new TableWriter<>(EvidenceRow.class);
  private final TableWriter<VariantRow> variants = new TableWriter<>(VariantRow.class);

  ResultFiles(Results results, Reference reference) {
    this.results = results;
    this.reference = reference;
    this.tables = new Tables(results);
    this.calls = new TableWriter<>(CallRow.class, tables.callColumnGroups());
  }

  /**
   * What is written of one patient.
   *
   * @param screening for each criteria file
   */
  private record Texts(
      PatientResult patient,
      List<String> screening,
      String calls,
      String evidence,
      String variants,
      String json) {}

  void write(OutputFolder.Sink files) throws IOException {
    try (Outputs out = new Outputs(files);
        Stream<PatientResult> patients = results.patients()) {
      List<PatientResult> batch = new ArrayList<>(BATCH);
      for (Iterator<PatientResult> each = patients.iterator(); each.hasNext(); ) {
        batch.add(each.next());
        if (batch.size() == BATCH || !each.hasNext()) {
          for (Texts texts : batch.parallelStream().map(this::texts).toList()) {
            out.add(texts);
          }
          batch.clear();
        }
      }
      out.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Texts texts(PatientResult patient) {
    try {
      List<String> decisions = new ArrayList<>();
      for (int criteria = 0; criteria < results.header().criteria().size(); criteria++) {
        decisions.add(rows(screening, tables.screening(patient, criteria)));
      }
      return new Texts(
          patient,
          decisions,
          rows(calls, tables.calls(patient)),
          rows(evidence, tables.evidence(patient)),
          rows(variants, tables.variants(patient)),
          json.text(patient));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <R extends Record> String rows(TableWriter<R> writer, Stream<R> rows)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (Iterator<R> each = rows.iterator(); each.hasNext(); ) {
      writer.writeRow(text, each.next());
    }
    return text.toString();
  }

  /** The files while they are written. */
  private final class Outputs implements Closeable {

    private final List<Closeable> opened = new ArrayList<>();
    private final OutputFolder.Sink files;
    private final List<Writer> screeningFiles = new ArrayList<>();
    private final List<ScratchFile> waiting = new ArrayList<>();
    private final Writer callFile;
    private final Writer evidenceFile;
    private final Writer variantFile;
    private final Writer jsonFile;
    private final ResultsJson.Writing patients;
    private final HtmlReport page;

    Outputs(OutputFolder.Sink files) throws IOException {
      this.files = files;
      try {
        ResultsHeader header = results.header();
        screeningFiles.add(table(ResultFolder.SCREENING, screening));
        // Rows of the second criteria file come after all of the first.
        for (int criteria = 1; criteria < header.criteria().size(); criteria++) {
          ScratchFile later = files.scratch(ResultFolder.SCREENING + "." + criteria);
          opened.add(later::close);
          waiting.add(later);
          screeningFiles.add(later.writer());
        }
        callFile = table(ResultFolder.CALLS, calls);
        evidenceFile = table(ResultFolder.EVIDENCE, evidence);
        variantFile = table(ResultFolder.VARIANTS, variants);
        jsonFile = open(ResultFolder.RESULTS);
        patients = json.begin(jsonFile, header);
        page = new HtmlReport(header, results.size(), reference);
      } catch (IOException | RuntimeException e) {
        close();
        throw e;
      }
    }

    private Writer open(String name) throws IOException {
      Writer writer = files.open(name);
      opened.add(writer);
      return writer;
    }

    private Writer table(String name, TableWriter<?> rows) throws IOException {
      Writer writer = open(name);
      rows.writeHeader(writer);
      return writer;
    }

    void add(Texts texts) throws IOException {
      for (int criteria = 0; criteria < texts.screening().size(); criteria++) {
        screeningFiles.get(criteria).write(texts.screening().get(criteria));
      }
      callFile.write(texts.calls());
      evidenceFile.write(texts.evidence());
      variantFile.write(texts.variants());
      patients.add(texts.json());
      page.add(texts.patient());
    }

    void end() throws IOException {
      for (ScratchFile later : waiting) {
        later.moveTo(screeningFiles.get(0));
      }
      patients.end();
      files.file(
          ResultFolder.PROBLEMS,
          out -> new TableWriter<>(ProblemRow.class).write(out, tables.problems().toList()));
      files.file(ResultFolder.REPORT, page::write);
    }

    @Override
    public void close() throws IOException {
      IOException failure = null;
      for (Closeable each : opened) {
        try {
          each.close();
        } catch (IOException e) {
          if (failure == null) {
            failure = e;
          } else {
            failure.addSuppressed(e);
          }
        }
      }
      opened.clear();
      if (failure != null) {
        throw failure;
      }
    }
  }
}
