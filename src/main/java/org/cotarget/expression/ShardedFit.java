package org.cotarget.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotarget.cohort.CohortPart;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.Shard;
import org.cotarget.cohort.ShownNames;
import org.cotarget.reference.Reference;

/**
 * Fits a model on a cohort that comes in parts, each on its own machine, in two rounds: moments of
 * the genes, then distributions of the scores, which rest on the moments of all parts.
 */
public final class ShardedFit {

  /** Parts that do not add up; the message names the difference. */
  public static final class MismatchException extends Exception {
    private static final long serialVersionUID = 1;

    MismatchException(String message) {
      super(message);
    }
  }

  /** A file of one part or of several that were put together. */
  public static final class Part {
    private final PartialFit fit;

    private Part(PartialFit fit) {
      this.fit = fit;
    }

    /**
     * Reads a part.
     *
     * @throws ModelFormatException where the text is none, or was changed
     */
    public static Part read(String text) throws ModelFormatException {
      return new Part(PartialFile.read(text));
    }

    /** The file, ending in a line feed. */
    public String write() {
      return PartialFile.write(fit);
    }

    public int samples() {
      return fit.cohort().samples();
    }

    public int parts() {
      return fit.cohort().parts();
    }

    /** Whether it is of the second round. */
    public boolean hasDistributions() {
      return fit.distributions() != null;
    }
  }

  private final ModelFitter fitter;

  /**
   * @param version version of cotarget, which parts and model tell
   */
  public ShardedFit(Reference reference, String version) {
    this.fitter = new ModelFitter(reference, version);
  }

  /**
   * What a part of a cohort adds.
   *
   * @param matrix empty where the part has no expression
   * @param groups receptor classes by pathology
   * @param of which patients of a cohort these are
   * @param whole moments of all parts in the second round; empty in the first
   * @return empty of z-scores, and where no sample can be used; a shard then gives an empty part,
   *     since shards are counted
   * @throws MismatchException where the part does not belong to {@code whole}, or a shard is
   *     missing there
   */
  public Optional<Part> part(
      Optional<ExpressionMatrix> matrix,
      ReferenceGroups groups,
      String platform,
      CohortPart of,
      Optional<Part> whole)
      throws MismatchException {
    if (matrix.filter(m -> m.unit() == Unit.Z_SCORE).isPresent()) {
      return Optional.empty();
    }
    if (whole.isPresent()) {
      requireAllShards(whole.get().fit);
    }
    Optional<FitCohort> cohort = matrix.flatMap(m -> fitter.cohort(LogExpression.of(m), groups));
    if (cohort.isEmpty()) {
      return of.shard().isWhole()
          ? Optional.empty()
          : Optional.of(new Part(PartialFitter.none(fitter.locked(), platform, of)));
    }
    PartialFitter parts = new PartialFitter(fitter, cohort.get());
    PartialFit own = parts.moments(platform, of);
    if (whole.isEmpty()) {
      return Optional.of(new Part(own));
    }
    PartialFit moments = whole.get().fit.withDistributions(null);
    Optional<String> difference = PartialSum.difference(moments, own);
    if (difference.isPresent()) {
      throw new MismatchException("the samples do not belong to the moments: " + difference.get());
    }
    return Optional.of(new Part(parts.distributions(own, PartialFile.seal(moments))));
  }

  /**
   * Adds parts of one round up.
   *
   * @param parts by the name that a message calls each by
   * @throws MismatchException where they differ, or a sample is in two of them
   */
  public Part combine(Map<String, Part> parts) throws MismatchException {
    Optional<Map.Entry<String, PartialFit>> first = Optional.empty();
    Optional<PartialFit> sum = Optional.empty();
    Map<String, String> ownerOfSample = new HashMap<>();
    Map<PartialFit.ShardOf, String> ownerOfShard = new HashMap<>();
    List<String> digests = new ArrayList<>();
    for (Map.Entry<String, Part> entry : parts.entrySet()) {
      PartialFit part = entry.getValue().fit;
      if (first.isPresent()) {
        requireAgreement(first.get().getKey(), first.get().getValue(), entry.getKey(), part);
      }
      requireNew("a sample", part.digests(), entry.getKey(), ownerOfSample);
      requireNew("a shard", part.cohort().shards(), entry.getKey(), ownerOfShard);
      digests.addAll(part.digests());
      // An empty part says too little to hold others against.
      if (first.isEmpty() || first.get().getValue().isEmpty()) {
        first = Optional.of(Map.entry(entry.getKey(), part));
      }
      sum = Optional.of(sum.isPresent() ? PartialSum.add(sum.get(), part) : part);
    }
    PartialFit whole = sum.orElseThrow(() -> new MismatchException("there is no part"));
    requireOneDivision(whole);
    return new Part(
        PartialFile.seal(whole.withSamples(whole.cohort(), digests.stream().sorted().toList())));
  }

