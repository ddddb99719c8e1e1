package org.cotarget.input.copynumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.TestPanel;
import org.cotarget.input.layer.CopyNumberLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyNumberReaderTest {

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  private Optional<CopyNumberLayer> read(String text, Optional<Scale> hint) throws IOException {
    Path file =
        Files.writeString(folder.resolve("cna.txt"), text.replace(' ', '\t').replace('_', ' '));
    return new CopyNumberReader(TestPanel.with()).read(file, hint, problems);
  }

  private Optional<CopyNumberLayer> read(String text) throws IOException {
    return read(text, Optional.empty());
  }

  private List<String> codes() {
    return problems.sorted().stream().map(InputProblem::code).toList();
  }

  private static String call(CopyNumberLayer layer, String sample, String gene) {
    return layer.calls().getOrDefault(sample, List.of()).stream()
        .filter(call -> call.gene().equals(gene))
        .map(call -> call.scale() + " " + call.value())
        .findFirst()
        .orElse("no call");
  }

  @Test
  void readsAGisticMatrix() throws IOException {
    CopyNumberLayer layer =
        read("Gene_Symbol Locus_ID Cytoband S1 S2\nPTEN -3478 10q23 -2 NA\nPIK3CA 5290 3q26 2 -1.5\nX 1 1p -1 0\n")
            .orElseThrow();
    assertThat(codes()).isEmpty();
    assertThat(call(layer, "S1", "PTEN")).isEqualTo("GISTIC -2.0");
    assertThat(call(layer, "S2", "PTEN")).isEqualTo("no call");
    assertThat(call(layer, "S2", "PIK3CA")).isEqualTo("GISTIC -1.5");
    assertThat(layer.calls()).containsOnlyKeys("S1", "S2");
    CopyNumberCall call = layer.calls().get("S1").get(0);
    assertThat(call.where().line()).isEqualTo(3);
    assertThat(call.where().column()).isEqualTo("S1");
    assertThat(layer.file().detail())
        .isEqualTo("GISTIC states by its values; 2 of 3 panel genes; 2 samples");
    assertThat(layer.file().records()).isEqualTo(3);
  }

  /** Values of PTEN in S1 and S2, and of another gene. */
  @ParameterizedTest
  @CsvSource({
    "-2,    0,    1,    GISTIC",
    "0,     0,    0,    GISTIC",
    "-1.5,  1,    2,    GISTIC",
    "-0.31, 0.2,  1.4,  LOG2_RATIO",
    "-1.2,  0,    3.3,  LOG2_RATIO",
    "2,     2,    1,    ABSOLUTE",
    "0,     2,    2,    ABSOLUTE",
    "1.9,   2.1,  8,    ABSOLUTE",
    "0.9,   1.1,  1.3,  unclear",
    "-3,    1,    2,    unclear",
    "4,     4,    5,    unclear"
  })
  void theValuesTellTheScale(String a, String b, String other, String scale) throws IOException {
    Optional<CopyNumberLayer> layer =
        read(
            "gene S1 S2\nPTEN "
                + a
                + " "
                + b
                + "\nOTHER "
                + other
                + " "
                + other
                + "\nX "
                + a
                + " "
                + b
                + "\n");
    if (scale.equals("unclear")) {
      assertThat(layer).isEmpty();
      assertThat(codes()).containsExactly("CNA_SCALE_UNCLEAR");
    } else {
      assertThat(codes()).isEmpty();
      assertThat(call(layer.orElseThrow(), "S1", "PTEN")).startsWith(scale);
    }
  }

  @Test
  void aDeclaredScaleIsHeldAgainstTheValues() throws IOException {
    assertThat(read("gene S1\nPTEN 2.5\nPIK3CA -1\n", Optional.of(Scale.GISTIC))).isPresent();
    assertThat(problems.sorted())
        .extracting(p -> p.code() + " " + p.where().line() + " " + p.where().column())
        .containsExactly("CNA_OUT_OF_RANGE 2 S1");
  }

  @Test
  void textIsAnErrorWithItsPlace() throws IOException {
    read("gene S1 S2\nPTEN -1 high\nX 0 0\n");
    assertThat(problems.sorted())
        .extracting(p -> p.code() + " " + p.where().line() + " " + p.where().column())
        .containsExactly("VALUE_NOT_NUMBER 2 S2");
  }

  @Test
  void twoColumnsOfOneSampleAreAnError() throws IOException {
    assertThat(read("gene S1 S1\nPTEN -1 1\n")).isEmpty();
    assertThat(codes()).containsExactly("COLUMN_DUPLICATE");
  }

  @Test
  void namesWithIdsAndAliasesAreFound() throws IOException {
    CopyNumberLayer layer =
        read("gene S1\nPTEN|ENSG00000171862.10 -2\nENSG00000121879.5 1\n207 2\nY|chr1 0\n")
            .orElseThrow();
    assertThat(call(layer, "S1", "PTEN")).isEqualTo("GISTIC -2.0");
    assertThat(call(layer, "S1", "PIK3CA")).isEqualTo("GISTIC 1.0");
    assertThat(call(layer, "S1", "AKT1")).isEqualTo("GISTIC 2.0");
  }

  @Test
  void equalRowsOfAGeneAreOne() throws IOException {
    CopyNumberLayer layer = read("gene S1\nPTEN -2\nPTEN -2\n").orElseThrow();
    assertThat(codes()).isEmpty();
    assertThat(layer.calls().get("S1")).hasSize(1);
  }

  @Test
  void ofRowsThatDifferTheCurrentSymbolIsTaken() throws IOException {
    CopyNumberLayer layer = read("gene S1 S2\nMMAC1 -2 0\nPTEN -1 1\n").orElseThrow();
    assertThat(call(layer, "S1", "PTEN")).isEqualTo("GISTIC -1.0");
    assertThat(problems.sorted())
        .extracting(p -> p.severity() + " " + p.code())
        .containsExactly("WARNING CNA_GENE_DUPLICATE");
  }

  @Test
  void withoutAPanelGeneTheIdsAreUnknown() throws IOException {
    assertThat(read("gene S1\nprobe1 -2\nprobe2 0\nprobe3 1\nprobe4 1\n")).isEmpty();
    InputProblem problem = problems.sorted().get(0);
    assertThat(problem.code()).isEqualTo("CNA_NO_PANEL_GENE");
    assertThat(problem.message()).contains("probe1, probe2, probe3");
  }

  @Test
  void aMatrixWithoutSamplesIsAnError() throws IOException {
    assertThat(read("Gene_Symbol Cytoband\nPTEN 10q\n")).isEmpty();
    assertThat(codes()).containsExactly("MATRIX_WITHOUT_SAMPLES");
  }

  @ParameterizedTest
  @CsvSource({
    "log2,        0.5,  LOG2_RATIO 0.5",
    "Copy-Number, 2,    unclear",
    "CN,          1,    ABSOLUTE 1.0",
    "GISTIC,      -1,   GISTIC -1.0",
    "CNA,         -2,   GISTIC -2.0"
  })
  void readsALongTable(String column, String value, String expected) throws IOException {
    Optional<CopyNumberLayer> layer =
        read("GENE " + column + " Sample\nPTEN " + value + " S1\nX 0 S2\n");
    if (expected.equals("unclear")) {
      assertThat(codes()).containsExactly("COLUMN_MISSING");
    } else {
      assertThat(call(layer.orElseThrow(), "S1", "PTEN")).isEqualTo(expected);
      assertThat(layer.orElseThrow().calls()).containsOnlyKeys("S1", "S2");
    }
  }

  @Test
  void readsTheRealMatrices() {
    Path data = Path.of("../shared/data");
    assumeTrue(Files.exists(data), "skipped: no data at " + data);
    CopyNumberReader reader = new CopyNumberReader(TestPanel.with());
    CopyNumberLayer study =
        reader
            .read(data.resolve("tcga-brca-study/data_log2_cna.txt"), Optional.empty(), problems)
            .orElseThrow();
    int samples = 0;
    for (int part = 1; part <= 4; part++) {
      CopyNumberLayer gistic =
          reader
              .read(
                  data.resolve("tcga-brca/gistic/part" + part + ".all_data_by_genes.txt.gz"),
                  Optional.empty(),
                  problems)
              .orElseThrow();
      samples += gistic.calls().size();
      gistic
          .calls()
          .forEach(
              (sample, calls) -> {
                String id = sample.substring(0, 12) + "-01";
                for (String gene : List.of("PTEN", "PIK3CA", "AKT1")) {
                  assertThat(call(study, id, gene)).as(id).isEqualTo(call(gistic, sample, gene));
                }
              });
    }
    assertThat(codes()).isEmpty();
    assertThat(samples).isEqualTo(122);
    assertThat(study.calls()).hasSize(122);
  }
}
