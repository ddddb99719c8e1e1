package org.cotarget.input.expression;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.Reference;

/**
 * Reads a matrix of genes and samples (TSV, CSV, GCT 1.2 and 1.3; plain or gzip), whichever of the
 * two are its rows.
 *
 * <p>A plain file is read from bytes by all processors; any other, and any with a fault, row by
 * row, which also says what is wrong. Both ways give the same matrix.
 */
public final class ExpressionReader {

  private final Reference reference;
  private final RowGenes genes;
  private final LayoutFinder layouts;

  /** Makes a reader that knows genes and cut-offs by the reference. */
  public ExpressionReader(Reference reference) {
    this.reference = reference;
    this.genes = new RowGenes(reference.geneNames());
    this.layouts = new LayoutFinder(reference.geneNames());
  }

  /**
   * Reads one matrix.
   *
   * @param declared unit by the user
   * @param hint unit by the meta file of a study, where the user says nothing
   * @param problems takes whatever is wrong with the file
   * @return empty where the file cannot be read to its end or its unit is not known
   */
  public Optional<ExpressionLayer> read(
      Path file, Optional<Unit> declared, Optional<Unit> hint, InputProblems problems) {
    try {
      Optional<ExpressionLayer> layer;
      InputProblems own = new InputProblems();
      try {
        layer = read(file, declared, hint, ExpressionReader::fromBytes, own);
        problems.addAll(own);
      } catch (UnreadableByBytesException | IOException fault) {
        layer = readTable(file, declared, hint, problems);
      }
      return layer;
    } catch (MemoryBudget.TooLargeException tooLarge) {
      problems.error(
          "EXPR_TOO_LARGE",
          SourceLocation.ofFile(SourceFile.shown(file)),
          "the matrix is too large: " + tooLarge.getMessage(),
          "give Java more memory (java -Xmx16g -jar ...), or split the samples over several runs");
      return Optional.empty();
    }
  }

  /** Reads one matrix row by row. */
  Optional<ExpressionLayer> readTable(
      Path file, Optional<Unit> declared, Optional<Unit> hint, InputProblems problems) {
    try {
      return read(file, declared, hint, ExpressionReader::fromTable, problems);
    } catch (IOException e) {
      problems.error(
          "FILE_UNREADABLE",
          SourceLocation.ofFile(SourceFile.shown(file)),
          "the file cannot be read: " + e.getMessage(),
          "check the file and the disk it lies on");
      return Optional.empty();
    }
  }

  /** One way to read the rows of an opened table. */
  @FunctionalInterface
  private interface Way {
    Optional<MatrixContent> read(
        TableReader table,
        MatrixLayout layout,
        RowGenes genes,
        MemoryBudget budget,
        InputProblems problems)
        throws IOException;
  }

  private static Optional<MatrixContent> fromBytes(
      TableReader table,
      MatrixLayout layout,
      RowGenes genes,
      MemoryBudget budget,
      InputProblems problems)
      throws IOException {
    int width = table.header().size();
    return Optional.of(new ByteMatrix(table, layout, width, genes, budget).read());
  }

  private static Optional<MatrixContent> fromTable(
      TableReader table,
      MatrixLayout layout,
      RowGenes genes,
      MemoryBudget budget,
      InputProblems problems) {
    return new TableMatrix(table, layout, genes, budget, problems).read();
  }

  private Optional<ExpressionLayer> read(
      Path file, Optional<Unit> declared, Optional<Unit> hint, Way way, InputProblems problems)
      throws IOException {
    Optional<TableReader> opened = TableReader.open(file, TableFormat.MATRIX, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      Optional<MatrixLayout> layout = layouts.find(table, file, problems);
      if (layout.isEmpty()) {
        return Optional.empty();
      }
      MemoryBudget budget = new MemoryBudget();
      budget.takeSamples(layout.get().turned() ? 0 : layout.get().values().size());
      Optional<MatrixContent> content = way.read(table, layout.get(), genes, budget, problems);
      if (content.isEmpty() || !isWhole(table, layout.get(), content.get(), problems)) {
        return Optional.empty();
      }
      Optional<UnitChoice> said =
          layout
              .get()
              .hint()
              .map(unit -> new UnitChoice(unit, "by its second header line"))
              .or(() -> hint.map(unit -> new UnitChoice(unit, "by the study's meta file")));
      String turned = layout.get().turned() ? ", one row a sample" : "";
      return new MatrixLayer(reference.panel(), reference.thresholds(), problems)
          .make(content.get(), declared, said, SourceLocation.ofFile(table.path()))
          .flatMap(
              made ->
                  table
                      .provenance("expression", content.get().records(), made.detail() + turned)
                      .map(
                          source ->
                              ExpressionLayer.of(made.matrix(), source, made.unitByValues())));
    }
  }

  /** Whether a file has as many rows as it says, as GCT does. */
  private static boolean isWhole(
      TableReader table, MatrixLayout layout, MatrixContent content, InputProblems problems) {
    long rows = content.records() - layout.skippedRows();
    if (layout.declaredRows() < 0 || layout.declaredRows() == rows) {
      return true;
    }
    problems.error(
        "MATRIX_SIZE_WRONG",
        SourceLocation.ofLine(table.path(), table.headerLine() - 1),
        "the file declares " + layout.declaredRows() + " rows and has " + rows,
        "copy or download the file again, or correct its second line");
    return false;
  }
}
