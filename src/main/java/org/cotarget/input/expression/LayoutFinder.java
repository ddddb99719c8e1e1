package org.cotarget.input.expression;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.GeneColumns;
import org.cotarget.input.table.CommentLine;
import org.cotarget.input.table.MissingWords;
import org.cotarget.input.table.TableFormat;
import org.cotarget.input.table.TableReader;
import org.cotarget.reference.GeneNames;

/**
 * Finds out how a matrix lies: which columns name genes and which hold values, and whether genes
 * are rows or columns.
 *
 * <p>Genes are columns where the header holds at least {@value #GENES} known symbols or Ensembl
 * ids, or where at least half of it is of them, and the first rows are not named by genes. Where
 * both hold genes only the name of the first column can tell. Numbers in a header are Entrez ids
 * only where no row is named by a known gene: samples are numbered, too.
 */
final class LayoutFinder {

  /** So many known genes are no chance. */
  private static final int GENES = 3;

  /** Rows whose names are looked at, where the header leaves open what the columns are. */
  private static final int ROWS_LOOKED_AT = 200;

  private static final Set<String> SAMPLE_WORDS =
      Set.of("sample", "sample_id", "sampleid", "samples", "patient", "patient_id", "barcode");
  private static final Set<String> GENE_WORDS =
      Set.of("gene", "genes", "symbol", "hugo_symbol", "gene_symbol", "gene_id", "gene_name");

  /** What Firehose and the like write below each sample, and the unit that it tells. */
  private static final Map<String, Optional<Unit>> SECOND_HEADERS =
      Map.of(
          "normalized_count", Optional.of(Unit.LINEAR),
          "raw_count", Optional.of(Unit.COUNTS),
          "tpm", Optional.of(Unit.LINEAR),
          "fpkm", Optional.of(Unit.LINEAR),
          "rpkm", Optional.of(Unit.LINEAR),
          "signal", Optional.empty());

  private final GeneNames names;

  LayoutFinder(GeneNames names) {
    this.names = names;
  }

  /**
   * The layout of an opened table.
   *
   * @param path the same file, opened again where its rows must be looked at
   * @return empty, with an error, where it is no matrix or the layout is not certain
   */
  Optional<MatrixLayout> find(TableReader table, Path path, InputProblems problems)
      throws IOException {
    List<String> header = table.header();
    Optional<Boolean> turned = turned(table, path, problems);
    if (turned.isEmpty()) {
      return Optional.empty();
    }
    Gct gct = Gct.of(table.comments());
    List<Integer> nameColumns = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    if (turned.get()) {
      nameColumns.add(0);
      for (int i = 1; i < header.size(); i++) {
        values.add(i);
      }
    } else {
      GeneColumns columns = GeneColumns.of(header);
      Set<Integer> annotations = new LinkedHashSet<>(columns.names());
      columns.samples().stream().filter(i -> i > gct.annotations()).forEach(values::add);
      for (int i = 1; i <= gct.annotations() && i < header.size(); i++) {
        if (header.get(i).toLowerCase(Locale.ROOT).contains("symbol")) {
          annotations.add(i);
        }
      }
      nameColumns.addAll(annotations);
    }
    if (values.isEmpty()) {
      problems.error(
          "MATRIX_WITHOUT_SAMPLES",
          SourceLocation.ofLine(table.path(), table.headerLine()),
          "the header names no sample: " + String.join(", ", header),
          "give a table with one row a gene and one column a sample, the sample ids in the header");
      return Optional.empty();
    }
    List<String> labels = values.stream().map(header::get).toList();
    MatrixLayout layout =
        new MatrixLayout(
            turned.get(),
            nameColumns,
            values,
            labels,
            gct.metadataRows(),
            gct.rows(),
            Optional.empty());
    return gct.metadataRows() > 0 ? Optional.of(layout) : secondHeader(table, layout, problems);
  }

  /** The sizes in the second line of a GCT file; all 0, and rows -1, where it is none. */
  private record Gct(int rows, int annotations, int metadataRows) {

