package org.cotarget.input.expression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.reference.Reference;

/**
 * Puts the expression files of single samples together into one matrix. All must be of one kind and
 * unit: values of two tools are not comparable, and nothing in a matrix would show it.
 */
public final class SampleQuantifications {

  /** Reads a file that is a matrix, and takes the one column that is of a sample. */
  @FunctionalInterface
  public interface MatrixOfSample {
    /** Empty, with a problem, where the file has no such column. */
    Optional<ExpressionLayer> read(String sample, Path path, InputProblems problems);
  }

  private static final String MATRIX = "a matrix";

  private final Reference reference;
  private final QuantificationReader quantifications;
  private final MatrixOfSample matrices;
  private final Map<List<String>, List<String>> geneLists = new ConcurrentHashMap<>();

  /** Makes a reader that leaves files that are matrices to another. */
  public SampleQuantifications(Reference reference, MatrixOfSample matrices) {
    this.reference = reference;
    this.quantifications = new QuantificationReader(reference);
    this.matrices = matrices;
  }

  private record Outcome(Optional<QuantifiedSample> sample, InputProblems problems) {}

  /**
   * Reads one file a sample.
   *
   * @param files files by sample, in the order of the sheet
   * @param declared unit by the user
   * @param problems takes whatever is wrong with the files
   * @return empty, with an error, where a file cannot be used or the files do not go together
   */
  public Optional<ExpressionLayer> read(
      Map<String, Path> files, Optional<Unit> declared, InputProblems problems) {
    List<Outcome> outcomes =
        List.copyOf(files.entrySet()).parallelStream()
            .map(entry -> read(entry.getKey(), entry.getValue(), declared))
            .toList();
    outcomes.forEach(outcome -> problems.addAll(outcome.problems()));
    List<QuantifiedSample> samples =
        outcomes.stream().flatMap(outcome -> outcome.sample().stream()).toList();
    if (samples.size() < files.size() || !areOfOneKind(samples, problems)) {
      return Optional.empty();
    }
    List<QuantifiedSample> measured = samples.stream().filter(sample -> !isEmpty(sample)).toList();
    // Where nothing is measured the files still are inputs, so a matrix without samples goes with
    // them.
    QuantifiedSample first = measured.isEmpty() ? samples.get(0) : measured.get(0);
    return Optional.of(
        new ExpressionLayer(
            new ExpressionMatrix(
                genes(measured),
                measured.stream().map(QuantifiedSample::sample).toList(),
                values(measured),
                first.unit(),
                SourceLocation.ofFile(first.file().path())),
            samples.stream().map(QuantifiedSample::file).toList(),
            measured.stream()
                .collect(Collectors.toMap(QuantifiedSample::sample, QuantifiedSample::file)),
            first.format().equals(MATRIX) && declared.isEmpty()));
  }

  private Outcome read(String sample, Path path, Optional<Unit> declared) {
    InputProblems own = new InputProblems();
    Optional<QuantifiedSample> read =
        QuantificationReader.format(path)
            .map(format -> quantifications.read(sample, path, format, declared, own))
            .orElseGet(
                () -> matrices.read(sample, path, own).map(layer -> ofMatrix(sample, layer)));
    boolean usable = !own.hasErrors() && read.filter(s -> isUsable(s, declared, own)).isPresent();
    return new Outcome(usable ? read.map(this::shared) : Optional.empty(), own);
  }

  /** Holds a file against its unit and its genes; it is judged alone, whatever the others hold. */
  private boolean isUsable(
      QuantifiedSample sample, Optional<Unit> declared, InputProblems problems) {
    SourceLocation where = SourceLocation.ofFile(sample.file().path());
    if (sample.format().equals(MATRIX)) {
      return true;
    }
    if (sample.repeated() > 0) {
      problems.note(
          "EXPR_GENE_DUPLICATE",
          where,
          sample.repeated()
              + (sample.repeated() == 1 ? " further row" : " further rows")
              + " of genes that have one: of a gene of the reference the row with the highest value"
              + " is taken, of others the first",
          "keep one row for each gene where another choice is wanted");
    }
    if (isEmpty(sample)) {
      problems.warning(
          "EXPR_SAMPLE_EMPTY",
          where,
          "the sample has no value but 0 and NA and counts as not measured",
          "supply its values, or leave it out");
      return true;
    }
    return new MatrixLayer(reference.panel(), reference.thresholds(), problems)
        .make(
            content(sample),
            declared,
            Optional.of(new UnitChoice(sample.unit(), "by " + sample.format())),
            where)
        .isPresent();
  }

