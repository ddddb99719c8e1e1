package org.cotarget.evaluation;

import java.util.List;

/**
 * What was measured of one pair of columns.
 *
 * @param pair the columns
 * @param score whether the result is a score
 * @param lowIsPositive whether a low score speaks for positive
 * @param callPositive words of the result that count as positive; empty for a score
 * @param callUndetermined words of the result that count as undetermined; empty for a score
 * @param truthPositive words of the truth that count as positive
 * @param truthNegative words of the truth that count as negative
 * @param withoutTruth joined units without a positive or negative truth
 * @param groups all units first, then the subgroups
 * @param calibration observed truth by word or score
 * @param curve the ROC curve; empty for a call
 * @param discordant determined calls that the truth contradicts, by patient and tumour
 */
public record PairResult(
    ColumnPair pair,
    boolean score,
    boolean lowIsPositive,
    List<String> callPositive,
    List<String> callUndetermined,
    List<String> truthPositive,
    List<String> truthNegative,
    long withoutTruth,
    List<GroupResult> groups,
    List<CalibrationBin> calibration,
    List<RocPoint> curve,
    List<Discordant> discordant) {
  public PairResult {
    callPositive = List.copyOf(callPositive);
    callUndetermined = List.copyOf(callUndetermined);
    truthPositive = List.copyOf(truthPositive);
    truthNegative = List.copyOf(truthNegative);
    groups = List.copyOf(groups);
    calibration = List.copyOf(calibration);
    curve = List.copyOf(curve);
    discordant = List.copyOf(discordant);
  }

  /** All units. */
  public GroupResult all() {
    return groups.get(0);
  }
}
