package org.cotarget.input;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ExpressionLayer;

/**
 * Unites expression matrices into one, its genes and samples sorted, so that neither the order of
 * the files nor that of their columns can change a later sum.
 */
final class ExpressionJoin {

  private record Column(ExpressionLayer layer, int index) {
    float at(Map<String, Integer> rows, String gene) {
      Integer row = rows.get(gene);
      return row == null ? Float.NaN : layer.matrix().values()[row][index];
    }
  }

  private final InputProblems problems;
  private final TreeMap<String, Column> bySample = new TreeMap<>();
  private final Set<ExpressionLayer> layers = new LinkedHashSet<>();

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
    Set<String> twice = new TreeSet<>();
    sampleById.forEach(
        (id, sample) -> {
          Integer index = columns.get(id);
          if (index != null && bySample.putIfAbsent(sample, new Column(layer, index)) != null) {
            twice.add(sample);
          }
        });
    if (!twice.isEmpty()) {
      problems.warning(
          "EXPRESSION_TWICE",
          file,
          twice.size()
              + " samples are also in another file, whose values stand: "
              + SampleJoin.some(twice),
          "give each sample in one file only");
    }
  }

  /** The united matrix, or empty where there is none. */
  Optional<ExpressionMatrix> matrix() {
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<String> genes = new TreeSet<>();
    IdentityHashMap<ExpressionLayer, Map<String, Integer>> rows = new IdentityHashMap<>();
    for (ExpressionLayer layer : layers) {
      genes.addAll(layer.matrix().genes());
      rows.put(layer, layer.matrix().rowByGene());
    }
    List<String> geneList = List.copyOf(genes);
    List<String> samples = List.copyOf(bySample.keySet());
    float[][] values = new float[geneList.size()][samples.size()];
    int s = 0;
    for (Column column : bySample.values()) {
      Map<String, Integer> rowByGene = rows.getOrDefault(column.layer(), Map.of());
      for (int g = 0; g < values.length; g++) {
        values[g][s] = column.at(rowByGene, geneList.get(g));
      }
      s++;
    }
    ExpressionMatrix first = layers.iterator().next().matrix();
    return Optional.of(
        new ExpressionMatrix(geneList, samples, values, first.unit(), first.where()));
  }
}
