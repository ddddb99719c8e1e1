package org.cotarget.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
   * The model of all samples that can be brought to a log2 scale and hold most genes; empty where
   * there is none.
   */
  Optional<ExpressionModel> fit(LogExpression log, ReferenceGroups groups, ModelLabel label) {
    List<String> wanted = wanted().stream().filter(gene -> log.row(gene) >= 0).toList();
    int[] rows = wanted.stream().mapToInt(log::row).toArray();
    int[] columns =
        IntStream.range(0, log.samples().size())
            .filter(s -> log.refusal(s).isEmpty())
            .filter(s -> overlaps(log, rows, s))
            .toArray();
    if (columns.length == 0) {
      return Optional.empty();
    }
    List<Gene> genes =
        wanted.parallelStream()
            .map(symbol -> gene(log, symbol, columns))
            .filter(gene -> gene.samples() > 0)
            .toList();
    Map<String, Double> locked = new TreeMap<>();
    THRESHOLDS.forEach(id -> locked.put(id, thresholds.value(id)));
    ExpressionModel.FittedOn cohort = cohort(log, groups, genes, columns);
    boolean own = label.id().isEmpty();
    ExpressionModel bare =
        new ExpressionModel(
            ExpressionModel.FORMAT,
            own ? "fitted-" + cohort.fingerprint().substring(0, 8) : label.id(),
            label.version(),
            label.title(),
            "Apache-2.0; gene lists keep theirs",
            label.citation(),
            "",
            version,
            label.source(),
            label.platform(),
            log.unit(),
            LogExpression.describe(log.unit()),
            cohort,
            locked,
            PERCENTS,
            genes,
            null,
            signatures,
            List.of(),
            List.of());
    RawScores raw =
        new RawScorer(
                log,
                genes,
                ScoredSignatures.of(bare),
                bare.threshold("expression.min-gene-coverage"))
            .score();
    return Optional.of(ModelFile.seal(complete(bare, log, raw, groups, columns)));
  }

  private Set<String> wanted() {
    Set<String> wanted = new TreeSet<>(ExpressionModel.CALL_GENES);
    wanted.addAll(RECEPTOR_GENES.values());
    wanted.addAll(SEX_GENES);
    signatures.forEach(signature -> wanted.addAll(signature.weights().keySet()));
    return wanted;
  }

  private boolean overlaps(LogExpression log, int[] rows, int column) {
    int present = 0;
    for (int row : rows) {
      present += Float.isNaN(log.raw(row, column)) ? 0 : 1;
    }
    return present > 0 && present >= thresholds.value("model.min-gene-overlap") * rows.length;
  }

  private static Gene gene(LogExpression log, String symbol, int[] columns) {
    int row = log.row(symbol);
    double[] values = IntStream.of(columns).mapToDouble(s -> log.log(row, s)).toArray();
    Distribution moments = Distribution.moments(values);
    Distribution robust = Distribution.robust(values);
    return new Gene(
        symbol,
        moments.size(),
        moments.location(),
        moments.scale(),
        robust.location(),
        robust.scale());
  }

  private static ExpressionModel.FittedOn cohort(
      LogExpression log, ReferenceGroups groups, List<Gene> genes, int[] columns) {
    int erPositive = members(log, columns, groups.erPositive()).length;
    int erNegative = members(log, columns, groups.erNegative()).length;
    return new ExpressionModel.FittedOn(
        Fingerprint.of(log, genes.stream().map(Gene::symbol).toList(), columns),
        columns.length,
        erPositive,
        erNegative,
        columns.length - erPositive - erNegative,
        members(log, columns, groups.tnbc()).length,
        log.rowCount());
  }

  private static int[] members(LogExpression log, int[] columns, Set<String> ids) {
    return IntStream.of(columns).filter(s -> ids.contains(log.samples().get(s))).toArray();
  }

  private static ExpressionModel complete(
      ExpressionModel bare,
      LogExpression log,
      RawScores raw,
      ReferenceGroups groups,
      int[] columns) {
    int[] tnbc = members(log, columns, groups.tnbc());
    List<ScoreReference> references = new ArrayList<>();
    for (int g = 0; g < bare.genes().size(); g++) {
      String symbol = bare.genes().get(g).symbol();
      if (ExpressionModel.CALL_GENES.contains(symbol)) {
        int gene = g;
        references.add(
            reference(
                bare, symbol, symbol.equals("PTEN"), s -> raw.genes()[s][gene], columns, tnbc));
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
    List<ReceptorMixture> mixtures = new ArrayList<>();
    RECEPTOR_GENES.forEach(
        (receptor, gene) -> mixtures.add(mixture(bare, receptor, gene, raw, columns)));
    return new ExpressionModel(
        bare.format(),
        bare.id(),
        bare.version(),
        bare.title(),
        bare.licence(),
        bare.citation(),
        "",
        bare.cotarget(),
        bare.source(),
        bare.platform(),
        bare.unit(),
        bare.normalisation(),
        bare.cohort(),
        bare.thresholds(),
        bare.percentiles(),
        bare.genes(),
        profile(bare, raw, columns),
        bare.signatures(),
        references,
        mixtures);
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
    double[][] quantiles =
        IntStream.of(columns)
            .mapToObj(s -> QuantileProfile.of(raw.genes()[s]))
            .toArray(double[][]::new);
    double[] mean = new double[QuantileProfile.PROBABILITIES.size()];
    for (int q = 0; q < mean.length; q++) {
      int place = q;
      mean[q] =
          Distribution.moments(Arrays.stream(quantiles).mapToDouble(own -> own[place]).toArray())
              .location();
    }
    List<Double> values = Arrays.stream(mean).boxed().toList();
    Distribution distances =
        Distribution.moments(
            Arrays.stream(quantiles)
                .mapToDouble(own -> QuantileProfile.distance(own, values))
                .toArray());
    double[] sorted = distances.sorted();
    return new ExpressionModel.Profile(
        QuantileProfile.PROBABILITIES, values, distances.location(), sorted[sorted.length - 1]);
  }

  private static ReceptorMixture mixture(
      ExpressionModel model, Receptor receptor, String gene, RawScores raw, int[] columns) {
    int place = model.genes().stream().map(Gene::symbol).toList().indexOf(gene);
    if (place < 0) {
      return new ReceptorMixture(receptor, gene, 0, gene + " is not in the matrix", null);
    }
    double[] values =
        IntStream.of(columns)
            .mapToDouble(s -> raw.genes()[s][place])
            .filter(v -> !Double.isNaN(v))
            .toArray();
    TwoComponents fit = GaussianMixture.fit(values).orElse(null);
    return new ReceptorMixture(
        receptor, gene, values.length, unestimable(model, values.length, fit), fit);
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