    static Gct of(List<CommentLine> comments) {
      if (comments.size() < 2 || !comments.get(0).text().matches("1\\.[23]")) {
        return new Gct(-1, 0, 0);
      }
      String[] sizes = comments.get(1).text().split("\\s+", -1);
      return new Gct(size(sizes, 0, -1), size(sizes, 2, 0), size(sizes, 3, 0));
    }

    private static int size(String[] sizes, int index, int absent) {
      return index < sizes.length && sizes[index].matches("\\d{1,9}")
          ? Integer.parseInt(sizes[index])
          : absent;
    }
  }

  /** Known genes among names, by symbol or Ensembl id, and by a mere number. */
  private record Found(int named, int numbered) {}

  private Found genesAmong(List<String> texts) {
    int named = 0;
    int numbered = 0;
    for (String text : texts) {
      int bar = text.indexOf('|');
      String name = bar < 0 ? text : text.substring(0, bar);
      if (RowGenes.isNumber(name)) {
        numbered += names.ofId(name).isPresent() ? 1 : 0;
      } else if (RowGenes.isEnsembl(name) || names.ofSymbol(name).isPresent()) {
        named++;
      }
    }
    return new Found(named, numbered);
  }

  private Optional<Boolean> turned(TableReader table, Path path, InputProblems problems) {
    List<String> header = table.header();
    List<String> columns = header.subList(Math.min(1, header.size()), header.size());
    Found inHeader = genesAmong(columns);
    boolean byNames =
        inHeader.named() >= GENES
            || (inHeader.named() > 0 && inHeader.named() * 2 >= columns.size());
    boolean byNumbers = inHeader.numbered() >= GENES;
    if (!byNames && !byNumbers) {
      return Optional.of(false);
    }
    Found inRows = genesAmong(rowNames(path));
    if (!byNames) {
      return Optional.of(inRows.named() + inRows.numbered() == 0);
    }
    if (inRows.named() < GENES) {
      return Optional.of(true);
    }
    String corner = header.get(0).toLowerCase(Locale.ROOT);
    if (SAMPLE_WORDS.contains(corner) || GENE_WORDS.contains(corner)) {
      return Optional.of(SAMPLE_WORDS.contains(corner));
    }
    problems.error(
        "MATRIX_ORIENTATION_UNCLEAR",
        SourceLocation.ofLine(table.path(), table.headerLine()),
        inHeader.named()
            + " columns and "
            + inRows.named()
            + " of the first rows are named by genes, so that either could be the samples",
        "name the first column gene where rows are genes, or sample where rows are samples");
    return Optional.empty();
  }

  private static List<String> rowNames(Path path) {
    // What is wrong with the file is reported when it is read.
    List<String> found = new ArrayList<>();
    TableReader.open(path, TableFormat.MATRIX, new InputProblems())
        .ifPresent(
            table -> {
              while (found.size() < ROWS_LOOKED_AT && table.next()) {
                found.add(table.text(0));
              }
              table.close();
            });
    return found;
  }

  private static Optional<MatrixLayout> secondHeader(
      TableReader table, MatrixLayout layout, InputProblems problems) throws IOException {
    List<String> first = table.firstRow();
    List<Integer> columns = layout.values();
    int text = 0;
    Set<String> words = new LinkedHashSet<>();
    for (int column : columns) {
      String cell = column < first.size() ? first.get(column) : "";
      if (MissingWords.isMissing(cell) || cell.chars().anyMatch(c -> c >= '0' && c <= '9')) {
        return Optional.of(layout);
      }
      text++;
      words.add(cell.toLowerCase(Locale.ROOT));
    }
    String word = words.iterator().next();
    if (words.size() == 1 && SECOND_HEADERS.containsKey(word)) {
      return Optional.of(
          new MatrixLayout(
              layout.turned(),
              layout.names(),
              columns,
              layout.labels(),
              1,
              -1,
              SECOND_HEADERS.getOrDefault(word, Optional.empty())));
    }
    if (text < 2) {
      return Optional.of(layout);
    }
    problems.error(
        "HEADER_TWICE",
        SourceLocation.ofLine(table.path(), table.headerLine() + 1),
        "the line below the header holds no number but text, e.g. '"
            + first.get(columns.get(0))
            + "': it looks like a second header",
        "keep one header line, the one with the sample ids");
    return Optional.empty();
  }
}
