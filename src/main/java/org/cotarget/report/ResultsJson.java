package org.cotarget.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes and reads {@code results.json}: the components of {@link ResultsHeader}, then {@code
 * patients}. Its schema is {@code reference/schema/results.schema.json}.
 */
final class ResultsJson {

  private static final String PATIENTS = "patients";

  /** Depth at which a piece of evidence, a variant or a score stands on a line of its own. */
  private static final int LINE_DEPTH = 6;

  private final ObjectMapper mapper = JsonForm.mapper();

  /**
   * What was read back.
   *
   * @param header the run
   * @param patientIds ids of all patients, in file order
   * @param patients the patients asked for
   */
  record Contents(ResultsHeader header, List<String> patientIds, List<PatientResult> patients) {}

  void write(Writer out, ResultsHeader header, Iterator<PatientResult> patients)
      throws IOException {
    try (JsonGenerator generator = mapper.createGenerator(out)) {
      generator.setPrettyPrinter(JsonForm.printer(LINE_DEPTH));
      generator.writeStartObject();
      ObjectNode head = mapper.valueToTree(header);
      for (Map.Entry<String, JsonNode> field : head.properties()) {
        generator.writeFieldName(field.getKey());
        mapper.writeTree(generator, field.getValue());
      }
      generator.writeArrayFieldStart(PATIENTS);
      while (patients.hasNext()) {
        mapper.writeValue(generator, patients.next());
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
    out.write('\n');
  }

  /**
   * Reads the header and those patients whose id is wanted; the others are skipped unread.
   *
   * @throws IOException when the text is not such a file
   */
  Contents read(InputStream in, Predicate<String> wanted) throws IOException {
    ObjectNode head = mapper.createObjectNode();
    List<String> ids = new ArrayList<>();
    List<PatientResult> patients = new ArrayList<>();
    try (JsonParser parser = mapper.createParser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("results.json does not begin with an object");
      }
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        if (field.equals(PATIENTS)) {
          readPatients(parser, wanted, ids, patients);
        } else {
          head.set(field, mapper.readTree(parser));
        }
      }
    }
    ResultsHeader header = mapper.treeToValue(head, ResultsHeader.class);
    RequiredValues.check(header);
    return new Contents(header, ids, patients);
  }

  /** A patient's id is her first field, which tells whether the rest has to be read. */
  private void readPatients(
      JsonParser parser, Predicate<String> wanted, List<String> ids, List<PatientResult> patients)
      throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      if (!"id".equals(parser.nextFieldName())) {
        throw new IOException("a patient of results.json does not begin with her id");
      }
      String id = parser.nextTextValue();
      if (id == null) {
        throw new IOException("a patient of results.json has no id");
      }
      ids.add(id);
      ObjectNode rest = mapper.createObjectNode().put("id", id);
      boolean keep = wanted.test(id);
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        if (keep) {
          rest.set(field, mapper.readTree(parser));
        } else {
          parser.skipChildren();
        }
      }
      if (keep) {
        PatientResult patient = mapper.treeToValue(rest, PatientResult.class);
        RequiredValues.check(patient);
        patients.add(patient);
      }
    }
  }
}
