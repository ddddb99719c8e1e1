package org.cotarget.input.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a matrix row by row through the table reader: the way that knows every form of quoting and
 * reports every fault by its place. {@link ByteMatrix} is the fast way for files without either.
 */
final class TableMatrix {

  private final TableReader table;
  private final MatrixLayout layout;
  private final RowGenes genes;
  private final MemoryBudget budget;
  private final InputProblems problems;
  private final int[] columns;
  private @Nullable SourceLocation firstNegative;

  TableMatrix(
      TableReader table,
      MatrixLayout layout,
      RowGenes genes,
      MemoryBudget budget,
      InputProblems problems) {
    this.table = table;
    this.layout = layout;
    this.genes = genes;
    this.budget = budget;
    this.problems = problems;
    this.columns = layout.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** All rows; empty where the file cannot be read to its end or has none. */
  Optional<MatrixContent> read() {
    for (int i = 0; i < layout.skippedRows(); i++) {
      if (!table.next()) {
        break;
      }
    }
    return layout.turned() ? samplesInRows() : genesInRows();
  }

  private Optional<MatrixContent> genesInRows() {
    List<MatrixContent.Row> rows = new ArrayList<>();
    int unnamed = 0;
    SourceLocation firstUnnamed = null;
    while (table.next()) {
      GeneName gene = genes.of(layout.names().stream().map(table::text).toList());
      if (gene.kind() == GeneName.Kind.SUMMARY) {
        continue;
      }
      budget.take(columns.length);
      float[] values = numbers();
      if (gene.kind() == GeneName.Kind.BLANK) {
        unnamed++;
        firstUnnamed = firstUnnamed == null ? table.where() : firstUnnamed;
      } else {
        rows.add(new MatrixContent.Row(gene, values));
      }
    }
    return finished(rows, layout.labels(), unnamed, firstUnnamed);
  }

  private Optional<MatrixContent> samplesInRows() {
    List<String> samples = new ArrayList<>();
    List<float[]> bySample = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    while (table.next()) {
      String sample = table.text(0);
      Long earlier = lines.putIfAbsent(sample, table.line());
      if (sample.isEmpty()) {
        problems.error(
            "SAMPLE_ID_MISSING",
            table.where(0),
            "the row names no sample",
            "fill in the id or remove the row");
      } else if (earlier != null) {
        problems.error(
            "SAMPLE_DUPLICATE",
            table.where(0),
            sample + " has a row in line " + earlier + " already",
            "keep one row for each sample");
      } else {
        budget.take(2L * columns.length);
        samples.add(sample);
        bySample.add(numbers());
      }
    }
    List<MatrixContent.Row> rows = new ArrayList<>();
    for (int g = 0; g < columns.length; g++) {
      float[] values = new float[samples.size()];
      for (int s = 0; s < values.length; s++) {
        values[s] = bySample.get(s)[g];
      }
      rows.add(new MatrixContent.Row(genes.of(List.of(layout.labels().get(g))), values));
    }
    rows.removeIf(row -> row.gene().kind() == GeneName.Kind.SUMMARY);
    return finished(rows, samples, 0, null);
  }

  private Optional<MatrixContent> finished(
      List<MatrixContent.Row> rows,
      List<String> samples,
      int unnamed,
      @Nullable SourceLocation firstUnnamed) {
    return table.failed() || table.rows() == 0
        ? Optional.empty()
        : Optional.of(
            new MatrixContent(
                rows,
                samples,
                table.rows(),
                unnamed,
                firstUnnamed,
                Optional.ofNullable(firstNegative)));
  }

  /** The values of the current row; NaN where there is none. */
  private float[] numbers() {
    float[] values = new float[columns.length];
    for (int i = 0; i < columns.length; i++) {
      OptionalDouble number = table.number(columns[i]);
      values[i] = number.isPresent() ? rounded(number.getAsDouble(), columns[i]) : Float.NaN;
      if (values[i] < 0 && firstNegative == null) {
        firstNegative = table.where(columns[i]);
      }
    }
    return values;
  }

  private float rounded(double number, int column) {
    float value =
        DecimalScanner.mayRoundTwice(number)
            ? Float.parseFloat(table.text(column))
            : (float) number;
    if (Float.isInfinite(value)) {
      problems.error(
          "VALUE_NOT_NUMBER",
          table.where(column),
          "'" + table.text(column) + "' is too large for an expression value",
          "correct the value, or leave the cell blank (NA) where there is none");
      return Float.NaN;
    }
    return value;
  }
}