  private static <T> void requireNew(String what, List<T> ids, String name, Map<T, String> owners)
      throws MismatchException {
    for (T id : ids) {
      String owner = owners.put(id, name);
      if (owner != null && !owner.equals(name)) {
        throw new MismatchException(owner + " and " + name + ": " + what + " is in both");
      }
    }
  }

  private static Map<String, List<PartialFit.ShardOf>> shardsByCohort(PartialFit whole) {
    return whole.cohort().shards().stream()
        .collect(
            Collectors.groupingBy(PartialFit.ShardOf::cohort, TreeMap::new, Collectors.toList()));
  }

  private static void requireOneDivision(PartialFit whole) throws MismatchException {
    for (List<PartialFit.ShardOf> shards : shardsByCohort(whole).values()) {
      TreeSet<Integer> divisions = new TreeSet<>();
      shards.forEach(shard -> divisions.add(shard.of()));
      if (divisions.size() > 1) {
        throw new MismatchException(
            "one cohort is divided into different numbers of shards: "
                + ShownNames.some(divisions.stream().map(String::valueOf).toList()));
      }
    }
  }

  private static void requireAllShards(PartialFit whole) throws MismatchException {
    if (whole.isEmpty()) {
      throw new MismatchException("no part has a sample that can be used");
    }
    Map<String, List<PartialFit.ShardOf>> cohorts = shardsByCohort(whole);
    for (List<PartialFit.ShardOf> shards : cohorts.values()) {
      int of = shards.get(0).of();
      Set<Integer> present =
          shards.stream().map(PartialFit.ShardOf::number).collect(Collectors.toSet());
      List<String> missing =
          IntStream.rangeClosed(1, of)
              .filter(number -> !present.contains(number))
              .mapToObj(number -> new Shard(number, of).toString())
              .toList();
      if (!missing.isEmpty()) {
        throw new MismatchException(
            "shards of the cohort are missing: "
                + ShownNames.some(missing)
                + (cohorts.size() == 1
                    ? ""
                    : "; these shards are of "
                        + cohorts.size()
                        + " cohorts: those of one read the same files under the same names"));
      }
    }
  }

  private static void requireAgreement(
      String nameOfFirst, PartialFit first, String name, PartialFit part) throws MismatchException {
    String both = nameOfFirst + " and " + name;
    Optional<String> difference = PartialSum.difference(first, part);
    if (difference.isPresent()) {
      throw new MismatchException(both + ": " + difference.get());
    }
    if (first.isEmpty() || part.isEmpty()) {
      return;
    }
    PartialFit.Distributions a = first.distributions();
    PartialFit.Distributions b = part.distributions();
    if ((a == null) != (b == null)) {
      throw new MismatchException(both + ": one is of the first round, one of the second");
    }
    if (a != null && b != null && !a.momentsSha256().equals(b.momentsSha256())) {
      throw new MismatchException(both + ": they were made with other moments");
    }
    if (a != null && b != null && !ids(a).equals(ids(b))) {
      throw new MismatchException(both + ": their scores differ");
    }
  }

  private static List<String> ids(PartialFit.Distributions distributions) {
    return distributions.scores().stream().map(PartialFit.Scores::id).toList();
  }

  /**
   * The model of parts that were through both rounds and are put together.
   *
   * @param label its platform is that of the parts
   * @throws MismatchException where they are not the parts whose moments they were made with
   */
  public ExpressionModel model(Part whole, ModelLabel label) throws MismatchException {
    requireAllShards(whole.fit);
    PartialFit.Distributions distributions = whole.fit.distributions();
    if (distributions == null) {
      throw new MismatchException("there are moments only; run the second round");
    }
    String moments = PartialFile.seal(whole.fit.withDistributions(null)).sha256();
    if (!moments.equals(distributions.momentsSha256())) {
      throw new MismatchException(
          whole.samples()
              + " samples of "
              + whole.parts()
              + " parts do not add up to the moments that the second round was made with: a part is"
              + " missing, given twice, or was made of other samples");
    }
    if (!whole.fit.cotarget().equals(fitter.locked().version())) {
      throw new MismatchException(
          "the parts were made by version "
              + whole.fit.cotarget()
              + " of cotarget, this is "
              + fitter.locked().version());
    }
    ModelLabel own =
        new ModelLabel(
            label.id(),
            label.version(),
            label.title(),
            label.citation(),
            label.source(),
            whole.fit.platform());
    return new PartialModel(whole.fit).complete(own, distributions);
  }
}
