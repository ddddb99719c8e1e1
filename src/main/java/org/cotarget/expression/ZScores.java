package org.cotarget.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.cotarget.expression.ExpressionReadout.Origin;
import org.cotarget.expression.Score.Confidence;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Signature.Method;

/**
 * Shows z-scores that somebody else took. What samples they refer to is not known, so none enters a
 * call; there is no model of them, no receptor mixture, no rank within the sample and no weighted
 * sum of log expression.
 */
final class ZScores {

  private static final String UNKNOWN_REFERENCE =
      "z as supplied: the samples it refers to are not known, so it enters no call";

  private final List<Signature> signatures;
  private final double floor;

  ZScores(Reference reference) {
    this.signatures = reference.signatures();
    this.floor = reference.thresholds().value("expression.min-gene-coverage");
  }

  ExpressionReadout read(LogExpression log) {
    TreeSet<String> symbols = new TreeSet<>(ExpressionModel.CALL_GENES);
    signatures.forEach(signature -> symbols.addAll(signature.weights().keySet()));
    List<ExpressionModel.Gene> genes =
        symbols.stream()
            .filter(symbol -> log.row(symbol) >= 0)
            .map(symbol -> new ExpressionModel.Gene(symbol, 0, 0, 1, 0, 1))
            .toList();
    List<String> known = genes.stream().map(ExpressionModel.Gene::symbol).toList();
    RawScores raw = new RawScorer(log, genes, signatures, floor).score();
    Map<String, ExpressionProfile> profiles = new LinkedHashMap<>();
    for (int s = 0; s < log.samples().size(); s++) {
      Map<String, Score> own = new LinkedHashMap<>();
      for (String gene : ExpressionModel.CALL_GENES) {
        int place = known.indexOf(gene);
        if (place >= 0) {
          own.put(gene, gene(gene, raw.genes()[s][place]));
        }
      }
      Map<String, Score> sets = new LinkedHashMap<>();
      for (int i = 0; i < signatures.size(); i++) {
        sets.put(
            signatures.get(i).id(),
            signature(
                signatures.get(i), raw.values()[s][i], raw.used()[s][i], known, raw.genes()[s]));
      }
      profiles.put(log.samples().get(s), new ExpressionProfile(true, "", own, sets, Map.of()));
    }
    return new ExpressionReadout(
        profiles,
        signatures,
        log.unit().label(),
        LogExpression.describe(log.unit()),
        Optional.empty(),
        Origin.NONE,
        new ArrayList<>(
            List.of(
                "z-scores are shown as supplied and enter no call: the samples they refer to are not"
                    + " known; give counts, TPM or log2 values",
                "ER, PR and HER2 by mRNA not estimable: z-scores have no reference of their own")));
  }

  private static Score gene(String gene, double z) {
    boolean missing = Double.isNaN(z);
    return new Score(
        gene,
        Double.NaN,
        z,
        Double.NaN,
        Double.NaN,
        missing ? 0 : 1,
        1,
        missing ? Confidence.NONE : Confidence.LOW,
        missing ? "no value for this sample" : UNKNOWN_REFERENCE,
        List.of());
  }

  private Score signature(
      Signature signature, double mean, int used, List<String> known, double[] values) {
    boolean scored = signature.method() == Method.MEAN_Z || signature.method() == Method.WEIGHTED_Z;
    int total = signature.weights().size();
    if (scored && (used == 0 || used < floor * total)) {
      return SampleReader.belowFloor(
          signature.id(), used, total, floor, missing(signature, known, values));
    }
    return new Score(
        signature.id(),
        scored ? mean : Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        used,
        total,
        Confidence.NONE,
        scored
            ? "mean of the z-scores supplied, not standardised itself"
            : "cannot be scored from z-scores",
        List.of());
  }

  private static List<String> missing(Signature signature, List<String> known, double[] values) {
    return signature.weights().keySet().stream()
        .filter(gene -> !known.contains(gene) || Double.isNaN(values[known.indexOf(gene)]))
        .toList();
  }
}
