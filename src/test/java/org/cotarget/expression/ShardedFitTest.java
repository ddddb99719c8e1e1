package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.cotarget.cohort.CohortPart;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.Shard;
import org.cotarget.expression.ShardedFit.MismatchException;
import org.cotarget.expression.ShardedFit.Part;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model of parts against the model that is fitted at once. */
class ShardedFitTest {

  private static final int SAMPLES = 140;
  private static final ModelLabel LABEL = new ModelLabel("x", "1", "t", "c", "s", "array");
  private static final ReferenceGroups GROUPS = Matrices.mixed(SAMPLES, 70, 60);
  private static final Reference REFERENCE = reference();

  /** The bundled signatures, one by rank and one by weighted z. */
  private static Reference reference() {
    List<Signature> signatures = new ArrayList<>(Matrices.REFERENCE.signatures());
    Map<String, Double> weights = Matrices.REFERENCE.signatures().get(0).weights();
    for (Signature.Method method : List.of(Signature.Method.SSGSEA, Signature.Method.WEIGHTED_Z)) {
      signatures.add(
          new Signature(
              "OWN_" + method, "own", method, weights, Signature.USER, "", "design_default"));
    }
    return Matrices.with(signatures);
  }

  /** Normal values of which ESR1, PGR and ERBB2 have two levels, and some are missing. */
  private static ExpressionMatrix cohort() {
    ExpressionMatrix matrix = Matrices.log2(Matrices.allGenes(300), SAMPLES);
    Random random = new Random(9);
    for (int g = 0; g < matrix.genes().size(); g++) {
      String gene = matrix.genes().get(g);
      for (int s = 0; s < SAMPLES; s++) {
        if (List.of("ESR1", "PGR", "ERBB2").contains(gene) && s < 60) {
          matrix.values()[g][s] += 6;
        }
        if (random.nextInt(200) == 0) {
          matrix.values()[g][s] = Float.NaN;
        }
      }
    }
    return matrix;
  }

  private static ShardedFit fit() {
    return new ShardedFit(REFERENCE, "test");
  }

  private static ExpressionModel single(ExpressionMatrix matrix) {
    return Matrices.scorer(REFERENCE, Optional.empty()).fit(matrix, GROUPS, LABEL).orElseThrow();
  }

