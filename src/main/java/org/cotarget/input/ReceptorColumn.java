package org.cotarget.input;

import java.util.Map;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.reference.ReceptorVocabulary;

/**
 * What a column of a clinical table holds.
 *
 * @param marker {@code ER}, {@code PR}, {@code HER2}, {@code HR} or a protein
 * @param assay a constant of {@link ReceptorResult.Assay}, or {@code PROTEIN_STATUS}, {@code
 *     PROTEIN_PERCENT}
 * @param basis how much its results may decide
 * @param rank among columns of one marker, assay and basis the lowest with a value is used
 * @param numericCoding whether 1 and 0 mean positive and negative
 * @param values meanings of cells that the user declares, by lower-case text
 */
record ReceptorColumn(
    String marker,
    String assay,
    ReceptorResult.Basis basis,
    int rank,
    boolean numericCoding,
    Map<String, String> values) {

  ReceptorColumn {
    values = Map.copyOf(values);
  }

  static ReceptorColumn of(ReceptorVocabulary.Column column) {
    return new ReceptorColumn(
        column.marker(),
        column.assay(),
        ReceptorResult.Basis.valueOf(column.basis()),
        column.rank(),
        column.numericCoding(),
        Map.of());
  }

  boolean isProtein() {
    return assay.startsWith("PROTEIN_");
  }
}
