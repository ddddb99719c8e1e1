package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.eligibility.NextTest;
import org.cotarget.report.PatientResult.MadeDecision;

/**
 * The patients as compact JSON for the script of the page. Every text is kept once, in {@code
 * strings}, and named by its place; a record is an array whose places {@code report.js} knows. Five
 * thousand patients so take about ten megabytes.
 */
final class HtmlData {

  private final ResultsHeader header;
  private final TextPool pool = new TextPool();
  private final HtmlSampleData samples = new HtmlSampleData(pool);

  HtmlData(ResultsHeader header) {
    this.header = header;
  }

  /** JSON without a character that could end a script element or a line of script. */
  String write(List<PatientResult> patients) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonForm.mapper().createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("patients");
      for (PatientResult patient : patients) {
        patient(json, patient);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("criteria");
      for (CriteriaSummary file : header.criteria()) {
        pool.texts(json, List.of(file.id(), file.title()));
      }
      json.writeEndArray();
      json.writeStringField("folder", header.folder());
      json.writePOJOField("words", Wording.exceptions());
      signatures(json);
      validity(json);
      literature(json);
      json.writePOJOField("strings", pool.texts());
      json.writeEndObject();
    }
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

  private void patient(JsonGenerator json, PatientResult patient) throws IOException {
    json.writeStartArray();
    pool.text(json, patient.id());
    json.writeStartArray();
    for (MadeDecision made : patient.decisions()) {
      decision(json, made);
    }
    json.writeEndArray();
    json.writeStartArray();
    for (SampleResult sample : patient.samples()) {
      samples.write(json, sample);
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void decision(JsonGenerator json, MadeDecision made) throws IOException {
    json.writeStartArray();
    pool.text(json, made.sample());
    pool.text(json, made.decision().name());
    pool.text(json, made.priority());
    pool.texts(json, made.reasons());
    pool.texts(json, made.nextTests().stream().map(NextTest::text).toList());
    pool.texts(json, made.otherSamples());
    criterion(json, made.candidate());
    criterion(json, made.possible());
    pool.texts(json, made.notAssessed());
    CriterionResult clinical = made.clinical();
    if (clinical == null) {
      json.writeNull();
    } else {
      criterion(json, clinical);
    }
    json.writeEndArray();
  }

  private void criterion(JsonGenerator json, CriterionResult result) throws IOException {
    json.writeStartArray();
    pool.text(json, result.outcome().name());
    pool.text(json, result.text());
    pool.text(json, result.found());
    json.writeStartArray();
    for (CriterionResult child : result.children()) {
      criterion(json, child);
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void signatures(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("signatures");
    for (ResultsHeader.SignatureSummary signature : header.signatures()) {
      json.writeStringField(signature.id(), signature.title());
    }
    json.writeEndObject();
  }

  private void validity(JsonGenerator json) throws IOException {
    SortedSet<String> scores = new TreeSet<>();
    header.validity().forEach(measured -> scores.addAll(CitationKeys.of(measured.signatures())));
    json.writeObjectFieldStart("validity");
    for (String score : scores) {
      json.writePOJOField(score, header.validityOf(score).stream().map(ValidityText::of).toList());
    }
    json.writeEndObject();
  }

  private void literature(JsonGenerator json) throws IOException {
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
