package org.cotarget.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.ReceptorVocabulary;

/**
 * Receptor columns that the user names, for tables that no vocabulary knows.
 *
 * @param columns meanings by normalised header
 * @param lines where each was declared, by normalised header
 * @param file provenance; empty without a mapping file
 */
record ClinicalMapping(
    Map<String, ReceptorColumn> columns,
    Map<String, SourceLocation> lines,
    Optional<InputFile> file) {

  static final ClinicalMapping NONE = new ClinicalMapping(Map.of(), Map.of(), Optional.empty());

  private static final Set<String> MARKERS =
      Stream.concat(
              Stream.of("HR"),
              Stream.concat(
                  Arrays.stream(Receptor.values()).map(Enum::name),
                  Arrays.stream(ProteinResult.Protein.values()).map(Enum::name)))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> RECEPTOR_ASSAYS =
      Arrays.stream(ReceptorResult.Assay.values())
          .map(Enum::name)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> PROTEIN_ASSAYS = Set.of("PROTEIN_STATUS", "PROTEIN_PERCENT");
  private static final String MISSING = "MISSING";

  /**
   * Reads {@code column, marker, assay} and, where cells need it, {@code values} such as {@code
   * 1=POSITIVE;0=NEGATIVE}.
   */
  static ClinicalMapping read(Path path, InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(path, TableFormat.TABLE, problems);
    if (opened.isEmpty()) {
      return NONE;
    }
    try (TableReader table = opened.get()) {
      OptionalInt name = table.require("column");
      OptionalInt marker = table.require("marker");
      OptionalInt assay = table.require("assay");
      if (name.isEmpty() || marker.isEmpty() || assay.isEmpty()) {
        return NONE;
      }
      OptionalInt values = table.find("values");
      Map<String, ReceptorColumn> columns = new LinkedHashMap<>();
      Map<String, SourceLocation> lines = new TreeMap<>();
      while (table.next()) {
        String header = table.text(name);
        String markerText = table.text(marker).toUpperCase(Locale.ROOT);
        String assayText = table.text(assay).toUpperCase(Locale.ROOT);
        boolean protein = PROTEIN_ASSAYS.contains(assayText);
        if (!MARKERS.contains(markerText)) {
          invalid(table, marker.getAsInt(), "marker", MARKERS);
        } else if (!protein && !RECEPTOR_ASSAYS.contains(assayText)) {
          Set<String> known = isProtein(markerText) ? PROTEIN_ASSAYS : RECEPTOR_ASSAYS;
          invalid(table, assay.getAsInt(), "assay", known);
        } else if (protein != isProtein(markerText)) {
          invalid(
              table,
              assay.getAsInt(),
              "assay of " + markerText,
              protein ? RECEPTOR_ASSAYS : PROTEIN_ASSAYS);
        } else {
          String key = ReceptorVocabulary.normalise(header);
          columns.put(
              key,
              new ReceptorColumn(
                  markerText,
                  assayText,
                  ReceptorResult.Basis.PRIMARY,
                  0,
                  false,
                  values.isPresent() ? values(table, values.getAsInt()) : Map.of()));
          lines.put(key, table.where(name.getAsInt()));
        }
      }
      return new ClinicalMapping(columns, lines, table.provenance("clinical mapping", ""));
    }
  }

  /** The meaning that the user gives a column. */
  Optional<ReceptorColumn> column(String header) {
    return Optional.ofNullable(columns.get(ReceptorVocabulary.normalise(header)));
  }

  /** Warns of each column that none of the tables has. */
  void reportUnused(Set<String> headers, InputProblems problems) {
    Set<String> present =
        headers.stream().map(ReceptorVocabulary::normalise).collect(Collectors.toSet());
    lines.forEach(
        (key, where) -> {
          if (!present.contains(key)) {
            problems.warning(
                "MAPPING_UNUSED",
                where,
                "no clinical table has the column that this line maps",
                "write the column name as the clinical table has it");
          }
        });
  }

  private static Map<String, String> values(TableReader table, int column) {
    Map<String, String> values = new TreeMap<>();
    for (String pair : table.text(column).split(";", -1)) {
      if (pair.isBlank()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String status = pair.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
      if (equals <= 0 || !statuses().contains(status)) {
        table
            .problems()
            .error(
                "MAPPING_INVALID",
                table.where(column),
                "'" + pair.strip() + "' is no value=STATUS",
                "write e.g. 1=POSITIVE;0=NEGATIVE with " + String.join(", ", statuses()));
      } else {
        values.put(pair.substring(0, equals).strip().toLowerCase(Locale.ROOT), status);
      }
    }
    return values;
  }

  private static List<String> statuses() {
    List<String> statuses = new ArrayList<>();
    for (ReceptorResult.Status status : ReceptorResult.Status.values()) {
      if (status != ReceptorResult.Status.NOT_GIVEN) {
        statuses.add(status.name());
      }
    }
    statuses.add(MISSING);
    return statuses;
  }

  private static boolean isProtein(String marker) {
    return Arrays.stream(ProteinResult.Protein.values()).anyMatch(p -> p.name().equals(marker));
  }

  private static void invalid(TableReader table, int column, String what, Set<String> known) {
    table
        .problems()
        .error(
            "MAPPING_INVALID",
            table.where(column),
            "'" + table.text(column) + "' is no " + what,
            "write one of " + known.stream().sorted().collect(Collectors.joining(", ")));
  }
}
