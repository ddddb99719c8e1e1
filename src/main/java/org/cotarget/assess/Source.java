package org.cotarget.assess;

/** What kind of measurement a piece of evidence comes from. */
public enum Source {
  PATHOLOGY,
  VARIANT,
  COPY_NUMBER,
  PROTEIN,
  EXPRESSION,
  /** What an assay covered or did not cover. */
  COVERAGE
}
