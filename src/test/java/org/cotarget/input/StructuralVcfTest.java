package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.CopyNumberCall.Scale;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole VCFs of structural variants and copy numbers, and what they say of a sample's coverage. */
class StructuralVcfTest {

  private static final String HEADER =
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=chr1,length=248956422>
      ##INFO=<ID=SVTYPE,Number=1,Type=String,Description="Type">
      ##ALT=<ID=DEL,Description="Deletion">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t\
      """;
  private static final String PTEN_LOST =
      "chr10 87000000 a N <DEL> . PASS SVTYPE=CNV;END=88500000 GT:SM:CN:BC:PE 1/1:0.05:0:9:1,2";

  @TempDir Path folder;
  private List<InputProblem> problems = List.of();

  private Cohort read(Requests requests) {
    CohortReader.Reading reading =
        new CohortReader(ReferenceLoader.bundled(), new VariantAnnotator(ReferenceLoader.bundled()))
            .read(requests.build());
    problems = reading.problems().sorted();
    return reading.cohort().orElseThrow(() -> new AssertionError(problems));
  }

  private TumorSample only(Requests requests) {
    List<TumorSample> samples = read(requests).samples().toList();
    assertThat(samples).hasSize(1);
    return samples.get(0);
  }

  private List<String> codes() {
    return problems.stream().map(InputProblem::code).distinct().toList();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path vcf(String name, String columns, String... records) throws IOException {
    StringBuilder text = new StringBuilder(HEADER + columns.replace(' ', '\t') + "\n");
    for (String record : records) {
      text.append(record.replace(' ', '\t')).append('\n');
    }
    return write(name, text.toString());
  }

  private static List<CopyNumberCall> pten(TumorSample sample) {
    return sample.copyNumbers().stream().filter(call -> call.gene().equals("PTEN")).toList();
  }

  /** Deletions all over the genome, as a file of Manta on a whole genome has them. */
  private static String[] deletionsEverywhere() {
    String[] records = new String[22];
    for (int i = 0; i < records.length; i++) {
      records[i] =
          "chr" + (i + 1) + " 20000000 d" + i + " N <DEL> . PASS SVTYPE=DEL;END=20001000 PR 9,5";
    }
    return records;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileOfStructuralVariantsShowsNoSequencingOfSmallOnes(boolean empty) throws IOException {
    Path file = vcf("sv.vcf", "P1", empty ? new String[0] : deletionsEverywhere());
    TumorSample sample = only(new Requests().vcf(file).assay("WES"));
    assertThat(sample.coverage().layers()).doesNotContainKey(AssayLayer.SNV_INDEL);
    assertThat(sample.coverage().covers(AssayLayer.SNV_INDEL, "PIK3CA")).isFalse();
    assertThat(sample.coverage().covers(AssayLayer.COPY_NUMBER, "PTEN")).isFalse();
    assertThat(codes()).isEmpty();
  }

  @Test
  void aListOfEventsSaysNothingOfGenesWithoutOne() throws IOException {
    TumorSample sample = only(new Requests().vcf(vcf("cnv.vcf", "P1", PTEN_LOST)));
    assertThat(sample.copyNumbers())
        .extracting(CopyNumberCall::gene, CopyNumberCall::scale, CopyNumberCall::value)
        .containsExactly(tuple("PTEN", Scale.ABSOLUTE, 0.0));
    assertThat(sample.coverage().covers(AssayLayer.COPY_NUMBER, "PTEN")).isTrue();
    assertThat(sample.coverage().covers(AssayLayer.COPY_NUMBER, "JAK2")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"vcf", "cnv", "cna", "seg"})
  void aSampleSheetMayNameACopyNumberVcfInAnyOfItsColumns(String column) throws IOException {
    vcf("cnv.vcf", "TUMOR", PTEN_LOST);
    Path sheet = write("sheet.csv", "patient,sample," + column + "\nP1,S1,cnv.vcf\n");
    TumorSample sample = only(new Requests().sheet(sheet));
    assertThat(sample.id()).isEqualTo("S1");
    assertThat(pten(sample)).extracting(CopyNumberCall::value).containsExactly(0.0);
    assertThat(pten(sample).get(0).where().line()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theOptionsForCopyNumberTakeAVcf(boolean cna) throws IOException {
    Path file = vcf("cnv.vcf", "P1", PTEN_LOST);
    TumorSample sample = only(cna ? new Requests().cna(file) : new Requests().seg(file));
    assertThat(pten(sample)).hasSize(1);
  }

  @Test
  void aGeneLevelValueStandsBeforeThatOfAVcf() throws IOException {
    Path matrix = write("cna.tsv", "Hugo_Symbol\tP1\nPTEN\t-1\nAKT1\t0\nPIK3CA\t1\nMTOR\t-2\n");
    TumorSample sample = only(new Requests().cna(matrix).vcf(vcf("cnv.vcf", "P1", PTEN_LOST)));
    assertThat(pten(sample)).extracting(CopyNumberCall::scale).containsExactly(Scale.GISTIC);
    assertThat(codes()).contains("SEGMENTS_FILL_ONLY");
  }

  @Test
  void filtersHoldForStructuralRecords() throws IOException {
    Path file = vcf("cnv.vcf", "P1", PTEN_LOST.replace("PASS", "cnvQual"));
    assertThat(only(new Requests().vcf(file)).copyNumbers()).isEmpty();
    assertThat(codes()).contains("VCF_FILTERED");
    assertThat(only(new Requests().vcf(file).include("cnvQual")).copyNumbers()).hasSize(1);
  }

  @Test
  void eachTumourOfAFileHasItsOwnEvents() throws IOException {
    Path file =
        vcf(
            "sv.vcf",
            "A B C",
            "chr10 87930000 a N <DEL> . PASS SVTYPE=DEL;END=87940000;PRECISE GT:DR:DV 0/1:5:5 0/0:9:0 1/1:0:9");
    List<TumorSample> samples = read(new Requests().vcf(file)).samples().toList();
    assertThat(samples).extracting(TumorSample::id).containsExactly("A", "B", "C");
    assertThat(samples).extracting(s -> s.variants().size()).containsExactly(1, 0, 1);
    assertThat(samples.get(0).variants().get(0))
        .satisfies(
            variant -> {
              assertThat(variant.consequence()).isEqualTo(Consequence.GENE_FUSION);
              assertThat(variant.alleleFraction()).isEqualTo(0.5);
              assertThat(variant.where().line()).isEqualTo(6);
            });
  }

  @Test
  void aRecordTooShortIsTold() throws IOException {
    Path file = vcf("sv.vcf", "P1", "chr10 87930000 a N <DEL> . PASS SVTYPE=DEL;END=87940000");
    CohortReader.Reading reading =
        new CohortReader(ReferenceLoader.bundled(), new VariantAnnotator(ReferenceLoader.bundled()))
            .read(new Requests().vcf(file).build());
    assertThat(reading.cohort()).isEmpty();
    assertThat(reading.problems().sorted())
        .extracting(p -> p.code() + " " + p.where().line())
        .containsExactly("VCF_RECORD 6");
  }

  @Test
  void readsARealFileOfDelly() {
    Path file = Path.of("../shared/data/vcf/vcf2maf/test_delly.vcf");
    assumeTrue(Files.isRegularFile(file), "skipped: " + file + " is not here");
    TumorSample sample = only(new Requests().vcf(file));
    assertThat(sample.variants()).extracting(SomaticVariant::gene).isEmpty();
    assertThat(sample.copyNumbers()).isEmpty();
    assertThat(sample.coverage().layers()).doesNotContainKey(AssayLayer.SNV_INDEL);
    assertThat(codes()).isEmpty();
  }
}
