package org.cotarget.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.expression.Score.Confidence;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Thresholds;

/**
 * Scores the genes and signatures that calls and reports look at, standardised over the cohort.
 *
 * <p>Rules of sample number (science section G; FOR18): fewer than 10 samples give rank-based
 * scores without z, 10 to 24 a z of low confidence that enters no call, 25 and more a usable one.
 * PTEN mRNA further needs a reference of ER-positive and ER-negative tumours: within one class the
 * cut that was measured has no meaning (section D).
 */
public final class ExpressionScorer {

  /** Genes whose own z-score enters a call. */
  static final List<String> GENES = List.of("PTEN", "JAK2", "CXCL8", "CXCR1", "CXCR2");

  private final List<Signature> signatures;
  private final Thresholds thresholds;

  public ExpressionScorer(Reference reference) {
    this.signatures = reference.signatures();
    this.thresholds = reference.thresholds();
  }

  /**
   * Scores all samples of the matrix; without a matrix, or with one that cannot be used, no sample
   * has a profile.
   */
  public ExpressionReadout score(Optional<ExpressionMatrix> supplied, ReferenceGroups groups) {
    if (supplied.isEmpty()) {
      return new ExpressionReadout(Map.of(), "-", "-", 0, 0, 0, 0, false, List.of(), List.of());
    }
    ExpressionMatrix matrix = supplied.get();
    Optional<String> refusal = LogExpression.refusal(matrix);
    if (refusal.isPresent()) {
      Map<String, ExpressionProfile> unscored = new LinkedHashMap<>();
      matrix
          .samples()
          .forEach(id -> unscored.put(id, new ExpressionProfile(true, Map.of(), Map.of())));
      return new ExpressionReadout(
          unscored,
          matrix.unit().label(),
          "-",
          0,
          0,
          0,
          0,
          false,
          List.of(),
          List.of(refusal.get()));
    }
    return new Scoring(LogExpression.of(matrix), matrix.unit(), groups).read();
  }

  private Confidence confidence(int samples) {
    if (samples >= thresholds.value("expression.min-reference")) {
      return Confidence.NORMAL;
    }
    return samples >= thresholds.value("expression.min-low-confidence")
        ? Confidence.LOW
        : Confidence.NONE;
  }

  /** One matrix with its groups, while it is scored. */
  private final class Scoring {

    private final LogExpression log;
    private final ExpressionMatrix.Unit unit;
    private final int samples;
    private final int erPositive;
    private final int erNegative;
    private final int[] tnbcColumns;
    private final Confidence confidence;
    private final List<ReferenceScale> scales = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Scoring(LogExpression log, ExpressionMatrix.Unit unit, ReferenceGroups groups) {
      this.log = log;
      this.unit = unit;
      this.samples = log.samples().size();
      this.erPositive = columns(groups.erPositive()).length;
      this.erNegative = columns(groups.erNegative()).length;
      this.tnbcColumns = columns(groups.tnbc());
      this.confidence = confidence(samples);
    }

    private int[] columns(Set<String> ids) {
      return IntStream.range(0, log.samples().size())
          .filter(s -> ids.contains(log.samples().get(s)))
          .toArray();
    }

    ExpressionReadout read() {
      List<Map<String, Score>> genes = newMaps();
      List<Map<String, Score>> bySignature = newMaps();
      for (String gene : GENES) {
        log.gene(gene).ifPresent(values -> put(genes, gene(gene, values)));
      }
      for (Signature signature : signatures) {
        put(bySignature, signature(signature));
      }
      Map<String, ExpressionProfile> profiles = new LinkedHashMap<>();
      for (int s = 0; s < samples; s++) {
        profiles.put(
            log.samples().get(s), new ExpressionProfile(true, genes.get(s), bySignature.get(s)));
      }
      boolean pten = ptenEstimable();
      noteSampleNumber();
      return new ExpressionReadout(
          profiles,
          unit.label(),
          LogExpression.describe(unit),
          samples,
          erPositive,
          erNegative,
          tnbcColumns.length,
          pten,
          scales,
          notes);
    }

    private List<Map<String, Score>> newMaps() {
      return IntStream.range(0, samples)
          .<Map<String, Score>>mapToObj(s -> new LinkedHashMap<>())
          .toList();
    }

    private void put(List<Map<String, Score>> maps, Score[] scores) {
      for (int s = 0; s < samples; s++) {
        maps.get(s).put(scores[s].id(), scores[s]);
      }
    }

    private void noteSampleNumber() {
      if (confidence == Confidence.NONE) {
        notes.add(
            "z-scores withheld: "
                + samples
                + " samples with expression; rank-based scores are printed, uncalled");
      } else if (confidence == Confidence.LOW) {
        notes.add("z-scores of low confidence: " + samples + " samples; they enter no call");
      }
    }

    private boolean ptenEstimable() {
      if (!log.has("PTEN")) {
        notes.add("PTEN mRNA not called: PTEN is not in the matrix");
        return false;
      }
      double share = Math.min(erPositive, erNegative) / (double) samples;
      double minimum = thresholds.value("expression.min-receptor-share");
      if (confidence != Confidence.NORMAL || share < minimum) {
        notes.add(
            "PTEN mRNA not called: it needs a reference of at least "
                + Math.round(thresholds.value("expression.min-reference"))
                + " samples with ER-positive and ER-negative tumours (each "
                + Math.round(100 * minimum)
                + "% or more); here "
                + samples
                + " samples, "
                + erPositive
                + " ER-positive, "
                + erNegative
                + " ER-negative");
        return false;
      }
      return true;
    }

