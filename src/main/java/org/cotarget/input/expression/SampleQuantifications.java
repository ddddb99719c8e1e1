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
import java.util.stream.IntStream;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputFile;
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
    reportStrands(samples, problems);
    reportRepeated(samples, problems);
    QuantifiedSample first = samples.get(0);
    if (first.format().equals(MATRIX)) {
      return Optional.of(
          new ExpressionLayer(
              new ExpressionMatrix(
                  genes(samples),
                  names(samples),
                  values(samples),
                  first.unit(),
                  SourceLocation.ofFile(first.file().path())),
              provenance(samples),
              declared.isEmpty()));
    }
    return new MatrixLayer(reference.panel(), reference.thresholds(), problems)
        .make(
            content(samples),
            declared,
            Optional.of(new UnitChoice(first.unit(), "by " + first.format())),
            SourceLocation.ofFile(first.file().path()))
        .map(made -> new ExpressionLayer(made.matrix(), provenance(samples), false));
  }

  private Outcome read(String sample, Path path, Optional<Unit> declared) {
    InputProblems own = new InputProblems();
    Optional<QuantifiedSample> read =
        QuantificationReader.format(path)
            .map(format -> quantifications.read(sample, path, format, declared, own))
            .orElseGet(
                () -> matrices.read(sample, path, own).map(layer -> ofMatrix(sample, layer)));
    return new Outcome(own.hasErrors() ? Optional.empty() : read.map(this::shared), own);
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

  private static void reportStrands(List<QuantifiedSample> samples, InputProblems problems) {
    QuantifiedSample first = samples.get(0);
    for (QuantifiedSample sample : samples) {
      if (!sample.strand().equals(first.strand())) {
        problems.warning(
            "STRANDS_DIFFER",
            SourceLocation.ofFile(sample.file().path()),
            "the "
                + sample.strand()
                + " reads are taken, of "
                + first.sample()
                + " the "
                + first.strand()
                + " ones: the libraries differ, and so may the counts of genes that overlap",
            "check whether the samples were prepared alike");
      }
    }
  }

  private static void reportRepeated(List<QuantifiedSample> samples, InputProblems problems) {
    List<QuantifiedSample> repeated = samples.stream().filter(s -> s.repeated() > 0).toList();
    if (!repeated.isEmpty()) {
      problems.note(
          "EXPR_GENE_DUPLICATE",
          SourceLocation.ofFile(repeated.get(0).file().path()),
          "in "
              + repeated.size()
              + " files genes have further rows, here "
              + repeated.get(0).repeated()
              + ": of a gene of the reference the row with the highest value is taken, of others the"
              + " first",
          "keep one row for each gene where another choice is wanted");
    }
  }

  private static List<InputFile> provenance(List<QuantifiedSample> samples) {
    return samples.stream().map(QuantifiedSample::file).toList();
  }

  private static List<String> names(List<QuantifiedSample> samples) {
    return samples.stream().map(QuantifiedSample::sample).toList();
  }

  private static MatrixContent content(List<QuantifiedSample> samples) {
    List<String> genes = genes(samples);
    float[][] values = values(samples);
    List<MatrixContent.Row> rows = new ArrayList<>();
    for (int g = 0; g < values.length; g++) {
      rows.add(new MatrixContent.Row(new GeneName(genes.get(g), GeneName.Kind.CURRENT), values[g]));
    }
    return new MatrixContent(rows, names(samples), values.length, 0, null, Optional.empty());
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
