package org.cotarget.cohort;

/** Where a tumour sample was taken. */
public enum SampleType {
  PRIMARY,
  RECURRENCE,
  METASTASIS,
  UNKNOWN
}
