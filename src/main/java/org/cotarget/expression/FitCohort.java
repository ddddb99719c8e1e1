package org.cotarget.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The samples of a matrix that a model is fitted on, and the genes that it looks at. */
final class FitCohort {

  private final LogExpression log;
  private final ReferenceGroups groups;
  private final List<String> genes;
  private final int[] rows;
  private final int[] columns;

  private FitCohort(
      LogExpression log, ReferenceGroups groups, List<String> genes, int[] rows, int[] columns) {
    this.log = log;
    this.groups = groups;
    this.genes = genes;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * All samples that can be brought to a log2 scale and hold most genes; empty where there are
   * none. Whether a sample is one of them depends on no other sample.
   *
   * @param wanted symbols, ascending, of which the matrix may lack some
   * @param overlap share of the genes in the matrix that a sample must have
   */
  static Optional<FitCohort> of(
      LogExpression log, ReferenceGroups groups, Collection<String> wanted, double overlap) {
    List<String> genes = wanted.stream().filter(gene -> log.row(gene) >= 0).toList();
    int[] rows = genes.stream().mapToInt(log::row).toArray();
    int[] present = new int[log.samples().size()];
    for (int row : rows) {
      for (int s = 0; s < present.length; s++) {
        present[s] += Float.isNaN(log.raw(row, s)) ? 0 : 1;
      }
    }
    int[] columns =
        IntStream.range(0, present.length)
            .filter(s -> log.refusal(s).isEmpty())
            .filter(s -> present[s] > 0 && present[s] >= overlap * rows.length)
            .toArray();
    return columns.length == 0
        ? Optional.empty()
        : Optional.of(new FitCohort(log, groups, genes, rows, columns));
  }

  LogExpression log() {
    return log;
  }

  /** Symbols of the genes, ascending. */
  List<String> genes() {
    return genes;
  }

  /** Columns of the samples in the matrix. */
  int[] columns() {
    return columns;
  }

  /** log2 values of a gene in all samples. */
  double[] values(int gene) {
    double[] values = new double[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = log.log(rows[gene], columns[i]);
    }
    return values;
  }

  /** log2 values of all genes in a sample. */
  double[] sample(int column) {
    double[] values = new double[rows.length];
    for (int g = 0; g < rows.length; g++) {
      values[g] = log.log(rows[g], column);
    }
    return values;
  }

  /** Digest of each sample's values. */
  byte[][] digests() {
    return Fingerprint.digests(log, rows, columns);
  }

  int[] erPositive() {
    return members(groups.erPositive());
  }

  int[] erNegative() {
    return members(groups.erNegative());
  }

  int[] tnbc() {
    return members(groups.tnbc());
  }

  private int[] members(Set<String> ids) {
    return IntStream.of(columns).filter(s -> ids.contains(log.samples().get(s))).toArray();
  }
}
