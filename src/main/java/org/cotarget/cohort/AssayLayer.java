package org.cotarget.cohort;

/** A kind of molecular measurement, covered or not covered gene by gene. */
public enum AssayLayer {
  /** Single-nucleotide variants and small insertions and deletions. */
  SNV_INDEL,
  /** Gene copy number. */
  COPY_NUMBER
}
