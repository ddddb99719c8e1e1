package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.InputProblems;
import org.cotarget.input.layer.RecurrentChanges;
import org.cotarget.input.layer.VariantFile;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.CodingRegions;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference blocks and sites as coverage. */
class CallableBasesTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  @TempDir Path folder;

  private static VcfBuilder file(String... samples) {
    return new VcfBuilder().meta("##contig=<ID=chr10,length=133797422>").samples(samples);
  }

  private Map<String, Set<String>> covered(VcfBuilder vcf) throws IOException {
    VcfReader.Options options =
        new VcfReader.Options(Set.of(), Optional.empty(), id -> false, Optional.empty(), Set.of());
    return new VcfReader(
            REFERENCE,
            new RecurrentChanges(REFERENCE, new VariantAnnotator(REFERENCE)),
            ReaderKind.SCAN)
        .read(vcf.write(folder.resolve("P1.vcf")), options, new InputProblems())
        .map(VariantFile::variants)
        .map(VariantLayer::coveredGenes)
        .orElseThrow();
  }

  /** Blocks over the span of PTEN on GRCh38, as each caller writes them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "<NON_REF> . . END=87975000 GT:DP:GQ:MIN_DP:PL 0/0:30:80:20:0,60,900 ! PTEN",
        "<NON_REF> . . END=87975000 GT:DP:GQ:MIN_DP:PL 0/0:30:80:9:0,60,900 ! ''",
        "<NON_REF> . . END=87975000 GT:DP:GQ:MIN_DP:PL 0/0:0:0:0:0,0,0 ! ''",
        "<NON_REF> . . END=87900000 GT:DP:GQ:MIN_DP:PL 0/0:30:80:20:0,60,900 ! ''",
        // DeepVariant
        "<*> 0 . END=87975000 GT:GQ:MIN_DP:PL 0/0:50:20:0,60,900 ! PTEN",
        // FreeBayes --gvcf
        "<*> 0 . DP=20;END=87975000;MIN_DP=11 GQ:DP:MIN_DP 160:20:11 ! PTEN",
        // bcftools --gvcf
        ". . . END=87975000;MinDP=12 GT:DP 0/0:12 ! PTEN",
        // Strelka
        ". . LowGQX END=87975000;BLOCKAVG_min30p3a GT:GQX:DP:DPF:MIN_DP 0/0:90:30:1:20 ! PTEN",
        "<*> . . . GT:DP:LEN 0/0:20:200000 ! PTEN",
        "<NON_REF> . . END=87975000 GT:DP:MIN_DP ./.:30:20 ! ''",
        "<NON_REF> . . END=87975000 GT 0/0 ! ''",
      })
  void blocksCover(String block, String genes) throws IOException {
    assertThat(covered(file("P1").record("chr10 87863440 . G " + block)))
        .isEqualTo(Map.of("P1", genes.isEmpty() ? Set.of() : Set.of(genes)));
  }

  @Test
  void aFileOfVariantsTellsNothing() throws IOException {
    assertThat(
            covered(
                file("P1")
                    .record("chr10 87933148 . G A 50 PASS . GT:DP 0/1:80")
                    .record("chr10 87933149 . A . 50 PASS . GT:DP 0/0:80")))
        .isEmpty();
  }

  @Test
  void allSitesCover() throws IOException {
    VcfBuilder vcf = file("P1", "P2", "P3");
    for (CodingRegions.Interval exon : REFERENCE.codingRegions().intervals()) {
      if (exon.gene().equals("PTEN") && exon.assembly().equals("GRCh38")) {
        for (long i = exon.start(); i <= exon.end(); i++) {
          vcf.record("chr10 " + i + " . N . 50 PASS . GT:DP 0/0:20 0/0:9 0/0:" + (i % 20));
        }
      }
    }
    assertThat(covered(vcf))
        .isEqualTo(Map.of("P1", Set.of("PTEN"), "P2", Set.of(), "P3", Set.of()));
  }

  @Test
  void calledSitesBetweenBlocksCountToo() throws IOException {
    assertThat(
            covered(
                file("P1")
                    .record("chr10 87863440 . G <NON_REF> . . END=87933147 GT:DP:MIN_DP 0/0:30:20")
                    .record("chr10 87933148 . G A,<NON_REF> 50 . . GT:AD:DP 0/1:20,20,0:40")
                    .record(
                        "chr10 87933149 . A <NON_REF> . . END=87975000 GT:DP:MIN_DP 0/0:30:20")))
        .isEqualTo(Map.of("P1", Set.of("PTEN")));
  }

  @Test
  void blocksElsewhereCoverNothingHere() throws IOException {
    assertThat(
            covered(
                file("P1")
                    .meta("##GVCFBlock0-20=minGQ=0(inclusive),maxGQ=20(exclusive)")
                    .record("chr1 5 . G <NON_REF> . . END=900 GT:DP:MIN_DP 0/0:30:20")))
        .isEqualTo(Map.of("P1", Set.of()));
  }
}
