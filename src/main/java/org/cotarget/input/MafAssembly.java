package org.cotarget.input;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.MissingWords;
import org.cotarget.input.table.TableReader;

/**
 * Follows {@code NCBI_Build} through a MAF. Rows of two assemblies in one file mean that files were
 * joined without lifting, and nothing of it can be trusted.
 */
final class MafAssembly {

  private final TableReader table;
  private final OptionalInt column;
  private final Optional<GenomeAssembly> declared;
  private final GenomeAssembly unnamed;
  private final Map<String, Long> firstLines = new LinkedHashMap<>();
  private String last = "";
  private GenomeAssembly current;

  /**
   * Starts before the first row.
   *
   * @param declared assembly that the user declares and the file must not contradict
   * @param fallback assembly to take where neither the file nor the user names one
   */
  MafAssembly(
      TableReader table,
      OptionalInt column,
      Optional<GenomeAssembly> declared,
      GenomeAssembly fallback) {
    this.table = table;
    this.column = column;
    this.declared = declared;
    this.unnamed = declared.orElse(fallback);
    this.current = unnamed;
  }

  /** Takes note of the current row. */
  void see() {
    String text = table.text(column);
    if (!text.equals(last) && !MissingWords.isMissing(text)) {
      last = text;
      current = GenomeAssembly.parse(text);
      String label = current == GenomeAssembly.UNKNOWN ? text : current.label();
      firstLines.putIfAbsent(label, table.line());
    }
  }

  /** Assembly of the current row; of a row without one that of the rows before it. */
  GenomeAssembly current() {
    return current;
  }

  /** Reports what is wrong with the assemblies seen and returns the one of the file. */
  GenomeAssembly finish() {
    SourceLocation file = SourceLocation.ofFile(table.path());
    if (firstLines.size() > 1) {
      String seen =
          firstLines.entrySet().stream()
              .map(first -> first.getKey() + " from line " + first.getValue())
              .collect(Collectors.joining(", "));
      long second = firstLines.values().stream().skip(1).findFirst().orElseThrow();
      table
          .problems()
          .error(
              "ASSEMBLY_MIXED",
              new SourceLocation(table.path(), second, columnName()),
              "the file mixes genome assemblies: " + seen,
              "split the file by assembly and give it as two, or lift it to one assembly");
      return GenomeAssembly.UNKNOWN;
    }
    if (firstLines.isEmpty()) {
      if (unnamed == GenomeAssembly.UNKNOWN && table.rows() > 0) {
        table
            .problems()
            .warning(
                "ASSEMBLY_UNKNOWN",
                file,
                "the file names no genome assembly (NCBI_Build); positions are carried, not looked up",
                "fill in NCBI_Build or give --assembly");
      }
      return unnamed;
    }
    Map.Entry<String, Long> only = firstLines.entrySet().iterator().next();
    SourceLocation where = new SourceLocation(table.path(), only.getValue(), columnName());
    GenomeAssembly assembly = GenomeAssembly.parse(only.getKey());
    if (assembly == GenomeAssembly.UNKNOWN) {
      table
          .problems()
          .warning(
              "ASSEMBLY_UNKNOWN",
              where,
              "'" + only.getKey() + "' is neither GRCh37 nor GRCh38; positions are not looked up",
              "lift the file to GRCh38, or correct NCBI_Build");
    } else if (declared.isPresent() && declared.get() != assembly) {
      table
          .problems()
          .error(
              "ASSEMBLY_CONTRADICTED",
              where,
              "the file says " + assembly.label() + ", declared was " + declared.get().label(),
              "correct --assembly or NCBI_Build");
    }
    return assembly;
  }

  /** How the assembly is known, for provenance. */
  String evidence(GenomeAssembly assembly) {
    if (assembly == GenomeAssembly.UNKNOWN) {
      return "assembly unknown";
    }
    return assembly.label() + (firstLines.isEmpty() ? ", as declared" : ", by NCBI_Build");
  }

  private String columnName() {
    return column.isPresent() ? table.columnName(column.getAsInt()) : "NCBI_Build";
  }
}
