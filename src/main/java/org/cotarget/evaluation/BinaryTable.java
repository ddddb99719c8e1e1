package org.cotarget.evaluation;

import java.util.List;

/**
 * Determined calls against a two-sided truth.
 *
 * @param truePositive called positive, truth positive
 * @param falsePositive called positive, truth negative
 * @param falseNegative called negative, truth positive
 * @param trueNegative called negative, truth negative
 */
public record BinaryTable(
    long truePositive, long falsePositive, long falseNegative, long trueNegative) {

  long total() {
    return truePositive + falsePositive + falseNegative + trueNegative;
  }

  /** Rows are calls and columns truths, positive before negative. */
  long[][] counts() {
    return new long[][] {{truePositive, falsePositive}, {falseNegative, trueNegative}};
  }

  /** The five shares that a two by two table gives, each with its Wilson interval. */
  List<Estimate> shares() {
    long truthPositive = truePositive + falseNegative;
    long truthNegative = falsePositive + trueNegative;
    long calledPositive = truePositive + falsePositive;
    long calledNegative = falseNegative + trueNegative;
    return List.of(
        Estimate.share(
            Measure.SENSITIVITY,
            truePositive,
            truthPositive,
            "no truth-positive with a determined call"),
        Estimate.share(
            Measure.SPECIFICITY,
            trueNegative,
            truthNegative,
            "no truth-negative with a determined call"),
        Estimate.share(Measure.PPV, truePositive, calledPositive, "nothing was called positive"),
        Estimate.share(Measure.NPV, trueNegative, calledNegative, "nothing was called negative"),
        Estimate.share(
            Measure.ACCURACY, truePositive + trueNegative, total(), "no call was determined"));
  }
}
