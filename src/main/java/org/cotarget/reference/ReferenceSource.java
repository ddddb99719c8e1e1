package org.cotarget.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Opens tables and holds them to the list of sources: what a table cites must be a key of {@code
 * sources.tsv}.
 */
final class ReferenceSource {

  private final UnaryOperator<String> files;
  private final Map<String, Citation> citations = new HashMap<>();

  /**
   * @param files text of a file by its path below {@code reference/}
   */
  ReferenceSource(UnaryOperator<String> files) {
    this.files = files;
    Table sources =
        Table.parse(
            "sources.tsv", text("sources.tsv"), "key", "reference", "identifier", "verification");
    for (Table.Line line : sources.unique("key").lines()) {
      citations.put(
          line.text("key"),
          new Citation(
              line.text("key"),
              line.text("reference"),
              line.optional("identifier"),
              line.text("verification")));
    }
    keys("sources.tsv", 0, sources.about("citation"));
  }

  Map<String, Citation> citations() {
    return Map.copyOf(citations);
  }

  String text(String path) {
    return files.apply(path);
  }

  /** The table, its header and the citations of its head checked. */
  Table table(String path, String... columns) {
    Table table = Table.parse(path, text(path), columns);
    keys(path, 0, table.about("citation"));
    return table;
  }

  /** The keys in the column {@code citation} of a row, joined by {@code ;}. */
  String citation(Table.Line line) {
    return keys(line.path(), line.number(), line.text("citation"));
  }

  private String keys(String path, int number, String text) {
    List<String> keys = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String key = part.strip();
      if (!citations.containsKey(key)) {
        throw new ReferenceFormatException(
            path, number, "cites '" + key + "', which is not in sources.tsv");
      }
      keys.add(key);
    }
    return String.join(";", keys);
  }
}
