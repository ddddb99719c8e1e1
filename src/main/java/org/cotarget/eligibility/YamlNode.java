package org.cotarget.eligibility;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;

/**
 * A YAML node that knows its line, so that a broken criteria file is refused where it is broken.
 * Anchors and aliases are not expanded and nesting is bounded, so that a hostile file cannot grow
 * in memory.
 */
sealed interface YamlNode {

  int MAX_DEPTH = 50;

  /** Line of the node from 1, with its column in the location's column text. */
  SourceLocation where();

  record Scalar(String text, SourceLocation where) implements YamlNode {}

  record Sequence(List<YamlNode> items, SourceLocation where) implements YamlNode {}

  record Mapping(Map<String, YamlNode> entries, SourceLocation where) implements YamlNode {}

  /** Parses a document; empty when it is no YAML, with the problem told. */
  static Optional<YamlNode> parse(String text, String path, InputProblems problems) {
    YAMLFactory factory =
        YAMLFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        problems.error(
            "CRITERIA_EMPTY",
            SourceLocation.ofFile(path),
            "the criteria file is empty",
            "see docs/criteria.md for the form");
        return Optional.empty();
      }
      return Optional.of(read(parser, path, problems));
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      problems.error(
          "CRITERIA_NOT_YAML",
          at(path, broken.getLocation()),
          "not readable as YAML: " + broken.getOriginalMessage().lines().findFirst().orElse(""),
          "check indentation, quotes and brackets at this line");
      return Optional.empty();
    } catch (IOException broken) {
      problems.error(
          "CRITERIA_NOT_YAML",
          SourceLocation.ofFile(path),
          "not readable as YAML: " + broken.getMessage(),
          "save the file as UTF-8 text");
      return Optional.empty();
    }
  }

  private static YamlNode read(JsonParser parser, String path, InputProblems problems)
      throws IOException {
    SourceLocation where = at(path, parser.currentTokenLocation());
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, YamlNode> entries = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        SourceLocation keyAt = at(path, parser.currentTokenLocation());
        parser.nextToken();
        if (entries.put(key, read(parser, path, problems)) != null) {
          problems.error(
              "CRITERIA_KEY_TWICE", keyAt, "'" + key + "' is given twice", "keep one of the two");
        }
      }
      return new Mapping(entries, where);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(parser, path, problems));
      }
      return new Sequence(items, where);
    }
    String text = parser.getValueAsString();
    return new Scalar(text == null ? "" : text, where);
  }

  private static SourceLocation at(String path, JsonLocation location) {
    return location == null
        ? SourceLocation.ofFile(path)
        : SourceLocation.ofLine(path, Math.max(0, location.getLineNr()))
            .atColumn("column " + Math.max(1, location.getColumnNr()));
  }
}
