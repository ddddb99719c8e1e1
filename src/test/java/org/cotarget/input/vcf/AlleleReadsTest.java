package org.cotarget.input.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlleleReadsTest {

  private static final Path DATA = Path.of("../shared/data/vcf/vcf2maf");

  /** As each caller writes it; -1 is not given. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "NONE",
      value = {
        "Mutect2,             C, T,   1, 'GT:AD:AF:DP',       '0/1:60,20:0.26:80',            80, 20, 0.26",
        "GATK two alleles,    C, 'T,G', 2, 'GT:AD',           '1/2:10,20,70',                100, 70, 0.7",
        "no reference count,  A, C,   1, 'GT:AD:DP',          '0/1:.,21:54',                  54, 21, 0.388889",
        "VarScan,             C, A,   1, 'GT:GQ:DP:RD:AD:FREQ:DP4', '0/1:.:13:9:4:30.77%:5,4,2,2', 13, 4, 0.3077",
        "Strelka SNV,         G, A,   1, 'DP:FDP:SDP:SUBDP:AU:CU:GU:TU', '58:0:0:0:56,57:0,0:2,2:0,0', 58, 56, 0.965517",
        "Strelka indel,       G, GA,  1, 'DP:DP2:TAR:TIR:TOR', '50:50:30,31:10,11:0,0',        50, 10, 0.25",
        "VarDict,             C, T,   1, 'GT:DP:VD:AD:AF',    '0/1:40:10:30,10:0.25',         40, 10, 0.25",
        "FreeBayes,           C, 'T,G', 2, 'GT:DP:RO:AO',     '0/2:40:20:5,15',               40, 15, 0.375",
        "MuSE,                C, A,   1, 'GT:DP:AD:BQ:SS',    '0/1:142:130,12:38,31:2',      142, 12, 0.084507",
        "MuTect,              C, G,   1, 'GT:AD:BQ:DP:FA',    '0/1:160,31:13:192:0.162',     192, 31, 0.162",
        "SomaticSniper,       C, T,   1, 'GT:DP:DP4:BCOUNT',  '0/1:30:10,10,5,5:0,20,0,10',   30, 10, 0.333333",
        "bcftools,            C, CT,  1, 'GT:DP4',            '0/1:10,10,5,5',                30, 10, 0.333333",
        "genotype alone,      C, T,   1, 'GT',                '0/1',                          -1, -1, NaN",
        "missing,             C, T,   1, 'GT:AD:DP:AF',       '0/1:.:.:.',                    -1, -1, NaN",
        "trailing left out,   C, T,   1, 'GT:AD:DP',          '0/1',                          -1, -1, NaN"
      })
  void readsTheDepthsOfEachCaller(
      String caller,
      String ref,
      String alts,
      int allele,
      String format,
      String column,
      int depth,
      int alt,
      double af) {
    SiteAlleles alleles = new SiteAlleles(1, ref, List.of(alts.split(",")));
    AlleleReads reads =
        AlleleReads.of(FieldValues.ofSample(format, column, alleles.count()), alleles, allele - 1);
    assertThat(reads.depth()).as(caller).isEqualTo(depth);
    assertThat(reads.alternateDepth()).as(caller).isEqualTo(alt);
    if (Double.isNaN(af)) {
      assertThat(reads.fraction()).as(caller).isNaN();
    } else {
      assertThat(reads.fraction()).as(caller).isCloseTo(af, within(1e-6));
    }
  }

  /** The MAF beside the VCF holds {@code t_depth} and {@code t_alt_count} of each record. */
  @Test
  void agreesWithVcf2maf() throws IOException {
    assumeTrue(Files.exists(DATA), "skipped: no data at " + DATA);
    List<String> maf = Files.readAllLines(DATA.resolve("test_b38_output.maf"));
    List<String> header = List.of(maf.get(1).split("\t"));
    List<String> expected =
        maf.stream()
            .skip(2)
            .map(line -> line.split("\t"))
            .map(
                row ->
                    row[header.indexOf("vcf_pos")]
                        + " "
                        + row[header.indexOf("t_depth")]
                        + " "
                        + row[header.indexOf("t_alt_count")])
            .toList();
    List<String> actual =
        Files.readAllLines(DATA.resolve("test_b38.vcf")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .map(
                row -> {
                  SiteAlleles alleles =
                      new SiteAlleles(Long.parseLong(row[1]), row[3], List.of(row[4].split(",")));
                  AlleleReads reads =
                      AlleleReads.of(
                          FieldValues.ofSample(row[8], row[9], alleles.count()), alleles, 0);
                  return row[1] + " " + reads.depth() + " " + reads.alternateDepth();
                })
            .toList();
    assertThat(actual).isNotEmpty().isEqualTo(expected);
  }
}
