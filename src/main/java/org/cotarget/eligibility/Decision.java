package org.cotarget.eligibility;

/** What a criteria file says of a patient, in the order in which reports list them. */
public enum Decision {
  CANDIDATE,
  POSSIBLE_CANDIDATE,
  INDETERMINATE,
  NOT_CANDIDATE
}
