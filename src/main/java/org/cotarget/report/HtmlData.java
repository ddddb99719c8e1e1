package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.report.PatientResult.MadeDecision;

/**
 * The patients as compact JSON for the script of the page. Every text is kept once, in {@code
 * strings}, and named by its place; a record is an array whose places {@code report.js} knows. Five
 * thousand patients so take about ten megabytes.
 */
final class HtmlData {

  private static final Set<String> COPY_NUMBER_GENES = Set.of("PIK3CA", "AKT1", "PTEN", "JAK2");

  private final ResultsHeader header;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final SortedSet<String> citations = new TreeSet<>();

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
        texts(json, List.of(file.id(), file.title()));
      }
      json.writeEndArray();
      json.writeStringField("folder", header.folder());
      json.writePOJOField("words", Wording.exceptions());
      signatures(json);
      validity(json);
      literature(json);
      json.writePOJOField("strings", strings.keySet());
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
    text(json, patient.id());
    json.writeStartArray();
    for (MadeDecision made : patient.decisions()) {
      decision(json, made);
    }
    json.writeEndArray();
    json.writeStartArray();
    for (SampleResult sample : patient.samples()) {
      sample(json, sample);
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void decision(JsonGenerator json, MadeDecision made) throws IOException {
    json.writeStartArray();
    text(json, made.sample());
    text(json, made.decision().name());
    text(json, made.priority());
    texts(json, made.reasons());
    texts(json, made.nextTests());
    texts(json, made.otherSamples());
    criterion(json, made.candidate());
    criterion(json, made.possible());
    json.writeEndArray();
  }

  private void criterion(JsonGenerator json, CriterionResult result) throws IOException {
    json.writeStartArray();
    text(json, result.outcome().name());
    text(json, result.text());
    text(json, result.found());
    json.writeStartArray();
    for (CriterionResult child : result.children()) {
      criterion(json, child);
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void sample(JsonGenerator json, SampleResult sample) throws IOException {
    json.writeStartArray();
    text(json, sample.id());
    text(json, sample.type().name());
    receptors(json, sample);
    pi3k(json, sample);
    jakStat(json, sample);
    expression(json, sample.expression());
    coverage(json, sample);
    variants(json, sample.variants());
    copyNumbers(json, sample);
    evidence(json, sample.evidence());
    json.writeEndArray();
  }

  private void receptors(JsonGenerator json, SampleResult sample) throws IOException {
    SampleResult.Receptors call = sample.receptors();
    json.writeStartArray();
    text(json, call.call().name());
    text(json, call.er().name());
    text(json, call.pr().name());
    text(json, call.her2().name());
    text(json, call.reason());
    text(json, call.rule());
    missing(json, call.missing());
    json.writeStartArray();
    for (SampleResult.ReceptorValue value : sample.receptorResults()) {
      json.writeStartArray();
      text(json, value.receptor().name());
      text(json, value.assay().name());
      text(json, value.basis().name());
      text(json, value.raw());
      where(json, value.where());
      json.writeEndArray();
    }
    for (SampleResult.ProteinValue value : sample.proteinResults()) {
      json.writeStartArray();
      text(json, value.protein().name());
      text(json, "protein");
      text(json, value.state().name());
      text(json, value.raw());
      where(json, value.where());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void pi3k(JsonGenerator json, SampleResult sample) throws IOException {
    SampleResult.Pi3k call = sample.pi3k();
    json.writeStartArray();
    text(json, call.call().name());
    text(json, call.arm().name());
    number(json, call.score());
    text(json, call.tier());
    json.writeNumber(call.coverageComplete() ? 1 : 0);
    text(json, call.ptenMrna().name());
    number(json, call.ptenMrnaZ());
    text(json, call.reason());
    text(json, call.rule());
    missing(json, call.missing());
    json.writeStartArray();
    for (SampleResult.Event event : call.events()) {
      json.writeStartArray();
      text(json, event.gene());
      text(json, event.label());
      text(json, event.tier());
      text(json, event.arm().name());
      citation(json, event.citation());
      where(json, event.where());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void jakStat(JsonGenerator json, SampleResult sample) throws IOException {
    SampleResult.JakStat5 call = sample.jakStat5();
    json.writeStartArray();
    text(json, call.call().name());
    text(json, call.level());
    text(json, call.reason());
    json.writeNumber(call.immuneConfounded() ? 1 : 0);
    missing(json, call.missing());
    json.writeEndArray();
  }

  private void expression(JsonGenerator json, SampleResult.Expression expression)
      throws IOException {
    json.writeStartArray();
    for (SampleResult.Scored score : expression.genes()) {
      score(json, score);
    }
    for (SampleResult.Scored score : expression.signatures()) {
      score(json, score);
    }
    json.writeEndArray();
  }

  private void score(JsonGenerator json, SampleResult.Scored score) throws IOException {
    json.writeStartArray();
    text(json, score.id());
    number(json, score.z());
    number(json, score.zWithinTnbc());
    number(json, score.percentile());
    json.writeNumber(score.genesUsed());
    json.writeNumber(score.genesTotal());
    text(json, score.confidence().name());
    text(json, score.note());
    json.writeEndArray();
  }

  /**
   * For each layer, which of the trial genes it covers; no entry means that the layer was not
   * assayed.
   */
  private void coverage(JsonGenerator json, SampleResult sample) throws IOException {
    json.writeStartArray();
    for (SampleResult.Coverage layer : sample.coverage()) {
      json.writeStartArray();
      text(json, layer.layer().name());
      text(json, layer.basis().name());
      text(json, layer.name());
      texts(json, Tables.TRIAL_GENES.stream().filter(layer::covers).toList());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void variants(JsonGenerator json, List<SampleResult.Variant> variants)
      throws IOException {
    json.writeStartArray();
    for (SampleResult.Variant variant : variants) {
      json.writeStartArray();
      text(json, variant.gene());
      text(json, variant.label());
      text(json, variant.consequence());
      text(
          json,
          variant.chrom()
              + ":"
              + variant.pos()
              + " "
              + variant.ref()
              + ">"
              + variant.alt()
              + " ("
              + variant.genomeBuild()
              + ")");
      text(json, variant.tier());
      number(json, variant.af());
      json.writeNumber(variant.depth());
      text(json, variant.filter());
      where(json, variant.where());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Only genes that a call looked at; {@code results.json} has all of the panel. */
  private void copyNumbers(JsonGenerator json, SampleResult sample) throws IOException {
    Set<String> genes = new HashSet<>(COPY_NUMBER_GENES);
    sample.pi3k().events().forEach(event -> genes.add(event.gene()));
    sample.evidence().stream()
        .filter(piece -> piece.source() == Source.COPY_NUMBER)
        .forEach(piece -> genes.add(piece.subject()));
    json.writeStartArray();
    for (SampleResult.CopyNumber copyNumber : sample.copyNumbers()) {
      if (genes.contains(copyNumber.gene())) {
        json.writeStartArray();
        text(json, copyNumber.gene());
        text(json, copyNumber.scale().name());
        number(json, copyNumber.value());
        where(json, copyNumber.where());
        json.writeEndArray();
      }
    }
    json.writeEndArray();
  }

  private void evidence(JsonGenerator json, List<Evidence> evidence) throws IOException {
    json.writeStartArray();
    for (Evidence piece : evidence) {
      json.writeStartArray();
      text(json, piece.axis().name());
      text(json, piece.source().name());
      text(json, piece.strength().name());
      text(json, piece.subject());
      text(json, piece.value());
      text(json, piece.statement());
      text(json, piece.rule());
      citation(json, piece.citation());
      where(json, piece.where());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void missing(JsonGenerator json, List<MissingTest> tests) throws IOException {
    json.writeStartArray();
    for (MissingTest test : tests) {
      texts(json, List.of(test.name(), test.reason()));
    }
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
    for (String key : citations) {
      ResultsHeader.Source source = header.citations().get(key);
      if (source != null) {
        String identifier = source.identifier().isEmpty() ? "" : ", " + source.identifier();
        json.writeStringField(key, source.reference() + identifier);
      }
    }
    json.writeEndObject();
  }

  private void citation(JsonGenerator json, String keys) throws IOException {
    citations.addAll(CitationKeys.of(keys));
    text(json, keys);
  }

  private void where(JsonGenerator json, SourceLocation where) throws IOException {
    text(json, where.toString());
  }

  private void texts(JsonGenerator json, List<String> texts) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      text(json, text);
    }
    json.writeEndArray();
  }

  private void text(JsonGenerator json, String text) throws IOException {
    json.writeNumber(strings.computeIfAbsent(text, t -> strings.size()));
  }

  private static void number(JsonGenerator json, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNull();
    } else {
      json.writeNumber(TableText.number(value));
    }
  }
}
