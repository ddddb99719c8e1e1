package org.cotarget.assess;

/** How much a piece of evidence counts in its call. */
public enum Strength {
  /** Decides the call, alone or with its like. */
  DECIDING,
  /** Adds to the call without deciding it. */
  SUPPORTING,
  /** Shown; enters no call. */
  CONTEXT,
  /** Contradicts other evidence of the same question. */
  DISCORDANT,
  /** Says what is not known. */
  MISSING
}
