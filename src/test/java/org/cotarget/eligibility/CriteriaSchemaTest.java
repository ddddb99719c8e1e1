package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reader, schema and documentation say the same. {@code -Dcotarget.criteria.write=true} rewrites
 * the schema and the tables of {@code docs/criteria.md}.
 */
class CriteriaSchemaTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final Path SCHEMA = Path.of("reference/schema/criteria.schema.json");
  private static final Path DOCUMENTATION = Path.of("docs/criteria.md");
  private static final String BEGIN = "<!-- keys: made by CriteriaSchemaTest -->\n";
  private static final String END = "<!-- end of keys -->\n";

  private final CriteriaSchema schema = new CriteriaSchema(REFERENCE);

  static Stream<String> bundled() {
    return REFERENCE.files().stream()
        .map(file -> file.path())
        .filter(path -> path.startsWith("criteria/"));
  }

  @Test
  void theSchemaIsThatOfTheReader() throws IOException {
    if (Boolean.getBoolean("cotarget.criteria.write")) {
      Files.writeString(SCHEMA, schema.schema());
    }
    assertThat(Files.readString(SCHEMA)).isEqualTo(schema.schema());
  }

  @Test
  void theDocumentationHasTheKeysOfTheReader() throws IOException {
    String document = Files.readString(DOCUMENTATION);
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END);
    if (Boolean.getBoolean("cotarget.criteria.write")) {
      document = document.substring(0, from) + schema.tables() + "\n" + document.substring(to);
      Files.writeString(DOCUMENTATION, document);
      to = document.indexOf(END);
    }
    assertThat(document.substring(from, to)).isEqualTo(schema.tables() + "\n");
  }

  private JsonSchema compiled() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema.schema());
  }

  private static JsonNode yaml(String text) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(text);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void bundledCriteriaFollowTheSchemaAndAreReadBackAsWritten(String path) throws IOException {
    String text = ReferenceLoader.text(path);
    InputProblems problems = new InputProblems();
    CriteriaReader reader = new CriteriaReader(REFERENCE);
    TrialCriteria criteria = reader.read(text, path, problems).orElseThrow();
    assertThat(compiled().validate(yaml(text))).isEmpty();

    String written = CriteriaWriter.text(criteria);
    assertThat(compiled().validate(yaml(written))).isEmpty();
    assertThat(reader.read(written, "written", problems)).contains(criteria);
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, candidate: {call: PI3K_CAL, met: [PROBABLE]}}",
        "{id: a, candidat: {call: PI3K_CALL, met: [PROBABLE]}}",
        "{id: a, candidate: {alteration: KRASS}}",
        "{id: a, candidate: {alteration: PTEN, class: nonsense}}",
        "{id: a, candidate: {number: ER_PERCENT, atleast: 1}}",
        "{id: a, candidate: {all: []}}"
      })
  void schemaAndReaderRefuseTheSame(String text) throws IOException {
    InputProblems problems = new InputProblems();
    assertThat(new CriteriaReader(REFERENCE).read(text, "c.yaml", problems)).isEmpty();
    assertThat(compiled().validate(yaml(text))).isNotEmpty();
  }
}
