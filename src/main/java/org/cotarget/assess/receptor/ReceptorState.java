package org.cotarget.assess.receptor;

/** State of ER or PR: below 1% negative, 1-10% low, above positive (ALL20). */
public enum ReceptorState {
  NEG,
  LOW,
  POS,
  UNKNOWN,
  /** Reported results contradict each other. */
  CONFLICT
}
