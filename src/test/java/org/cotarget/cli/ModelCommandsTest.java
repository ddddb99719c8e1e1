package org.cotarget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.reference.ReferenceLoader;
import org.cotarget.reference.Signature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fit}, {@code run --model} and {@code --signature} from the command line. */
class ModelCommandsTest {

  private static final int SAMPLES = 60;

  @TempDir private Path home;
  private Path clinical;
  private Path matrix;

  @BeforeEach
  void writeCohort() throws IOException {
    clinical = clinical(0, SAMPLES);
    matrix = matrix(0, SAMPLES);
  }

  private Path clinical(int from, int to) throws IOException {
    StringBuilder text =
        new StringBuilder("PATIENT_ID\tSAMPLE_ID\tER_STATUS\tPR_STATUS\tHER2_STATUS\n");
    for (int s = from; s < to; s++) {
      String er = s % 2 == 0 ? "Positive" : "Negative";
      text.append(
          String.format("P%02d\tS%02d\t%s\t%s\tNegative\n", s, s, s % 10 == 9 ? "" : er, er));
    }
    return Files.writeString(home.resolve("clinical-" + from + "-" + to + ".tsv"), text);
  }

  /** log2 values; ESR1, PGR and ERBB2 have two levels, ESR1 and PGR that of the clinical table. */
  private Path matrix(int from, int to) throws IOException {
    TreeSet<String> genes = new TreeSet<>(List.of("PTEN", "JAK2", "CXCL8", "ESR1", "PGR", "ERBB2"));
    for (Signature signature : ReferenceLoader.bundled().signatures()) {
      genes.addAll(signature.weights().keySet());
    }
    StringBuilder text = new StringBuilder("gene");
    for (int s = from; s < to; s++) {
      text.append(String.format("\tS%02d", s));
    }
    Random random = new Random(1);
    for (String gene : genes) {
      text.append('\n').append(gene);
      double level = 3 + 6 * random.nextDouble();
      for (int s = 0; s < SAMPLES; s++) {
        double value = level + random.nextGaussian();
        boolean high =
            gene.equals("ERBB2") ? s % 4 == 0 : s % 2 == 0 && List.of("ESR1", "PGR").contains(gene);
        if (s >= from && s < to) {
          text.append(String.format(java.util.Locale.ROOT, "\t%.4f", value + (high ? 9 : 0)));
        }
      }
    }
    return Files.writeString(home.resolve("matrix-" + from + "-" + to + ".tsv"), text + "\n");
  }

  private CommandLineRunner.Result cotarget(Object... arguments) {
    return CommandLineRunner.run(Arrays.stream(arguments).map(String::valueOf).toList());
  }

