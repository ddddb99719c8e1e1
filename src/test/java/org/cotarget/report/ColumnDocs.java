package org.cotarget.report;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the column dictionary from the row records and the comments above them. */
final class ColumnDocs {

  private static final Pattern PARAMETER =
      Pattern.compile("@param (\\w+)\\s+(.*?)(?=@param |\\*/)", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");

  private static final Map<String, Class<? extends Record>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("screening", ScreeningRow.class);
    TABLES.put("calls", CallRow.class);
    TABLES.put("evidence", EvidenceRow.class);
    TABLES.put("variants", VariantRow.class);
    TABLES.put("problems", ProblemRow.class);
  }

  private ColumnDocs() {}

  static List<ColumnEntry> entries() throws IOException {
    List<ColumnEntry> entries = new ArrayList<>();
    for (Map.Entry<String, Class<? extends Record>> table : TABLES.entrySet()) {
      Map<String, String> comments = comments(table.getValue());
      for (RecordComponent component : table.getValue().getRecordComponents()) {
        ColumnGroup group = component.getAnnotation(ColumnGroup.class);
        if (group == null) {
          entries.add(entry(table.getKey(), "", component, comments));
        } else {
          String prefix = component.getName().equals("genes") ? "MRNA_<gene>_" : "<signature>_";
          Map<String, String> inner = comments(group.value());
          for (RecordComponent part : group.value().getRecordComponents()) {
            entries.add(entry(table.getKey(), prefix, part, inner));
          }
        }
      }
    }
    return entries;
  }

  private static ColumnEntry entry(
      String table, String prefix, RecordComponent component, Map<String, String> comments) {
    String description = comments.get(component.getName());
    if (description == null) {
      throw new AssertionError(table + ": no @param for " + component.getName());
    }
    return new ColumnEntry(
        table, prefix + TableWriter.name(component), type(component), description);
  }

  private static String type(RecordComponent component) {
    if (component.isAnnotationPresent(WholeNumber.class) || component.getType() == long.class) {
      return "whole number";
    }
    if (component.getType() == double.class) {
      return "number";
    }
    if (component.getType() == boolean.class) {
      return "yes/no";
    }
    return Collection.class.isAssignableFrom(component.getType()) ? "list" : "text";
  }

  /** The {@code @param} texts of a record, which stand in the comment just above it. */
  private static Map<String, String> comments(Class<?> row) throws IOException {
    Class<?> outer = row.getEnclosingClass() == null ? row : row.getEnclosingClass();
    Path file = Path.of("src/main/java", outer.getName().replace('.', '/') + ".java");
    String source = Files.readString(file);
    int record = source.indexOf("record " + row.getSimpleName() + "(");
    int start = source.lastIndexOf("/**", record);
    Map<String, String> comments = new LinkedHashMap<>();
    Matcher parameters = PARAMETER.matcher(source.substring(start, record));
    while (parameters.find()) {
      String text = parameters.group(2).replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
      comments.put(
          parameters.group(1),
          CODE.matcher(text)
              .replaceAll(code -> Matcher.quoteReplacement("`" + code.group(1) + "`")));
    }
    return comments;
  }

  static String resource(List<ColumnEntry> entries) {
    StringBuilder text = new StringBuilder("TABLE\tCOLUMN\tTYPE\tDESCRIPTION\n");
    for (ColumnEntry entry : entries) {
      text.append(
          String.join("\t", entry.table(), entry.column(), entry.type(), entry.description()));
      text.append('\n');
    }
    return text.toString();
  }

  static String markdown(List<ColumnEntry> entries) {
    StringBuilder text =
        new StringBuilder(
            "# Columns of the tables\n\nMade from the row records by"
                + " `mvn -Dtest=ColumnDictionaryTest -Dcotarget.columns.write=true test`; a test holds"
                + " both equal. A list is\nseparated by `; `. Columns of mRNA and signatures come once"
                + " for each gene and signature of the model. How text is escaped:\n[exports.md]"
                + "(exports.md#safety).\n");
    String table = "";
    for (ColumnEntry entry : entries) {
      if (!entry.table().equals(table)) {
        table = entry.table();
        text.append("\n## ").append(table).append(".tsv\n\n");
        text.append("| column | type | holds |\n|---|---|---|\n");
      }
      text.append("| `")
          .append(entry.column())
          .append("` | ")
          .append(entry.type())
          .append(" | ")
          .append(entry.description().replace("|", "\\|"))
          .append(" |\n");
    }
    return text.toString();
  }
}
