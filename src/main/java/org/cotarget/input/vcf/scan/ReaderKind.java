package org.cotarget.input.vcf.scan;

/** How VCF and BCF are read. */
public enum ReaderKind {
  /** Bytes on all cores, or by an index where that reads less. */
  SCAN,
  /** Every record decoded by htsjdk, in one thread: the slow way to check the other by. */
  HTSJDK
}
