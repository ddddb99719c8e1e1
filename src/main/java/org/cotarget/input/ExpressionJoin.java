package org.cotarget.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ExpressionLayer;

/**
 * Unites expression matrices into one, its genes and samples sorted, so that neither the order of
 * the files nor that of their columns can change a later sum.
 */
final class ExpressionJoin {

  /** A column of the layer with a number. */
  private record Column(int layer, int index) {}

  /**
   * Where the values of one layer go.
   *
   * @param from columns of its matrix
   * @param to columns of the united matrix
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Transfer(
      float[][] values, Map<String, Integer> rows, int[] from, int[] to, boolean unchanged) {

    static Transfer of(int number, ExpressionLayer layer, List<Column> columns) {
      int[] to =
          IntStream.range(0, columns.size())
              .filter(s -> columns.get(s).layer() == number)
              .toArray();
      int[] from = IntStream.of(to).map(s -> columns.get(s).index()).toArray();
      ExpressionMatrix matrix = layer.matrix();
      boolean whole = from.length == columns.size() && from.length == matrix.samples().size();
      boolean unchanged = whole && IntStream.range(0, from.length).allMatch(s -> from[s] == to[s]);
      return new Transfer(matrix.values(), matrix.rowByGene(), from, to, unchanged);
    }

    /** Moves a gene's values; the source gives its row up. */
    float[] move(String gene, float[] target) {
      Integer row = rows.get(gene);
      if (row == null) {
        return target;
      }
      float[] source = values[row];
      values[row] = TAKEN;
      if (unchanged) {
        return source;
      }
      for (int i = 0; i < from.length; i++) {
        target[to[i]] = source[from[i]];
      }
      return target;
    }
  }

  private static final float[] TAKEN = new float[0];

  private final InputProblems problems;
  private final TreeMap<String, Column> bySample = new TreeMap<>();
  private final List<ExpressionLayer> layers = new ArrayList<>();

  ExpressionJoin(InputProblems problems) {
    this.problems = problems;
  }

  /**
   * Adds a matrix.
   *
   * @param sampleById sample of each column, one column a sample
   */
  void add(ExpressionLayer layer, Map<String, String> sampleById) {
    SourceLocation file = SourceLocation.ofFile(layer.file().path());
    Optional<ExpressionLayer> first = layers.stream().findFirst();
    if (first.isPresent() && first.get().matrix().unit() != layer.matrix().unit()) {
      problems.error(
          "EXPRESSION_UNITS_DIFFER",
          file,
          "values are "
              + layer.matrix().unit().label()
              + ", those of "
              + first.get().file().path()
              + " are "
              + first.get().matrix().unit().label(),
          "give all expression in one unit");
      return;
    }
    layers.add(layer);
    Map<String, Integer> columns = layer.matrix().columnBySample();
    Map<String, Set<String>> twice = new TreeMap<>();
    sampleById.forEach(
        (id, sample) -> {
          Integer index = columns.get(id);
          if (index != null
              && bySample.putIfAbsent(sample, new Column(layers.size() - 1, index)) != null) {
            twice.computeIfAbsent(layer.fileOf(id).path(), path -> new TreeSet<>()).add(sample);
          }
        });
    twice.forEach(
        (path, samples) ->
            problems.warning(
                "EXPRESSION_TWICE",
                SourceLocation.ofFile(path),
                samples.size()
                    + " samples are also in another file, whose values stand: "
                    + SampleJoin.some(samples),
                "give each sample in one file only"));
  }

  /**
   * The united matrix, or empty where there is none; the matrices that were added are used up by
   * it.
   */
  Optional<ExpressionMatrix> matrix() {
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<String> genes = new TreeSet<>();
    layers.forEach(layer -> genes.addAll(layer.matrix().genes()));
    List<String> geneList = List.copyOf(genes);
    List<Column> columns = List.copyOf(bySample.values());
    List<Transfer> transfers =
        IntStream.range(0, layers.size())
            .mapToObj(number -> Transfer.of(number, layers.get(number), columns))
            .toList();
    float[][] values = new float[geneList.size()][];
    IntStream.range(0, values.length)
        .parallel()
        .forEach(g -> values[g] = row(geneList.get(g), transfers, columns.size()));
    ExpressionMatrix first = layers.get(0).matrix();
    return Optional.of(
        new ExpressionMatrix(
            geneList, List.copyOf(bySample.keySet()), values, first.unit(), first.where()));
  }

  private static float[] row(String gene, List<Transfer> transfers, int samples) {
    if (transfers.size() == 1 && transfers.get(0).unchanged()) {
      return transfers.get(0).move(gene, TAKEN);
    }
    float[] row = new float[samples];
    Arrays.fill(row, Float.NaN);
    for (Transfer transfer : transfers) {
      transfer.move(gene, row);
    }
    return row;
  }
}
