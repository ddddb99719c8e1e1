package org.cotarget.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.reference.Signature;
import org.junit.jupiter.api.Test;

/**
 * PROGENy of the TCGA-BRCA counts against the R package, whose scores {@code
 * src/bench/expression/progeny_tcga.R} computes. The scores are not part of the project.
 */
class ProgenyAgainstRTest {

  private static final String SCORES = System.getProperty("cotarget.progeny", "");

  @Test
  void scoresTheTcgaSamplesAsTheRPackage() throws IOException {
    assumeTrue(!SCORES.isEmpty(), "-Dcotarget.progeny names no scores of R");
    assumeTrue(Files.exists(Matrices.TCGA_COUNTS), () -> Matrices.TCGA_COUNTS + " is not there");
    ExpressionMatrix counts = Matrices.tcgaCounts();
    LogExpression log = LogExpression.of(counts);
    List<Signature> signatures =
        Matrices.REFERENCE.signatures().stream()
            .filter(signature -> signature.id().startsWith("PROGENY"))
            .toList();
    assertThat(signatures)
        .extracting(Signature::id)
        .containsExactly("PROGENY_PI3K", "PROGENY_JAK_STAT");
    ExpressionModel model =
        Matrices.scorer().fit(counts, Matrices.mixed(2, 1, 0), ModelLabel.OF_RUN).orElseThrow();
    RawScores raw = new RawScorer(log, model.genes(), signatures, 0.6).score();
    Map<String, String[]> expected = new HashMap<>();
    Files.readAllLines(Path.of(SCORES)).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(row -> expected.put(row[0], row));
    double worst = 0;
    for (int i = 0; i < signatures.size(); i++) {
      double[] values = new double[counts.samples().size()];
      for (int s = 0; s < values.length; s++) {
        values[s] = raw.values()[s][i];
      }
      Distribution scale = Distribution.moments(values);
      for (int s = 0; s < values.length; s++) {
        double z = (values[s] - scale.location()) / scale.scale();
        String[] row = expected.get(counts.samples().get(s));
        assertThat(row).isNotNull();
        double score = Double.parseDouble(row[i + 1]);
        assertThat(z).as(row[0]).isCloseTo(score, within(1e-9));
        worst = Math.max(worst, Math.abs(z - score));
      }
    }
    System.out.println("largest difference from R progeny: " + worst);
  }
}
