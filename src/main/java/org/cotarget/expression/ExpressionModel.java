package org.cotarget.expression;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.Receptor;
import org.cotarget.reference.Signature;
import org.jspecify.annotations.Nullable;

/**
 * A locked expression model: all that scoring one sample needs besides the sample. Its components
 * are the members of the model file in file order; {@code reference/schema/model.schema.json} is
 * the schema and {@code docs/expression.md} says what each means.
 *
 * @param format {@value #FORMAT}
 * @param id short name, also of the file of a built-in model
 * @param version version of the model
 * @param title one line for people
 * @param licence licence of the gene lists in it
 * @param citation citation keys of the cohort
 * @param sha256 digest of the model, see {@link ModelFile}
 * @param cotarget version of cotarget that fitted it
 * @param source where the cohort comes from
 * @param platform how expression was measured
 * @param unit unit of the values it was fitted on and can score
 * @param normalisation what is done to a value before scoring
 * @param cohort the samples it was fitted on
 * @param thresholds the cut-offs of scoring by id; those of calls are not among them
 * @param percentiles the percents of each list of quantiles
 * @param genes location and scale of each gene that scoring needs, by symbol
 * @param profile quantiles of the log2 values over those genes; null where they are too few
 * @param signatures the signatures with their genes, weights and methods
 * @param references what is usual of the genes that calls look at and of each signature
 * @param mixtures ER, PR and HER2 from their genes
 * @param combined how the model was put together of parts; null, and not written, where it was
 *     fitted at once
 */
