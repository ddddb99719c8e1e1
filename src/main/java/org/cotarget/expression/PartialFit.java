package org.cotarget.expression;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.reference.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What part of a cohort adds to a model. It is made in two rounds, since scores rest on the moments
 * of the genes over the whole cohort: in the first each part gives its moments, in the second its
 * distributions of scores on the moments of all parts. Its components are the members of the file
 * in file order; {@code reference/schema/partial-fit.schema.json} is the schema.
 *
 * @param format {@value #FORMAT}
 * @param sha256 digest of the file, taken as that of a model
 * @param cotarget version that made it
 * @param platform how expression was measured
 * @param unit unit of the values
 * @param normalisation what is done to a value
 * @param thresholds the cut-offs of scoring
 * @param percentiles percents of the quantiles of a score
 * @param signatures the signatures
 * @param cohort the samples
 * @param digests digests of samples' values, ascending, by which a sample in two parts is found
 * @param genes moments of each gene's log2 values
 * @param profile moments of each quantile of a sample's values
 * @param distributions scores on the moments of the whole cohort; null, and not written, in the
 *     first round
 */
record PartialFit(
    String format,
    String sha256,
    String cotarget,
    String platform,
    Unit unit,
    String normalisation,
    Map<String, Double> thresholds,
    List<Double> percentiles,
    List<Signature> signatures,
    Samples cohort,
    List<String> digests,
    List<GeneSums> genes,
    List<Sums> profile,
    @JacksonInject(ModelFile.ABSENT) @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Distributions distributions) {

  static final String FORMAT = "cotarget-partial-fit/1";

  PartialFit {
    thresholds = Collections.unmodifiableMap(new TreeMap<>(thresholds));
    percentiles = List.copyOf(percentiles);
    signatures = List.copyOf(signatures);
    digests = List.copyOf(digests);
    genes = List.copyOf(genes);
    profile = List.copyOf(profile);
  }

  /**
   * The samples of the part.
   *
   * @param parts files that were put together
   * @param shards which of them were taken by {@code --shard}, in order; none of other parts
   * @param samples 0 in a shard where no sample can be used: without a file of it nobody would know
   *     that the shard was looked at
   * @param digestSum sum of the digests of the samples' values, see {@link Fingerprint}
   */
  record Samples(
      int parts,
      List<ShardOf> shards,
      int samples,
      int erPositive,
      int erNegative,
      int tnbc,
      int matrixGenes,
      String digestSum) {
    Samples {
      shards = List.copyOf(shards);
    }
  }

  /**
   * A part that {@code --shard} took.
   *
   * @param cohort digest by which the shards of one cohort, read alike, are told from others
   * @param number from 1 to {@code of}
   */
  record ShardOf(String cohort, int number, int of) {
    @Override
    public String toString() {
      return number + "/" + of;
    }
  }

  /**
   * Moments without rounding, in the form of {@link ExactSum#toString}.
   *
   * @param count values
   */
  record Sums(int count, String sum, String squares) {

    static Sums of(Moments moments) {
      return new Sums(moments.count(), moments.sum().toString(), moments.squares().toString());
    }

    Moments moments() {
      return new Moments(count, ExactSum.parse(sum), ExactSum.parse(squares));
    }

    Sums plus(Sums other) {
      Moments total = moments();
      total.add(other.moments());
      return of(total);
    }
  }

  /** Moments of a gene. */
  record GeneSums(String symbol, Sums values) {}

  /**
   * The second round.
   *
   * @param momentsSha256 digest of the moments of the whole cohort that scores were taken on
   * @param genes values of each gene, in the order of the genes
   * @param scores genes that calls look at, receptor genes and signatures
   * @param distances distances of the samples from the mean profile
   * @param furthest largest of them
   */
  record Distributions(
      String momentsSha256,
      List<Histogram> genes,
      List<Scores> scores,
      Sums distances,
      double furthest) {
    Distributions {
      genes = List.copyOf(genes);
      scores = List.copyOf(scores);
    }
  }

  /**
   * Values of one score.
   *
   * @param id gene symbol or signature id
   * @param overall over all samples
   * @param tnbc over the triple-negative ones
   */
  record Scores(String id, Values overall, Values tnbc) {}

  /** Values as moments, which are exact, and as counts, which give quantiles. */
  record Values(Sums sums, Histogram counts) {

    static Values of(double[] values) {
      return new Values(Sums.of(Moments.of(values)), Histogram.of(values, Histogram.SCORE_BITS));
    }

    Values plus(Values other) {
      return new Values(sums.plus(other.sums), counts.plus(other.counts));
    }
  }

  PartialFit withDigest(String digest) {
    return with(digest, cohort, digests, distributions);
  }

  PartialFit withDistributions(@Nullable Distributions own) {
    return with("", cohort, digests, own);
  }

  PartialFit withSamples(Samples samples, List<String> own) {
    return with("", samples, own, distributions);
  }

  private PartialFit with(
      String digest, Samples samples, List<String> ofSamples, @Nullable Distributions own) {
    return new PartialFit(
        format,
        digest,
        cotarget,
        platform,
        unit,
        normalisation,
        thresholds,
        percentiles,
        signatures,
        samples,
        ofSamples,
        genes,
        profile,
        own);
  }

  /** Whether no sample of the part can be used; its genes, unit and profile then say nothing. */
  boolean isEmpty() {
    return cohort.samples() == 0;
  }

  List<String> symbols() {
    return genes.stream().map(GeneSums::symbol).toList();
  }
}
