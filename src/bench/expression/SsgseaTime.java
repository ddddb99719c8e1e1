import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.expression.ExpressionScorer;
import org.cotarget.expression.ReferenceGroups;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.Signature;

/**
 * Single-sample GSEA of 50 sets on a generated matrix: writes the matrix and the sets for
 * ssgsea_time.R, or prints the CPU seconds of fitting and scoring them in this process.
 *
 * <p>Usage: java -cp target/cotarget.jar src/bench/expression/SsgseaTime.java write FOLDER GENES SAMPLES, or
 * score GENES SAMPLES
 */
public final class SsgseaTime {

  public static void main(String[] args) throws IOException {
    int at = args[0].equals("write") ? 2 : 1;
    int genes = Integer.parseInt(args[at]);
    int samples = Integer.parseInt(args[at + 1]);
    List<String> names = new ArrayList<>();
    for (int g = 0; g < genes; g++) {
      names.add(String.format("G%05d", g));
    }
    List<String> ids = new ArrayList<>();
    for (int s = 0; s < samples; s++) {
      ids.add("S" + s);
    }
    Random random = new Random(5);
    float[][] values = new float[genes][samples];
    for (float[] row : values) {
      double level = 10 * random.nextDouble();
      for (int s = 0; s < samples; s++) {
        row[s] = Math.round(100 * Math.max(0, level + random.nextGaussian())) / 100f;
      }
    }
    List<Signature> sets = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Map<String, Double> weights = new LinkedHashMap<>();
      int size = 50 + random.nextInt(151);
      while (weights.size() < size) {
        weights.put(names.get(random.nextInt(genes)), 1.0);
      }
      sets.add(
          new Signature("SET" + i, "", Signature.Method.SSGSEA, weights, Signature.USER, "", ""));
    }
    if (args[0].equals("write")) {
      write(Path.of(args[1]), names, ids, values, sets);
    } else {
      score(names, ids, values, sets);
    }
  }

  private static void score(
      List<String> names, List<String> ids, float[][] values, List<Signature> sets) {
    Reference bundled = ReferenceLoader.bundled();
    Reference reference = bundled.withSignatures(sets, bundled.validity());
    ExpressionMatrix matrix =
        new ExpressionMatrix(
            names, ids, values, ExpressionMatrix.Unit.LOG2, SourceLocation.ofFile("generated"));
    var process =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = process.getProcessCpuTime();
    var read =
        new ExpressionScorer(reference, "bench", Optional.empty())
            .score(Optional.of(matrix), new ReferenceGroups(Set.of(), Set.of(), Set.of()));
    long after = process.getProcessCpuTime();
    if (read.profile("S0").signature("SET0").isEmpty()) {
      throw new IllegalStateException("nothing was scored");
    }
    System.out.printf(Locale.ROOT, "%.2f%n", (after - before) / 1e9);
  }

  private static void write(
      Path folder, List<String> names, List<String> ids, float[][] values, List<Signature> sets)
      throws IOException {
    Files.createDirectories(folder);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("matrix.tsv"))) {
      out.write("gene\t" + String.join("\t", ids) + "\n");
      for (int g = 0; g < values.length; g++) {
        StringBuilder line = new StringBuilder(names.get(g));
        for (float value : values[g]) {
          line.append('\t').append(value);
        }
        out.write(line.append('\n').toString());
      }
    }
    StringBuilder gmt = new StringBuilder();
    for (Signature set : sets) {
      gmt.append(set.id()).append("\t\t").append(String.join("\t", set.weights().keySet()));
      gmt.append('\n');
    }
    Files.writeString(folder.resolve("sets.gmt"), gmt);
  }
}
