package org.cotarget.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes criteria as a file that {@link CriteriaReader} reads back as the same criteria. */
final class CriteriaWriter {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
              .build());

  private CriteriaWriter() {}

  static String text(TrialCriteria criteria) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("id", criteria.id());
    file.put("title", criteria.title());
    file.put("version", criteria.version());
    if (!criteria.citation().isEmpty()) {
      file.put("citation", criteria.citation());
    }
    file.put("candidate", keys(criteria.candidate()));
    if (!criteria.possible().equals(criteria.candidate())) {
      file.put("possible", keys(criteria.possible()));
    }
    criteria.clinical().ifPresent(clinical -> file.put("clinical", keys(clinical)));
    if (!criteria.priorities().isEmpty()) {
      Map<String, Object> priority = new LinkedHashMap<>();
      criteria.priorities().forEach(p -> priority.put(p.name(), keys(p.when())));
      file.put("priority", priority);
    }
    try {
      return YAML.writeValueAsString(file).replace("\r\n", "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of text can always be written", e);
    }
  }

  private static Map<String, Object> keys(Criterion criterion) {
    Map<String, Object> keys = new LinkedHashMap<>();
    if (criterion instanceof Leaf leaf) {
      keys.putAll(leaf.keys());
      keys.put("text", leaf.text());
      LeafNote note = leaf.note();
      if (note.recoverable()) {
        keys.put("recoverable", true);
      }
      if (!note.test().isEmpty()) {
        keys.put("test", note.test());
      }
      if (!note.citation().isEmpty()) {
        keys.put("citation", note.citation());
      }
      return keys;
    }
    keys.put("text", criterion.text());
    List<Map<String, Object>> parts = criterion.parts().stream().map(CriteriaWriter::keys).toList();
    if (criterion instanceof Criterion.AtLeast some) {
      keys.put(CriteriaGrammar.COUNT.name(), some.count());
      keys.put("of", parts);
    } else if (criterion instanceof Criterion.Not) {
      keys.put("not", parts.get(0));
    } else {
      keys.put(
          criterion instanceof Criterion.All
              ? "all"
              : criterion instanceof Criterion.Any ? "any" : "in-order",
          parts);
    }
    return keys;
  }
}
