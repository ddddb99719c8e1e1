package org.cotarget.cohort;

/** The receptors that define triple-negative disease. */
public enum Receptor {
  ER,
  PR,
  HER2
}