  private static List<ExpressionMatrix> shards(ExpressionMatrix matrix, int parts) {
    int samples = matrix.samples().size();
    List<ExpressionMatrix> shards = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      shards.add(Matrices.columns(matrix, i * samples / parts, (i + 1) * samples / parts));
    }
    return shards;
  }

  private static Part part(ExpressionMatrix shard, Optional<Part> moments) {
    try {
      Part part =
          fit().part(Optional.of(shard), GROUPS, "array", CohortPart.ALL, moments).orElseThrow();
      return Part.read(part.write());
    } catch (MismatchException | ModelFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Part> parts(
      List<ExpressionMatrix> shards, Optional<Part> moments, long order) {
    List<Part> parts = new ArrayList<>();
    shards.forEach(shard -> parts.add(part(shard, moments)));
    Collections.shuffle(parts, new Random(order));
    Map<String, Part> named = new LinkedHashMap<>();
    parts.forEach(part -> named.put("part " + (named.size() + 1), part));
    return named;
  }

  private static ExpressionModel combined(List<ExpressionMatrix> shards, long order)
      throws MismatchException {
    Part moments = fit().combine(parts(shards, Optional.empty(), order));
    Part scores = fit().combine(parts(shards, Optional.of(moments), order + 1));
    // Whoever puts parts together need not have the users' signatures.
    return new ShardedFit(Matrices.REFERENCE, "test").model(scores, LABEL);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void equalsTheModelFittedAtOnce(int parts) throws MismatchException, ModelFormatException {
    ExpressionMatrix cohort = cohort();
    ExpressionModel expected = single(cohort);
    assertThat(expected.profile()).isNotNull();
    assertThat(expected.mixtures()).allMatch(ExpressionModel.ReceptorMixture::estimable);
    ExpressionModel model = combined(shards(cohort, parts), parts);
    assertEqualWithinBounds(model, expected, parts);
    assertThat(ModelFile.read(ModelFile.write(model))).isEqualTo(model);
  }

  @Test
  void ofTheTcgaSamples() throws IOException, MismatchException {
    assumeThat(Files.exists(Matrices.TCGA_COUNTS)).as("TCGA counts are there").isTrue();
    ExpressionMatrix cohort = Matrices.tcgaCounts();
    assertEqualWithinBounds(combined(shards(cohort, 3), 1), single(cohort), 3);
  }

  @Test
  void doesNotDependOnTheOrderOfParts() throws MismatchException {
    List<ExpressionMatrix> shards = shards(cohort(), 5);
    assertThat(ModelFile.write(combined(shards, 1)))
        .isEqualTo(ModelFile.write(combined(shards, 8)));
  }

  /** Exact parts to the bit, the others within the errors that the model states. */
  private static void assertEqualWithinBounds(
      ExpressionModel model, ExpressionModel expected, int parts) {
    ExpressionModel.Combined combined = model.combined();
    assertThat(combined).isEqualTo(new ExpressionModel.Combined(parts, 1.0 / 512, 1.0 / 32768));
    assertThat(model.cohort()).isEqualTo(expected.cohort());
    assertThat(model.signatures()).isEqualTo(expected.signatures());
    assertThat(model.platform()).isEqualTo(expected.platform());
    assertThat(model.profile()).isEqualTo(expected.profile());
    assertThat(model.thresholds()).isEqualTo(expected.thresholds());
    assertThat(model.genes()).hasSameSizeAs(expected.genes());
    for (int g = 0; g < model.genes().size(); g++) {
      assertGene(model.genes().get(g), expected.genes().get(g));
    }
    assertThat(model.references()).hasSameSizeAs(expected.references());
    for (int i = 0; i < model.references().size(); i++) {
      ExpressionModel.ScoreReference own = model.references().get(i);
      ExpressionModel.ScoreReference other = expected.references().get(i);
      assertThat(own.id()).isEqualTo(other.id());
      assertScale(own.method(), own.overall(), other.overall());
      assertThat(own.tnbc() == null).isEqualTo(other.tnbc() == null);
      if (own.tnbc() != null && other.tnbc() != null) {
        assertScale(own.method(), own.tnbc(), other.tnbc());
      }
    }
    for (int i = 0; i < 3; i++) {
      assertMixture(model.mixtures().get(i), expected.mixtures().get(i));
    }
  }

  private static void assertGene(ExpressionModel.Gene own, ExpressionModel.Gene other) {
    assertThat(own.symbol()).isEqualTo(other.symbol());
    assertThat(own.samples()).isEqualTo(other.samples());
    assertThat(own.mean()).isEqualTo(other.mean());
    assertThat(own.sd()).isEqualTo(other.sd());
    double largest = Math.abs(other.median()) + 8 * other.sd();
    assertThat(Math.abs(own.median() - other.median())).isLessThanOrEqualTo(largest / 512);
    assertThat(Math.abs(own.mad() - other.mad()))
        .isLessThanOrEqualTo(2 * Distribution.MAD_TO_SD * largest / 512);
  }

  private static void assertScale(String method, ScoreScale own, ScoreScale other) {
    assertThat(own.samples()).isEqualTo(other.samples());
    double largest = 0;
    for (double quantile : other.quantiles()) {
      largest = Math.max(largest, 2 * Math.abs(quantile));
    }
    if (method.equals("mean/SD")) {
      assertThat(own.location()).isEqualTo(other.location());
      assertThat(own.scale()).isEqualTo(other.scale());
    } else {
      assertThat(Math.abs(own.location() - other.location())).isLessThanOrEqualTo(largest / 32768);
      assertThat(Math.abs(own.scale() - other.scale()))
          .isLessThanOrEqualTo(2 * Distribution.MAD_TO_SD * largest / 32768);
    }
    for (int q = 0; q < own.quantiles().size(); q++) {
      assertThat(Math.abs(own.quantiles().get(q) - other.quantiles().get(q)))
          .isLessThanOrEqualTo(largest / 32768);
    }
  }

  private static void assertMixture(
      ExpressionModel.ReceptorMixture own, ExpressionModel.ReceptorMixture other) {
    assertThat(own.samples()).isEqualTo(other.samples());
    assertThat(own.reason()).isEqualTo(other.reason());
    TwoComponents a = own.components();
    TwoComponents b = other.components();
    assertThat(a == null).isEqualTo(b == null);
    if (a == null || b == null || !own.estimable()) {
      return;
    }
    double step = b.positiveMean() / 32768;
    assertThat(Math.abs(a.negativeMean() - b.negativeMean())).isLessThan(3 * step);
    assertThat(Math.abs(a.positiveMean() - b.positiveMean())).isLessThan(3 * step);
    assertThat(Math.abs(a.negativeSd() - b.negativeSd())).isLessThan(3 * step);
    assertThat(Math.abs(a.positiveSd() - b.positiveSd())).isLessThan(3 * step);
    assertThat(Math.abs(a.positiveWeight() - b.positiveWeight())).isLessThan(1e-3);
  }

  private static String refusal(Map<String, Part> parts) {
    MismatchException refused =
        catchThrowableOfType(
            MismatchException.class,
            () -> {
              Part whole = fit().combine(parts);
              fit().model(whole, LABEL);
            });
    assertThat(refused).as("refused").isNotNull();
    return String.valueOf(refused.getMessage());
  }

  private static Map<String, Part> two(Part a, Part b) {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("a.json", a);
    parts.put("b.json", b);
    return parts;
  }

  @Test
  void refusesASampleThatIsInTwoParts() {
    ExpressionMatrix cohort = cohort();
    Part a = part(Matrices.columns(cohort, 0, 60), Optional.empty());
    Part b = part(Matrices.columns(cohort, 59, 140), Optional.empty());
    assertThat(refusal(two(a, b))).isEqualTo("a.json and b.json: a sample is in both");
  }

  @Test
  void findsASampleOfTwoPartsAlsoInSteps() throws MismatchException {
    ExpressionMatrix many = Matrices.log2(Matrices.allGenes(5), 2500);
    Part a = part(Matrices.columns(many, 0, 1200), Optional.empty());
    Part b = part(Matrices.columns(many, 1200, 2400), Optional.empty());
    Part both = fit().combine(two(a, b));
    for (int sample : List.of(0, 599, 1199, 1200, 2399)) {
      Part again = part(Matrices.columns(many, sample, sample + 1), Optional.empty());
      assertThat(refusal(two(both, again))).isEqualTo("a.json and b.json: a sample is in both");
    }
  }

  private static Part shard(Optional<ExpressionMatrix> matrix, String shard, Optional<Part> moments)
      throws MismatchException, ModelFormatException {
    return shard("a", matrix, shard, moments);
  }

  private static Part shard(
      String cohort, Optional<ExpressionMatrix> matrix, String shard, Optional<Part> moments)
      throws MismatchException, ModelFormatException {
    CohortPart of = new CohortPart(Shard.parse(shard).orElseThrow(), cohort);
    return Part.read(fit().part(matrix, GROUPS, "array", of, moments).orElseThrow().write());
  }

  @Test
  void countsAShardWithoutSamplesAndNamesAMissingOne()
      throws MismatchException, ModelFormatException {
    ExpressionMatrix cohort = cohort();
    Optional<ExpressionMatrix> left = Optional.of(Matrices.columns(cohort, 0, 60));
    Optional<ExpressionMatrix> right = Optional.of(Matrices.columns(cohort, 60, SAMPLES));
    Part empty = shard(Optional.empty(), "1/3", Optional.empty());
    Part a = shard(left, "2/3", Optional.empty());
    Part b = shard(right, "3/3", Optional.empty());
    Part lacking = fit().combine(two(a, b));
    assertThat(
            catchThrowableOfType(
                MismatchException.class, () -> shard(left, "2/3", Optional.of(lacking))))
        .hasMessage("shards of the cohort are missing: 1/3");
    Part moments = fit().combine(two(empty, fit().combine(two(b, a))));
    assertThat(fit().combine(two(lacking, empty)).write()).isEqualTo(moments.write());
    Optional<Part> whole = Optional.of(moments);
    Map<String, Part> second = new LinkedHashMap<>(two(shard(left, "2/3", whole), empty));
    assertThat(refusal(second)).endsWith("are missing: 3/3");
    second.put("c.json", shard(right, "3/3", whole));
    ExpressionModel model = fit().model(fit().combine(second), LABEL);
    assertEqualWithinBounds(model, single(cohort), 3);
    assertThat(refusal(two(a, shard(right, "2/3", Optional.empty()))))
        .isEqualTo("a.json and b.json: a shard is in both");
    assertThat(refusal(two(a, shard(right, "1/2", Optional.empty()))))
        .contains("one cohort is divided into different numbers of shards: 2, 3");
    assertThat(refusal(Map.of("a.json", empty))).contains("no part has a sample");
  }

  @Test
  void putsTwoDividedCohortsTogether() throws MismatchException, ModelFormatException {
    ExpressionMatrix cohort = cohort();
    Map<String, Part> first = new LinkedHashMap<>();
    Map<String, Part> second = new LinkedHashMap<>();
    for (int round = 1; round <= 2; round++) {
      Optional<Part> whole = round == 1 ? Optional.empty() : Optional.of(fit().combine(first));
      for (int i = 0; i < 5; i++) {
        Optional<ExpressionMatrix> own = Optional.of(Matrices.columns(cohort, i * 28, i * 28 + 28));
        String shard = i < 2 ? (i + 1) + "/2" : (i - 1) + "/3";
        (round == 1 ? first : second).put("part" + i, shard(i < 2 ? "a" : "b", own, shard, whole));
      }
    }
    assertEqualWithinBounds(fit().model(fit().combine(second), LABEL), single(cohort), 5);
    // Half of each is no cohort.
    Map<String, Part> halves = new LinkedHashMap<>();
    halves.put("x", Objects.requireNonNull(first.get("part0")));
    halves.put("y", Objects.requireNonNull(first.get("part3")));
    Optional<Part> whole = Optional.of(fit().combine(halves));
    assertThat(
            catchThrowableOfType(
                MismatchException.class,
                () -> shard("a", Optional.of(Matrices.columns(cohort, 0, 28)), "1/2", whole)))
        .hasMessage(
            "shards of the cohort are missing: 2/2; these shards are of 2 cohorts: those of one read"
                + " the same files under the same names");
  }

  @Test
  void refusesPartsOfAnotherUnitPlatformVersionGeneOrSignature() throws MismatchException {
    ExpressionMatrix cohort = cohort();
    ExpressionMatrix rest = Matrices.columns(cohort, 60, 140);
    Part a = part(Matrices.columns(cohort, 0, 60), Optional.empty());
    ExpressionMatrix linear =
        Matrices.of(rest.genes(), rest.samples(), rest.values(), ExpressionMatrix.Unit.LINEAR);
    assertThat(refusal(two(a, part(linear, Optional.empty()))))
        .isEqualTo("a.json and b.json: unit differs: log2 and linear (TPM, FPKM or RSEM)");
    Part platform =
        fit()
            .part(Optional.of(rest), GROUPS, "RNA-seq", CohortPart.ALL, Optional.empty())
            .orElseThrow();
    assertThat(refusal(two(a, platform))).contains("platform differs: array and RNA-seq");
    Part version =
        new ShardedFit(REFERENCE, "next")
            .part(Optional.of(rest), GROUPS, "array", CohortPart.ALL, Optional.empty())
            .orElseThrow();
    assertThat(refusal(two(a, version))).contains("version of cotarget differs: test and next");
    Part signatures =
        new ShardedFit(Matrices.REFERENCE, "test")
            .part(Optional.of(rest), GROUPS, "array", CohortPart.ALL, Optional.empty())
            .orElseThrow();
    assertThat(refusal(two(a, signatures)))
        .contains("signatures differ: OWN_SSGSEA, OWN_WEIGHTED_Z");
    List<String> genes = new ArrayList<>(rest.genes());
    genes.set(genes.indexOf("PTEN"), "PTEX");
    ExpressionMatrix without = Matrices.of(genes, rest.samples(), rest.values(), rest.unit());
    assertThat(refusal(two(a, part(without, Optional.empty()))))
        .contains("only one has the genes PTEN");
  }

  @Test
  void refusesToMixRoundsOrLeaveAPartOut() throws MismatchException {
    List<ExpressionMatrix> shards = shards(cohort(), 2);
    Map<String, Part> first = parts(shards, Optional.empty(), 1);
    Part moments = fit().combine(first);
    Part scores = part(shards.get(0), Optional.of(moments));
    assertThat(refusal(two(part(shards.get(1), Optional.empty()), scores)))
        .contains("one is of the first round, one of the second");
    assertThat(refusal(Map.of("a.json", scores)))
        .contains("do not add up to the moments", "a part is missing");
    assertThat(refusal(Map.of("a.json", moments))).contains("run the second round");
    Part alone = part(shards.get(1), Optional.of(part(shards.get(1), Optional.empty())));
    assertThat(refusal(two(scores, alone))).contains("they were made with other moments");
    assertThat(refusal(Map.of())).isEqualTo("there is no part");
    ShardedFit next = new ShardedFit(REFERENCE, "next");
    Part whole = fit().combine(parts(shards, Optional.of(moments), 2));
    assertThat(catchThrowableOfType(MismatchException.class, () -> next.model(whole, LABEL)))
        .hasMessage("the parts were made by version test of cotarget, this is next");
  }

  @Test
  void refusesAFileThatWasChangedOrIsNone() {
    String text = part(cohort(), Optional.empty()).write();
    assertThat(
            catchThrowableOfType(
                ModelFormatException.class,
                () -> Part.read(text.replace("\"samples\": 140", "\"samples\": 141"))))
        .hasMessageContaining("changed");
    for (String broken :
        List.of("", "{}", "[]", text.substring(0, text.length() / 2), "{\"format\": 3}")) {
      assertThat(catchThrowableOfType(ModelFormatException.class, () -> Part.read(broken)))
          .as(broken.substring(0, Math.min(20, broken.length())))
          .isNotNull();
    }
  }

  @Test
  void followsThePublishedSchema() throws IOException, MismatchException {
    List<ExpressionMatrix> shards = shards(cohort(), 2);
    Part first = part(shards.get(0), Optional.empty());
    Part second = part(shards.get(0), Optional.of(first));
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(ReferenceLoader.text("schema/partial-fit.schema.json"));
    Part empty =
        fit()
            .part(
                Optional.empty(),
                GROUPS,
                "array",
                new CohortPart(new Shard(1, 3), "a"),
                Optional.empty())
            .orElseThrow();
    for (Part part : List.of(first, second, empty)) {
      assertThat(schema.validate(new ObjectMapper().readTree(part.write()))).isEmpty();
    }
  }
}