public record ExpressionModel(
    String format,
    String id,
    String version,
    String title,
    String licence,
    String citation,
    String sha256,
    String cotarget,
    String source,
    String platform,
    Unit unit,
    String normalisation,
    FittedOn cohort,
    Map<String, Double> thresholds,
    List<Double> percentiles,
    List<Gene> genes,
    @Nullable Profile profile,
    List<Signature> signatures,
    List<ScoreReference> references,
    List<ReceptorMixture> mixtures,
    @JacksonInject(ModelFile.ABSENT) @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Combined combined) {

  /** Changes when a reader of the former form would score differently. */
  public static final String FORMAT = "cotarget-model/1";

  /** Genes whose own z-score enters a call or is shown with it. */
  public static final List<String> CALL_GENES = List.of("PTEN", "JAK2", "CXCL8", "CXCR1", "CXCR2");

  /**
   * The cohort of the model; it holds no value of any patient.
   *
   * @param fingerprint SHA-256 over the sorted digests of the samples' values, see {@link
   *     Fingerprint}
   * @param samples samples it was fitted on
   * @param erPositive ER-positive samples among them, by pathology
   * @param erNegative ER-negative samples among them, by pathology
   * @param erUnknown samples whose ER is not known
   * @param tnbc triple-negative samples among them, by pathology
   * @param matrixGenes genes of the matrix
   */
  public record FittedOn(
      String fingerprint,
      int samples,
      int erPositive,
      int erNegative,
      int erUnknown,
      int tnbc,
      int matrixGenes) {}

  /**
   * One gene over the cohort, in log2 expression.
   *
   * @param samples samples with a value
   * @param sd standard deviation (n - 1)
   * @param mad median absolute deviation times 1.4826
   */
  public record Gene(
      String symbol, int samples, double mean, double sd, double median, double mad) {}

  /**
   * Quantiles of the log2 values of one sample over the genes of the model, averaged over the
   * cohort.
   *
   * @param probabilities in (0, 1), ascending
   * @param values mean quantile at each
   * @param meanDistance mean distance of the cohort's own samples from it
   * @param maxDistance largest of these distances
   */
  public record Profile(
      List<Double> probabilities, List<Double> values, double meanDistance, double maxDistance) {
    public Profile {
      probabilities = List.copyOf(probabilities);
      values = List.copyOf(values);
    }
  }

  /**
   * What is usual of a score.
   *
   * @param id gene symbol or signature id
   * @param method {@code mean/SD} or {@code median/MAD}
   * @param overall over the cohort
   * @param tnbc over its triple-negative samples; null with too few of them
   */
  public record ScoreReference(
      String id, String method, ScoreScale overall, @Nullable ScoreScale tnbc) {}

  /**
   * The mixture of one receptor.
   *
   * @param samples samples with a value
   * @param reason why it is not estimable; empty where it is
   * @param components the two components; null where there are too few samples to fit them
   */
  public record ReceptorMixture(
      Receptor receptor,
      String gene,
      int samples,
      String reason,
      @Nullable TwoComponents components) {

    /** Whether a state may be read from it. */
    public boolean estimable() {
      return components != null && reason.isEmpty();
    }
  }

  /**
   * What was not taken from the values themselves, since the cohort came in parts.
   *
   * @param parts number of parts
   * @param geneError medians and median absolute deviations of genes come from values that are off
   *     by this share of themselves, or less
   * @param scoreError the same of medians, median absolute deviations and quantiles of scores, and
   *     of the values that mixtures are fitted to
   */
  public record Combined(int parts, double geneError, double scoreError) {}

  public ExpressionModel {
    thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
    percentiles = List.copyOf(percentiles);
    genes = List.copyOf(genes);
    signatures = List.copyOf(signatures);
    references = List.copyOf(references);
    mixtures = List.copyOf(mixtures);
  }

  /** The name by which results tell the model: id and the first digits of its digest. */
  public String name() {
    return name(id, sha256);
  }

  /** The name of the model of this id and digest. */
  public static String name(String id, String sha256) {
    return id + "@" + sha256.substring(0, Math.min(12, sha256.length()));
  }

  /** The model with its digest. */
  ExpressionModel withDigest(String digest) {
    return new ExpressionModel(
        format,
        id,
        version,
        title,
        licence,
        citation,
        digest,
        cotarget,
        source,
        platform,
        unit,
        normalisation,
        cohort,
        thresholds,
        percentiles,
        genes,
        profile,
        signatures,
        references,
        mixtures,
        combined);
  }

  /** The model with all that is read from raw scores. */
  ExpressionModel completed(
      @Nullable Profile profileOfCohort,
      List<ScoreReference> scoreReferences,
      List<ReceptorMixture> receptorMixtures,
      @Nullable Combined parts) {
    return new ExpressionModel(
        format,
        id,
        version,
        title,
        licence,
        citation,
        "",
        cotarget,
        source,
        platform,
        unit,
        normalisation,
        cohort,
        thresholds,
        percentiles,
        genes,
        profileOfCohort,
        signatures,
        scoreReferences,
        receptorMixtures,
        parts);
  }

  /**
   * The cut-off that the model was locked with.
   *
   * @throws IllegalArgumentException when the model has none of that id
   */
  double threshold(String threshold) {
    Double value = thresholds.get(threshold);
    if (value == null) {
      throw new IllegalArgumentException("the model has no threshold " + threshold);
    }
    return value;
  }

  Optional<ScoreReference> reference(String score) {
    return references.stream().filter(r -> r.id().equals(score)).findFirst();
  }

  /** What a z-score taken on so many samples may be used for. */
  Score.Confidence confidence(int samples) {
    if (samples >= threshold("expression.min-reference")) {
      return Score.Confidence.NORMAL;
    }
    return samples >= threshold("expression.min-low-confidence")
        ? Score.Confidence.LOW
        : Score.Confidence.NONE;
  }

  /**
   * Why PTEN mRNA cannot be called against this model, or empty when it can: the measured cut holds
   * for a reference of ER-positive and ER-negative tumours only (science section D).
   */
  public Optional<String> ptenRefusal() {
    if (reference("PTEN").isEmpty()) {
      return Optional.of("PTEN mRNA not called: PTEN is not among the genes of the reference");
    }
    double minimum = threshold("expression.min-receptor-share");
    double share =
        Math.min(cohort.erPositive(), cohort.erNegative()) / (double) Math.max(1, cohort.samples());
    if (confidence(cohort.samples()) == Score.Confidence.NORMAL && share >= minimum) {
      return Optional.empty();
    }
    return Optional.of(
        "PTEN mRNA not called: it needs a reference of at least "
            + Math.round(threshold("expression.min-reference"))
            + " samples with ER-positive and ER-negative tumours (each "
            + Math.round(100 * minimum)
            + "% or more); here "
            + cohort.samples()
            + " samples, "
            + cohort.erPositive()
            + " ER-positive, "
            + cohort.erNegative()
            + " ER-negative");
  }
}
