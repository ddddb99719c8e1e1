package org.cotarget.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotarget.cohort.CohortPart;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.Shard;

/** Takes from part of a cohort what it adds to a model. */
final class PartialFitter {

  /** Of a digest: two of a million samples share so many by a chance of one to 37 million. */
  private static final int DIGEST_BYTES = 8;

  private final ModelFitter fitter;
  private final FitCohort cohort;

  PartialFitter(ModelFitter fitter, FitCohort cohort) {
    this.fitter = fitter;
    this.cohort = cohort;
  }

  /** The first round: moments of this part. */
  PartialFit moments(String platform, CohortPart part) {
    List<PartialFit.GeneSums> genes =
        IntStream.range(0, cohort.genes().size())
            .parallel()
            .mapToObj(
                g ->
                    new PartialFit.GeneSums(
                        cohort.genes().get(g), PartialFit.Sums.of(Moments.of(cohort.values(g)))))
            .toList();
    ProfileSums profile = new ProfileSums();
    for (int column : cohort.columns()) {
      profile.add(QuantileProfile.of(cohort.sample(column)));
    }
    byte[][] digests = cohort.digests();
    return part(
        fitter.locked(),
        platform,
        cohort.log().unit(),
        new PartialFit.Samples(
            1,
            shards(part),
            cohort.columns().length,
            cohort.erPositive().length,
            cohort.erNegative().length,
            cohort.tnbc().length,
            cohort.log().rowCount(),
            Fingerprint.hex(Fingerprint.sum(digests))),
        shortened(digests),
        genes,
        profile.quantiles().stream().map(PartialFit.Sums::of).toList());
  }

  /** What a shard adds where none of its samples can be used; its unit says nothing. */
  static PartialFit none(ModelFitter.Locked locked, String platform, CohortPart part) {
    PartialFit.Samples nobody =
        new PartialFit.Samples(1, shards(part), 0, 0, 0, 0, 0, Fingerprint.hex(BigInteger.ZERO));
    return part(locked, platform, Unit.LOG2, nobody, List.of(), List.of(), List.of());
  }

  private static PartialFit part(
      ModelFitter.Locked locked,
      String platform,
      Unit unit,
      PartialFit.Samples samples,
      List<String> digests,
      List<PartialFit.GeneSums> genes,
      List<PartialFit.Sums> profile) {
    return PartialFile.seal(
        new PartialFit(
            PartialFit.FORMAT,
            "",
            locked.version(),
            platform,
            unit,
            LogExpression.describe(unit),
            locked.thresholds(),
            locked.percentiles(),
            locked.signatures(),
            samples,
            digests,
            genes,
            profile,
            null));
  }

  private static List<PartialFit.ShardOf> shards(CohortPart part) {
    Shard shard = part.shard();
    return shard.isWhole()
        ? List.of()
        : List.of(new PartialFit.ShardOf(part.whole(), shard.number(), shard.of()));
  }

  private static List<String> shortened(byte[][] digests) {
    return Stream.of(digests)
        .map(digest -> HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES)))
        .sorted()
        .toList();
  }

  /**
   * The second round: distributions of scores.
   *
   * @param whole moments of the whole cohort, of the same genes, unit and signatures
   */
  PartialFit distributions(PartialFit own, PartialFit whole) {
    ExpressionModel bare = new PartialModel(whole).bare(ModelLabel.OF_RUN);
    RawScores raw =
        new RawScorer(
                cohort.log(),
                bare.genes(),
                ScoredSignatures.of(bare),
                bare.threshold("expression.min-gene-coverage"))
            .score();
    List<String> symbols = bare.genes().stream().map(ExpressionModel.Gene::symbol).toList();
    List<PartialFit.Scores> scores = new ArrayList<>();
    for (String gene : PartialModel.scoredGenes()) {
      int place = symbols.indexOf(gene);
      scores.add(scores(gene, s -> place < 0 ? Double.NaN : raw.genes()[s][place]));
    }
    for (int i = 0; i < bare.signatures().size(); i++) {
      int place = i;
      scores.add(scores(bare.signatures().get(i).id(), s -> raw.values()[s][place]));
    }
    List<Double> profile = new PartialModel(whole).profile();
    Moments distances = new Moments();
    double furthest = 0;
    for (int column : cohort.columns()) {
      double distance = QuantileProfile.distance(raw.quantiles()[column], profile);
      distances.add(distance);
      furthest = Math.max(furthest, distance);
    }
    return PartialFile.seal(
        own.withDistributions(
            new PartialFit.Distributions(
                whole.sha256(),
                IntStream.range(0, cohort.genes().size())
                    .parallel()
                    .mapToObj(g -> Histogram.of(cohort.values(g), Histogram.GENE_BITS))
                    .toList(),
                scores,
                PartialFit.Sums.of(distances),
                furthest)));
  }

  private PartialFit.Scores scores(String id, IntToDoubleFunction value) {
    return new PartialFit.Scores(id, values(value, cohort.columns()), values(value, cohort.tnbc()));
  }

  private static PartialFit.Values values(IntToDoubleFunction value, int[] columns) {
    return PartialFit.Values.of(IntStream.of(columns).mapToDouble(value).toArray());
  }
}
