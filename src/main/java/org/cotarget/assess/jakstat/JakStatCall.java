package org.cotarget.assess.jakstat;

/** Support for the JAK2/STAT5 axis, strongest first. */
public enum JakStatCall {
  SUPPORTED,
  WEAK,
  NOT_SUPPORTED,
  NOT_ASSESSED
}
