package org.cotarget.reference;

/**
 * How well a score told an endpoint when measured, printed beside every score.
 *
 * @param score name of the score
 * @param signatures ids of the signatures and scores it speaks of, separated by {@code ;}
 * @param endpoint what was to be told
 * @param scope the tumours it was measured in
 * @param auroc area under the ROC curve in [0,1]
 * @param low lower end of the 95% interval, NaN when not given
 * @param high upper end, NaN when not given
 * @param positives positives among {@code n}, -1 when not given
 * @param n tumours or lines, -1 when not given
 */
public record ScoreValidity(
    String score,
    String signatures,
    String endpoint,
    String scope,
    double auroc,
    double low,
    double high,
    int positives,
    int n) {}
