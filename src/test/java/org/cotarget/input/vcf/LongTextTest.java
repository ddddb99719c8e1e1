package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.GenomeAssembly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fields of a megabyte take no longer than they are long, and no stack. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LongTextTest {

  private static final int LONG = 1_000_000;
  private static final SiteAlleles ONE_BASE = new SiteAlleles(1, "A", List.of("C"));

  private static List<SampleCheck.Finding> genotype(String text) {
    return SampleCheck.check("GT", text, "S1", ONE_BASE);
  }

  @Test
  void genotypesAndDepthsOfManyAlleles() {
    assertThat(genotype("0" + "/1".repeat(LONG))).isEmpty();
    assertThat(genotype("0" + "/1".repeat(LONG) + "x")).hasSize(1);
    assertThat(SampleCheck.check("DP", "1" + ",1".repeat(LONG) + "x", "S1", ONE_BASE)).hasSize(1);
  }

  @Test
  void residues() {
    assertThat(ResidueChange.ofBcftools("1" + "A".repeat(LONG) + "x")).isEmpty();
    assertThat(ResidueChange.read("9".repeat(40), "E/K", "missense_variant")).isEmpty();
    assertThat(ResidueChange.ofBcftools("545EA..9>545KA..7C").orElseThrow())
        .containsExactly("545", "EA/KAC");
  }

  @Test
  void qualities() {
    RecordCheck check =
        new RecordCheck(List.of("CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO"));
    String[] fields = {"3", "1", ".", "A", "C", "1".repeat(LONG) + "x", ".", "."};
    assertThat(check.fault(fields).orElseThrow().column()).isEqualTo("QUAL");
  }

  @Test
  void headerLines() {
    List<String> header =
        List.of(
            "##fileformat=VCFv4.2",
            "##" + "cmd".repeat(LONG),
            "##SAMPLE=<ID=S1," + "<Description=".repeat(LONG / 10) + ">",
            "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1");
    assertThat(new AssemblyEvidence(header, Optional.empty()).assembly())
        .isEqualTo(GenomeAssembly.UNKNOWN);
    assertThat(new TumorColumns(header, List.of("S1"))).isNotNull();
  }
}
