package org.cotarget.expression;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * A model as JSON.
 *
 * <p>Its digest is the SHA-256 of the UTF-8 bytes of the model as JSON without any white space,
 * members in the order of the components, numbers as the shortest decimal that reads back as the
 * same double, and the member {@code sha256} empty. White space in the file is free; anything else
 * that was changed by hand is noticed.
 */
public final class ModelFile {

  /** Depth at which a gene, a signature or a distribution stands on a line of its own. */
  private static final int LINE_DEPTH = 2;

  private static final Set<String> NULLABLE = Set.of("profile", "tnbc", "components");

  /** Stands for the value of a member that may be left out. */
  static final String ABSENT = "absent";

  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .injectableValues(new InjectableValues.Std().addValue(ABSENT, null))
          .build();

  private ModelFile() {}

  /** The model with its digest filled in. */
  static ExpressionModel seal(ExpressionModel model) {
    return model.withDigest(digest(model));
  }

  /** The file of a model, ending in a line feed. */
  public static String write(ExpressionModel model) {
    return text(model);
  }

  /** A model, or part of one, on lines of their own for its members' members. */
  static String text(Object model) {
    try {
      return MAPPER.writer(printer()).writeValueAsString(model) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model can always be written", e);
    }
  }

  /**
   * Reads a model and holds it to its digest.
   *
   * @throws ModelFormatException when the text is no model, one of another version, or not as it
   *     was written
   */
  public static ExpressionModel read(String text) throws ModelFormatException {
    ExpressionModel model = parse(text);
    ModelContents.check(model);
    String digest = digest(model);
    if (!digest.equals(model.sha256())) {
      throw new ModelFormatException(
          "its content was changed after it was written: sha256 is "
              + digest
              + ", the file says "
              + model.sha256(),
          "take an unchanged copy, or fit the model again");
    }
    return model;
  }

  private static ExpressionModel parse(String text) throws ModelFormatException {
    ObjectReader reader = MAPPER.readerFor(ExpressionModel.class);
    try {
      JsonNode document = MAPPER.readTree(text);
      if (!(document instanceof ObjectNode)) {
        throw new ModelFormatException("it is no JSON object", "give a file that 'fit' wrote");
      }
      String format = document.path("format").asText();
      if (!format.equals(ExpressionModel.FORMAT)) {
        throw new ModelFormatException(
            format.startsWith("cotarget-model/")
                ? "its format is " + format + ", this version reads " + ExpressionModel.FORMAT
                : "it is no model: member \"format\" is not " + ExpressionModel.FORMAT,
            "fit the model with this version of cotarget");
      }
      requireValues(document);
      return reader.readValue(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ModelFormatException(
          "it cannot be read" + (line > 0 ? " in line " + line : "") + ": " + firstLine(e),
          "take an unchanged copy, or fit the model again",
          Math.max(0, line));
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(
          "it cannot be read: " + e.getMessage(), "take an unchanged copy, or fit the model again");
    }
  }

  /** Only members that are documented so may be null. */
  static void requireValues(JsonNode node) throws ModelFormatException {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (member.getValue().isNull() && !NULLABLE.contains(member.getKey())) {
        throw new ModelFormatException(
            "member \"" + member.getKey() + "\" has no value",
            "take an unchanged copy, or fit the model again");
      }
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        requireValues(child);
      }
    }
  }

  static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }

  private static String digest(ExpressionModel model) {
    return sha256(model.withDigest(""));
  }

  /** Digest of a document without white space. */
  static String sha256(Object document) {
    try {
      byte[] bytes = MAPPER.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a model can always be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter.Indenter upToDepth =
        new DefaultPrettyPrinter.Indenter() {
          @Override
          public void writeIndentation(JsonGenerator generator, int level) throws IOException {
            if (level <= LINE_DEPTH) {
              lines.writeIndentation(generator, level);
            }
          }

          @Override
          public boolean isInline() {
            return false;
          }
        };
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(upToDepth)
        .withArrayIndenter(upToDepth);
  }
}
