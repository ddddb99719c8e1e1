package org.cotarget.assess;

/** The question that a piece of evidence speaks to. */
public enum Axis {
  RECEPTOR,
  PI3K,
  JAK_STAT5
}
