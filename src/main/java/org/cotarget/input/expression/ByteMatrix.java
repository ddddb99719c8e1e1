package org.cotarget.input.expression;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.table.TableBody;
import org.cotarget.input.table.TableReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plain matrix from bytes: one thread reads, inflates and digests the file and cuts it into
 * blocks of lines, the others parse them. The outcome is that of {@link TableMatrix}, which also
 * takes every file that is not plain.
 */
final class ByteMatrix {

  private static final int BLOCK = 1 << 20;

  /** Genes of one segment of a sample's row; a file of samples in rows is turned by segments. */
  private static final int SEGMENT = 1024;

  private final TableReader table;
  private final MatrixLayout layout;
  private final RowGenes genes;
  private final BlockParser parser;
  private volatile boolean failed;

  /**
   * Makes a reader of an opened table.
   *
   * @param width columns that every row has
   */
  ByteMatrix(
      TableReader table, MatrixLayout layout, int width, RowGenes genes, MemoryBudget budget) {
    this.table = table;
    this.layout = layout;
    this.genes = genes;
    this.parser = new BlockParser(layout, width, table.delimiter(), budget);
  }

  /**
   * A row on its way to the matrix.
   *
   * @param gene its gene; blank where rows are samples
   * @param sample its sample; blank where rows are genes
   * @param segments its values, in one piece where rows are genes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Piece(
      GeneName gene, String sample, float[][] segments, long line, int firstNegative) {}

  /**
   * Rows of a block.
   *
   * @param records all of its rows, with those that hold no values
   */
  private record Pieces(List<Piece> rows, long records, long lines) {}

  /**
   * All rows.
   *
   * @throws UnreadableByBytesException where the file is not plain; nothing was reported
   */
  MatrixContent read() throws IOException {
    TableBody body = table.body();
    List<Pieces> blocks = parse(body);
    return layout.turned() ? samplesInRows(blocks, body) : genesInRows(blocks, body);
  }

