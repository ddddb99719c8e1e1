package org.cotarget.input;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotarget.cohort.InputFile;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;

/**
 * A sample sheet: one row per sample with the files that hold its data. A sample's files may call
 * it anything; the sheet's name stands.
 *
 * @param rows rows in file order
 * @param file provenance
 */
record SampleSheet(List<Row> rows, InputFile file) {

  /** A column that names a file. */
  enum Column {
    VCF,
    MAF,
    CNA,
    SEG,
    EXPRESSION
  }

  /**
   * A file, which need not exist.
   *
   * @param where the cell that names it
   */
  record Named(Path path, SourceLocation where) {

    /** Whether it is there; otherwise that is told. */
    boolean isThere(InputProblems problems) {
      boolean there = Files.exists(path);
      if (!there) {
        tellMissing(SourceFile.shown(path), where, problems);
      }
      return there;
    }

    private static void tellMissing(String file, SourceLocation where, InputProblems problems) {
      problems.error(
          "FILE_MISSING",
          where,
          "there is no file " + file,
          "correct the path; it is taken from the folder of the sample sheet");
    }
  }

  /**
   * One sample.
   *
   * @param assay name of its assay, or blank
   * @param files its files
   */
  record Row(
      String patient, String sample, String assay, Map<Column, Named> files, SourceLocation where) {
    Row {
      files = Map.copyOf(files);
    }
  }

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "vcf", Column.VCF,
          "maf", Column.MAF,
          "cna", Column.CNA,
          "cnv", Column.CNA,
          "seg", Column.SEG,
          "expression", Column.EXPRESSION);
  private static final Set<String> OTHERS = Set.of("patient", "sample", "assay");

  SampleSheet {
    rows = List.copyOf(rows);
  }

  /**
   * The files that one row alone names. What several rows name is a file of the cohort, which may
   * hold samples of no row, too.
   */
  Set<Path> ofOneRow() {
    Map<Path, Integer> uses = new HashMap<>();
    rows.forEach(
        row -> row.files().values().forEach(file -> uses.merge(file.path(), 1, Integer::sum)));
    return uses.entrySet().stream()
        .filter(entry -> entry.getValue() == 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads a sheet; paths in it are taken from its folder. */
  static Optional<SampleSheet> read(Path path, InputProblems problems) {
    Optional<TableReader> opened = TableReader.open(path, TableFormat.TABLE, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      OptionalInt sample = table.require("sample");
      if (sample.isEmpty()) {
        return Optional.empty();
      }
      warnOfOtherColumns(table);
      OptionalInt patient = table.find("patient");
      OptionalInt assay = table.find("assay");
      Map<String, Row> rows = new TreeMap<>();
      List<Row> ordered = new ArrayList<>();
      while (table.next()) {
        String sampleId = table.text(sample);
        String patientId = table.text(patient);
        if (sampleId.isEmpty()) {
          problems.error(
              "SAMPLE_ID_MISSING",
              table.where(sample.getAsInt()),
              "the row names no sample",
              "fill in the column sample");
          continue;
        }
        Row row =
            new Row(
                patientId.isEmpty()
                    ? SampleIds.barcode(sampleId).map(SampleIds.Barcode::patient).orElse(sampleId)
                    : patientId,
                sampleId,
                table.text(assay),
                files(table, path),
                table.where());
        Row first = rows.putIfAbsent(sampleId, row);
        if (first != null) {
          problems.error(
              "SAMPLE_DUPLICATE",
              table.where(sample.getAsInt()),
              "sample " + sampleId + " is also in line " + first.where().line(),
              "give each sample one row");
        } else {
          ordered.add(row);
        }
      }
      return table.provenance("sample sheet", "").map(file -> new SampleSheet(ordered, file));
    }
  }

  private static Map<Column, Named> files(TableReader table, Path sheet) {
    Map<Column, Named> files = new EnumMap<>(Column.class);
    for (int i = 0; i < table.header().size(); i++) {
      Column column = COLUMNS.get(table.header().get(i).toLowerCase(Locale.ROOT));
      String text = table.text(i);
      if (column == null || text.isEmpty()) {
        continue;
      }
      Optional<Path> file = resolved(sheet, text);
      if (file.isPresent()) {
        files.put(column, new Named(file.get(), table.where(i)));
      } else {
        Named.tellMissing(text, table.where(i), table.problems());
      }
    }
    return files;
  }

  /** Empty for a text that is no path on this system. */
  private static Optional<Path> resolved(Path sheet, String text) {
    try {
      return Optional.of(sheet.resolveSibling(text));
    } catch (InvalidPathException notPath) {
      return Optional.empty();
    }
  }

  private static void warnOfOtherColumns(TableReader table) {
    for (String name : table.header()) {
      String folded = name.toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && !COLUMNS.containsKey(folded) && !OTHERS.contains(folded)) {
        table
            .problems()
            .warning(
                "COLUMN_UNKNOWN",
                SourceLocation.ofLine(table.path(), table.headerLine()).atColumn(name),
                "a sample sheet has no column " + name + "; it is not read",
                "known are patient, sample, vcf, maf, cna (or cnv), seg, expression and assay");
      }
    }
  }
}
