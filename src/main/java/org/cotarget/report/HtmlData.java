package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.eligibility.NextTest;
import org.cotarget.reference.Hotspot;
import org.cotarget.reference.PanelGene;
import org.cotarget.reference.Reference;
import org.cotarget.report.PatientResult.MadeDecision;

/**
 * The patients as compact JSON for the script of the page. What patients have in common is kept
 * once ({@link TextPool}) and named by its place; a record is an array whose places {@code data.js}
 * knows.
 */
final class HtmlData {

  /** The percents of the reference that the page draws of each score. */
  private static final List<Double> DRAWN_PERCENTS = List.of(5.0, 25.0, 50.0, 75.0, 95.0);

  private final ResultsHeader header;
  private final Reference reference;
  private final TextPool pool = new TextPool();
  private final HtmlSampleData samples;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  HtmlData(ResultsHeader header, Reference reference) throws IOException {
    this.header = header;
    this.reference = reference;
    this.samples =
        new HtmlSampleData(
            pool, reference.panel().genes().stream().map(PanelGene::symbol).toList());
    this.json = JsonForm.mapper().createGenerator(text);
    json.writeStartObject();
    json.writeArrayFieldStart("patients");
  }

  /**
   * JSON without a character that could end a script element or a line of script.
   *
   * @param leftOut patients of the cohort that were not added
   */
  String finish(int leftOut) throws IOException {
    json.writeEndArray();
    json.writeNumberField("leftOut", leftOut);
    json.writeArrayFieldStart("criteria");
    for (CriteriaSummary file : header.criteria()) {
      pool.texts(json, List.of(file.id(), file.title()));
    }
    json.writeEndArray();
    json.writeStringField("folder", header.folder());
    json.writePOJOField("words", Wording.exceptions());
    signatures();
    validity();
    literature();
    proteins();
    scales();
    cuts();
    pool.write(json);
    json.writeEndObject();
    json.close();
    return scriptSafe(text.toString());
  }

  /** In JSON these characters occur inside strings only, where they may be written as escapes. */
  static String scriptSafe(String json) {
    StringBuilder safe = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> safe.append("\\u003c");
        case '>' -> safe.append("\\u003e");
        case '&' -> safe.append("\\u0026");
        case '\u2028' -> safe.append("\\u2028");
        case '\u2029' -> safe.append("\\u2029");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  void add(PatientResult patient) throws IOException {
    json.writeStartArray();
    pool.text(json, patient.id());
    json.writeStartArray();
    for (MadeDecision made : patient.decisions()) {
      decision(made);
    }
    json.writeEndArray();
    json.writeStartArray();
    for (SampleResult sample : patient.samples()) {
      samples.write(json, sample);
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void decision(MadeDecision made) throws IOException {
    json.writeStartArray();
    pool.text(json, made.sample());
    pool.text(json, made.decision().name());
    pool.text(json, made.priority());
    pool.texts(json, made.reasons());
    pool.texts(json, made.nextTests().stream().map(NextTest::text).toList());
    pool.texts(json, made.otherSamples());
    pool.criterion(json, made.candidate());
    pool.criterion(json, made.possible());
    pool.texts(json, made.notAssessed());
    CriterionResult clinical = made.clinical();
    if (clinical == null) {
      json.writeNull();
    } else {
      pool.criterion(json, clinical);
    }
    json.writeEndArray();
  }

  /** Length and hotspots, each with its count in breast tumours, of the proteins to be drawn. */
  private void proteins() throws IOException {
    json.writeObjectFieldStart("proteins");
    for (String symbol : samples.drawnGenes()) {
      Optional<PanelGene> gene = reference.panel().gene(symbol);
      if (gene.isPresent()) {
        json.writeArrayFieldStart(symbol);
        json.writeNumber(gene.get().proteinLength());
        json.writePOJO(hotspots(symbol));
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private List<List<Integer>> hotspots(String symbol) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (Hotspot hotspot : reference.hotspots().all()) {
      if (hotspot.gene().equals(symbol)) {
        counts.merge(hotspot.codon(), Math.max(0, hotspot.breastCodonCount()), Math::max);
      }
    }
    return counts.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList();
  }

  /** For each score the z below which 5, 25, 50, 75 and 95 percent of the reference lie. */
  private void scales() throws IOException {
    json.writeObjectFieldStart("scales");
    for (ResultsHeader.Scale scale : header.expression().scales()) {
      json.writeArrayFieldStart(scale.id());
      for (double percent : DRAWN_PERCENTS) {
        pool.number(json, scale.z(percent, header.expression().percentiles()));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** The cut-offs in force that figures draw. */
  private void cuts() throws IOException {
    json.writeObjectFieldStart("cuts");
    for (Setting setting : header.settings()) {
      if (setting.name().startsWith("copy-number.")
          || setting.name().equals("expression.pten-low-z")) {
        json.writeStringField(setting.name(), setting.value());
      }
    }
    json.writeEndObject();
  }

  private void signatures() throws IOException {
    json.writeObjectFieldStart("signatures");
    for (ResultsHeader.SignatureSummary signature : header.signatures()) {
      json.writeStringField(signature.id(), signature.title());
    }
    json.writeEndObject();
  }

  private void validity() throws IOException {
    SortedSet<String> scores = new TreeSet<>();
    header.validity().forEach(measured -> scores.addAll(CitationKeys.of(measured.signatures())));
    json.writeObjectFieldStart("validity");
    for (String score : scores) {
      json.writePOJOField(score, header.validityOf(score).stream().map(ValidityText::of).toList());
    }
    json.writeEndObject();
  }

  private void literature() throws IOException {
    json.writeObjectFieldStart("citations");
    for (String key : pool.citations()) {
      ResultsHeader.Source source = header.citations().get(key);
      if (source != null) {
        String identifier = source.identifier().isEmpty() ? "" : ", " + source.identifier();
        json.writeStringField(key, source.reference() + identifier);
      }
    }
    json.writeEndObject();
  }
}
