package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files are joined by patient, sample and aliquot, and what counts as sequenced. */
class CohortReaderTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final String MAF =
      "Hugo_Symbol\tTumor_Sample_Barcode\tVariant_Classification\tNCBI_Build\tChromosome"
          + "\tStart_Position\tReference_Allele\tTumor_Seq_Allele2\tHGVSp_Short\n";
  private static final String CLINICAL = "PATIENT_ID\tER_STATUS\tPR_STATUS\tHER2_STATUS\n";

  @TempDir Path folder;
  private List<InputProblem> problems = List.of();

  @Test
  void barcodesOfEveryLengthNameOneTumour() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(write("c.tsv", CLINICAL + "TCGA-A1-A0SB\tNegative\tNegative\tNegative\n"))
                .maf(write("m.maf", MAF + variant("PIK3CA", "TCGA-A1-A0SB")))
                .cna(
                    write(
                        "cna.tsv",
                        "Hugo_Symbol\ttcga.a1.a0sb.01a.11d.a142.09\nPTEN\t-2\nAKT1\t0\nPIK3CA\t1\n"))
                .expression(expression("e.tsv", "TCGA-A1-A0SB-01")));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(
            sample -> {
              assertThat(sample.id()).isEqualTo("TCGA-A1-A0SB-01");
              assertThat(sample.patientId()).isEqualTo("TCGA-A1-A0SB");
              assertThat(sample.type()).isEqualTo(SampleType.PRIMARY);
              assertThat(sample.variants()).hasSize(1);
              assertThat(sample.copyNumbers()).hasSize(3);
              assertThat(sample.receptors()).hasSize(3);
            });
    assertThat(cohort.expression().orElseThrow().samples()).containsExactly("TCGA-A1-A0SB-01");
  }

  @Test
  void theClinicalTableNamesTheSample() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(
                    write(
                        "c.tsv",
                        "PATIENT_ID\tSAMPLE_ID\tER_STATUS\nTCGA-A1-A0SB\tTCGA-A1-A0SB-01A\tNegative\n"))
                .maf(write("m.maf", MAF + variant("PIK3CA", "TCGA-A1-A0SB-01B-11D-A142-09"))));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(
            sample -> {
              assertThat(sample.id()).isEqualTo("TCGA-A1-A0SB-01A");
              assertThat(sample.variants()).hasSize(1);
            });
  }

  @Test
  void aPatientWithSeveralTumoursMakesHerIdAmbiguous() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(
                    write(
                        "c.tsv",
"""
PATIENT_ID\tSAMPLE_ID\tER_STATUS
TCGA-A1-A0SB\tTCGA-A1-A0SB-06\tNegative
TCGA-A1-A0SB\tTCGA-A1-A0SB-01\tNegative
TCGA-A1-A0SB\tTCGA-A1-A0SB-11\tNegative
"""))
                .maf(write("m.maf", MAF + variant("PIK3CA", "TCGA-A1-A0SB"))));
    assertThat(cohort.samples())
        .extracting(TumorSample::id, TumorSample::type, sample -> sample.variants().size())
        .containsExactly(
            tuple("TCGA-A1-A0SB-01", SampleType.PRIMARY, 1),
            tuple("TCGA-A1-A0SB-06", SampleType.METASTASIS, 0));
    assertThat(codes()).contains("PATIENT_ID_AMBIGUOUS", "NORMALS_LEFT_OUT");
  }

  @Test
  void normalsOfMolecularFilesAreLeftOutAndAliquotsUnited() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .maf(
                    write(
                        "m.maf",
                        MAF
                            + variant("PIK3CA", "TCGA-A1-A0SB-01A-11D-A142-09")
                            + variant("PTEN", "TCGA-A1-A0SB-01B-11D-A142-09")
                            + variant("AKT1", "TCGA-A1-A0SB-10A-01D-A142-09")))
                .cna(
                    write(
                        "cna.tsv",
                        "Hugo_Symbol\tTCGA-A1-A0SB-01B\tTCGA-A1-A0SB-01A\nPTEN\t0\t-2\nAKT1\t1\t1\n")));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(
            sample -> {
              assertThat(sample.variants())
                  .extracting(v -> v.gene())
                  .containsExactly("PIK3CA", "PTEN");
              assertThat(sample.copyNumbers())
                  .filteredOn(call -> call.gene().equals("PTEN"))
                  .extracting(CopyNumberCall::value)
                  .containsExactly(-2.0);
            });
    assertThat(codes()).contains("ALIQUOTS_OF_ONE_SAMPLE", "NORMALS_LEFT_OUT");
  }

  @Test
  void otherIdsAreComparedExactlyAndNearOnesAreNamed() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(
                    write(
                        "c.tsv",
                        CLINICAL
                            + "P1\tNegative\tNegative\tNegative\nP2\tPositive\tNegative\tNegative\n"))
                .maf(write("m.maf", MAF + variant("PIK3CA", "P1") + variant("PTEN", "p2"))));
    assertThat(cohort.patients()).extracting(Patient::id).containsExactly("P1", "P2", "p2");
    assertThat(problems)
        .filteredOn(problem -> problem.code().equals("SAMPLES_WITHOUT_CLINICAL"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.fix()).contains("'p2' may be 'P2'"));
  }

  @Test
  void aPatientOfTheClinicalTableAloneStillAppears() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(write("c.tsv", CLINICAL + "P1\tNegative\tNegative\tNegative\n")));
    assertThat(cohort.samples())
        .extracting(TumorSample::id, TumorSample::patientId)
        .containsExactly(tuple("P1", "P1"));
    assertThat(cohort.samples().findFirst().orElseThrow().coverage().layers()).isEmpty();
  }

  @Test
  void resultsOfThePatientServeTheSampleThatHasNone() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(
                    write("p.tsv", "PATIENT_ID\tER_STATUS\tPR_STATUS\nP1\tPositive\tNegative\n"))
                .clinical(
                    write(
                        "s.tsv",
"""
PATIENT_ID\tSAMPLE_ID\tSAMPLE_TYPE\tER_STATUS
P1\tS1\tPrimary\tNegative
P1\tS2\tMetastasis\tNegative
""")));
    assertThat(er(cohort, 0))
        .containsExactlyInAnyOrder(ReceptorResult.Status.NEGATIVE, ReceptorResult.Status.POSITIVE);
    assertThat(er(cohort, 1)).containsExactly(ReceptorResult.Status.NEGATIVE);
    assertThat(cohort.samples())
        .allSatisfy(s -> assertThat(s.receptors()).anyMatch(r -> r.receptor() == Receptor.PR));
    assertThat(codes()).contains("RECEPTORS_CONTRADICTORY", "RECEPTORS_CHANGED");
  }

  @Test
  void aSampleIsSequencedOnlyWhereSomethingSaysSo() throws IOException {
    StringBuilder wide = new StringBuilder(MAF);
    for (int i = 1; i <= 20; i++) {
      wide.append("GENE" + i + "\tWIDE\tSilent\tGRCh38\t" + i + "\t" + i * 1000 + "\tG\tA\t\n");
    }
    wide.append(variant("PTEN", "NARROW"));
    Cohort cohort =
        read(new Requests().maf(write("m.maf", "#Sequenced_Samples: DECLARED\n" + wide)));
    assertThat(cohort.samples())
        .extracting(TumorSample::id, CohortReaderTest::basis)
        .containsExactly(
            tuple("DECLARED", Basis.SEQUENCED_SAMPLES_HEADER.name()),
            tuple("NARROW", "none"),
            tuple("WIDE", Basis.INFERRED_FROM_SPREAD.name()));
    assertThat(problems)
        .filteredOn(problem -> problem.code().equals("COVERAGE_UNKNOWN"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("of 1 samples", "NARROW"));
  }

  @Test
  void anAssayGoesBeforeAllElse() throws IOException {
    Path maf = write("m.maf", "#Sequenced_Samples: A B C\n" + MAF + variant("PTEN", "A"));
    Path clinical = write("c.tsv", "SAMPLE_ID\tASSAY\nA\tSMALL\nB\tWES\nC\t\n");
    Cohort cohort =
        read(
            new Requests()
                .maf(maf)
                .clinical(clinical)
                .assay("SMALL=" + write("small.txt", "# two genes\nPTEN\nMMAC1\nPIK3CA\n"))
                .assay(write("rest.txt", "stable_id: REST\ngene_list:\tAKT1\tPTEN\n").toString()));
    assertThat(cohort.samples())
        .extracting(
            TumorSample::id,
            s -> s.coverage().covers(AssayLayer.SNV_INDEL, "PIK3CA"),
            s -> s.coverage().covers(AssayLayer.SNV_INDEL, "AKT1"))
        .containsExactly(tuple("A", true, false), tuple("B", true, true), tuple("C", false, true));
  }

  @Test
  void aBedCoversTheGenesWhoseCodingBasesItHolds() throws IOException {
    StringBuilder bed = new StringBuilder("track name=x\n");
    REFERENCE.codingRegions().intervals().stream()
        .filter(i -> i.assembly().equals("GRCh37"))
        .filter(i -> i.gene().equals("PTEN"))
        .forEach(
            i -> bed.append("chr" + i.chrom() + "\t" + (i.start() - 1) + "\t" + i.end() + "\n"));
    Cohort cohort =
        read(
            new Requests()
                .maf(write("m.maf", MAF + variant("PTEN", "A")))
                .assay(write("t.bed", bed.toString()).toString()));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(
            sample -> {
              assertThat(sample.coverage().covers(AssayLayer.SNV_INDEL, "PTEN")).isTrue();
              assertThat(sample.coverage().covers(AssayLayer.SNV_INDEL, "PIK3CA")).isFalse();
            });
  }

  @Test
  void aSampleSheetNamesSamplesWhateverTheirFilesCallThem() throws IOException {
    write("d/m.maf", MAF + variant("PTEN", "TUMOR"));
    write("d/seg.txt", "Hugo_Symbol\tvalue_of_x\nPTEN\t-2\nAKT1\t0\n");
    Path sheet =
        write(
            "d/sheet.csv",
            "patient,sample,maf,cnv,assay,colour\nP1,S1,m.maf,seg.txt,WES,red\nP2,S2,,,,\n");
    Cohort cohort = read(new Requests().sheet(sheet));
    assertThat(cohort.samples())
        .extracting(
            TumorSample::id,
            TumorSample::patientId,
            s -> s.variants().size(),
            s -> s.copyNumbers().size(),
            CohortReaderTest::basis)
        .containsExactly(
            tuple("S1", "P1", 1, 2, Basis.ASSAY_FILE.name()), tuple("S2", "P2", 0, 0, "none"));
    assertThat(codes()).contains("COLUMN_UNKNOWN");
  }

  @Test
  void aStudyTellsWhoWasSequencedForWhat() throws IOException {
    write("study/meta_study.txt", "type_of_cancer: brca\r\n\r\nreference_genome:hg19\r\n");
    write(
        "study/meta_maf.txt",
        "genetic_alteration_type: MUTATION_EXTENDED\ndatatype: MAF\nstable_id: mutations\ndata_filename: data_mutations.txt\n");
    write(
        "study/data_mutations.txt",
        (MAF + variant("PTEN", "S1") + variant("PTEN", "S9")).replace("GRCh38", ""));
    write(
        "study/meta_matrix.txt",
        "genetic_alteration_type: GENE_PANEL_MATRIX\ndatatype: GENE_PANEL_MATRIX\ndata_filename: data_matrix.txt\n");
    write("study/data_matrix.txt", "SAMPLE_ID\tmutations\nS1\tSMALL\nS2\tNA\nS3\tLOST\n");
    write(
        "study/data_gene_panel_small.txt",
        "stable_id: SMALL\ndescription: two\ngene_list: PTEN\tPIK3CA\n");
    write(
        "study/meta_cna.txt",
        "genetic_alteration_type: COPY_NUMBER_ALTERATION\ndatatype: DISCRETE\nstable_id: gistic\ndata_filename: data_cna.txt\n");
    write("study/data_cna.txt", "Hugo_Symbol\tS1\tS2\nPTEN\t-2\t0\nAKT1\t0\tNA\n");
    write(
        "study/meta_log2.txt",
        "genetic_alteration_type: COPY_NUMBER_ALTERATION\ndatatype: LOG2-VALUE\nstable_id: log2CNA\ndata_filename: data_log2.txt\n");
    write("study/data_log2.txt", "Hugo_Symbol\tS1\tS2\nPTEN\t-1.3\t0.1\nAKT1\t0.2\t0.4\n");
    write(
        "study/meta_meth.txt",
        "genetic_alteration_type: METHYLATION\ndatatype: CONTINUOUS\ndata_filename: x.txt\n");
    write(
        "study/case_lists/cases_sequenced.txt",
        "stable_id: x_sequenced\ncase_list_ids: S1\tS2\tS3\tS4\n");
    Cohort cohort = read(new Requests().ofStudy(folder.resolve("study")));
    assertThat(cohort.samples())
        .extracting(
            TumorSample::id,
            CohortReaderTest::basis,
            s -> s.coverage().covers(AssayLayer.SNV_INDEL, "PTEN"),
            s -> s.coverage().covers(AssayLayer.SNV_INDEL, "AKT1"))
        .containsExactly(
            tuple("S1", Basis.GENE_PANEL_MATRIX.name(), true, false),
            tuple("S2", Basis.GENE_PANEL_MATRIX.name(), true, true),
            tuple("S3", Basis.GENE_PANEL_MATRIX.name(), false, false),
            tuple("S4", Basis.GENE_PANEL_MATRIX.name(), false, false),
            tuple("S9", "none", false, false));
    TumorSample second = cohort.samples().skip(1).findFirst().orElseThrow();
    assertThat(second.copyNumbers())
        .extracting(CopyNumberCall::gene, CopyNumberCall::scale, CopyNumberCall::value)
        .containsExactly(
            tuple("AKT1", CopyNumberCall.Scale.LOG2_RATIO, 0.4),
            tuple("PTEN", CopyNumberCall.Scale.GISTIC, 0.0));
    assertThat(cohort.samples().flatMap(s -> s.variants().stream()))
        .allSatisfy(v -> assertThat(v.assembly().label()).isEqualTo("GRCh37"));
    assertThat(codes())
        .contains(
            "GENE_PANEL_UNKNOWN",
            "GENE_PANEL_MATRIX_INCOMPLETE",
            "SAMPLES_NOT_LISTED",
            "PROFILE_NOT_READ",
            "COPY_NUMBER_SCALES");
  }

  @Test
  void anAssayNameAloneIsNoSequencing() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(write("c.tsv", "SAMPLE_ID\tASSAY\nS1\tWES\n"))
                .cna(write("cna.tsv", "Hugo_Symbol\tS1\nPTEN\t0\nAKT1\t0\n")));
    assertThat(cohort.samples())
        .singleElement()
        .extracting(CohortReaderTest::basis)
        .isEqualTo("none");
  }

  @Test
  void anAssayThatNobodyDescribesCoversNothing() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(write("c.tsv", "SAMPLE_ID\tSEQ_ASSAY_ID\nS1\tSMALL-50\n"))
                .maf(write("m.maf", "#sequenced_samples: S1\n" + MAF + variant("PTEN", "S1"))));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(s -> assertThat(s.coverage().covers(AssayLayer.SNV_INDEL, "AKT1")).isFalse());
    assertThat(codes()).contains("ASSAY_UNKNOWN");
  }

  @Test
  void oneNamedExonDoesNotCoverAGene() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .maf(write("m.maf", MAF + variant("PTEN", "S1")))
                .assay(write("t.bed", "chr10\t89692700\t89693000\tPTEN_ex5\n").toString()));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(s -> assertThat(s.coverage().covers(AssayLayer.SNV_INDEL, "PTEN")).isFalse());
  }

  @Test
  void namesOfABedOnTheOtherAssemblyDecideNothing() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .maf(write("m.maf", MAF + variant("PTEN", "S1")))
                .assembly(GenomeAssembly.GRCH38)
                .assay(write("t.bed", "chr10\t89692700\t89693000\tPTEN_ex5\n").toString()));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(s -> assertThat(s.coverage().covers(AssayLayer.SNV_INDEL, "PTEN")).isFalse());
  }

  @Test
  void anUnnamedPanelIsNotThatOfASampleWithAnother() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .clinical(write("c.tsv", "SAMPLE_ID\tASSAY\nS1\t\nS2\tWES\n"))
                .maf(write("m.maf", MAF + variant("PTEN", "S1")))
                .assay(write("genes.txt", "PTEN\nPIK3CA\nAKT1\n").toString()));
    assertThat(cohort.samples())
        .extracting(TumorSample::id, s -> s.coverage().covers(AssayLayer.SNV_INDEL, "AKT1"))
        .containsExactly(tuple("S1", true), tuple("S2", false));
  }

  @Test
  void aListOfSequencedSamplesIsNoSequenceWithoutAFileOfVariants() throws IOException {
    write("study/meta_study.txt", "type_of_cancer: brca\ncancer_study_identifier: x\n");
    write(
        "study/meta_cna.txt",
        "genetic_alteration_type: COPY_NUMBER_ALTERATION\ndatatype: DISCRETE\nstable_id: gistic\ndata_filename: data_cna.txt\n");
    write("study/data_cna.txt", "Hugo_Symbol\tS1\nPTEN\t0\n");
    write("study/case_lists/cases_sequenced.txt", "stable_id: x_sequenced\ncase_list_ids: S1\n");
    Cohort cohort = read(new Requests().ofStudy(folder.resolve("study")));
    assertThat(cohort.samples())
        .singleElement()
        .extracting(CohortReaderTest::basis)
        .isEqualTo("none");
  }

  @Test
  void namesOfABedDecideWhereItsPositionsMeetNothing() throws IOException {
    Cohort cohort =
        read(
            new Requests()
                .maf(write("m.maf", MAF + variant("PTEN", "S1")))
                .assay(write("t.bed", "contig7\t10\t30\tPTEN\n").toString()));
    assertThat(cohort.samples())
        .singleElement()
        .satisfies(s -> assertThat(s.coverage().covers(AssayLayer.SNV_INDEL, "PTEN")).isTrue());
    assertThat(codes()).contains("BED_POSITIONS_UNCHECKED");
  }

  @Test
  void rearrangementsOfAStudyAreEventsAndNoSequencing() throws IOException {
    write(
        "study/meta_sv.txt",
        "genetic_alteration_type: STRUCTURAL_VARIANT\ndatatype: SV\nstable_id: structural_variants\ndata_filename: data_sv.txt\n");
    write(
        "study/data_sv.txt",
"""
Sample_Id\tSite1_Hugo_Symbol\tSite1_Chromosome\tSite1_Position\tSite2_Hugo_Symbol\tSite2_Chromosome\tSite2_Position\tNCBI_Build\tSV_Status\tClass
S1\tCDH23\t10\t73200000\tMMAC1\t10\t89690000\tGRCh37\tSOMATIC\tINVERSION
S2\tPTEN\t10\t-1\tPTEN\t10\t\tGRCh37\tSOMATIC\tDELETION
S3\tPTEN\t10\t89690000\tXYZ\t1\t5\tGRCh37\tGERMLINE\tTRANSLOCATION
""");
    Cohort cohort = read(new Requests().ofStudy(folder.resolve("study")).assay("WES"));
    assertThat(cohort.samples())
        .extracting(TumorSample::id, CohortReaderTest::basis)
        .containsExactly(tuple("S1", "none"), tuple("S2", "none"), tuple("S3", "none"));
    assertThat(cohort.samples().flatMap(s -> s.variants().stream()))
        .extracting(
            SomaticVariant::gene,
            SomaticVariant::consequence,
            SomaticVariant::hgvsP,
            SomaticVariant::position,
            SomaticVariant::alt)
        .containsExactly(
            tuple("PTEN", Consequence.GENE_FUSION, "CDH23-MMAC1", 89690000L, "INVERSION"),
            tuple("PTEN", Consequence.GENE_FUSION, "PTEN-PTEN", 0L, "DELETION"));
    assertThat(codes()).contains("VARIANTS_NOT_SOMATIC").doesNotContain("PROFILE_NOT_READ");
  }

  @ParameterizedTest
  @CsvSource({"4;1, ABSOLUTE", "1.25;-0.4, LOG2_RATIO", "-2;0, GISTIC"})
  void segmentsFillOnlyGenesWithoutAValue(String values, CopyNumberCall.Scale scale)
      throws IOException {
    String column =
        switch (scale) {
          case ABSOLUTE -> "CN";
          case LOG2_RATIO -> "LOG2";
          case GISTIC -> "GISTIC";
        };
    String[] value = values.split(";", -1);
    Cohort cohort =
        read(
            new Requests()
                .cna(
                    write(
                        "cna.tsv",
                        "SAMPLE_ID\tHugo_Symbol\t"
                            + column
                            + "\nS1\tPTEN\t"
                            + value[0]
                            + "\nS1\tAKT1\t"
                            + value[1]
                            + "\n"))
                .seg(
                    write(
                        "s.seg",
                        "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nS1\t10\t1000000\t130000000\t900\t-0.9\nS1\t3\t1000000\t190000000\t900\t0.6\n"))
                .assembly(GenomeAssembly.GRCH38));
    assertThat(cohort.samples().findFirst().orElseThrow().copyNumbers())
        .filteredOn(call -> List.of("PTEN", "PIK3CA").contains(call.gene()))
        .extracting(CopyNumberCall::gene, CopyNumberCall::scale, CopyNumberCall::value)
        .containsExactly(
            tuple("PIK3CA", CopyNumberCall.Scale.LOG2_RATIO, 0.6),
            tuple("PTEN", scale, Double.parseDouble(value[0])));
    assertThat(codes()).contains("SEGMENTS_FILL_ONLY").doesNotContain("COPY_NUMBER_SCALES");
  }

  private static List<ReceptorResult.Status> er(Cohort cohort, int index) {
    return cohort.samples().toList().get(index).receptors().stream()
        .filter(result -> result.receptor() == Receptor.ER)
        .map(ReceptorResult::status)
        .toList();
  }

  private static String basis(TumorSample sample) {
    return sample.coverage().layers().containsKey(AssayLayer.SNV_INDEL)
        ? sample.coverage().layers().get(AssayLayer.SNV_INDEL).basis().name()
        : "none";
  }

  /** One sample of z-scores looks like centred logarithms; 60 together do not. */
  @ParameterizedTest
  @CsvSource({
    "60, 1,   ERROR",
    "60, 0.4, ''",
    "3,  1,   WARNING",
    "3,  5,   WARNING",
  })
  void theUnitOfManySmallFilesIsJudgedTogether(int files, double spread, String severity)
      throws IOException {
    Random random = new Random(3);
    Requests requests = new Requests();
    Requests declared = new Requests().unit(ExpressionMatrix.Unit.Z_SCORE);
    for (int s = 0; s < files; s++) {
      StringBuilder text = new StringBuilder("gene\tS" + s + "\nPTEN\t-0.1\n");
      for (int g = 0; g < 50; g++) {
        text.append("G" + g + "\t" + spread * random.nextGaussian() + "\n");
      }
      Path file = write("e" + s + ".tsv", text.toString());
      requests.expression(file);
      declared.expression(file);
    }
    List<InputProblem> found =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
            .read(requests.build())
            .problems()
            .sorted();
    assertThat(found)
        .filteredOn(problem -> problem.code().equals("EXPR_UNIT_UNCLEAR"))
        .extracting(problem -> problem.severity().name())
        .isEqualTo(severity.isEmpty() ? List.of() : List.of(severity));
    read(declared);
    assertThat(codes()).doesNotContain("EXPR_UNIT_UNCLEAR");
  }

  /** A file in which nothing was measured tells no unit, and no less is asked of the others. */
  @Test
  void aFileWithoutMeasuredSamplesDoesNotVouchForTheUnit() throws IOException {
    Random random = new Random(3);
    Requests requests = new Requests();
    StringBuilder sheet = new StringBuilder("patient,sample,expression\nP99,S99,empty.sf\n");
    for (int s = 0; s < 60; s++) {
      sheet.append("P" + s + ",S" + s + ",\n");
      StringBuilder text = new StringBuilder("gene\tS" + s + "\nPTEN\t-0.1\n");
      for (int g = 0; g < 50; g++) {
        text.append("G" + g + "\t" + random.nextGaussian() + "\n");
      }
      requests.expression(write("e" + s + ".tsv", text.toString()));
    }
    StringBuilder zeros = new StringBuilder("Name\tLength\tEffectiveLength\tTPM\tNumReads\n");
    for (int g = 0; g < 30_000; g++) {
      zeros.append("G" + g + "\t1\t1\t0\t0\n");
    }
    write("empty.sf", zeros.toString());
    requests.sheet(write("sheet.csv", sheet.toString()));
    assertThat(
            new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
                .read(requests.build())
                .problems()
                .sorted())
        .filteredOn(problem -> problem.severity() == InputProblem.Severity.ERROR)
        .extracting(InputProblem::code)
        .containsExactly("EXPR_UNIT_UNCLEAR");
  }

  private Cohort read(Requests requests) {
    CohortReader.Reading reading =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE)).read(requests.build());
    problems = reading.problems().sorted();
    return reading.cohort().orElseThrow(() -> new AssertionError(problems));
  }

  private List<String> codes() {
    return problems.stream().map(InputProblem::code).toList();
  }

  private Path expression(String name, String sample) throws IOException {
    StringBuilder rows = new StringBuilder("gene\t" + sample + "\tTCGA-ZZ-ZZZZ-11\n");
    int value = 10;
    for (String gene : List.of("PTEN", "PIK3CA", "AKT1", "JAK2", "ESR1", "PGR", "ERBB2")) {
      value = value * 7 % 1013;
      rows.append(gene + "\t" + value * 10 + "\t" + value * 13 + "\n");
    }
    return write(name, rows.toString());
  }

  private Path write(String name, String content) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private static String variant(String gene, String sample) {
    return gene + "\t" + sample + "\tMissense_Mutation\tGRCh38\t3\t179218303\tG\tA\tp.E545K\n";
  }
}
