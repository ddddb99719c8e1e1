package org.cotarget.evaluation;

/** What a word of a call or of the truth counts as. */
public enum WordClass {
  POSITIVE,
  NEGATIVE,
  UNDETERMINED
}
