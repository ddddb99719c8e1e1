package org.cotarget.input.expression;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.SourceFile;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.Reference;

/**
 * Reads the file that a quantifier wrote for one sample. TPM is taken where the file has it, counts
 * where it has not or where the user asks for them.
 */
final class QuantificationReader {

  private static final String[] STRANDS = {"unstranded", "first strand", "second strand"};

  private final RowGenes genes;
  private final double strandRatio;

  QuantificationReader(Reference reference) {
    this.genes = new RowGenes(reference.geneNames());
    this.strandRatio = reference.thresholds().value("expression.star-strand-ratio");
  }

  /** The format of a file; empty where it is none of a quantifier, or cannot be read. */
  static Optional<QuantificationFormat> format(Path path) {
    // What is wrong with the file is reported when it is read.
    return TableReader.open(path, TableFormat.LIST, new InputProblems())
        .flatMap(
            table -> {
              try (table) {
                return QuantificationFormat.of(table.firstRow());
              } catch (IOException unreadable) {
                return Optional.empty();
              }
            });
  }

  /**
   * Reads a file.
   *
   * @param declared unit by the user
   * @return empty, with an error, where it cannot be read or does not have what was declared
   */
  Optional<QuantifiedSample> read(
      String sample,
      Path path,
      QuantificationFormat format,
      Optional<Unit> declared,
      InputProblems problems) {
    boolean counts = declared.map(unit -> unit == Unit.COUNTS).orElse(!format.hasTpm());
    Unit unit = counts ? Unit.COUNTS : Unit.LINEAR;
    boolean has = counts ? format.hasCounts() : format.hasTpm();
    if (!has || declared.filter(wanted -> wanted != unit).isPresent()) {
      problems.error(
          "QUANTIFICATION_WITHOUT_UNIT",
          SourceLocation.ofFile(SourceFile.shown(path)),
          "a file of "
              + format.tool()
              + " holds no "
              + declared.orElse(unit).label()
              + " values, as declared",
          "leave --unit out, or declare counts or linear, whichever the files have");
      return Optional.empty();
    }
    InputProblems own = new InputProblems();
    try {
      Optional<QuantifiedSample> read = read(sample, path, format, counts, true, own);
      problems.addAll(own);
      return read;
    } catch (UnreadableByBytesException | IOException fault) {
      return readTable(sample, path, format, counts, problems);
    }
  }

  private Optional<QuantifiedSample> readTable(
      String sample,
      Path path,
      QuantificationFormat format,
      boolean counts,
      InputProblems problems) {
    try {
      return read(sample, path, format, counts, false, problems);
    } catch (IOException e) {
      problems.error(
          "FILE_UNREADABLE",
          SourceLocation.ofFile(SourceFile.shown(path)),
          "the file cannot be read: " + e.getMessage(),
          "check the file and the disk it lies on");
      return Optional.empty();
    }
  }

  private Optional<QuantifiedSample> read(
      String sample,
      Path path,
      QuantificationFormat format,
      boolean counts,
      boolean fromBytes,
      InputProblems problems)
      throws IOException {
    TableFormat shape = format.hasHeader() ? TableFormat.MATRIX : TableFormat.LIST;
    Optional<TableReader> opened = TableReader.open(path, shape, problems);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TableReader table = opened.get()) {
      List<String> header = table.header();
      List<Integer> values = format.valueColumns(header, counts);
      MatrixLayout layout =
          new MatrixLayout(
              false,
              format.nameColumns(header),
              values,
              values.stream().map(table::columnName).toList(),
              0,
              -1,
              Optional.empty());
      MemoryBudget budget = new MemoryBudget();
      int width = format.hasHeader() ? header.size() : format == QuantificationFormat.STAR ? 4 : 2;
      Optional<MatrixContent> content =
          fromBytes
              ? Optional.of(new ByteMatrix(table, layout, width, genes, budget).read())
              : new TableMatrix(table, layout, genes, budget, problems).read();
      return content.flatMap(read -> sample(sample, table, format, counts, read, problems));
    }
  }

  private Optional<QuantifiedSample> sample(
      String sample,
      TableReader table,
      QuantificationFormat format,
      boolean counts,
      MatrixContent content,
      InputProblems problems) {
    long transcripts =
        content.rows().stream()
            .limit(20)
            .filter(row -> row.gene().symbol().startsWith("ENST"))
            .count();
    if (transcripts > 0) {
      problems.error(
          "QUANTIFICATION_OF_TRANSCRIPTS",
          SourceLocation.ofFile(table.path()),
          "the file of "
              + format.tool()
              + " holds transcripts, e.g. "
              + content.rows().get(0).gene().symbol(),
          "sum them to genes first: salmon --geneMap, tximport, or the tool's own gene table");
      return Optional.empty();
    }
    int column = format == QuantificationFormat.STAR ? strand(content) : 0;
    String strand = format == QuantificationFormat.STAR ? STRANDS[column] : "";
    GeneRows rows = new GeneRows();
    for (MatrixContent.Row row : content.rows()) {
      rows.add(row.gene(), new float[] {row.values()[column]});
    }
    List<String> names = rows.genes();
    float[][] byGene = rows.values();
    float[] values = new float[byGene.length];
    for (int g = 0; g < values.length; g++) {
      values[g] = byGene[g][0];
    }
    String detail =
        String.format(
            Locale.ROOT,
            "%s by %s of %s%s; %d genes; sample %s",
            (counts ? Unit.COUNTS : Unit.LINEAR).label(),
            format.valueName(counts),
            format.tool(),
            strand.isEmpty() ? "" : ", " + strand,
            names.size(),
            sample);
    return table
        .provenance("expression", content.records(), detail)
        .map(
            file ->
                new QuantifiedSample(
                    sample,
                    format.valueName(counts) + " of " + format.tool(),
                    counts ? Unit.COUNTS : Unit.LINEAR,
                    names,
                    values,
                    rows.repeated().size(),
                    strand,
                    file));
  }

  /**
   * The column that fits the library: of the two stranded ones the one with far more reads, else
   * the unstranded one.
   */
  private int strand(MatrixContent content) {
    double[] sums = new double[3];
    for (MatrixContent.Row row : content.rows()) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += Float.isNaN(row.values()[c]) ? 0 : row.values()[c];
      }
    }
    int larger = sums[1] >= sums[2] ? 1 : 2;
    double more = sums[larger];
    return more > 0 && more >= strandRatio * sums[3 - larger] ? larger : 0;
  }
}
