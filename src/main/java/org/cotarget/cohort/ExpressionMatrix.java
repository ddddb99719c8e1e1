package org.cotarget.cohort;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Gene expression of the cohort in the unit it was supplied in.
 *
 * @param genes HGNC symbols, one for each row, unique
 * @param samples sample ids of the cohort, one for each column, unique
 * @param values {@code values[gene][sample]}; NaN where the file has none
 * @param unit the unit
 * @param where the file
 */
@SuppressWarnings("ArrayRecordComponent") // millions of cells: a matrix is compared by identity
public record ExpressionMatrix(
    List<String> genes, List<String> samples, float[][] values, Unit unit, SourceLocation where) {

  /** The unit of expression values. */
  public enum Unit {
    /** Read counts, {@code >= 0}, not normalised. */
    COUNTS("counts"),
    /** Linear and normalised for library size: TPM, FPKM, RSEM normalised; {@code >= 0}. */
    LINEAR("linear (TPM, FPKM or RSEM)"),
    /** log2 of a normalised value: log2 TPM + 1, microarray. */
    LOG2("log2"),
    /** Already standardised against a cohort. */
    Z_SCORE("z-scores");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public ExpressionMatrix {
    genes = List.copyOf(genes);
    samples = List.copyOf(samples);
    if (values.length != genes.size()) {
      throw new IllegalArgumentException(values.length + " rows for " + genes.size() + " genes");
    }
  }

  /** Row index by gene symbol. */
  public Map<String, Integer> rowByGene() {
    return index(genes);
  }

  /** Column index by sample id. */
  public Map<String, Integer> columnBySample() {
    return index(samples);
  }

  /** The columns of the samples that pass. */
  ExpressionMatrix only(Predicate<String> sample) {
    int[] kept =
        IntStream.range(0, samples.size()).filter(s -> sample.test(samples.get(s))).toArray();
    if (kept.length == samples.size()) {
      return this;
    }
    float[][] columns = new float[values.length][kept.length];
    for (int g = 0; g < values.length; g++) {
      for (int s = 0; s < kept.length; s++) {
        columns[g][s] = values[g][kept[s]];
      }
    }
    return new ExpressionMatrix(
        genes, IntStream.of(kept).mapToObj(samples::get).toList(), columns, unit, where);
  }

  private static Map<String, Integer> index(List<String> names) {
    Map<String, Integer> index = new HashMap<>(names.size() * 2);
    for (int i = 0; i < names.size(); i++) {
      index.put(names.get(i), i);
    }
    return index;
  }
}
