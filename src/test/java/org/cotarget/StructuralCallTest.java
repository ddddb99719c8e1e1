package org.cotarget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotarget.cli.CommandLineRunner;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a structural or copy-number VCF to the calls of a run, on both assemblies. */
class StructuralCallTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GRCh38|PTEN deleted|chr10 87000000 a N <DEL> . PASS SVTYPE=CNV;END=88500000 GT:CN 1/1:0|PI3K_GENOMIC_TIER|G1|PTEN deep deletion (copies 0) [G1]",
        "GRCh37|PTEN deleted|10 88700000 a N <DEL> . PASS SVTYPE=CNV;END=90500000 GT:CN 1/1:0|PI3K_GENOMIC_TIER|G1|PTEN deep deletion (copies 0) [G1]",
        "GRCh38|PTEN joined to chromosome 2|chr10 87930000 a T T[chr2:500[ . PASS SVTYPE=BND;MATEID=b;SOMATIC PR:SR 9,5:9,6|PI3K_GENOMIC_TIER|G1|PTEN PTEN-chr2:500 [G1]",
        "GRCh37|PTEN joined to chromosome 2|10 89689757 a T T[2:500[ . PASS SVTYPE=BND;MATEID=b;SOMATIC PR:SR 9,5:9,6|PI3K_GENOMIC_TIER|G1|PTEN PTEN-2:500 [G1]",
        "GRCh38|TSC2 inverted in part|chr16 2060000 a T <INV> . PASS SVTYPE=INV;END=3000000;SOMATIC PR 9,5|PI3K_GENOMIC_TIER|G2|TSC2 inversion that parts the coding sequence [G2]",
        "GRCh37|TSC2 inverted in part|16 2110000 a T <INV> . PASS SVTYPE=INV;END=3000000;SOMATIC PR 9,5|PI3K_GENOMIC_TIER|G2|TSC2 inversion that parts the coding sequence [G2]",
        "GRCh38|PTEN inverted whole|chr10 87000000 a T <INV> . PASS SVTYPE=INV;END=88500000;SOMATIC PR 9,5|PI3K_GENOMIC_TIER|GNA|",
        "GRCh38|JAK2 amplified|chr9 4000000 a N <DUP> . PASS SVTYPE=CNV;END=6000000 GT:CN ./1:8|JAK_STAT5_CALL|SUPPORTED|",
        "GRCh37|JAK2 amplified|9 4000000 a N <DUP> . PASS SVTYPE=CNV;END=6000000 GT:CN ./1:8|JAK_STAT5_CALL|SUPPORTED|",
        "GRCh38|PTEN between two breakends|chr10 87000000 g1o T T[chr10:88500001[ 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=1.05;PURPLE_CN_CHANGE=1.02;SOMATIC GT:VF .:10//chr10 88500001 g1h T ]chr10:87000000]T 900 PASS SVTYPE=BND;EVENT=g1;PURPLE_CN=1.10;PURPLE_CN_CHANGE=1.00;SOMATIC GT:VF .:10|PI3K_GENOMIC_TIER|G1|PTEN deep deletion (copies 0.1) [G1]",
        "GRCh38|PTEN deleted, by reads of low quality|chr10 87000000 a N <DEL> . PASS SVTYPE=DEL;END=88500000 GT:FT:CN 1/1:LowQual:0|PI3K_GENOMIC_TIER|GNA|",
        "GRCh38|PTEN deleted beside a longer duplication|chr10 87000000 a N <DEL>,<DUP> . PASS SVTYPE=CNV;END=88500000;SVLEN=60,1500000 GT:CN 1/1:0|PI3K_GENOMIC_TIER|GNA|",
        "GRCh38|JAK2 duplicated, copies unknown|chr9 4000000 a N <DUP> . PASS SVTYPE=DUP;END=6000000 GT 0/1|JAK_STAT5_CALL|NOT_ASSESSED|"
      })
  void calls(String assembly, String what, String record, String column, String value, String event)
      throws IOException {
    Path vcf =
        Files.writeString(
            folder.resolve("T1.vcf"),
            "##fileformat=VCFv4.2\n##reference="
                + assembly
                + "\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT1\n"
                + record.replace(' ', '\t').replace("//", "\n")
                + "\n");
    Path out = folder.resolve("out");
    CommandLineRunner.Result result =
        CommandLineRunner.run(List.of("run", "--vcf", vcf.toString(), "--out", out.toString()));
    assertThat(result.code()).as(result.err()).isZero();
    List<String> lines =
        Files.readAllLines(out.resolve("calls.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<String> header = List.of(lines.get(0).split("\t", -1));
    List<String> cells = List.of(lines.get(1).split("\t", -1));
    assertThat(header).contains(column);
    assertThat(cells.get(header.indexOf(column))).isEqualTo(value);
    String events = cells.get(header.indexOf("PI3K_EVENTS"));
    assertThat(events).isEqualTo(event == null ? "" : event);
  }
}
