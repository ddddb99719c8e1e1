package org.cotarget.evaluation;

import java.util.List;

/**
 * What was measured of one pair of columns in all units or in one subgroup.
 *
 * @param by header of the column that makes the subgroup; empty for all
 * @param group its word; {@code all} for all
 * @param units units with a positive or negative truth
 * @param truthPositive those with a positive truth
 * @param undetermined those whose call or score is undetermined
 * @param confusion confusion table by words, also of units without a determined truth; empty for a
 *     score
 * @param estimates the figures
 */
public record GroupResult(
    String by,
    String group,
    long units,
    long truthPositive,
    long undetermined,
    List<ConfusionCell> confusion,
    List<Estimate> estimates) {
  public GroupResult {
    confusion = List.copyOf(confusion);
    estimates = List.copyOf(estimates);
  }
}
