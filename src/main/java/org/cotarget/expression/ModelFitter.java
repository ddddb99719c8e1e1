package org.cotarget.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.Receptor;
import org.cotarget.expression.ExpressionModel.Gene;
import org.cotarget.expression.ExpressionModel.ReceptorMixture;
import org.cotarget.expression.ExpressionModel.ScoreReference;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Signature;
import org.cotarget.reference.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * Fits a model on a cohort: first location and scale of each gene, then the raw scores of all
 * samples on these, then what is usual of each score. The order of samples and genes in the input
 * changes nothing.
 */
final class ModelFitter {

  /** The gene of each receptor. */
  static final Map<Receptor, String> RECEPTOR_GENES =
      new TreeMap<>(Map.of(Receptor.ER, "ESR1", Receptor.PR, "PGR", Receptor.HER2, "ERBB2"));

  /** Genes that tell the sexes apart, for checks of swapped samples. */
  private static final List<String> SEX_GENES =
      List.of("XIST", "RPS4Y1", "DDX3Y", "KDM5D", "EIF1AY", "UTY");

  /** Cut-offs that scoring uses; a model is locked with their values. */
  static final List<String> THRESHOLDS =
      List.of(
          "expression.min-reference",
          "expression.min-low-confidence",
          "expression.min-receptor-share",
          "expression.min-gene-coverage",
          "model.min-gene-overlap",
          "model.min-profile-genes",
          "model.max-quantile-distance",
          "mixture.min-samples",
          "mixture.min-weight",
          "mixture.min-separation",
          "mixture.negative-posterior",
          "mixture.ambiguous-low",
          "mixture.ambiguous-high",
          "progeny.top-genes");

  /** Percents of the quantiles of a score; the extremes are left out, being single patients. */
  private static final List<Double> PERCENTS =
      DoubleStream.concat(
              DoubleStream.concat(
                  DoubleStream.of(1), IntStream.range(1, 20).mapToDouble(i -> 5.0 * i)),
              DoubleStream.of(99))
          .boxed()
          .toList();

  private final List<Signature> signatures;
  private final Thresholds thresholds;
  private final String version;

  /**
   * @param version version of cotarget, which the model tells
   */
  ModelFitter(Reference reference, String version) {
    this.signatures = reference.signatures();
    this.thresholds = reference.thresholds();
    this.version = version;
  }

  /**
   * A model and what it was made of.
   *
   * @param raw raw scores of all samples of the matrix on the genes of the model
   */
  record Fitted(ExpressionModel model, RawScores raw) {}

  /** A gene while it is fitted. */
  private record GeneFit(String symbol, Moments moments, double median, double mad) {

    static GeneFit of(FitCohort cohort, int gene) {
      double[] sorted = Distribution.sorted(cohort.values(gene));
      Distribution robust = Distribution.robustOfSorted(sorted);
      return new GeneFit(
          cohort.genes().get(gene), Moments.of(sorted), robust.location(), robust.scale());
    }

    Gene gene() {
      return new Gene(symbol, moments.count(), moments.mean(), moments.sd(), median, mad);
    }
  }

  /**
   * The model of all samples that can be brought to a log2 scale and hold most genes; empty where
   * there is none.
   */
  Optional<Fitted> fit(LogExpression log, ReferenceGroups groups, ModelLabel label) {
    return cohort(log, groups).map(cohort -> fit(cohort, label));
  }

  /** The samples that a model is fitted on; empty where there are none. */
  Optional<FitCohort> cohort(LogExpression log, ReferenceGroups groups) {
    return FitCohort.of(log, groups, wanted(), thresholds.value("model.min-gene-overlap"));
  }

  private Fitted fit(FitCohort cohort, ModelLabel label) {
    List<Gene> genes =
        IntStream.range(0, cohort.genes().size())
            .parallel()
            .mapToObj(g -> GeneFit.of(cohort, g))
            .filter(gene -> gene.moments().count() > 0)
            .map(GeneFit::gene)
            .toList();
    ExpressionModel bare = bare(locked(), label, cohort.log().unit(), fittedOn(cohort), genes);
    RawScores raw =
        new RawScorer(
                cohort.log(),
                genes,
                ScoredSignatures.of(bare),
                bare.threshold("expression.min-gene-coverage"))
            .score();
    return new Fitted(ModelFile.seal(complete(bare, cohort, raw)), raw);
  }

  private Set<String> wanted() {
    Set<String> wanted = new TreeSet<>(ExpressionModel.CALL_GENES);
    wanted.addAll(RECEPTOR_GENES.values());
    wanted.addAll(SEX_GENES);
    signatures.forEach(signature -> wanted.addAll(signature.weights().keySet()));
    return wanted;
  }

  private static ExpressionModel.FittedOn fittedOn(FitCohort cohort) {
    int samples = cohort.columns().length;
    int erPositive = cohort.erPositive().length;
    int erNegative = cohort.erNegative().length;
    return new ExpressionModel.FittedOn(
        Fingerprint.of(cohort.genes(), samples, Fingerprint.sum(cohort.digests())),
        samples,
        erPositive,
        erNegative,
        samples - erPositive - erNegative,
        cohort.tnbc().length,
        cohort.log().rowCount());
  }

  /**
   * What a model is locked with besides its cohort.
   *
   * @param version version of cotarget
   * @param thresholds cut-offs of scoring by id
   */
  record Locked(
      String version,
      Map<String, Double> thresholds,
      List<Double> percentiles,
      List<Signature> signatures) {}

  /** What models that are fitted here are locked with. */
  Locked locked() {
    Map<String, Double> cuts = new TreeMap<>();
    THRESHOLDS.forEach(id -> cuts.put(id, thresholds.value(id)));
    return new Locked(version, cuts, PERCENTS, signatures);
  }