    private Score[] gene(String gene, double[] values) {
      Distribution reference =
          gene.equals("PTEN") ? Distribution.moments(values) : Distribution.robust(values);
      return scores(gene, values, reference, gene.equals("PTEN"), ones(values.length), 1, "");
    }

    private static int[] ones(int length) {
      int[] ones = new int[length];
      Arrays.fill(ones, 1);
      return ones;
    }

    private Score[] signature(Signature signature) {
      List<String> found = signature.weights().keySet().stream().filter(log::has).toList();
      int total = signature.weights().size();
      double floor = thresholds.value("expression.min-gene-coverage");
      if (found.size() < floor * total) {
        List<String> lacking =
            signature.weights().keySet().stream().filter(g -> !log.has(g)).limit(5).toList();
        return withheld(
            signature.id(),
            found.size(),
            total,
            found.size()
                + " of "
                + total
                + " genes in the matrix; missing e.g. "
                + String.join(", ", lacking));
      }
      if (confidence == Confidence.NONE) {
        return rankBased(signature, found);
      }
      double[] raw = new double[samples];
      int[] used = new int[samples];
      accumulate(signature, found, raw, used);
      for (int s = 0; s < samples; s++) {
        if (used[s] < floor * total) {
          raw[s] = Double.NaN;
        }
      }
      return scores(signature.id(), raw, Distribution.robust(raw), false, used, total, "");
    }

    private void accumulate(Signature signature, List<String> found, double[] raw, int[] used) {
      boolean weighted = signature.method() == Signature.Method.WEIGHTED_SUM;
      for (String gene : found) {
        double[] values = log.gene(gene).orElseThrow();
        Distribution reference = Distribution.moments(values);
        if (!weighted && !(reference.scale() > 0)) {
          continue;
        }
        double weight = signature.weights().getOrDefault(gene, 1.0);
        for (int s = 0; s < samples; s++) {
          if (!Double.isNaN(values[s])) {
            raw[s] += weighted ? weight * values[s] : reference.z(values[s]);
            used[s]++;
          }
        }
      }
      if (!weighted) {
        for (int s = 0; s < samples; s++) {
          raw[s] = used[s] == 0 ? Double.NaN : raw[s] / used[s];
        }
      }
    }

    private Score[] rankBased(Signature signature, List<String> found) {
      List<Integer> set = found.stream().map(log::rowOf).toList();
      int total = signature.weights().size();
      boolean signed = signature.weights().values().stream().anyMatch(w -> w < 0);
      Score[] scores = new Score[samples];
      for (int s = 0; s < samples; s++) {
        double value = signed ? Double.NaN : SingScore.of(log.sample(s), set);
        String note =
            signed
                ? "weights of both signs have no rank-based score; too few samples for z"
                : "rank-based (singscore), uncalled: too few samples for z";
        scores[s] =
            new Score(
                signature.id(),
                value,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                found.size(),
                total,
                Confidence.NONE,
                note);
      }
      return scores;
    }

    private Score[] withheld(String id, int used, int total, String note) {
      Score[] scores = new Score[samples];
      Arrays.fill(
          scores,
          new Score(
              id,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              used,
              total,
              Confidence.NONE,
              note));
      return scores;
    }

    private Score[] scores(
        String id,
        double[] values,
        Distribution reference,
        boolean moments,
        int[] used,
        int total,
        String note) {
      if (reference.scale() > 0) {
        scales.add(
            new ReferenceScale(
                id,
                moments ? "mean/SD" : "median/MAD",
                reference.location(),
                reference.scale(),
                reference.size()));
      }
      Confidence reached = reference.scale() > 0 ? confidence(reference.size()) : Confidence.NONE;
      boolean within = tnbcColumns.length >= thresholds.value("expression.min-reference");
      double[] tnbcValues = Arrays.stream(tnbcColumns).mapToDouble(s -> values[s]).toArray();
      Distribution tnbc =
          moments ? Distribution.moments(tnbcValues) : Distribution.robust(tnbcValues);
      boolean[] isTnbc = new boolean[samples];
      Arrays.stream(tnbcColumns).forEach(s -> isTnbc[s] = true);
      String reason = reference.scale() > 0 ? note : "does not vary over the reference";
      Score[] scores = new Score[samples];
      for (int s = 0; s < samples; s++) {
        boolean known = !Double.isNaN(values[s]) && reached != Confidence.NONE;
        scores[s] =
            new Score(
                id,
                values[s],
                known ? reference.z(values[s]) : Double.NaN,
                known && within && isTnbc[s] ? tnbc.z(values[s]) : Double.NaN,
                known ? reference.percentile(values[s]) : Double.NaN,
                used[s],
                total,
                known ? reached : Confidence.NONE,
                Double.isNaN(values[s]) && reason.isEmpty() ? "no value for this sample" : reason);
      }
      return scores;
    }
  }
}
