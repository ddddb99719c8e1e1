package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {

  private static final ExpressionModel MODEL = fit(Matrices.log2(Matrices.allGenes(0), 60));
  private static final String TEXT = ModelFile.write(MODEL);

  private static ExpressionModel fit(ExpressionMatrix matrix) {
    return Matrices.scorer()
        .fit(
            matrix,
            Matrices.mixed(60, 30, 26),
            new ModelLabel("test", "1", "a test", "design_default", "made up", "none"))
        .orElseThrow();
  }

  @Test
  void readsBackWhatItWrote() throws ModelFormatException {
    ExpressionModel read = ModelFile.read(TEXT);

    assertThat(read).isEqualTo(MODEL);
    assertThat(ModelFile.write(read)).isEqualTo(TEXT);
    assertThat(TEXT).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void followsThePublishedSchema() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(ReferenceLoader.text("schema/model.schema.json"));
    JsonNode fitted = new ObjectMapper().readTree(TEXT);
    assertThat(schema.validate(fitted)).isEmpty();
    for (String id : BuiltInModels.ids(Matrices.REFERENCE)) {
      String text = ReferenceLoader.text("models/" + id + ".json");
      assertThat(schema.validate(new ObjectMapper().readTree(text))).as(id).isEmpty();
    }
    ((com.fasterxml.jackson.databind.node.ObjectNode) fitted).put("patients", 3);
    assertThat(schema.validate(fitted)).isNotEmpty();
  }

  /** The digest as the schema describes it, taken without the classes that wrote the file. */
  @Test
  void hasTheDigestOfItsTextWithoutWhiteSpace() throws NoSuchAlgorithmException {
    StringBuilder bare = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < TEXT.length(); i++) {
      char c = TEXT.charAt(i);
      if (c == '"' && TEXT.charAt(i - 1) != '\\') {
        inString = !inString;
      }
      if (inString || !Character.isWhitespace(c)) {
        bare.append(c);
      }
    }
    String emptied = bare.toString().replace(MODEL.sha256(), "");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(emptied.getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(MODEL.sha256());
  }

  @Test
  void leavesWhiteSpaceFree() throws IOException, ModelFormatException {
    String other = new ObjectMapper().readTree(TEXT).toPrettyString();
    assertThat(other).isNotEqualTo(TEXT);
    assertThat(ModelFile.read(other)).isEqualTo(MODEL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"samples\": 60,|\"samples\": 61,|changed after it was written",
        "\"unit\": \"LOG2\"|\"unit\": \"COUNTS\"|changed after it was written",
        "\"PTEN\"|\"PTEN2\"|changed after it was written",
        "\"unit\": \"LOG2\"|\"unit\": \"LOG3\"|cannot be read in line",
        "\"unit\": \"LOG2\"|\"unit\": \"Z_SCORE\"|z-scores have no model",
        "\"unit\": \"LOG2\"|\"unit\": \"LOG2\", \"extra\": 1|cannot be read in line",
        "\"unit\": \"LOG2\"|\"unit\": null|member",
        "\"id\": \"test\"|\"id\": null|has no value",
        "\"samples\": 60,|\"samples\": null,|has no value",
        "cotarget-model/1|cotarget-model/2|this version reads cotarget-model/1",
        "cotarget-model/1|something-else|is no model",
        "\"id\": \"test\"|\"id\": \"../test\"|its id is not made of",
        "\"mixture.min-samples\": 50.0,|''|threshold mixture.min-samples is missing",
      })
  void refusesAChangedFileAndSaysWhatToDo(String part, String changed, String message) {
    assertThat(TEXT).contains(part);
    ModelFormatException refused =
        catchThrowableOfType(
            ModelFormatException.class, () -> ModelFile.read(TEXT.replace(part, changed)));
    assertThat(refused).as(changed).hasMessageContaining(message);
    assertThat(refused.fix()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "null", "no JSON", "{", "'{\"format\": 3}'"})
  void refusesWhatIsNoModel(String text) {
    assertThat(catchThrowableOfType(ModelFormatException.class, () -> ModelFile.read(text)))
        .isNotNull();
  }

  @Test
  void refusesACutFileAtAnyPlace() {
    for (int end = 1; end < TEXT.length() - 2; end += TEXT.length() / 50) {
      String cut = TEXT.substring(0, end);
      assertThat(catchThrowableOfType(ModelFormatException.class, () -> ModelFile.read(cut)))
          .as("cut at %d", end)
          .isNotNull();
    }
  }

  /** Neither the order of samples nor their names are part of a model. */
  @Test
  void doesNotDependOnTheOrderOfSamples() {
    ExpressionMatrix matrix = Matrices.log2(Matrices.allGenes(0), 60);
    List<Integer> order = new ArrayList<>();
    for (int s = 0; s < 60; s++) {
      order.add(s);
    }
    Collections.shuffle(order, new Random(3));
    float[][] values = new float[matrix.values().length][60];
    List<String> names = new ArrayList<>();
    for (int s = 0; s < 60; s++) {
      names.add(matrix.samples().get(order.get(s)));
      for (int g = 0; g < values.length; g++) {
        values[g][s] = matrix.values()[g][order.get(s)];
      }
    }
    ExpressionModel shuffled =
        fit(Matrices.of(matrix.genes(), names, values, ExpressionMatrix.Unit.LOG2));
    assertThat(ModelFile.write(shuffled)).isEqualTo(TEXT);
  }

  @Test
  void everyBuiltInModelCanBeRead() {
    assertThat(BuiltInModels.ids(Matrices.REFERENCE)).contains("tcga-brca-counts");
    for (String id : BuiltInModels.ids(Matrices.REFERENCE)) {
      Optional<ExpressionModel> model = BuiltInModels.find(Matrices.REFERENCE, id);
      assertThat(model.orElseThrow().id()).isEqualTo(id);
      assertThat(model.orElseThrow().source()).isNotBlank();
      assertThat(model.orElseThrow().ptenRefusal()).isEmpty();
    }
    assertThat(BuiltInModels.find(Matrices.REFERENCE, "no-such-model")).isEmpty();
  }
}
