package org.cotarget.cohort;

/**
 * Which patients of what was read a cohort holds.
 *
 * @param shard the part
 * @param whole digest by which parts of one cohort, read alike, are told from others; empty where
 *     nobody was left out
 */
public record CohortPart(Shard shard, String whole) {

  /** Everybody. */
  public static final CohortPart ALL = new CohortPart(Shard.WHOLE, "");
}
