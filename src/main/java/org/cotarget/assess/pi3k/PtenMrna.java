package org.cotarget.assess.pi3k;

/** State of PTEN mRNA against a reference of ER-positive and ER-negative tumours. */
public enum PtenMrna {
  LOW,
  NOT_LOW,
  /** No expression, or no estimable reference. */
  NA
}
