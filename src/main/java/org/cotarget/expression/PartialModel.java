package org.cotarget.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cotarget.expression.ExpressionModel.Gene;
import org.cotarget.expression.ExpressionModel.ReceptorMixture;
import org.cotarget.expression.ExpressionModel.ScoreReference;
import org.cotarget.reference.Signature;
import org.jspecify.annotations.Nullable;

/** The model of a cohort that came in parts, from what they add up to. */
final class PartialModel {

  private final PartialFit whole;

  PartialModel(PartialFit whole) {
    this.whole = whole;
  }

  /** Genes whose values are kept as finely as scores. */
  static Set<String> scoredGenes() {
    Set<String> genes = new LinkedHashSet<>(ExpressionModel.CALL_GENES);
    genes.addAll(ModelFitter.RECEPTOR_GENES.values());
    return genes;
  }

  /** The model as far as moments tell, without medians. */
  ExpressionModel bare(ModelLabel label) {
    return bare(label, gene -> Optional.empty());
  }

  /** The mean profile of the cohort. */
  List<Double> profile() {
    return new ProfileSums(whole.profile().stream().map(PartialFit.Sums::moments).toList()).means();
  }

  /** The whole model; parts must have been through both rounds. */
  ExpressionModel complete(ModelLabel label, PartialFit.Distributions distributions) {
    List<CountedValues> counted =
        distributions.genes().stream()
            .map(counts -> CountedValues.of(counts, Histogram.GENE_BITS))
            .toList();
    ExpressionModel bare = bare(label, gene -> Optional.of(counted.get(gene)));
    Map<String, PartialFit.Scores> scores =
        distributions.scores().stream()
            .collect(Collectors.toMap(PartialFit.Scores::id, Function.identity()));
    List<String> symbols = bare.genes().stream().map(Gene::symbol).toList();
    List<ScoreReference> references = new ArrayList<>();
    for (Gene gene : bare.genes()) {
      PartialFit.Scores own = scores.get(gene.symbol());
      if (ExpressionModel.CALL_GENES.contains(gene.symbol()) && own != null) {
        references.add(reference(bare, own));
      }
    }
    for (Signature signature : bare.signatures()) {
      PartialFit.Scores own = scores.get(signature.id());
      if (own != null) {
        references.add(reference(bare, own));
      }
    }
    references.removeIf(reference -> reference.overall().samples() == 0);
    List<ReceptorMixture> mixtures =
        ModelFitter.RECEPTOR_GENES.entrySet().stream()
            .map(
                entry -> {
                  PartialFit.Scores own = scores.get(entry.getValue());
                  boolean known = own != null && symbols.contains(entry.getValue());
                  CountedValues values =
                      known && own != null
                          ? CountedValues.of(own.overall().counts(), Histogram.SCORE_BITS)
                          : new CountedValues(new double[0], new long[0]);
                  return ModelFitter.mixture(
                      bare,
                      entry.getKey(),
                      entry.getValue(),
                      (int) values.total(),
                      GaussianMixture.fit(values.values(), values.times()));
                })
            .toList();
    return ModelFile.seal(
        bare.completed(
            profile(bare, distributions),
            references,
            mixtures,
            new ExpressionModel.Combined(
                whole.cohort().parts(),
                Histogram.error(Histogram.GENE_BITS),
                Histogram.error(Histogram.SCORE_BITS))));
  }

  private ExpressionModel bare(
      ModelLabel label, Function<Integer, Optional<CountedValues>> counted) {
    List<Gene> genes = new ArrayList<>();
    for (int g = 0; g < whole.genes().size(); g++) {
      Moments moments = whole.genes().get(g).values().moments();
      if (moments.count() > 0) {
        Optional<CountedValues> values = counted.apply(g);
        genes.add(
            new Gene(
                whole.genes().get(g).symbol(),
                moments.count(),
                moments.mean(),
                moments.sd(),
                values.map(CountedValues::median).orElse(0.0),
                values.map(CountedValues::mad).orElse(0.0)));
      }
    }
    PartialFit.Samples cohort = whole.cohort();
    return ModelFitter.bare(
        new ModelFitter.Locked(
            whole.cotarget(), whole.thresholds(), whole.percentiles(), whole.signatures()),
        label,
        whole.unit(),
        new ExpressionModel.FittedOn(
            Fingerprint.of(
                whole.symbols(), cohort.samples(), new BigInteger(cohort.digestSum(), 16)),
            cohort.samples(),
            cohort.erPositive(),
            cohort.erNegative(),
            cohort.samples() - cohort.erPositive() - cohort.erNegative(),
            cohort.tnbc(),
            cohort.matrixGenes()),
        genes);
  }

  private static ScoreReference reference(ExpressionModel model, PartialFit.Scores scores) {
    boolean moments = ModelFitter.byMoments(scores.id());
    return new ScoreReference(
        scores.id(),
        moments ? "mean/SD" : "median/MAD",
        scale(model, moments, scores.overall()),
        model.cohort().tnbc() >= model.threshold("expression.min-reference")
            ? scale(model, moments, scores.tnbc())
            : null);
  }

  private static ScoreScale scale(
      ExpressionModel model, boolean byMoments, PartialFit.Values values) {
    Moments moments = values.sums().moments();
    CountedValues counted = CountedValues.of(values.counts(), Histogram.SCORE_BITS);
    double location = byMoments ? moments.mean() : counted.median();
    return new ScoreScale(
        moments.count() == 0 ? 0 : location,
        byMoments ? moments.sd() : counted.mad(),
        moments.count(),
        counted.quantiles(model.percentiles()));
  }

  private ExpressionModel.@Nullable Profile profile(
      ExpressionModel model, PartialFit.Distributions distributions) {
    return model.genes().size() < model.threshold("model.min-profile-genes")
        ? null
        : new ExpressionModel.Profile(
            QuantileProfile.PROBABILITIES,
            profile(),
            distributions.distances().moments().mean(),
            distributions.furthest());
  }
}