  /** Whether nothing was measured; of a few genes all may well be 0. */
  private boolean isEmpty(QuantifiedSample sample) {
    boolean mayBeZero =
        sample.genes().size() < reference.thresholds().value("expression.empty-sample-genes");
    for (float value : sample.values()) {
      if (mayBeZero ? !Float.isNaN(value) : value != 0 && !Float.isNaN(value)) {
        return false;
      }
    }
    return !sample.format().equals(MATRIX);
  }

  private static QuantifiedSample ofMatrix(String sample, ExpressionLayer layer) {
    float[][] rows = layer.matrix().values();
    float[] values = new float[rows.length];
    for (int g = 0; g < values.length; g++) {
      values[g] = rows[g][0];
    }
    return new QuantifiedSample(
        sample, MATRIX, layer.matrix().unit(), layer.matrix().genes(), values, 0, "", layer.file());
  }

  /** Files of one annotation have the same genes, and hundreds of lists of them need much room. */
  private QuantifiedSample shared(QuantifiedSample s) {
    List<String> genes = geneLists.computeIfAbsent(s.genes(), list -> list);
    return new QuantifiedSample(
        s.sample(), s.format(), s.unit(), genes, s.values(), s.repeated(), s.strand(), s.file());
  }

  private static boolean areOfOneKind(List<QuantifiedSample> samples, InputProblems problems) {
    QuantifiedSample first = samples.get(0);
    boolean one = true;
    for (QuantifiedSample sample : samples) {
      if (sample.unit() != first.unit() || !sample.format().equals(first.format())) {
        one = false;
        problems.error(
            "QUANTIFICATIONS_DIFFER",
            SourceLocation.ofFile(sample.file().path()),
            "the file holds "
                + described(sample)
                + ", that of "
                + first.sample()
                + " ("
                + first.file().path()
                + ") "
                + described(first),
            "quantify all samples by one tool, and give all files of one kind");
      }
    }
    return one;
  }

  private static String described(QuantifiedSample sample) {
    return sample.unit().label() + " (" + sample.format() + ")";
  }

  private static MatrixContent content(QuantifiedSample sample) {
    List<MatrixContent.Row> rows = new ArrayList<>();
    for (int g = 0; g < sample.values().length; g++) {
      rows.add(
          new MatrixContent.Row(
              new GeneName(sample.genes().get(g), GeneName.Kind.CURRENT),
              new float[] {sample.values()[g]}));
    }
    return new MatrixContent(
        rows, List.of(sample.sample()), rows.size(), 0, null, Optional.empty());
  }

  private static Map<String, Integer> index(List<QuantifiedSample> samples) {
    Map<String, Integer> index = new LinkedHashMap<>();
    List<String> last = List.of();
    for (QuantifiedSample sample : samples) {
      if (sample.genes() != last) {
        sample.genes().forEach(gene -> index.putIfAbsent(gene, index.size()));
        last = sample.genes();
      }
    }
    return index;
  }

  private static List<String> genes(List<QuantifiedSample> samples) {
    return List.copyOf(index(samples).keySet());
  }

  private static float[][] values(List<QuantifiedSample> samples) {
    Map<String, Integer> index = index(samples);
    float[][] values = new float[index.size()][samples.size()];
    for (float[] row : values) {
      Arrays.fill(row, Float.NaN);
    }
    IdentityHashMap<List<String>, int[]> rows = new IdentityHashMap<>();
    samples.forEach(
        sample ->
            rows.computeIfAbsent(
                sample.genes(),
                genes -> genes.stream().mapToInt(gene -> index.getOrDefault(gene, -1)).toArray()));
    IntStream.range(0, samples.size())
        .parallel()
        .forEach(
            s -> {
              QuantifiedSample sample = samples.get(s);
              int[] row = rows.getOrDefault(sample.genes(), new int[0]);
              for (int g = 0; g < row.length; g++) {
                values[row[g]][s] = sample.values()[g];
              }
            });
    return values;
  }
}
