package org.cotarget.cohort;

import java.util.Optional;

/**
 * One result of one receptor test, as reported.
 *
 * @param receptor the receptor
 * @param assay what was measured
 * @param status the categorical result; {@link Status#NOT_GIVEN} where only a number is reported
 * @param number percent of stained cells (0..100), IHC score (0..3), ISH ratio or signals per cell,
 *     by {@code assay}
 * @param basis whether the result is primary, copied from a curated table, or a surrogate
 * @param raw the text of the cell
 * @param where file, line and column
 */
public record ReceptorResult(
    Receptor receptor,
    Assay assay,
    Status status,
    Optional<NumberRange> number,
    Basis basis,
    String raw,
    SourceLocation where) {

  /** What was measured. */
  public enum Assay {
    /** Overall immunohistochemistry category, or a status whose assay the table does not name. */
    IHC_STATUS,
    /** Percent of tumour cells with nuclear staining. */
    IHC_PERCENT,
    /** HER2 immunohistochemistry score 0, 1, 2 or 3. */
    IHC_SCORE,
    /** HER2 in-situ hybridisation category. */
    ISH_STATUS,
    /** HER2/CEP17 ratio. */
    ISH_RATIO,
    /** HER2 signals per cell. */
    ISH_COPIES,
    /** CEP17 signals per cell. */
    CEP17_COPIES
  }

  /**
   * The categorical result. "Equivocal" and "indeterminate" are results of a test that was done,
   * not missing values.
   */
  public enum Status {
    POSITIVE,
    NEGATIVE,
    LOW,
    EQUIVOCAL,
    INDETERMINATE,
    NOT_GIVEN
  }

  /** How much the result may decide. */
  public enum Basis {
    /** A pathology result. */
    PRIMARY,
    /** A curated status derived from pathology; used where no primary result is given. */
    CURATED,
    /** Expression-derived; never stands in for pathology. */
    MRNA,
    /** Copy-number-derived; never stands in for pathology. */
    COPY_NUMBER
  }
}
