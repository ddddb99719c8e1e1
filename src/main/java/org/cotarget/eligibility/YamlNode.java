package org.cotarget.eligibility;

import java.util.List;
import java.util.Map;
import org.cotarget.cohort.SourceLocation;

/** A YAML node that knows its line, so that a broken file is refused where it is broken. */
public sealed interface YamlNode {

  /** Line of the node from 1, with its column in the location's column text. */
  SourceLocation where();

  /** A single value, as text. */
  record Scalar(String text, SourceLocation where) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> items, SourceLocation where) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * Keys and values.
   *
   * @param entries the values in file order
   * @param keys where each key stands
   */
  record Mapping(
      Map<String, YamlNode> entries, Map<String, SourceLocation> keys, SourceLocation where)
      implements YamlNode {}
}
