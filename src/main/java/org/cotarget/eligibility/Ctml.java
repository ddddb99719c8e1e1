package org.cotarget.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.InputProblems;
import org.cotarget.reference.Reference;

/**
 * Criteria to and from CTML, the trial language of MatchMiner, for the part that both express. What
 * one cannot say of the other is listed and left out; nothing is dropped in silence.
 */
public final class Ctml {

  private Ctml() {}

  /**
   * What came of a conversion.
   *
   * @param text the result, or empty where nothing could be expressed
   * @param notExpressed what is missing in it or differs, and what that does
   */
  public record Conversion(Optional<String> text, List<String> notExpressed) {
    public Conversion {
      notExpressed = List.copyOf(notExpressed);
    }
  }

  /** The form in which CTML is written. */
  public enum Form {
    YAML,
    JSON
  }

  /**
   * Criteria of a CTML document, YAML or JSON.
   *
   * @param path the file as the user named it, for problems
   * @return a criteria file; empty when the document cannot be read, with the reasons in {@code
   *     problems}
   */
  public static Optional<Conversion> toCriteria(
      String text, String path, Reference reference, InputProblems problems) {
    return YamlText.parse(text, path, problems)
        .flatMap(root -> new CtmlReader(reference, path, problems).read(root))
        .map(
            read -> new Conversion(read.criteria().map(CriteriaWriter::text), read.notExpressed()));
  }

  /** CTML of criteria. */
  public static Conversion ofCriteria(TrialCriteria criteria, Reference reference, Form form) {
    CtmlWriter writer = new CtmlWriter(reference);
    Optional<Map<String, Object>> match = writer.match(criteria);
    return new Conversion(
        match.map(tree -> text(document(criteria, tree), form)), writer.notExpressed());
  }

  private static Map<String, Object> document(TrialCriteria criteria, Map<String, Object> match) {
    Map<String, Object> arm = new LinkedHashMap<>();
    arm.put("arm_code", "1");
    arm.put("arm_description", criteria.title());
    arm.put("arm_internal_id", 1);
    arm.put("arm_suspended", "N");
    arm.put("dose_level", List.of());
    arm.put("match", List.of(match));
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("step_code", "1");
    step.put("step_internal_id", 1);
    step.put("arm", List.of(arm));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("protocol_no", criteria.id());
    document.put("long_title", criteria.title());
    document.put("treatment_list", Map.of("step", List.of(step)));
    return document;
  }

  private static String text(Map<String, Object> document, Form form) {
    ObjectMapper mapper =
        form == Form.JSON
            ? new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            : new ObjectMapper(
                YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build());
    try {
      String text = mapper.writeValueAsString(document).replace("\r\n", "\n");
      return text.endsWith("\n") ? text : text + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of text can always be written", e);
    }
  }
}
