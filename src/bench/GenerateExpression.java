import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Writes an expression matrix and a clinical table for benchmarks; the same seed gives the same
 * bytes. Genes of the bundled signatures come first, then made-up ones.
 *
 * <p>Usage, from the project's root: java src/bench/GenerateExpression.java GENES SAMPLES
 * log2|counts SEED OUT.tsv CLINICAL.tsv
 */
final class GenerateExpression {

  public static void main(String[] args) throws IOException {
    int genes = Integer.parseInt(args[0]);
    int samples = Integer.parseInt(args[1]);
    boolean counts = args[2].equals("counts");
    Random random = new Random(Long.parseLong(args[3]));
    List<String> names = names(genes);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[4])), 1 << 20)) {
      StringBuilder line = new StringBuilder("gene");
      for (int s = 0; s < samples; s++) {
        line.append('\t').append(sample(s));
      }
      write(out, line);
      for (String name : names) {
        double mean = 1 + 9 * random.nextDouble();
        double spread = 0.3 + random.nextDouble();
        line.append(name);
        for (int s = 0; s < samples; s++) {
          double value = Math.max(0, mean + spread * random.nextGaussian());
          line.append('\t');
          if (counts) {
            line.append(Math.round(Math.pow(2, value + 3)));
          } else {
            decimals(line, Math.round(value * 10000));
          }
        }
        write(out, line);
      }
    }
    StringBuilder clinical = new StringBuilder("PATIENT_ID\tSAMPLE_ID\tER_STATUS_BY_IHC\tPR_STATUS_BY_IHC\tIHC_HER2\n");
    for (int s = 0; s < samples; s++) {
      String receptor = s % 4 == 0 ? "Negative" : "Positive";
      clinical.append("P").append(String.format("%06d", s)).append('\t').append(sample(s));
      clinical.append('\t').append(receptor).append('\t').append(receptor).append("\tNegative\n");
    }
    Files.writeString(Path.of(args[5]), clinical);
  }

  private static String sample(int s) {
    return String.format("S%06d", s);
  }

  /** Four decimals of a number that is given in ten-thousandths. */
  private static void decimals(StringBuilder line, long value) {
    long rest = value % 10000;
    line.append(value / 10000).append('.');
    line.append((char) ('0' + rest / 1000)).append((char) ('0' + rest / 100 % 10));
    line.append((char) ('0' + rest / 10 % 10)).append((char) ('0' + rest % 10));
  }

  private static void write(OutputStream out, StringBuilder line) throws IOException {
    line.append('\n');
    out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    line.setLength(0);
  }

  private static List<String> names(int count) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (String file : List.of("genes/panel.tsv:0", "signatures/hallmark.tsv:1", "signatures/progeny.tsv:2")) {
      String[] place = file.split(":");
      for (String line : Files.readAllLines(Path.of("reference", place[0]))) {
        String name = line.split("\t", -1)[line.startsWith("#") ? 0 : Integer.parseInt(place[1])];
        if (!line.startsWith("#") && !name.equals("gene") && !name.equals("symbol")) {
          names.add(name);
        }
      }
    }
    for (int i = 0; names.size() < count; i++) {
      names.add(String.format("MADE%05d", i));
    }
    return new ArrayList<>(names).subList(0, count);
  }
}
