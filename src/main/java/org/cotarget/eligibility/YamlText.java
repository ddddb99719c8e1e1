package org.cotarget.eligibility;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads YAML, and JSON as a part of it, into nodes that know their lines. Aliases are refused, and
 * size and nesting are bounded, so that a hostile file can neither grow in memory nor exhaust the
 * stack.
 */
public final class YamlText {

  static final int MAX_DEPTH = 50;
  static final int MAX_CHARACTERS = 2_000_000;
  static final int MAX_NODES = 100_000;

  private final String path;
  private final InputProblems problems;
  private int nodes;

  private YamlText(String path, InputProblems problems) {
    this.path = path;
    this.problems = problems;
  }

  /** Parses a document; empty when it is no YAML, with the problem told. */
  public static Optional<YamlNode> parse(String text, String path, InputProblems problems) {
    return new YamlText(path, problems).parse(text);
  }

  private Optional<YamlNode> parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      problems.error(
          "CRITERIA_TOO_LARGE",
          SourceLocation.ofFile(path),
          text.length() + " characters are no criteria file",
          "at most " + MAX_CHARACTERS + " characters are read");
      return Optional.empty();
    }
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      return document(parser);
    } catch (IOException broken) {
      problems.error(
          "CRITERIA_NOT_YAML",
          SourceLocation.ofFile(path),
          "not readable as YAML: " + broken.getMessage(),
          "save the file as UTF-8 text");
      return Optional.empty();
    }
  }

  private Optional<YamlNode> document(YAMLParser parser) throws IOException {
    try {
      if (parser.nextToken() == null) {
        problems.error(
            "CRITERIA_EMPTY",
            SourceLocation.ofFile(path),
            "the criteria file is empty",
            "see docs/criteria.md for the form");
        return Optional.empty();
      }
      YamlNode root = read(parser, 0);
      if (parser.nextToken() != null) {
        problems.error(
            "CRITERIA_FORM",
            at(parser.currentTokenLocation()),
            "a second document begins here",
            "keep one document a file");
      }
      return Optional.of(root);
    } catch (JsonProcessingException broken) {
      Optional<MarkedYAMLException> syntax =
          broken.getCause() instanceof MarkedYAMLException marked
              ? Optional.of(marked)
              : Optional.empty();
      problems.error(
          "CRITERIA_NOT_YAML",
          syntax
              .flatMap(marked -> Optional.ofNullable(marked.getProblemMark()))
              .map(mark -> at(mark.getLine() + 1, mark.getColumn() + 1))
              .orElseGet(
                  () ->
                      at(
                          broken.getLocation() == null
                              ? parser.currentTokenLocation()
                              : broken.getLocation())),
          "not readable as YAML: "
              + syntax.map(YamlText::sentence).orElseGet(() -> message(broken)),
          "check indentation, quotes and brackets at this line");
      return Optional.empty();
    }
  }

  /** The parser names the class of what it met where a list or mapping stands for a key. */
  private static String message(JsonProcessingException broken) {
    String message = broken.getOriginalMessage();
    return message.contains("org.yaml.snakeyaml")
        ? "a list or mapping stands where a key is expected"
        : message;
  }

  /** What the parser did, and what it met then: the first alone says little. */
  private static String sentence(MarkedYAMLException marked) {
    return Stream.of(marked.getContext(), marked.getProblem())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private YamlNode read(YAMLParser parser, int depth) throws IOException {
    SourceLocation where = at(parser.currentTokenLocation());
    if (++nodes > MAX_NODES) {
      throw new StreamConstraintsException(
          "more than " + MAX_NODES + " values", parser.currentTokenLocation());
    }
    JsonToken token = parser.currentToken();
    if (token.isStructStart() && depth == MAX_DEPTH) {
      throw new StreamConstraintsException(
          "nested more than " + MAX_DEPTH + " deep", parser.currentTokenLocation());
    }
    if (token == JsonToken.START_OBJECT) {
      return mapping(parser, where, depth + 1);
    }
    if (token == JsonToken.START_ARRAY) {
      List<YamlNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(parser, depth + 1));
      }
      return new YamlNode.Sequence(items, where);
    }
    if (parser.isCurrentAlias()) {
      problems.error(
          "CRITERIA_ALIAS",
          where,
          "'*" + parser.getText() + "' is an alias",
          "write the criterion out; aliases are not expanded");
    }
    String text = parser.getValueAsString();
    return new YamlNode.Scalar(text == null ? "" : text, where);
  }

  private YamlNode mapping(YAMLParser parser, SourceLocation where, int depth) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, SourceLocation> keys = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      SourceLocation keyAt = at(parser.currentTokenLocation());
      parser.nextToken();
      YamlNode value = read(parser, depth);
      if (entries.put(key, value) != null) {
        problems.error(
            "CRITERIA_KEY_TWICE", keyAt, "'" + key + "' is given twice", "keep one of the two");
      }
      keys.put(key, keyAt);
    }
    return new YamlNode.Mapping(entries, keys, where);
  }

  private SourceLocation at(JsonLocation location) {
    return location == null
        ? SourceLocation.ofFile(path)
        : at(location.getLineNr(), location.getColumnNr());
  }

  private SourceLocation at(int line, int column) {
    return SourceLocation.ofLine(path, Math.max(0, line)).atColumn("column " + Math.max(1, column));
  }
}
