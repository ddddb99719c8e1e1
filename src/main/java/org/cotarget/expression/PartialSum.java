package org.cotarget.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cotarget.cohort.ShownNames;
import org.cotarget.reference.Signature;
import org.jspecify.annotations.Nullable;

/** Adds parts of a cohort up; the order of the parts changes nothing. */
final class PartialSum {

  private PartialSum() {}

  /**
   * Why a part does not belong to another, or empty.
   *
   * @param part to be added to or scored by {@code first}
   */
  static Optional<String> difference(PartialFit first, PartialFit part) {
    Map<String, List<Object>> compared = new LinkedHashMap<>();
    compared.put("version of cotarget", List.of(first.cotarget(), part.cotarget()));
    compared.put("platform", List.of(first.platform(), part.platform()));
    boolean empty = first.isEmpty() || part.isEmpty();
    if (!empty) {
      compared.put("unit", List.of(first.unit().label(), part.unit().label()));
      compared.put("genes of the matrix", matrixGenes(first, part));
    }
    for (Map.Entry<String, List<Object>> entry : compared.entrySet()) {
      if (!entry.getValue().get(0).equals(entry.getValue().get(1))) {
        return Optional.of(
            entry.getKey()
                + " differs: "
                + entry.getValue().get(0)
                + " and "
                + entry.getValue().get(1));
      }
    }
    return thresholds(first, part)
        .or(() -> signatures(first, part))
        .or(() -> empty ? Optional.empty() : genes(first, part));
  }

  private static List<Object> matrixGenes(PartialFit first, PartialFit part) {
    return List.of(first.cohort().matrixGenes(), part.cohort().matrixGenes());
  }

  private static Optional<String> thresholds(PartialFit first, PartialFit part) {
    TreeSet<String> ids = new TreeSet<>(first.thresholds().keySet());
    ids.addAll(part.thresholds().keySet());
    return ids.stream()
        .filter(
            id ->
                !Optional.ofNullable(first.thresholds().get(id))
                    .equals(Optional.ofNullable(part.thresholds().get(id))))
        .findFirst()
        .map(
            id ->
                "threshold "
                    + id
                    + " differs: "
                    + first.thresholds().get(id)
                    + " and "
                    + part.thresholds().get(id))
        .or(
            () ->
                first.percentiles().equals(part.percentiles())
                    ? Optional.empty()
                    : Optional.of("the percentiles of scores differ"));
  }

  private static Optional<String> signatures(PartialFit first, PartialFit part) {
    if (first.signatures().equals(part.signatures())) {
      return Optional.empty();
    }
    List<String> differing = new ArrayList<>();
    first.signatures().stream()
        .filter(signature -> !part.signatures().contains(signature))
        .forEach(signature -> differing.add(signature.id()));
    part.signatures().stream()
        .filter(signature -> !first.signatures().contains(signature))
        .map(Signature::id)
        .filter(id -> !differing.contains(id))
        .forEach(differing::add);
    return Optional.of("signatures differ: " + ShownNames.some(differing));
  }

  private static Optional<String> genes(PartialFit first, PartialFit part) {
    TreeSet<String> differing = new TreeSet<>(first.symbols());
    TreeSet<String> common = new TreeSet<>(part.symbols());
    common.retainAll(differing);
    differing.addAll(part.symbols());
    differing.removeAll(common);
    return differing.isEmpty()
        ? Optional.empty()
        : Optional.of("only one has the genes " + ShownNames.some(differing));
  }

  /** Two parts together, without digests of samples and not sealed: both come once, of the sum. */
  static PartialFit add(PartialFit a, PartialFit b) {
    if (a.isEmpty() || b.isEmpty()) {
      PartialFit full = a.isEmpty() ? b : a;
      return full.withSamples(samples(a.cohort(), b.cohort()), List.of());
    }
    List<PartialFit.GeneSums> genes = new ArrayList<>();
    for (int g = 0; g < a.genes().size(); g++) {
      genes.add(
          new PartialFit.GeneSums(
              a.genes().get(g).symbol(),
              a.genes().get(g).values().plus(b.genes().get(g).values())));
    }
    List<PartialFit.Sums> profile = new ArrayList<>();
    for (int q = 0; q < a.profile().size(); q++) {
      profile.add(a.profile().get(q).plus(b.profile().get(q)));
    }
    return new PartialFit(
        a.format(),
        "",
        a.cotarget(),
        a.platform(),
        a.unit(),
        a.normalisation(),
        a.thresholds(),
        a.percentiles(),
        a.signatures(),
        samples(a.cohort(), b.cohort()),
        List.of(),
        genes,
        profile,
        distributions(a.distributions(), b.distributions()));
  }

  private static PartialFit.Samples samples(PartialFit.Samples a, PartialFit.Samples b) {
    return new PartialFit.Samples(
        a.parts() + b.parts(),
        Stream.concat(a.shards().stream(), b.shards().stream())
            .sorted(
                Comparator.comparing(PartialFit.ShardOf::cohort)
                    .thenComparingInt(PartialFit.ShardOf::number))
            .toList(),
        a.samples() + b.samples(),
        a.erPositive() + b.erPositive(),
        a.erNegative() + b.erNegative(),
        a.tnbc() + b.tnbc(),
        Math.max(a.matrixGenes(), b.matrixGenes()),
        Fingerprint.hex(
            Fingerprint.sum(new BigInteger(a.digestSum(), 16), new BigInteger(b.digestSum(), 16))));
  }

  private static PartialFit.@Nullable Distributions distributions(
      PartialFit.@Nullable Distributions a, PartialFit.@Nullable Distributions b) {
    if (a == null || b == null) {
      return null;
    }
    List<Histogram> genes = new ArrayList<>();
    for (int g = 0; g < a.genes().size(); g++) {
      genes.add(a.genes().get(g).plus(b.genes().get(g)));
    }
    List<PartialFit.Scores> scores = new ArrayList<>();
    for (int i = 0; i < a.scores().size(); i++) {
      PartialFit.Scores own = a.scores().get(i);
      PartialFit.Scores other = b.scores().get(i);
      scores.add(
          new PartialFit.Scores(
              own.id(), own.overall().plus(other.overall()), own.tnbc().plus(other.tnbc())));
    }
    return new PartialFit.Distributions(
        a.momentsSha256(),
        genes,
        scores,
        a.distances().plus(b.distances()),
        Math.max(a.furthest(), b.furthest()));
  }
}
