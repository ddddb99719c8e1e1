package org.cotarget.input.copynumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.TestPanel;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.CodingRegions.Interval;
import org.cotarget.reference.Threshold;
import org.cotarget.reference.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentReaderTest {

  /** Two exons of 100 and 300 bases each; the second gene is no tumour suppressor. */
  private static final CodingRegions EXONS =
      new CodingRegions(
          List.of(
              new Interval("PTEN", "GRCh37", "10", 1001, 1100),
              new Interval("PTEN", "GRCh37", "10", 2001, 2300),
              new Interval("PTEN", "GRCh38", "10", 501001, 501100),
              new Interval("PIK3CA", "GRCh37", "3", 1001, 1100),
              new Interval("PIK3CA", "GRCh37", "3", 2001, 2300)));

  private static final Thresholds CUTS =
      new Thresholds(
          List.of(
              new Threshold("copy-number.deep-loss.log2", -1, "log2", "at or below", "T", "d"),
              new Threshold("copy-number.deep-loss.absolute", 0.5, "copies", "below", "T", "d")));

  @TempDir Path folder;
  private final InputProblems problems = new InputProblems();

  private Optional<CopyNumberLayer> read(String text, Optional<GenomeAssembly> assembly)
      throws IOException {
    Path file = Files.writeString(folder.resolve("x.seg"), text.replace(' ', '\t'));
    return new SegmentReader(TestPanel.with(), EXONS, CUTS).read(file, assembly, problems);
  }

  private List<String> codes() {
    return problems.sorted().stream().map(InputProblem::code).toList();
  }

  private static String call(Optional<CopyNumberLayer> layer, String gene) {
    return layer.orElseThrow().calls().getOrDefault("S1", List.of()).stream()
        .filter(call -> call.gene().equals(gene))
        .map(call -> call.scale() + " " + call.value())
        .findFirst()
        .orElse("no call");
  }

  /**
   * A first segment up to base {@code split}, a second from there on; what PTEN and PIK3CA then
   * have.
   */
  @ParameterizedTest
  @CsvSource({
    // the second segment covers three quarters
    "1500, 0.5,  -0.3, -0.3, -0.3",
    // a focal deep loss of the first exon wins in the tumour suppressor alone
    "1500, -1.5, 0.1,  -1.5, 0.1",
    "1500, -1,   0.1,  -1.0, 0.1",
    "1500, -0.9, 0.1,  0.1,  0.1",
    // the first segment ends within the second exon, past the middle of all
    "2150, 0.7,  -0.2, 0.7,  0.7"
  })
  void theWidestSegmentOrTheDeepestLossGivesTheValue(
      long split, double first, double second, double pten, double pik3ca) throws IOException {
    StringBuilder text = new StringBuilder("ID chrom loc.start loc.end num.mark seg.mean\n");
    for (String chrom : List.of("10", "chr3")) {
      text.append("S1 " + chrom + " 1 " + split + " 9 " + first + "\n");
      text.append("S1 " + chrom + " " + (split + 1) + " 9000 9 " + second + "\n");
    }
    Optional<CopyNumberLayer> layer = read(text.toString(), Optional.of(GenomeAssembly.GRCH37));
    assertThat(codes()).isEmpty();
    assertThat(call(layer, "PTEN")).isEqualTo("LOG2_RATIO " + pten);
    assertThat(call(layer, "PIK3CA")).isEqualTo("LOG2_RATIO " + pik3ca);
  }

  @Test
  void aGeneOfWhichLittleIsCoveredHasNoValue() throws IOException {
    Optional<CopyNumberLayer> layer =
        read(
            "GDC_Aliquot Chromosome Start End Num_Probes Segment_Mean\nS1 10 1 1500 9 -0.2\nS2 1 1 20 9 0\n",
            Optional.of(GenomeAssembly.GRCH37));
    assertThat(call(layer, "PTEN")).isEqualTo("no call");
    assertThat(layer.orElseThrow().calls()).containsOnlyKeys("S1", "S2");
  }

  @Test
  void copiesAreReadAsCopies() throws IOException {
    Optional<CopyNumberLayer> layer =
        read(
            "Sample Chromosome Start End Copy_Number\nS1 10 1 9000 0\n",
            Optional.of(GenomeAssembly.GRCH37));
    assertThat(call(layer, "PTEN")).isEqualTo("ABSOLUTE 0.0");
  }

  /**
   * The end of a segment tells the assembly when it lies behind the chromosome's end in the other
   * one.
   */
  @ParameterizedTest
  @CsvSource({
    "1,  249200000, GRCh37",
    "17, 83200000,  GRCh38",
    "23, 156000000, GRCh38",
    "1,  200000000, SEG_BUILD_UNKNOWN",
    "1,  260000000, SEG_BUILD_CONFLICT"
  })
  void theEndsTellTheAssembly(String chrom, long end, String expected) throws IOException {
    Optional<CopyNumberLayer> layer =
        read(
            "ID chrom loc.start loc.end num.mark seg.mean\nS1 " + chrom + " 1 " + end + " 9 0.1\n",
            Optional.empty());
    if (layer.isPresent()) {
      assertThat(layer.get().file().detail()).contains(expected);
    } else {
      assertThat(codes()).containsExactly(expected);
    }
  }

  @Test
  void aDeclaredAssemblyThatCannotBeIsAnError() throws IOException {
    assertThat(
            read(
                "ID chrom loc.start loc.end num.mark seg.mean\nS1 17 1 83200000 9 0.1\n",
                Optional.of(GenomeAssembly.GRCH37)))
        .isEmpty();
    assertThat(codes()).containsExactly("SEG_BUILD_CONFLICT");
  }

  @Test
  void brokenSegmentsAreErrorsWithTheirPlace() throws IOException {
    read(
        "ID chrom loc.start loc.end num.mark seg.mean\nS1 10 900 100 9 0.1\nS1 10 x 100 9 0.1\nS1 10 1 100 9 low\n",
        Optional.of(GenomeAssembly.GRCH37));
    assertThat(problems.sorted())
        .extracting(p -> p.code() + " " + p.where().line() + " " + p.where().column())
        .containsExactly(
            "SEG_RANGE 2 loc.start", "VALUE_NOT_NUMBER 3 loc.start", "VALUE_NOT_NUMBER 4 seg.mean");
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    assertThat(read("ID chrom loc.start loc.end\nS1 10 1 2\n", Optional.empty())).isEmpty();
    assertThat(codes()).containsExactly("COLUMN_MISSING");
  }
}
