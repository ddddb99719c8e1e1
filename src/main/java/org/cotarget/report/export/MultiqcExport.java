package org.cotarget.report.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.cotarget.eligibility.Decision;
import org.cotarget.eligibility.NextTest;
import org.cotarget.report.CriteriaSummary;
import org.cotarget.report.Export;
import org.cotarget.report.ExportSource;
import org.cotarget.report.PatientResult;
import org.cotarget.report.PatientResult.MadeDecision;
import org.cotarget.report.SampleResult;
import org.cotarget.report.TableText;

/**
 * Custom content of MultiQC: columns of the general statistics, a bar for each criteria file, and a
 * table of the decisions. MultiQC puts sample names and cells into its page as HTML, so every text
 * is escaped for that.
 */
public final class MultiqcExport implements Export {

  private static final String PARENT = "cotarget";

  /**
   * A column of the table of decisions.
   *
   * @param key its key
   * @param title its title
   */
  private record Column(String key, String title) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("sample", "Sample"),
          new Column("criteria", "Criteria"),
          new Column("decision", "Decision"),
          new Column("priority", "Priority"),
          new Column("tnbc", "TNBC"),
          new Column("pi3k", "PI3K"),
          new Column("jak_stat5", "JAK2/STAT5"),
          new Column("next_test", "Next test"));

  @Override
  public String name() {
    return "multiqc";
  }

  @Override
  public void write(ExportSource source, Path folder) throws IOException {
    generalStatistics(source, folder.resolve("cotarget_general_mqc.json"));
    ExportJson.file(folder.resolve("cotarget_decisions_mqc.json"), bars(source));
    table(source, folder.resolve("cotarget_screening_mqc.tsv"));
  }

  /** Written one sample at a time, since a large cohort has many. */
  private static void generalStatistics(ExportSource source, Path file) throws IOException {
    ObjectNode head =
        ExportJson.object().put("id", "cotarget_general").put("plot_type", "generalstats");
    ObjectNode score = head.putArray("pconfig").addObject().putObject("pi3k_score");
    score
        .put("title", "PI3K score")
        .put("description", "PI3K activation score; blank where not enough was assayed")
        .put("min", 0)
        .put("max", 1)
        .put("format", "{:,.2f}")
        .put("namespace", PARENT);
    text(head, "tnbc", "TNBC", "Triple-negative call");
    text(head, "pi3k", "PI3K", "PI3K call");
    text(head, "jak_stat5", "JAK2/STAT5", "JAK2/STAT5 call");
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      String opening = head.toString();
      out.write(opening.substring(0, opening.length() - 1) + ",\"data\":{");
      boolean first = true;
      for (Iterator<PatientResult> all = source.patients().iterator(); all.hasNext(); ) {
        for (SampleResult sample : all.next().samples()) {
          ObjectNode entry = ExportJson.object();
          ObjectNode cells = entry.putObject(html(sample.id()));
          if (Double.isFinite(sample.pi3k().score())) {
            cells.put("pi3k_score", ExportJson.number(sample.pi3k().score()));
          }
          cells.put("tnbc", sample.receptors().call().name());
          cells.put("pi3k", sample.pi3k().call().name());
          cells.put("jak_stat5", sample.jakStat5().call().name());
          String member = entry.toString();
          out.write((first ? "\n" : ",\n") + member.substring(1, member.length() - 1));
          first = false;
        }
      }
      out.write("}}\n");
    }
  }

  private static void text(ObjectNode head, String key, String title, String description) {
    head.withArray("pconfig")
        .addObject()
        .putObject(key)
        .put("title", title)
        .put("description", description)
        .put("scale", false)
        .put("namespace", PARENT);
  }

  private static ObjectNode bars(ExportSource source) {
    ObjectNode document =
        section("cotarget_decisions", "Decisions", "Patients by decision and criteria file.")
            .put("plot_type", "bargraph");
    document
        .putObject("pconfig")
        .put("id", "cotarget_decisions_plot")
        .put("title", "cotarget: decisions")
        .put("ylab", "Patients");
    ObjectNode data = document.putObject("data");
    for (CriteriaSummary criteria : source.header().criteria()) {
      Map<Decision, Long> counts = new EnumMap<>(Decision.class);
      source
          .patients()
          .flatMap(patient -> patient.decisions().stream())
          .filter(made -> made.criteria().equals(criteria.id()))
          .forEach(made -> counts.merge(made.decision(), 1L, Long::sum));
      ObjectNode bar = data.putObject(html(criteria.id()));
      for (Decision decision : Decision.values()) {
        bar.put(decision.name(), counts.getOrDefault(decision, 0L));
      }
    }
    return document;
  }

  private static ObjectNode section(String id, String name, String description) {
    return ExportJson.object()
        .put("id", id)
        .put("parent_id", PARENT)
        .put("parent_name", PARENT)
        .put(
            "parent_description",
            "Screening for dual PI3K/JAK2 inhibition in breast cancer. Research use only.")
        .put("section_name", name)
        .put("description", description);
  }

  /** The head is YAML in comment lines; each of its lines is a JSON value, which YAML takes. */
  private static void table(ExportSource source, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      ObjectNode head =
          section("cotarget_screening", "Screening", "One row for each patient and criteria file.")
              .put("format", "tsv")
              .put("plot_type", "table");
      head.putObject("pconfig")
          .put("id", "cotarget_screening_table")
          .put("title", "cotarget: screening")
          .put("col1_header", "Row");
      ObjectNode headers = head.putObject("headers");
      COLUMNS.forEach(
          column ->
              headers.putObject(column.key()).put("title", column.title()).put("scale", false));
      for (Map.Entry<String, JsonNode> field : head.properties()) {
        out.write("# " + field.getKey() + ": " + field.getValue() + "\n");
      }
      out.write("Row");
      for (Column column : COLUMNS) {
        out.write('\t' + column.key());
      }
      out.write('\n');
      for (Iterator<PatientResult> all = source.patients().iterator(); all.hasNext(); ) {
        PatientResult patient = all.next();
        for (MadeDecision made : patient.decisions()) {
          row(out, patient, made);
        }
      }
    }
  }

  private static void row(Writer out, PatientResult patient, MadeDecision made) throws IOException {
    SampleResult sample = patient.sample(made.sample()).orElseThrow();
    List<String> cells =
        List.of(
            patient.id() + " / " + made.criteria(),
            made.sample(),
            made.criteria(),
            made.decision().name(),
            made.priority(),
            sample.receptors().call().name(),
            sample.pi3k().call().name(),
            sample.jakStat5().call().name(),
            String.join("; ", made.nextTests().stream().map(NextTest::text).toList()));
    out.write(String.join("\t", cells.stream().map(MultiqcExport::cell).toList()) + "\n");
  }

  /** In quotes, so that an id of digits stays a text. */
  private static String cell(String text) {
    return "\"" + html(text) + "\"";
  }

  /** Text of a page: nothing in it is markup or opens a quotation. */
  private static String html(String text) {
    return TableText.escape(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
