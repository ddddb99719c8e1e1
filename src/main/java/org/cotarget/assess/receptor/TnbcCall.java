package org.cotarget.assess.receptor;

/** Whether a tumour is triple-negative. */
public enum TnbcCall {
  /** ER, PR and HER2 each explicitly negative by pathology. */
  TNBC,
  /**
   * Likely: low hormone receptors where the user includes them, or surrogates where pathology is
   * incomplete.
   */
  TNBC_PROBABLE,
  /** At least one receptor is definitely positive. */
  NOT_TNBC,
  INDETERMINATE
}