  private Path fit(Object... more) {
    Path model = home.resolve("model.json");
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "fit",
                "--expression",
                matrix,
                "--clinical",
                clinical,
                "--id",
                "mine",
                "--out",
                model,
                "--force"));
    arguments.addAll(List.of(more));
    CommandLineRunner.Result fitted = cotarget(arguments.toArray());
    assertThat(fitted.code()).as(fitted.err()).isZero();
    assertThat(fitted.out()).contains("model mine@", "60 samples", "ER by ESR1 mRNA estimable");
    return model;
  }

  private Path run(String name, int from, int to, Object... more) throws IOException {
    Path out = home.resolve(name);
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "-q",
                "--expression",
                matrix(from, to),
                "--clinical",
                clinical(from, to),
                "--out",
                out));
    arguments.addAll(List.of(more));
    CommandLineRunner.Result result = cotarget(arguments.toArray());
    assertThat(result.code()).as(result.err()).isZero();
    return out;
  }

  /** The rows of {@code calls.tsv} under its header, by sample. */
  private static Map<String, String> calls(Path results) throws IOException {
    Map<String, String> rows = new TreeMap<>();
    List<String> lines = Files.readAllLines(results.resolve("calls.tsv"));
    lines.subList(1, lines.size()).forEach(row -> rows.put(row.split("\t", -1)[1], row));
    rows.put("", lines.get(0));
    return rows;
  }

  @Test
  void callsEachSampleAloneAsAmongAll() throws IOException {
    Path own = Files.writeString(home.resolve("own.gmt"), "OWN\t\tPTEN\tJAK2\tCISH\n");
    Path model = fit("--signature", "ssgsea=" + own);
    Map<String, String> all = calls(run("all", 0, SAMPLES, "--model", model));
    assertThat(all).hasSize(SAMPLES + 1);
    assertThat(all.get("")).contains("OWN_SCORE", "ER_MRNA_POSTERIOR");
    assertThat(all.get("S01")).contains("mine@");
    for (int s = 0; s < SAMPLES; s += 10) {
      Map<String, String> ten = calls(run("ten" + s, s, s + 10, "--model", model));
      assertThat(ten).hasSize(11);
      assertThat(all).containsAllEntriesOf(ten);
    }
    for (int s = 0; s < SAMPLES; s += 7) {
      Map<String, String> alone = calls(run("alone" + s, s, s + 1, "--model", model));
      assertThat(alone).hasSize(2);
      assertThat(all).containsAllEntriesOf(alone);
    }
  }

  @Test
  void replaysARunByItsModel() throws IOException {
    Path first = run("first", 0, SAMPLES);
    assertThat(first.resolve("model.json")).isRegularFile();
    Path again = run("again", 0, SAMPLES, "--model", first.resolve("model.json"));
    assertThat(again.resolve("model.json")).doesNotExist();
    for (String name : List.of("calls.tsv", "screening.tsv", "evidence.tsv")) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
    for (String name : List.of("results.json", "run.json", "report.html")) {
      assertThat(Files.readString(again.resolve(name))).contains("given by --model");
      assertThat(Files.readString(first.resolve(name))).contains("fitted on this cohort");
    }
  }

  /**
   * ER of every tenth sample is not known: it is negative by mRNA, and HER2 and PR by pathology.
   */
  @Test
  void liftsByMrnaOnlyToProbable() throws IOException {
    Map<String, String> with = calls(run("with", 0, SAMPLES));
    assertThat(with.get("S09")).contains("TNBC_PROBABLE");
    assertThat(with.get("S01")).contains("\tTNBC\t");
    Map<String, String> few = calls(run("few", 0, 20));
    assertThat(few.get("S09")).contains("INDETERMINATE").doesNotContain("TNBC_PROBABLE");
  }

  @Test
  void fitsTheSameBytesTwice() throws IOException {
    byte[] first = Files.readAllBytes(fit());
    assertThat(Files.readAllBytes(fit())).isEqualTo(first);
  }

  @Test
  void refusesATamperedModelAndNamesTheBuiltInOnes() throws IOException {
    Path model = fit();
    String text = Files.readString(model);
    Files.writeString(model, text.replace("\"erPositive\": 30", "\"erPositive\": 31"));
    assertRefused(model, "MODEL_REFUSED", "changed after it was written", "fit the model again");
    Files.writeString(model, text.replace("cotarget-model/1", "cotarget-model/9"));
    assertRefused(model, "MODEL_REFUSED", "this version reads cotarget-model/1");
    Files.writeString(model, text.substring(0, text.length() / 2));
    assertRefused(model, "MODEL_REFUSED");
    Files.write(model, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertRefused(model, "MODEL_UNREADABLE", "UTF-8");
    assertRefused(home.resolve("none.json"), "MODEL_UNREADABLE", "tcga-brca-counts");
    assertRefused(home, "MODEL_UNREADABLE");
  }

  private void assertRefused(Path model, String... texts) {
    Path out = home.resolve("refused");
    CommandLineRunner.Result result =
        cotarget(
            "run", "--expression", matrix, "--clinical", clinical, "--model", model, "--out", out);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains(texts);
    assertThat(out).doesNotExist();
  }

  @Test
  void withholdsExpressionOfAnotherUnitAndSaysSo() throws IOException {
    Path out = run("other", 0, SAMPLES, "--model", "tcga-brca-counts");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("expression withheld: the values are log2, model tcga-brca-counts@");
    assertThat(calls(out).get("S01")).contains("the values are log2");
  }

  @Test
  void lockedSignaturesCannotBeChanged() {
    Path model = fit();
    CommandLineRunner.Result result =
        cotarget(
            "run",
            "--expression",
            matrix,
            "--clinical",
            clinical,
            "--model",
            model,
            "--progeny-top",
            "50",
            "--out",
            home.resolve("x"));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("MODEL_SIGNATURES_LOCKED");
    assertThat(cotarget("run", "--expression", matrix, "--progeny-top", "0", "--out", "x").code())
        .isEqualTo(2);
  }

  @Test
  void scoresAUsersSignaturesUnmeasured() throws IOException {
    Path gmt =
        Files.writeString(
            home.resolve("own.gmt"), "OWN\t\tPTEN\tJAK2\tCISH\nFAR\t\tPTEN\tX1\tX2\n");
    Path out = run("own", 0, SAMPLES, "--signature", gmt, "--progeny-top", "20");
    String results = Files.readString(out.resolve("results.json"));
    assertThat(results).contains("\"id\": \"OWN\"", "not measured");
    String[] header = calls(out).get("").split("\t", -1);
    String[] row = calls(out).get("S01").split("\t", -1);
    Map<String, String> cells = new TreeMap<>();
    for (int i = 0; i < header.length; i++) {
      cells.put(header[i], row[i]);
    }
    assertThat(cells)
        .containsEntry("OWN_GENES", "3/3")
        .containsEntry("OWN_CONFIDENCE", "NORMAL")
        .containsEntry("PROGENY_PI3K_GENES", "20/20")
        .containsEntry("FAR_Z", "NA")
        .containsEntry("FAR_MISSING", "2: X1, X2");
    Files.writeString(gmt, "STAT5_PANEL\t\tPTEN\n");
    assertThat(
            cotarget(
                    "run",
                    "--expression",
                    matrix,
                    "--clinical",
                    clinical,
                    "--signature",
                    gmt,
                    "--out",
                    home.resolve("y"))
                .err())
        .contains("SIGNATURE_TWICE");
  }

  @Test
  void fitsNoModelOfTooFewSamples() throws IOException {
    CommandLineRunner.Result result =
        cotarget(
            "fit",
            "--expression",
            matrix(0, 24),
            "--clinical",
            clinical(0, 24),
            "--id",
            "few",
            "--out",
            home.resolve("few.json"));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("24 samples, at least 25 are needed");
    assertThat(home.resolve("few.json")).doesNotExist();
  }

  @Test
  void doesNotReplaceAModelUnasked() {
    Path model = fit();
    CommandLineRunner.Result result =
        cotarget(
            "fit", "--expression", matrix, "--clinical", clinical, "--id", "mine", "--out", model);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--force");
  }

  @Test
  void listsTheModels() {
    assertThat(cotarget("reference", "list").out()).contains("models/tcga-brca-counts.json");
  }

  private CommandLineRunner.Result part(int from, int to, Path out, Object... more)
      throws IOException {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "fit",
                "--partial",
                "--expression",
                matrix(from, to),
                "--clinical",
                clinical(from, to),
                "--out",
                out));
    arguments.addAll(List.of(more));
    return cotarget(arguments.toArray());
  }

  @Test
  void aShardWithoutItsFileOfExpressionIsRefusedAndOneWithoutPatientsIsEmpty() throws IOException {
    Path out = home.resolve("part.json");
    CommandLineRunner.Result forgotten =
        cotarget("fit", "--partial", "--shard", "1/2", "--clinical", clinical(0, 20), "--out", out);
    assertThat(forgotten.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(out).doesNotExist();
    // Of one patient, one of a thousand shards holds something.
    CommandLineRunner.Result empty = part(0, 1, out, "--shard", "1/1000", "--unit", "LOG2");
    assertThat(empty.code()).as(empty.err()).isEqualTo(ExitCode.OK);
    assertThat(empty.err()).contains("no sample of this shard has expression that can be used");
    assertThat(Files.readString(out)).contains("\"number\": 1", "\"of\": 1000");
  }

  /** Two parts would take different rows of the gene, unlike one fit. */
  @Test
  void aPartWhoseRowsAreChosenByItsSamplesIsRefused() throws IOException {
    Path doubled = matrix(0, 20);
    List<String> lines = new ArrayList<>(Files.readAllLines(doubled));
    lines.stream().filter(line -> line.startsWith("ESR1\t")).findFirst().ifPresent(lines::add);
    Files.write(doubled, lines);
    Path out = home.resolve("doubled.json");
    CommandLineRunner.Result result =
        cotarget(
            "fit",
            "--partial",
            "--expression",
            doubled,
            "--clinical",
            clinical(0, 20),
            "--out",
            out);
    assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(result.err()).contains("which row of ESR1 is taken", "--shard");
    assertThat(out).doesNotExist();
  }

  @Test
  void fitsACohortInParts() throws IOException {
    String single = Files.readString(fit());
    Path first = home.resolve("1.json");
    Path second = home.resolve("2.json");
    Path moments = home.resolve("moments.json");
    assertThat(part(0, 20, first).out())
        .isEqualTo("moments of 20 samples in 1 part; written to " + first + "\n");
    assertThat(part(20, SAMPLES, second).code()).isZero();
    assertThat(cotarget("fit", "--combine", second, first, "--out", moments).out())
        .isEqualTo("moments of 60 samples in 2 parts; written to " + moments + "\n");

    assertThat(part(0, 20, first, "--force", "--moments", moments).out())
        .startsWith("distributions of 20 samples");
    assertThat(part(20, SAMPLES, second, "--force", "--moments", moments).code()).isZero();
    Path model = home.resolve("combined.json");
    CommandLineRunner.Result withoutId =
        cotarget("fit", "--combine", first, second, "--out", model);
    assertThat(withoutId.code()).isEqualTo(2);
    assertThat(withoutId.err()).contains("--id is needed");
    CommandLineRunner.Result combined =
        cotarget("fit", "--combine", first, second, "--id", "mine", "--out", model);
    assertThat(combined.code()).as(combined.err()).isZero();
    assertThat(combined.out()).contains("60 samples", "ER by ESR1 mRNA estimable");

    String text = Files.readString(model);
    assertThat(text).contains("\"combined\": {", "\"parts\": 2,");
    assertThat(single).doesNotContain("combined");
    assertThat(between(text, "\"cohort\"", "\"thresholds\""))
        .isEqualTo(between(single, "\"cohort\"", "\"thresholds\""));
    assertThat(between(text, "\"profile\"", "\"signatures\""))
        .isEqualTo(between(single, "\"profile\"", "\"signatures\""));
    assertThat(calls(run("by-combined", 0, 1, "--model", model)).get("S00")).contains("TNBC");
  }

  private static String between(String text, String from, String to) {
    return text.substring(text.indexOf(from), text.indexOf(to));
  }

  @Test
  void refusesPartsThatDoNotBelongTogether() throws IOException {
    Path first = home.resolve("1.json");
    Path second = home.resolve("2.json");
    Path out = home.resolve("moments.json");
    assertThat(part(0, 20, first).code()).isZero();
    assertThat(part(19, SAMPLES, second).code()).isZero();
    CommandLineRunner.Result twice = cotarget("fit", "--combine", first, second, "--out", out);
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err()).contains("1.json", "2.json: a sample is in both");
    assertThat(cotarget("fit", "--combine", first, first, "--out", out).err())
        .contains("1.json is given twice");
    assertThat(cotarget("fit", "--combine", matrix, "--out", out).err())
        .contains(matrix.getFileName() + ": it cannot be read");
    assertThat(cotarget("fit", "--combine", home.resolve("none"), "--out", out).err())
        .contains("none: no such file");
    assertThat(part(20, 40, second, "--force", "--moments", first, "--platform", "array").err())
        .contains("nothing written", "platform differs: not stated and array");
    assertThat(cotarget("fit", "--partial", "--combine", first, "--out", out).code()).isEqualTo(2);
    assertThat(cotarget("fit", "--clinical", clinical, "--out", out).err())
        .contains("Missing required option: '--id=ID'");
    assertThat(cotarget("fit", "--moments", first, "--id", "x", "--out", out).code()).isEqualTo(2);
    assertThat(cotarget("fit", "--combine", first, "--progeny-top", "50", "--out", out).err())
        .contains("give inputs and signatures to --partial");
    assertThat(out).doesNotExist();
  }
}
