package org.cotarget.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

  static final String PATIENTS = "patients";

  /** Depth at which a piece of evidence, a variant or a score stands on a line of its own. */
  private static final int LINE_DEPTH = 6;

  /** What the printer writes before and after a patient who stands alone. */
  private static final String BEFORE = "{\n  \"patients\": [\n    ";

  private static final String AFTER = "\n  ]\n}";

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
    Writing writing = begin(out, header);
    while (patients.hasNext()) {
      writing.add(text(patients.next()));
    }
    writing.end();
  }

  /** Writes everything before the patients. */
  Writing begin(Writer out, ResultsHeader header) throws IOException {
    ObjectNode head = mapper.valueToTree(header);
    head.putArray(PATIENTS);
    String whole = pretty(head);
    String empty = "[]\n}";
    out.write(whole, 0, whole.length() - empty.length());
    return new Writing(out);
  }

  /** A patient as she stands among the others. */
  String text(PatientResult patient) throws IOException {
    String alone = pretty(Map.of(PATIENTS, List.of(patient)));
    return alone.substring(BEFORE.length(), alone.length() - AFTER.length());
  }

  private String pretty(Object value) throws IOException {
    return mapper.writer(JsonForm.printer(LINE_DEPTH)).writeValueAsString(value);
  }

  /** Takes patients one by one, as texts that may have been made elsewhere. */
  static final class Writing {

    private final Writer out;
    private boolean any;

    private Writing(Writer out) throws IOException {
      this.out = out;
      out.write('[');
    }

    /** Adds the text of a patient. */
    void add(String patient) throws IOException {
      out.write(any ? ",\n    " : "\n    ");
      out.write(patient);
      any = true;
    }

    /** Writes what comes after the patients. */
    void end() throws IOException {
      out.write(any ? AFTER + '\n' : "]\n}\n");
    }
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
