package org.cotarget.input.vcf;

/**
 * What a record holds of one tumour.
 *
 * @param values values of its column, or INFO where the file has no column
 * @param genotype which alleles it carries
 */
record TumorValues(TumorColumns.Tumor tumor, FieldValues values, Genotype genotype) {

  boolean hasColumn() {
    return tumor.column() >= 0;
  }
}
