package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Signature;
import org.junit.jupiter.api.Test;

/**
 * A sample's scores are the same to the last bit alone, among ten and among all, whatever the other
 * samples are. Scores are records of doubles, which are equal when their bits are.
 */
class SameScoresTest {

  private static final ReferenceGroups NO_GROUPS =
      new ReferenceGroups(Set.of(), Set.of(), Set.of());

  /** The bundled signatures and two of a user's, scored by rank. */
  private static Reference reference() {
    List<Signature> signatures = new ArrayList<>(Matrices.REFERENCE.signatures());
    Map<String, Double> weights = Matrices.REFERENCE.signatures().get(3).weights();
    for (Signature.Method method : List.of(Signature.Method.SSGSEA, Signature.Method.SINGSCORE)) {
      signatures.add(
          new Signature(
              "OWN_" + method, "own", method, weights, Signature.USER, "", "design_default"));
    }
    return Matrices.with(signatures);
  }

  @Test
  void ofAThousandGeneratedSamples() {
    List<String> genes = Matrices.allGenes(9_500);
    ExpressionMatrix cohort = Matrices.counts(genes, 1000, 11);
    ExpressionModel model = fit(Matrices.counts(genes, 60, 11), Matrices.mixed(60, 30, 26));
    assertThat(model.profile()).isNotNull();
    assertSame(cohort, model);
  }

  @Test
  void ofTheTcgaSamples() throws IOException {
    assumeTrue(Files.exists(Matrices.TCGA_COUNTS), () -> Matrices.TCGA_COUNTS + " is not there");
    ExpressionMatrix cohort = Matrices.tcgaCounts();
    ExpressionModel model = fit(cohort, NO_GROUPS);
    assertSame(cohort, model);
    assertSame(cohort, BuiltInModels.find(Matrices.REFERENCE, "tcga-brca-counts").orElseThrow());
  }

  /** The model that a run fitted and wrote gives the scores of that run again. */
  @Test
  void ofARunAndItsReplay() throws ModelFormatException {
    ExpressionMatrix cohort = Matrices.counts(Matrices.allGenes(9_500), 80, 5);
    ReferenceGroups groups = Matrices.mixed(80, 40, 30);
    ExpressionReadout first =
        Matrices.scorer(reference(), Optional.empty()).score(Optional.of(cohort), groups);
    assertThat(first.origin()).isEqualTo(ExpressionReadout.Origin.FITTED);
    ExpressionModel written = ModelFile.read(ModelFile.write(first.model().orElseThrow()));
    ExpressionReadout replayed =
        Matrices.scorer(reference(), Optional.of(written)).score(Optional.of(cohort), groups);
    assertThat(replayed.profiles()).isEqualTo(first.profiles());
    assertThat(first.profile("S0079").signature("STAT5_PANEL").orElseThrow().zWithinTnbc())
        .isNotNaN();
  }

  private static ExpressionModel fit(ExpressionMatrix matrix, ReferenceGroups groups) {
    return Matrices.scorer(reference(), Optional.empty())
        .fit(matrix, groups, ModelLabel.OF_RUN)
        .orElseThrow();
  }

  private static void assertSame(ExpressionMatrix cohort, ExpressionModel model) {
    int samples = cohort.samples().size();
    Map<String, ExpressionProfile> all = profiles(cohort, model);
    assertThat(all).hasSize(samples);
    assertThat(all.values().stream().filter(p -> p.refusal().isEmpty()).count())
        .isGreaterThan(samples / 2);
    Map<String, ExpressionProfile> alone = new TreeMap<>();
    Map<String, ExpressionProfile> tens = new TreeMap<>();
    for (int s = 0; s < samples; s++) {
      alone.putAll(profiles(Matrices.columns(cohort, s, s + 1), model));
    }
    for (int s = 0; s < samples; s += 10) {
      tens.putAll(profiles(Matrices.columns(cohort, s, Math.min(samples, s + 10)), model));
    }
    assertThat(alone).isEqualTo(all);
    assertThat(tens).isEqualTo(all);
  }

  private static Map<String, ExpressionProfile> profiles(
      ExpressionMatrix matrix, ExpressionModel model) {
    return new TreeMap<>(
        Matrices.scorer(reference(), Optional.of(model))
            .score(Optional.of(matrix), NO_GROUPS)
            .profiles());
  }
}
