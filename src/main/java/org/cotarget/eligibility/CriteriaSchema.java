package org.cotarget.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotarget.eligibility.CriteriaGrammar.Form;
import org.cotarget.eligibility.CriteriaGrammar.LeafForm;
import org.cotarget.reference.ClinicalVocabulary;
import org.cotarget.reference.Reference;

/**
 * The JSON Schema of criteria files and the key tables of their documentation, both made from
 * {@link CriteriaGrammar}, so that neither can differ from what is read.
 */
public final class CriteriaSchema {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final CriteriaGrammar grammar;

  /** Takes genes and signatures from the reference data. */
  public CriteriaSchema(Reference reference) {
    this.grammar = new CriteriaGrammar(reference, ClinicalVocabulary.bundled());
  }

  /** The schema, draft 2020-12. */
  public String schema() {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("$id", "urn:cotarget:criteria:1");
    root.put("title", "Criteria file of cotarget");
    object(root, CriteriaGrammar.TOP);
    ObjectNode definitions = root.putObject("$defs");
    ArrayNode kinds = definitions.putObject("criterion").putArray("oneOf");
    for (CriteriaGrammar.Key combination : CriteriaGrammar.COMBINATIONS) {
      ObjectNode kind = kinds.addObject();
      List<CriteriaGrammar.Key> keys =
          combination.name().equals("of")
              ? List.of(needed(combination), CriteriaGrammar.COUNT, CriteriaGrammar.NOTE.get(0))
              : List.of(needed(combination), CriteriaGrammar.NOTE.get(0));
      object(kind, keys);
    }
    for (LeafForm leaf : grammar.leaves()) {
      ObjectNode kind = kinds.addObject();
      kind.put("description", leaf.meaning());
      object(
          kind,
          java.util.stream.Stream.concat(leaf.keys().stream(), CriteriaGrammar.NOTE.stream())
              .toList());
    }
    try {
      return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static CriteriaGrammar.Key needed(CriteriaGrammar.Key key) {
    return new CriteriaGrammar.Key(key.name(), key.form(), true, key.words(), key.meaning());
  }

  private static void object(ObjectNode node, List<CriteriaGrammar.Key> keys) {
    node.put("type", "object");
    node.put("additionalProperties", false);
    ArrayNode required = node.putArray("required");
    keys.stream().filter(CriteriaGrammar.Key::required).forEach(key -> required.add(key.name()));
    ObjectNode properties = node.putObject("properties");
    for (CriteriaGrammar.Key key : keys) {
      ObjectNode property = properties.putObject(key.name());
      property.put("description", key.meaning());
      form(property, key.form(), key.words());
    }
  }

  private static void form(ObjectNode node, Form form, List<String> words) {
    switch (form) {
      case CRITERION -> node.put("$ref", "#/$defs/criterion");
      case CRITERIA -> {
        node.put("type", "array");
        node.put("minItems", 1);
        node.putObject("items").put("$ref", "#/$defs/criterion");
      }
      case PRIORITIES -> {
        node.put("type", "object");
        node.putObject("additionalProperties").put("$ref", "#/$defs/criterion");
      }
      case NUMBER -> node.put("type", "number");
      case FLAG -> node.put("type", "boolean");
      case DATE -> node.put("type", "string").put("format", "date");
      case TEXT, WORD -> single(node, words);
      case TEXTS, WORDS -> {
        ArrayNode either = node.putArray("anyOf");
        single(either.addObject(), words);
        ObjectNode list = either.addObject();
        list.put("type", "array");
        list.put("minItems", 1);
        single(list.putObject("items"), words);
      }
    }
  }

  private static void single(ObjectNode node, List<String> words) {
    if (words.isEmpty()) {
      node.putArray("type").add("string").add("number").add("boolean");
    } else {
      ArrayNode list = node.putArray("enum");
      words.forEach(list::add);
    }
  }

  /** The tables of keys and words for the documentation, in Markdown. */
  public String tables() {
    StringBuilder text = new StringBuilder();
    table(text, "A file", CriteriaGrammar.TOP);
    table(text, "Combinations", CriteriaGrammar.COMBINATIONS);
    for (LeafForm leaf : grammar.leaves()) {
      table(text, "`" + leaf.name() + "`: " + leaf.meaning(), leaf.keys());
    }
    table(text, "Every leaf", CriteriaGrammar.NOTE);
    text.append(
        "\n### Words of `call`\n\n| call | tells | words | not known, so undetermined |\n|---|---|---|---|\n");
    for (CallName call : CallName.values()) {
      text.append("| `").append(call).append("` | ").append(call.meaning()).append(" | ");
      text.append(String.join(", ", call.words())).append(" | ");
      text.append(
          String.join(", ", call.words().stream().filter(call.unknownWords()::contains).toList()));
      text.append(" |\n");
    }
    text.append("\n### Words of `number`\n\n| number | is |\n|---|---|\n");
    for (NumberName number : NumberName.values()) {
      text.append("| `").append(number).append("` | ").append(number.meaning()).append(" |\n");
    }
    text.append("\n### Words of `class`\n\n| class | is |\n|---|---|\n");
    for (VariantClass variantClass : VariantClass.values()) {
      text.append("| `").append(variantClass.word()).append("` | ");
      text.append(variantClass.meaning()).append(" |\n");
    }
    return text.toString();
  }

  private static void table(StringBuilder text, String title, List<CriteriaGrammar.Key> keys) {
    text.append("\n### ").append(title).append("\n\n| key | takes | says |\n|---|---|---|\n");
    for (CriteriaGrammar.Key key : keys) {
      text.append("| `").append(key.name()).append('`').append(key.required() ? "" : " (optional)");
      text.append(" | ").append(key.form().description());
      if (!key.words().isEmpty() && key.words().size() <= 12) {
        text.append(": ").append(String.join(", ", key.words()));
      }
      text.append(" | ").append(key.meaning()).append(" |\n");
    }
  }
}
