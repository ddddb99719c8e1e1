package org.cotarget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cotarget.assess.Axis;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.Pi3kEvent;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.eligibility.Decision;
import org.cotarget.eligibility.Outcome;
import org.cotarget.expression.Score;
import org.cotarget.reference.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResultsJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void validatesAgainstThePublishedSchema() throws IOException {
    StratificationReport report =
        new ExampleReport().patients(5).withSecondCriteria().withText(HostileText.TEXT).build();

    assertThat(schema().validate(JSON.readTree(written(report)))).isEmpty();
  }

  @Test
  void theSchemaRefusesAWordThatNoCallHas() throws IOException {
    String changed = written(ExampleReport.five()).replace("\"ACTIVE_HIGH\"", "\"ACTIVE\"");

    Set<ValidationMessage> found = schema().validate(JSON.readTree(changed));

    assertThat(found).isNotEmpty();
  }

  static Stream<Arguments> enums() {
    return Stream.of(
        words("/decision/properties/decision", Decision.values()),
        words("/criterion/properties/outcome", Outcome.values()),
        words("/problem/properties/severity", InputProblem.Severity.values()),
        words("/sample/properties/type", SampleType.values()),
        words("/receptors/properties/call", TnbcCall.values()),
        words("/receptors/properties/her2", Her2State.values()),
        words("/receptorState", ReceptorState.values()),
        words("/pi3k/properties/call", Pi3kCall.values()),
        words("/pi3k/properties/ptenMrna", PtenMrna.values()),
        words("/arm", Pi3kArm.values()),
        words("/event/properties/kind", Pi3kEvent.Kind.values()),
        words("/jakStat5/properties/call", JakStatCall.values()),
        words("/score/properties/confidence", Score.Confidence.values()),
        words("/signature/properties/method", Signature.Method.values()),
        words("/coverage/properties/layer", AssayLayer.values()),
        words("/coverage/properties/basis", AssayCoverage.Basis.values()),
        words("/receptorResult/properties/receptor", Receptor.values()),
        words("/receptorResult/properties/assay", ReceptorResult.Assay.values()),
        words("/receptorResult/properties/status", ReceptorResult.Status.values()),
        words("/receptorResult/properties/basis", ReceptorResult.Basis.values()),
        words("/proteinResult/properties/protein", ProteinResult.Protein.values()),
        words("/proteinResult/properties/state", ProteinResult.State.values()),
        words("/variant/properties/annotation", SomaticVariant.Annotation.values()),
        words("/copyNumber/properties/scale", CopyNumberCall.Scale.values()),
        words("/evidence/properties/axis", Axis.values()),
        words("/evidence/properties/source", Source.values()),
        words("/evidence/properties/strength", Strength.values()),
        Arguments.of("/tier", Arrays.stream(GenomicTier.values()).map(GenomicTier::label).toList()),
        Arguments.of(
            "/variant/properties/genomeBuild",
            Arrays.stream(GenomeAssembly.values()).map(GenomeAssembly::label).toList()));
  }

  private static Arguments words(String pointer, Enum<?>[] constants) {
    return Arguments.of(pointer, Arrays.stream(constants).map(Enum::name).toList());
  }

  @ParameterizedTest
  @MethodSource("enums")
  void theSchemaListsEveryWord(String pointer, List<String> words) throws IOException {
    JsonNode listed = schemaDocument().at("/$defs" + pointer + "/enum");

    assertThat(listed).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    StratificationReport report =
        new ExampleReport().patients(5).withText(HostileText.TEXT).build();

    ResultsJson.Contents contents =
        new ResultsJson()
            .read(
                new ByteArrayInputStream(written(report).getBytes(StandardCharsets.UTF_8)),
                id -> !id.equals("CT-002"));

    assertThat(contents.patientIds())
        .containsExactly("CT-001", "CT-002", "CT-003", "CT-004", "CT-005");
    assertThat(contents.header()).isEqualTo(ResultsHeader.of(report, ExampleReport.reference()));
    assertThat(contents.patients())
        .isEqualTo(
            ExamplePage.results(report).patients().filter(p -> !p.id().equals("CT-002")).toList());
  }

  @Test
  void unknownNumbersAreNull() throws IOException {
    JsonNode pi3k = JSON.readTree(written(ExampleReport.five())).at("/patients/4/samples/0/pi3k");

    assertThat(pi3k.get("call").asText()).isEqualTo("INSUFFICIENT");
    assertThat(pi3k.get("score").isNull()).isTrue();
  }

  @Test
  void givesTheSameBytesTwice() throws IOException {
    assertThat(written(ExampleReport.five()))
        .isEqualTo(written(ExampleReport.five()))
        .doesNotContain("\r")
        .endsWith("}\n");
  }

  @Test
  void refusesAnotherDocument() {
    assertThatThrownBy(
            () ->
                new ResultsJson()
                    .read(
                        new ByteArrayInputStream("[1]".getBytes(StandardCharsets.UTF_8)),
                        id -> true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("object");
  }

  private static String written(StratificationReport report) throws IOException {
    StringWriter out = new StringWriter();
    new ResultsJson()
        .write(
            out,
            ResultsHeader.of(report, ExampleReport.reference()),
            ExamplePage.results(report).patients().iterator());
    return out.toString();
  }

  private static JsonNode schemaDocument() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ResultsJsonTest.class.getResourceAsStream("/reference/schema/results.schema.json"))) {
      return JSON.readTree(in);
    }
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schemaDocument());
  }
}
