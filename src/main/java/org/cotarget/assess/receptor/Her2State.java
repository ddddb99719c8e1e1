package org.cotarget.assess.receptor;

/** State of HER2 after IHC and ISH are read together (WOL18). */
public enum Her2State {
  NEGATIVE,
  POSITIVE,
  /** IHC 2+ without an informative ISH, or an ISH group that needs IHC. */
  EQUIVOCAL,
  UNKNOWN,
  /** Reported results contradict each other. */
  CONFLICT
}
