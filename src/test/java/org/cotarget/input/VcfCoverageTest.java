package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cohort takes from VCFs beside their variants: coverage by blocks, least depths. */
class VcfCoverageTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @TempDir Path folder;

  private Path vcf(String name, String... records) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "##fileformat=VCFv4.2\n##contig=<ID=chr3,length=198295559>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tBC7\n");
    for (String record : records) {
      text.append(record.replace(' ', '\t')).append('\n');
    }
    return Files.writeString(folder.resolve(name), text.toString());
  }

  private static String block(String chrom, long first, long last) {
    return chrom + " " + first + " . G <NON_REF> . . END=" + last + " GT:DP:MIN_DP 0/0:30:20";
  }

  /** Variants all over the genome, as an exome has them. */
  private static String[] wide(String... more) {
    String[] records = new String[22 + more.length];
    for (int i = 0; i < 22; i++) {
      records[i] = "chr" + (i + 1) + " " + (1_000_000 * (i + 1)) + " . G A 50 PASS . GT:DP 0/1:40";
    }
    System.arraycopy(more, 0, records, 22, more.length);
    return records;
  }

  private static TumorSample read(Requests requests) {
    CohortReader.Reading reading =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE)).read(requests.build());
    assertThat(reading.problems().hasErrors()).isFalse();
    return reading.cohort().orElseThrow().samples().findFirst().orElseThrow();
  }

  /** A VCF names its samples, so it says nothing of one that is in none. */
  @Test
  void aPanelDoesNotCountForASampleWithoutAVcf() throws IOException {
    Path clinical =
        Files.writeString(folder.resolve("c.tsv"), "SAMPLE_ID\tASSAY\nBC7\tpanel\nother\tpanel\n");
    Path panel = Files.writeString(folder.resolve("panel.txt"), "PTEN\nPIK3CA\n");
    Cohort cohort =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
            .read(
                new Requests()
                    .vcf(vcf("a.vcf", wide()))
                    .clinical(clinical)
                    .assay("panel=" + panel)
                    .build())
            .cohort()
            .orElseThrow();
    assertThat(cohort.samples())
        .extracting(TumorSample::id, s -> s.coverage().covers(AssayLayer.SNV_INDEL, "PTEN"))
        .containsExactly(tuple("BC7", true), tuple("other", false));
  }

  @Test
  void aGvcfCoversWhatItsBlocksCoverAndNoMore() throws IOException {
    Path file = vcf("a.vcf", wide(block("chr10", 87863440, 87975000)));
    AssayCoverage coverage = read(new Requests().vcf(file)).coverage();
    assertThat(coverage.covers(AssayLayer.SNV_INDEL, "PTEN")).isTrue();
    assertThat(coverage.covers(AssayLayer.SNV_INDEL, "PIK3CA")).isFalse();
    assertThat(coverage.layers().get(AssayLayer.SNV_INDEL).basis()).isEqualTo(Basis.GVCF_DEPTH);
  }

  @Test
  void withoutBlocksTheSpreadTells() throws IOException {
    AssayCoverage coverage = read(new Requests().vcf(vcf("a.vcf", wide()))).coverage();
    assertThat(coverage.layers().get(AssayLayer.SNV_INDEL).basis())
        .isEqualTo(Basis.INFERRED_FROM_SPREAD);
  }

  @Test
  void severalGvcfsOfASampleAddUp() throws IOException {
    Path a = vcf("a.vcf", block("chr10", 87863440, 87975000));
    Path b = vcf("b.vcf", block("chr3", 179148360, 179240093));
    AssayCoverage coverage = read(new Requests().vcf(a).vcf(b)).coverage();
    assertThat(coverage.covers(AssayLayer.SNV_INDEL, "PTEN")).isTrue();
    assertThat(coverage.covers(AssayLayer.SNV_INDEL, "PIK3CA")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 2",
    "30, 0, 2",
    "31, 0, 1",
    "0, 0.2, 2",
    "0, 0.25, 2",
    "0, 0.26, 1",
    "99, 0.9, 0"
  })
  void leastDepthAndFraction(int depth, double fraction, int kept) throws IOException {
    Reference reference =
        REFERENCE.withThresholds(
            REFERENCE
                .thresholds()
                .with("variant.min-depth", depth)
                .with("variant.min-allele-fraction", fraction));
    Path file =
        vcf(
            "a.vcf",
            "chr3 179218303 . G A 50 PASS . GT:AD:DP:AF 0/1:22,8:30:0.25",
            "chr3 179234297 . A G 50 PASS . GT:AD:DP:AF 0/1:40,40:80:0.5");
    CohortReader.Reading reading =
        new CohortReader(reference, new VariantAnnotator(reference))
            .read(new Requests().vcf(file).build());
    assertThat(reading.cohort().orElseThrow().samples().findFirst().orElseThrow().variants())
        .hasSize(kept);
    assertThat(reading.problems().sorted())
        .filteredOn(p -> p.code().equals("HOTSPOT_OF_FEW_READS"))
        .hasSize(2 - kept)
        .allSatisfy(
            p -> {
              assertThat(p.severity()).isEqualTo(InputProblem.Severity.WARNING);
              assertThat(p.message()).containsPattern("PIK3CA (E545K|H1047R) of BC7");
              assertThat(p.where().line()).isPositive();
            });
  }
}
