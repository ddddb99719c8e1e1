package org.cotarget.assess.pi3k;

/** Whether the PI3K pathway is activated, strongest first. */
public enum Pi3kCall {
  ACTIVE_HIGH,
  ACTIVE_MODERATE,
  PROBABLE,
  POSSIBLE,
  NOT_DETECTED,
  /** Not enough was assayed to say. */
  INSUFFICIENT
}