  private List<Pieces> parse(TableBody body) throws IOException {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    LineBlocks blocks = new LineBlocks(body.bytes(), BLOCK, workers + 2);
    List<Future<Pieces>> parsed = new ArrayList<>();
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      LineBlocks.Block block = blocks.next();
      while (block != null) {
        LineBlocks.Block next = block;
        int skipped = parsed.isEmpty() ? layout.skippedRows() : 0;
        FutureTask<Pieces> task = new FutureTask<>(() -> pieces(blocks, next, skipped));
        parsed.add(task);
        block = blocks.next();
        if (block == null && parsed.size() == 1) {
          task.run();
        } else {
          executor.execute(task);
        }
        if (failed) {
          break;
        }
      }
      List<Pieces> all = new ArrayList<>();
      for (Future<Pieces> task : parsed) {
        all.add(task.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadableByBytesException notPlain) {
        throw notPlain;
      }
      if (e.getCause() instanceof MemoryBudget.TooLargeException tooLarge) {
        throw tooLarge;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  private Pieces pieces(LineBlocks blocks, LineBlocks.Block block, int skippedRows) {
    boolean done = false;
    try {
      BlockParser.Rows rows = parser.parse(block, skippedRows);
      Pieces pieces =
          new Pieces(rows.rows().stream().map(this::piece).toList(), rows.count(), rows.lines());
      done = true;
      return pieces;
    } finally {
      failed |= !done;
      blocks.release(block);
    }
  }

  private Piece piece(BlockParser.Row row) {
    if (!layout.turned()) {
      return new Piece(
          genes.of(row.names()), "", new float[][] {row.values()}, row.line(), row.firstNegative());
    }
    float[] values = row.values();
    float[][] segments = new float[(values.length + SEGMENT - 1) / SEGMENT][];
    for (int i = 0; i < segments.length; i++) {
      segments[i] =
          Arrays.copyOfRange(values, i * SEGMENT, Math.min(values.length, (i + 1) * SEGMENT));
    }
    String sample = row.names().get(0);
    return new Piece(
        new GeneName("", GeneName.Kind.BLANK), sample, segments, row.line(), row.firstNegative());
  }

  private MatrixContent genesInRows(List<Pieces> blocks, TableBody body) {
    List<MatrixContent.Row> rows = new ArrayList<>();
    long records = 0;
    int unnamed = 0;
    SourceLocation firstUnnamed = null;
    SourceLocation firstNegative = null;
    long line = body.firstLine();
    for (Pieces block : blocks) {
      records += block.records();
      for (Piece piece : block.rows()) {
        GeneName.Kind kind = piece.gene().kind();
        if (kind == GeneName.Kind.SUMMARY) {
          continue;
        }
        firstNegative = firstNegative == null ? negative(piece, line) : firstNegative;
        if (kind == GeneName.Kind.BLANK) {
          unnamed++;
          firstUnnamed =
              firstUnnamed == null
                  ? SourceLocation.ofLine(table.path(), line + piece.line())
                  : firstUnnamed;
        } else {
          rows.add(new MatrixContent.Row(piece.gene(), piece.segments()[0]));
        }
      }
      line += block.lines();
    }
    requireRows(records);
    return new MatrixContent(
        rows, layout.labels(), records, unnamed, firstUnnamed, Optional.ofNullable(firstNegative));
  }

  private MatrixContent samplesInRows(List<Pieces> blocks, TableBody body) {
    Set<String> unique = new LinkedHashSet<>();
    List<float[][]> bySample = new ArrayList<>();
    long records = 0;
    SourceLocation firstNegative = null;
    long line = body.firstLine();
    for (Pieces block : blocks) {
      records += block.records();
      for (Piece piece : block.rows()) {
        if (piece.sample().isEmpty() || !unique.add(piece.sample())) {
          throw new UnreadableByBytesException("a sample is without a name or has two rows");
        }
        firstNegative = firstNegative == null ? negative(piece, line) : firstNegative;
        bySample.add(piece.segments());
      }
      line += block.lines();
    }
    requireRows(records);
    List<MatrixContent.Row> rows = new ArrayList<>();
    float[][] byGene = turn(bySample);
    for (int g = 0; g < byGene.length; g++) {
      GeneName gene = genes.of(List.of(layout.labels().get(g)));
      if (gene.kind() != GeneName.Kind.SUMMARY) {
        rows.add(new MatrixContent.Row(gene, byGene[g]));
      }
    }
    return new MatrixContent(
        rows, List.copyOf(unique), records, 0, null, Optional.ofNullable(firstNegative));
  }

  /** Rows by gene; takes the segments of the samples away one after the other to need no copy. */
  private float[][] turn(List<float[][]> bySample) {
    float[][] byGene = new float[layout.values().size()][];
    int segments = (byGene.length + SEGMENT - 1) / SEGMENT;
    IntStream.range(0, segments)
        .parallel()
        .forEach(
            segment -> {
              int first = segment * SEGMENT;
              int last = Math.min(byGene.length, first + SEGMENT);
              for (int g = first; g < last; g++) {
                byGene[g] = new float[bySample.size()];
              }
              for (int s = 0; s < bySample.size(); s++) {
                float[] values = bySample.get(s)[segment];
                for (int g = first; g < last; g++) {
                  byGene[g][s] = values[g - first];
                }
                bySample.get(s)[segment] = new float[0];
              }
            });
    return byGene;
  }

  private @Nullable SourceLocation negative(Piece piece, long firstLine) {
    if (piece.firstNegative() < 0) {
      return null;
    }
    int column = layout.values().get(piece.firstNegative());
    return SourceLocation.ofLine(table.path(), firstLine + piece.line())
        .atColumn(table.columnName(column));
  }

  private static void requireRows(long records) {
    if (records == 0) {
      throw new UnreadableByBytesException("there are no rows");
    }
  }
}
