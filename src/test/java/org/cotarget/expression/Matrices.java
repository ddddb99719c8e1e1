package org.cotarget.expression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.Signature;

/** Builds matrices for tests, and the parts that are scored of them. */
final class Matrices {

  static final Reference REFERENCE = ReferenceLoader.bundled();

  static final Path TCGA_COUNTS = Path.of("../shared/data/tcga-brca/expr_counts.tsv.gz");

  private Matrices() {}

  static ExpressionScorer scorer() {
    return scorer(REFERENCE, Optional.empty());
  }

  static ExpressionScorer scorer(Reference reference, Optional<ExpressionModel> model) {
    return new ExpressionScorer(reference, "test", model);
  }

  static List<String> ids(int samples) {
    return IntStream.range(0, samples).mapToObj(i -> String.format("S%04d", i)).toList();
  }

  static ReferenceGroups mixed(int samples, int erPositive, int tnbc) {
    List<String> ids = ids(samples);
    return new ReferenceGroups(
        Set.copyOf(ids.subList(0, erPositive)),
        Set.copyOf(ids.subList(erPositive, samples)),
        Set.copyOf(ids.subList(samples - tnbc, samples)));
  }

  /** Genes that calls look at and the small signatures. */
  static List<String> panelGenes() {
    return new ArrayList<>(
        List.of(
            "PTEN", "JAK2", "CXCL8", "CXCR1", "CXCR2", "CISH", "SOCS2", "SOCS1", "PIM1", "BCL2L1",
            "CCND1", "PTPRC", "CD3E"));
  }

  /** All genes that are scored and {@code others} more, sorted as the reader sorts them. */
  static List<String> allGenes(int others) {
    TreeSet<String> genes = new TreeSet<>(panelGenes());
    genes.addAll(List.of("ESR1", "PGR", "ERBB2", "XIST"));
    for (Signature signature : REFERENCE.signatures()) {
      genes.addAll(signature.weights().keySet());
    }
    IntStream.range(0, others).mapToObj(i -> String.format("ZZ%05d", i)).forEach(genes::add);
    return List.copyOf(genes);
  }

  /** Normal values about 8, the same for the same seed. */
  static ExpressionMatrix log2(List<String> genes, int samples) {
    Random random = new Random(7);
    float[][] values = new float[genes.size()][samples];
    for (float[] row : values) {
      for (int s = 0; s < samples; s++) {
        row[s] = (float) (8 + random.nextGaussian());
      }
    }
    return of(genes, ids(samples), values, Unit.LOG2);
  }

  /** Whole counts, each gene about a level of its own, every tenth value 0. */
  static ExpressionMatrix counts(List<String> genes, int samples, long seed) {
    Random random = new Random(seed);
    float[][] values = new float[genes.size()][samples];
    for (float[] row : values) {
      double level = 2 + 9 * random.nextDouble();
      for (int s = 0; s < samples; s++) {
        boolean silent = random.nextInt(10) == 0;
        row[s] = silent ? 0 : (float) Math.floor(Math.exp(level + 0.7 * random.nextGaussian()));
      }
    }
    return of(genes, ids(samples), values, Unit.COUNTS);
  }

  static ExpressionMatrix of(
      List<String> genes, List<String> samples, float[][] values, Unit unit) {
    return new ExpressionMatrix(genes, samples, values, unit, SourceLocation.ofFile("e.tsv"));
  }

  /** Some columns of a matrix. */
  static ExpressionMatrix columns(ExpressionMatrix matrix, int from, int to) {
    float[][] values =
        Arrays.stream(matrix.values())
            .map(row -> Arrays.copyOfRange(row, from, to))
            .toArray(float[][]::new);
    return of(matrix.genes(), matrix.samples().subList(from, to), values, matrix.unit());
  }

  /** Only some signatures are scored, and cut-offs stay. */
  static Reference with(List<Signature> signatures) {
    return REFERENCE.withSignatures(signatures, REFERENCE.validity());
  }

  /** The TCGA-BRCA counts, where they are there; genes sorted as the reader sorts them. */
  static ExpressionMatrix tcgaCounts() throws IOException {
    Map<String, float[]> rows = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(TCGA_COUNTS)), StandardCharsets.UTF_8))) {
      List<String> samples =
          Arrays.asList(lines.readLine().split("\t", -1)).stream().skip(1).toList();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        float[] values = new float[samples.size()];
        for (int s = 0; s < values.length; s++) {
          values[s] = Float.parseFloat(cells[s + 1]);
        }
        rows.put(cells[0], values);
      }
      return of(
          List.copyOf(rows.keySet()), samples, rows.values().toArray(float[][]::new), Unit.COUNTS);
    }
  }
}
