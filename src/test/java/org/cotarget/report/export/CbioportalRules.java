package org.cotarget.report.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules that cBioPortal's {@code validateData.py} and its file-format documentation give for a
 * study of clinical attributes, as far as they are errors there.
 */
final class CbioportalRules {

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "meta_study.txt",
          List.of("cancer_study_identifier", "type_of_cancer", "name", "description"),
          "meta_clinical_sample.txt",
          List.of(
              "cancer_study_identifier", "genetic_alteration_type", "datatype", "data_filename"),
          "meta_clinical_patient.txt",
          List.of(
              "cancer_study_identifier", "genetic_alteration_type", "datatype", "data_filename"));

  private static final Set<String> STUDY_FIELDS =
      Set.of(
          "cancer_study_identifier",
          "type_of_cancer",
          "name",
          "description",
          "citation",
          "pmid",
          "groups",
          "add_global_case_list",
          "tags_file",
          "reference_genome");

  private static final Map<String, Integer> LONGEST =
      Map.of(
          "cancer_study_identifier", 255, "type_of_cancer", 63, "name", 255, "description", 1024);

  private static final Set<String> MISSING =
      Set.of(
          "",
          "na",
          "[not applicable]",
          "[not available]",
          "[pending]",
          "[discrepancy]",
          "[completed]",
          "[null]");

  private static final Pattern ILLEGAL_ID = Pattern.compile("[^A-Za-z0-9._()\\[\\]',+\\-:;]");
  private static final Set<String> MONTHS =
      Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final List<String> errors = new ArrayList<>();
  private final Set<String> attributes = new HashSet<>();

  /** Errors of a study folder. */
  static List<String> errors(Path folder) throws IOException {
    CbioportalRules rules = new CbioportalRules();
    rules.check(folder);
    return rules.errors;
  }

  /** The rows of a clinical file by column. */
  static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> columns = cells(lines.get(4));
    return lines.stream()
        .skip(5)
        .map(
            line -> {
              Map<String, String> row = new HashMap<>();
              List<String> cells = cells(line);
              for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
              }
              return row;
            })
        .toList();
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split("\t", -1));
  }

  private void check(Path folder) throws IOException {
    Set<String> studies = new HashSet<>();
    for (Map.Entry<String, List<String>> file : REQUIRED.entrySet()) {
      Map<String, String> meta = meta(folder.resolve(file.getKey()));
      file.getValue().stream()
          .filter(field -> meta.getOrDefault(field, "").isEmpty())
          .forEach(field -> error(file.getKey(), "has no " + field));
      meta.keySet().stream()
          .filter(
              field ->
                  file.getKey().equals("meta_study.txt")
                      ? !STUDY_FIELDS.contains(field)
                      : !file.getValue().contains(field))
          .forEach(field -> error(file.getKey(), "has a field of its own: " + field));
      LONGEST.forEach(
          (field, most) -> {
            if (meta.getOrDefault(field, "").length() > most) {
              error(file.getKey(), field + " is too long");
            }
          });
      studies.add(meta.getOrDefault("cancer_study_identifier", ""));
      if (meta.containsKey("data_filename")) {
        clinical(
            folder.resolve(meta.get("data_filename")),
            meta.getOrDefault("datatype", "").equals("SAMPLE_ATTRIBUTES"));
      }
    }
    if (studies.size() != 1) {
      error("meta files", "name several studies");
    }
  }

  private Map<String, String> meta(Path file) throws IOException {
    Map<String, String> fields = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        error(file.getFileName().toString(), "line without colon: " + line);
      } else {
        fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private void clinical(Path file, boolean samples) throws IOException {
    String name = file.getFileName().toString();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("#") != (i < 4)) {
        error(name, "has a comment in line " + (i + 1) + " or lacks it");
      }
    }
    if (!errors.isEmpty()) {
      return;
    }
    List<String> columns = cells(lines.get(4));
    List<String> types = cells(lines.get(2).substring(1));
    for (int i = 0; i < 4; i++) {
      List<String> cells = cells(lines.get(i).substring(1));
      if (cells.size() != columns.size()) {
        error(name, "line " + (i + 1) + " has " + cells.size() + " cells");
      }
      if (cells.stream().anyMatch(c -> MISSING.contains(c.strip().toLowerCase(Locale.ROOT)))) {
        error(name, "line " + (i + 1) + " has an empty cell");
      }
    }
    types.stream()
        .filter(type -> !Set.of("STRING", "NUMBER", "BOOLEAN").contains(type))
        .forEach(type -> error(name, "type " + type));
    cells(lines.get(3).substring(1)).stream()
        .filter(priority -> !priority.matches("-1|\\d+"))
        .forEach(priority -> error(name, "priority " + priority));
    columns.stream()
        .filter(column -> !column.equals(column.toUpperCase(Locale.ROOT)))
        .forEach(column -> error(name, "column in lower case: " + column));
    if (new HashSet<>(columns).size() < columns.size()
        || columns.contains("MUTATION_COUNT")
        || columns.contains("FRACTION_GENOME_ALTERED")
        || columns.contains("SAMPLE_ID") != samples
        || !columns.contains("PATIENT_ID")) {
      error(name, "columns " + columns);
      return;
    }
    columns.stream()
        .filter(column -> !column.equals("PATIENT_ID") && !attributes.add(column))
        .forEach(column -> error(name, "attribute of samples and of patients: " + column));
    Set<String> ids = new HashSet<>();
    for (String line : lines.subList(5, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != columns.size()) {
        error(name, "a row of " + cells.size() + " cells");
        continue;
      }
      for (int i = 0; i < cells.size(); i++) {
        cell(name, columns.get(i), types.get(i), cells.get(i));
      }
      if (!ids.add(cells.get(columns.indexOf(samples ? "SAMPLE_ID" : "PATIENT_ID")))) {
        error(name, "an id twice: " + line);
      }
    }
  }

  private void cell(String name, String column, String type, String value) {
    boolean missing = MISSING.contains(value.strip().toLowerCase(Locale.ROOT));
    if (column.equals("PATIENT_ID") || column.equals("SAMPLE_ID")) {
      if (missing || ILLEGAL_ID.matcher(value).find() || value.length() > 63) {
        error(name, "id " + value);
      }
    }
    if (!missing && type.equals("NUMBER") && !value.matches("-?\\d+(\\.\\d+)?")) {
      error(name, column + " is no number: " + value);
    }
    if (!missing && type.equals("BOOLEAN") && !value.matches("TRUE|FALSE")) {
      error(name, column + " is not TRUE or FALSE: " + value);
    }
    String[] parts = value.split("-", -1);
    if (parts.length == 2
        && !value.matches("(?s).*[,.:;].*")
        && Arrays.stream(parts).anyMatch(p -> MONTHS.contains(p.toLowerCase(Locale.ROOT)))) {
      error(name, column + " looks like a date: " + value);
    }
  }

  private void error(String file, String what) {
    errors.add(file + ": " + what);
  }
}