  /** A model that knows its genes only, with which raw scores can be taken. */
  static ExpressionModel bare(
      Locked locked,
      ModelLabel label,
      Unit unit,
      ExpressionModel.FittedOn cohort,
      List<Gene> genes) {
    boolean own = label.id().isEmpty();
    return new ExpressionModel(
        ExpressionModel.FORMAT,
        own ? "fitted-" + cohort.fingerprint().substring(0, 8) : label.id(),
        label.version(),
        label.title(),
        "Apache-2.0; gene lists keep theirs",
        label.citation(),
        "",
        locked.version(),
        label.source(),
        label.platform(),
        unit,
        LogExpression.describe(unit),
        cohort,
        locked.thresholds(),
        locked.percentiles(),
        genes,
        null,
        locked.signatures(),
        List.of(),
        List.of(),
        null);
  }

  private static ExpressionModel complete(ExpressionModel bare, FitCohort cohort, RawScores raw) {
    int[] columns = cohort.columns();
    int[] tnbc = cohort.tnbc();
    List<ScoreReference> references = new ArrayList<>();
    for (int g = 0; g < bare.genes().size(); g++) {
      String symbol = bare.genes().get(g).symbol();
      if (ExpressionModel.CALL_GENES.contains(symbol)) {
        int gene = g;
        references.add(
            reference(bare, symbol, byMoments(symbol), s -> raw.genes()[s][gene], columns, tnbc));
      }
    }
    for (int i = 0; i < bare.signatures().size(); i++) {
      int place = i;
      references.add(
          reference(
              bare,
              bare.signatures().get(i).id(),
              false,
              s -> raw.values()[s][place],
              columns,
              tnbc));
    }
    references.removeIf(reference -> reference.overall().samples() == 0);
    return bare.completed(
        profile(bare, raw, columns), references, mixtures(bare, raw, columns), null);
  }

  /** Whether a score is taken by mean and standard deviation, as the PTEN cut was measured. */
  static boolean byMoments(String score) {
    return score.equals("PTEN");
  }

  private interface Values {
    double of(int sample);
  }

  private static ScoreReference reference(
      ExpressionModel model, String id, boolean moments, Values values, int[] columns, int[] tnbc) {
    return new ScoreReference(
        id,
        moments ? "mean/SD" : "median/MAD",
        scale(model, moments, values, columns),
        tnbc.length >= model.threshold("expression.min-reference")
            ? scale(model, moments, values, tnbc)
            : null);
  }

  private static ScoreScale scale(
      ExpressionModel model, boolean moments, Values values, int[] columns) {
    double[] found = IntStream.of(columns).mapToDouble(values::of).toArray();
    Distribution distribution = moments ? Distribution.moments(found) : Distribution.robust(found);
    return distribution.scale(model.percentiles());
  }

  private static ExpressionModel.@Nullable Profile profile(
      ExpressionModel model, RawScores raw, int[] columns) {
    if (model.genes().size() < model.threshold("model.min-profile-genes")) {
      return null;
    }
    ProfileSums sums = new ProfileSums();
    for (int column : columns) {
      sums.add(raw.quantiles()[column]);
    }
    List<Double> means = sums.means();
    Moments distances = new Moments();
    double furthest = 0;
    for (int column : columns) {
      double distance = QuantileProfile.distance(raw.quantiles()[column], means);
      distances.add(distance);
      furthest = Math.max(furthest, distance);
    }
    return new ExpressionModel.Profile(
        QuantileProfile.PROBABILITIES, means, distances.mean(), furthest);
  }

  private static List<ReceptorMixture> mixtures(
      ExpressionModel model, RawScores raw, int[] columns) {
    List<String> genes = model.genes().stream().map(Gene::symbol).toList();
    return RECEPTOR_GENES.entrySet().parallelStream()
        .map(
            entry -> {
              int place = genes.indexOf(entry.getValue());
              double[] values =
                  place < 0
                      ? new double[0]
                      : IntStream.of(columns).mapToDouble(s -> raw.genes()[s][place]).toArray();
              int known = Distribution.sorted(values).length;
              return mixture(
                  model, entry.getKey(), entry.getValue(), known, GaussianMixture.fit(values));
            })
        .toList();
  }

  /**
   * @param samples samples with a value; 0 where the gene is not in the matrix
   */
  static ReceptorMixture mixture(
      ExpressionModel model,
      Receptor receptor,
      String gene,
      int samples,
      Optional<TwoComponents> fit) {
    String reason =
        samples == 0
            ? gene + " is not in the matrix"
            : unestimable(model, samples, fit.orElse(null));
    return new ReceptorMixture(receptor, gene, samples, reason, fit.orElse(null));
  }

  /** The rules of science section B, in the order in which they are told. */
  private static String unestimable(
      ExpressionModel model, int samples, @Nullable TwoComponents fit) {
    double minimum = model.threshold("mixture.min-samples");
    if (samples < minimum || fit == null) {
      return "not estimable: " + samples + " samples, " + Math.round(minimum) + " are needed";
    }
    if (fit.bicTwo() >= fit.bicOne()) {
      return "not estimable: one component explains the values as well (BIC)";
    }
    if (fit.lighterWeight() < model.threshold("mixture.min-weight")) {
      return "not estimable: the smaller component holds "
          + Math.round(100 * fit.lighterWeight())
          + "% of the samples, "
          + Math.round(100 * model.threshold("mixture.min-weight"))
          + "% are needed";
    }
    return fit.ashmanD() > model.threshold("mixture.min-separation")
        ? ""
        : "not estimable: the components are not apart (Ashman's D "
            + Math.round(100 * fit.ashmanD()) / 100.0
            + ")";
  }
}
