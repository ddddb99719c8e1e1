package org.cotarget.assess.pi3k;

/** The class of PI3K-pathway drug that the evidence argues for. */
public enum Pi3kArm {
  PIK3CA_ALPHA,
  PTEN_AKT,
  BOTH,
  OTHER,
  /** No event that counts. */
  NONE
}
