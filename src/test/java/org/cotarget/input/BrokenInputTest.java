package org.cotarget.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cotarget.input.BrokenInputTest.Broken.broken;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.cli.CommandLineRunner;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblem.Severity;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way in which inputs are broken gives a problem with file, line, column, message and fix,
 * and no cohort.
 */
class BrokenInputTest {

  private static final Reference REFERENCE = ReferenceLoader.bundled();

  private static final String MAF_HEADER =
      "Hugo_Symbol\tTumor_Sample_Barcode\tVariant_Classification\tNCBI_Build\tChromosome"
          + "\tStart_Position\tReference_Allele\tTumor_Seq_Allele2\tHGVSp_Short\tt_depth\tt_alt_count\n";
  private static final String CLINICAL = "PATIENT_ID\tER_STATUS\tPR_STATUS\tHER2_STATUS\n";
  private static final String META =
      "genetic_alteration_type: CLINICAL\ndatatype: PATIENT_ATTRIBUTES\n";
  private static final String VCF =
      "##fileformat=VCFv4.2\n##reference=GRCh38\n"
          + "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl"
          + " VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp\">\n";

  @TempDir Path folder;

  /** A set of files, how they are given, and the problem expected of them. */
  record Broken(
      Map<String, byte[]> files,
      Map<String, String> options,
      String code,
      String path,
      long line,
      String column,
      List<String> words) {

    static Broken broken(String code) {
      return new Broken(new LinkedHashMap<>(), new LinkedHashMap<>(), code, "", 0, "", List.of());
    }

    Broken file(String name, String content) {
      return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Broken file(String name, byte[] content) {
      files.put(name, content);
      return this;
    }

    Broken option(String option, String value) {
      options.put(option + "#" + options.size(), value);
      return this;
    }

    /** A file and the option it is given by. */
    Broken given(String option, String name, String content) {
      return file(name, content).option(option, name);
    }

    Broken given(String option, String name, byte[] content) {
      return file(name, content).option(option, name);
    }

    Broken at(String file, long atLine, String atColumn, String... message) {
      return new Broken(files, options, code, file, atLine, atColumn, List.of(message));
    }
  }

  static Stream<Arguments> brokenInputs() {
    return Stream.of(
        // Any table
        arguments(
            "no such file",
            broken("FILE_MISSING").option("maf", "none.maf").at("none.maf", 0, "", "no such file")),
        arguments(
            "a folder for a file",
            broken("FILE_IS_FOLDER")
                .file("dir/x", "")
                .option("maf", "dir")
                .at("dir", 0, "", "folder")),
        arguments(
            "an empty file",
            broken("FILE_EMPTY").given("maf", "m.maf", "").at("m.maf", 0, "", "0 bytes")),
        arguments(
            "only comments",
            broken("FILE_EMPTY")
                .given("maf", "m.maf", "#version 2.4\n\n")
                .at("m.maf", 0, "", "comment lines")),
        arguments(
            "a header without rows",
            broken("TABLE_WITHOUT_ROWS")
                .given("clinical", "c.tsv", CLINICAL)
                .at("c.tsv", 0, "", "no row")),
        arguments(
            "a MAF without rows",
            broken("TABLE_WITHOUT_ROWS")
                .given("maf", "m.maf", MAF_HEADER)
                .at("m.maf", 0, "", "no row")),
        arguments(
            "a truncated gzip",
            broken("FILE_TRUNCATED")
                .given("maf", "m.maf.gz", cut(gzip(manyRows()), 0.7))
                .at("m.maf.gz", 0, "", "truncated")),
        arguments(
            "a damaged gzip",
            broken("FILE_DAMAGED")
                .given("maf", "m.maf.gz", damaged(gzip(MAF_HEADER)))
                .at("m.maf.gz", 0, "", "damaged")),
        arguments(
            "a gzip that is none",
            broken("FILE_DAMAGED")
                .given(
                    "maf",
                    "m.maf.gz",
                    new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
                .at("m.maf.gz", 0, "", "damaged")),
        arguments(
            "UTF-16",
            broken("FILE_NOT_TEXT")
                .given(
                    "clinical",
                    "c.tsv",
                    ("\uFEFF" + CLINICAL + "P1\tNegative\tNegative\tNegative\n")
                        .getBytes(StandardCharsets.UTF_16LE))
                .at("c.tsv", 0, "", "UTF-16")),
        arguments(
            "NUL bytes",
            broken("FILE_NOT_TEXT")
                .given("clinical", "c.xls", CLINICAL + "P1\0\t\t\t\n")
                .at("c.xls", 0, "", "line 2", "NUL")),
        arguments(
            "an open quote",
            broken("QUOTE_UNBALANCED")
                .given(
                    "clinical",
                    "c.tsv",
                    CLINICAL
                        + "P1\t\"Negative\tNegative\tNegative\nP2\tNegative\tNegative\tNegative\n")
                .at("c.tsv", 2, "", "never closed")),
        arguments(
            "a row too short",
            broken("ROW_RAGGED")
                .given(
                    "clinical",
                    "c.tsv",
                    CLINICAL + "P1\tNegative\tNegative\tNegative\nP2\tNegative\n")
                .at("c.tsv", 3, "", "2 fields", "4")),
        arguments(
            "a row too long",
            broken("ROW_RAGGED")
                .given("maf", "m.maf", MAF_HEADER + maf("PIK3CA", "S1").strip() + "\textra\n")
                .at("m.maf", 2, "", "12 fields", "11")),
        arguments(
            "a column twice",
            broken("COLUMN_DUPLICATE")
                .given(
                    "clinical",
                    "c.tsv",
                    "PATIENT_ID\tER_STATUS\tER_STATUS\nP1\tNegative\tPositive\n")
                .at("c.tsv", 1, "ER_STATUS", "columns 2 and 3")),
        // MAF
        arguments(
            "no column of samples",
            broken("COLUMN_MISSING")
                .given("maf", "m.maf", "Hugo_Symbol\tVariant_Classification\nPTEN\tSilent\n")
                .at("m.maf", 1, "Tumor_Sample_Barcode", "Tumor_Sample_Barcode")),
        arguments(
            "no column of genes",
            broken("COLUMN_MISSING")
                .given(
                    "maf",
                    "m.maf",
                    "# x\nTumor_Sample_Barcode\tVariant_Classification\nS1\tSilent\n")
                .at("m.maf", 2, "Hugo_Symbol", "Entrez_Gene_Id")),
        arguments(
            "no column of consequences",
            broken("COLUMN_MISSING")
                .given("maf", "m.maf", "Hugo_Symbol\tTumor_Sample_Barcode\nPTEN\tS1\n")
                .at("m.maf", 1, "Variant_Classification", "Consequence")),
        arguments(
            "a position that is text",
            broken("VALUE_NOT_NUMBER")
                .given(
                    "maf",
                    "m.maf",
                    MAF_HEADER + maf("PIK3CA", "S1").replace("179218303", "chr3:179"))
                .at("m.maf", 2, "Start_Position", "'chr3:179'")),
        arguments(
            "a depth that is text",
            broken("VALUE_NOT_NUMBER")
                .given(
                    "maf",
                    "m.maf",
                    MAF_HEADER
                        + maf("PIK3CA", "S1")
                        + maf("PTEN", "S1").replace("\t80\t", "\tmany\t"))
                .at("m.maf", 3, "t_depth", "'many'")),
        arguments(
            "a negative depth",
            broken("VALUE_OUT_OF_RANGE")
                .given(
                    "maf", "m.maf", MAF_HEADER + maf("PIK3CA", "S1").replace("\t80\t", "\t-80\t"))
                .at("m.maf", 2, "t_depth", "'-80'")),
        arguments(
            "two assemblies",
            broken("ASSEMBLY_MIXED")
                .given(
                    "maf",
                    "m.maf",
                    MAF_HEADER
                        + maf("PIK3CA", "S1")
                        + maf("PTEN", "S2")
                        + maf("PTEN", "S1").replace("GRCh38", "hg19"))
                .at("m.maf", 4, "NCBI_Build", "GRCh38 from line 2", "GRCh37 from line 4")),
        arguments(
            "another assembly than declared",
            broken("ASSEMBLY_CONTRADICTED")
                .given("maf", "m.maf", MAF_HEADER + maf("PIK3CA", "S1"))
                .option("assembly", "GRCH37")
                .at("m.maf", 2, "NCBI_Build", "GRCh38", "GRCh37")),
        arguments(
            "a row without sample",
            broken("SAMPLE_ID_MISSING")
                .given("maf", "m.maf", MAF_HEADER + maf("PIK3CA", ""))
                .at("m.maf", 2, "Tumor_Sample_Barcode", "no sample")),
        // Clinical tables
        arguments(
            "no column of ids",
            broken("COLUMN_MISSING")
                .given("clinical", "c.tsv", "who\tER_STATUS\nP1\tNegative\n")
                .at("c.tsv", 1, "PATIENT_ID", "PATIENT_ID", "who")),
        arguments(
            "a row without ids",
            broken("SAMPLE_ID_MISSING")
                .given("clinical", "c.tsv", CLINICAL + "\tNegative\tNegative\tNegative\n")
                .at("c.tsv", 2, "PATIENT_ID", "no patient")),
        arguments(
            "percent 140",
            broken("VALUE_OUT_OF_RANGE")
                .given("clinical", "c.tsv", "PATIENT_ID\tER_PERCENT\nP1\t140\n")
                .at("c.tsv", 2, "ER_PERCENT", "'140'", "0 to 100")),
        arguments(
            "negative percent",
            broken("VALUE_OUT_OF_RANGE")
                .given("clinical", "c.tsv", "PATIENT_ID\tPR_PERCENT\nP1\t-5%\n")
                .at("c.tsv", 2, "PR_PERCENT", "'-5%'")),
        arguments(
            "a negative ratio",
            broken("VALUE_OUT_OF_RANGE")
                .given("clinical", "c.tsv", "PATIENT_ID\tHER2_RATIO\nP1\t-1.2\n")
                .at("c.tsv", 2, "HER2_RATIO", "'-1.2'")),
        arguments(
            "a HER2 score of 7",
            broken("VALUE_OUT_OF_RANGE")
                .given("clinical", "c.tsv", "PATIENT_ID\tHER2_IHC_SCORE\nP1\t7\n")
                .at("c.tsv", 2, "HER2_IHC_SCORE", "'7'", "0 to 3")),
        arguments(
            "a patient twice with two results",
            broken("RECEPTORS_CONTRADICTORY")
                .given(
                    "clinical",
                    "c.tsv",
                    CLINICAL
                        + "P1\tNegative\tNegative\tNegative\nP2\tNegative\tNegative\tNegative\nP1\tPositive\tNegative\tNegative\n")
                .at("c.tsv", 4, "ER_STATUS", "line 2", "line 4", "'Negative'", "'Positive'")),
        arguments(
            "a sample that is ER positive and ER negative",
            broken("RECEPTORS_CONTRADICTORY")
                .given(
                    "clinical",
                    "c.tsv",
                    "PATIENT_ID\tSAMPLE_ID\tER_STATUS\nP1\tS1\tPositive\nP1\tS1\tNegative\n")
                .at("c.tsv", 3, "ER_STATUS", "line 2", "line 3", "'Positive'", "'Negative'")),
        arguments(
            "ids that do not join",
            broken("IDS_DO_NOT_JOIN")
                .given("clinical", "c.tsv", CLINICAL + "P1\tNegative\tNegative\tNegative\n")
                .given("maf", "m.maf", MAF_HEADER + maf("PIK3CA", "T9"))
                .at("m.maf", 0, "", "T9", "P1")),
        arguments(
            "ids that nearly join",
            broken("IDS_DO_NOT_JOIN")
                .given("clinical", "c.tsv", CLINICAL + "Pat-1\tNegative\tNegative\tNegative\n")
                .given("maf", "m.maf", MAF_HEADER + maf("PIK3CA", "PAT_1"))
                .at("m.maf", 0, "", "PAT_1", "Pat-1")),
        // Mapping file
        arguments(
            "a mapping without columns",
            broken("COLUMN_MISSING")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given("mapping", "map.tsv", "name\tmarker\nx\tER\n")
                .at("map.tsv", 1, "column", "column")),
        arguments(
            "a mapping of no marker",
            broken("MAPPING_INVALID")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given("mapping", "map.tsv", "column\tmarker\tassay\nx\tKi67\tIHC_STATUS\n")
                .at("map.tsv", 2, "marker", "'Ki67'")),
        arguments(
            "a mapping of no assay",
            broken("MAPPING_INVALID")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given("mapping", "map.tsv", "column\tmarker\tassay\nx\tER\tstain\n")
                .at("map.tsv", 2, "assay", "'stain'")),
        arguments(
            "a mapping of no value",
            broken("MAPPING_INVALID")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given(
                    "mapping",
                    "map.tsv",
                    "column\tmarker\tassay\tvalues\nx\tER\tIHC_STATUS\t1:yes\n")
                .at("map.tsv", 2, "values", "'1:yes'")),
        // Copy number
        arguments(
            "text for a copy number",
            broken("VALUE_NOT_NUMBER")
                .given("cna", "cna.tsv", "Hugo_Symbol\tS1\nPTEN\thomdel\nAKT1\t0\n")
                .at("cna.tsv", 2, "S1", "'homdel'")),
        arguments(
            "copy numbers of unknown genes",
            broken("CNA_NO_PANEL_GENE")
                .given("cna", "cna.tsv", "Hugo_Symbol\tS1\nENSG000\t0\nXYZ\t-2\n")
                .at("cna.tsv", 0, "", "ENSG000")),
        arguments(
            "a matrix without samples",
            broken("MATRIX_WITHOUT_SAMPLES")
                .given("cna", "cna.tsv", "Hugo_Symbol\tEntrez_Gene_Id\nPTEN\t5728\n")
                .at("cna.tsv", 1, "", "no sample")),
        arguments(
            "a sample twice in a matrix",
            broken("COLUMN_DUPLICATE")
                .given("cna", "cna.tsv", "Hugo_Symbol\tS1\tS1\nPTEN\t0\t-2\n")
                .at("cna.tsv", 1, "S1", "columns 2 and 3")),
        arguments(
            "a segment that ends before it starts",
            broken("SEG_RANGE")
                .given(
                    "seg",
                    "s.seg",
                    "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nS1\t10\t900\t100\t9\t-1.2\n")
                .option("assembly", "GRCH38")
                .at("s.seg", 2, "loc.start", "900", "100")),
        arguments(
            "a segment mean that is text",
            broken("VALUE_NOT_NUMBER")
                .given(
                    "seg",
                    "s.seg",
                    "ID\tchrom\tloc.start\tloc.end\tnum.mark\tseg.mean\nS1\t10\t100\t900\t9\tlow\n")
                .option("assembly", "GRCH38")
                .at("s.seg", 2, "seg.mean", "'low'")),
        // Expression
        arguments(
            "text for an expression value",
            broken("VALUE_NOT_NUMBER")
                .given("expression", "e.tsv", "gene\tS1\nPTEN\thigh\nAKT1\t4\n")
                .option("unit", "COUNTS")
                .at("e.tsv", 2, "S1", "'high'")),
        arguments(
            "negative counts",
            broken("EXPR_UNIT_CONTRADICTED")
                .given(
                    "expression", "e.tsv", "gene\tS1\tS2\nPTEN\t-4\t1\nAKT1\t4\t2\nPIK3CA\t4\t2\n")
                .option("unit", "COUNTS")
                .at("e.tsv", 2, "S1", "-4")),
        arguments(
            "a sample twice in expression",
            broken("COLUMN_DUPLICATE")
                .given("expression", "e.tsv", "gene\tS1\tS1\nPTEN\t4\t5\n")
                .at("e.tsv", 1, "S1", "columns 2 and 3")),
        arguments(
            "expression of unknown genes",
            broken("EXPR_NO_PANEL_GENE")
                .given("expression", "e.tsv", "gene\tS1\tS2\ng1\t4\t5\ng2\t1\t3\n")
                .option("unit", "COUNTS")
                .at("e.tsv", 0, "", "g1")),
        arguments(
            "two units",
            broken("EXPRESSION_UNITS_DIFFER")
                .given("expression", "a.tsv", expression(false))
                .given("expression", "b.tsv", expression(true))
                .at("b.tsv", 0, "", "a.tsv")),
        arguments(
            "one sample of two patients",
            broken("SAMPLE_OF_TWO_PATIENTS")
                .given("clinical", "c.tsv", "PATIENT_ID\tSAMPLE_ID\nP1\tS1\nP2\tS1\n")
                .at("c.tsv", 3, "", "P1")),
        // Assays
        arguments(
            "an assay without genes",
            broken("ASSAY_WITHOUT_GENES")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given("assay", "genes.txt", "# none\n")
                .at("genes.txt", 0, "", "no gene")),
        arguments(
            "an assay of other genes",
            broken("ASSAY_WITHOUT_GENES")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given("assay", "genes.txt", "FOO\nBAR\n")
                .at("genes.txt", 0, "", "PIK3CA")),
        arguments(
            "a BED that ends before it starts",
            broken("BED_INVALID")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given("assay", "t.bed", "chr3\t100\t200\tPIK3CA\nchr3\t900\t800\tPIK3CA\n")
                .at("t.bed", 2, "", "900")),
        arguments(
            "two unnamed assays",
            broken("ASSAY_AMBIGUOUS")
                .given("clinical", "c.tsv", CLINICAL + "P1\t\t\t\n")
                .given("assay", "a.txt", "PTEN\n")
                .given("assay", "b.txt", "PIK3CA\n")
                .at("b.txt", 0, "", "no name")),
        // Sample sheet
        arguments(
            "a sheet without samples",
            broken("COLUMN_MISSING")
                .given("sheet", "s.csv", "patient,vcf\nP1,x.vcf\n")
                .at("s.csv", 1, "sample", "sample")),
        arguments(
            "a sample twice in a sheet",
            broken("SAMPLE_DUPLICATE")
                .given("sheet", "s.csv", "patient,sample\nP1,S1\nP2,S1\n")
                .at("s.csv", 3, "sample", "S1", "line 2")),
        arguments(
            "a file that a sheet names and is not there",
            broken("FILE_MISSING")
                .given("sheet", "s.csv", "patient,sample,vcf\nP1,S1,gone.vcf\n")
                .at("s.csv", 2, "vcf", "gone.vcf")),
        arguments(
            "a sheet's file of several samples",
            broken("SAMPLESHEET_FILE_OF_SEVERAL")
                .given("sheet", "s.csv", "patient,sample,maf\nP1,S1,m.maf\n")
                .file("m.maf", MAF_HEADER + maf("PTEN", "A") + maf("PTEN", "B"))
                .at("m.maf", 0, "", "A, B")),
        // Study folder
        arguments(
            "a study without meta files",
            broken("STUDY_WITHOUT_META")
                .file("study/data_mutations.txt", MAF_HEADER)
                .option("study", "study")
                .at("study", 0, "", "meta_")),
        arguments(
            "a file for a study",
            broken("STUDY_NOT_A_FOLDER")
                .given("study", "study.zip", "x")
                .at("study.zip", 0, "", "folder")),
        arguments(
            "a meta file without data file",
            broken("META_INCOMPLETE")
                .file("study/meta_clinical.txt", META)
                .option("study", "study")
                .at("study/meta_clinical.txt", 0, "data_filename", "no data file")),
        arguments(
            "a meta file that does not say what",
            broken("META_INCOMPLETE")
                .file("study/meta_x.txt", "data_filename: x.txt\n")
                .file("study/x.txt", "a\n")
                .option("study", "study")
                .at("study/meta_x.txt", 0, "genetic_alteration_type", "what it holds")),
        arguments(
            "a data file that is not there",
            broken("DATA_FILE_MISSING")
                .file("study/meta_clinical.txt", META + "data_filename: gone.txt\n")
                .option("study", "study")
                .at("study/meta_clinical.txt", 3, "data_filename", "'gone.txt'")),
        arguments(
            "a path out of the study",
            broken("PATH_OUTSIDE_STUDY")
                .file("secret.txt", CLINICAL + "P1\t\t\t\n")
                .file("study/meta_clinical.txt", META + "data_filename: ../secret.txt\n")
                .option("study", "study")
                .at("study/meta_clinical.txt", 3, "data_filename", "'../secret.txt'", "outside")),
        arguments(
            "an absolute path in a study",
            broken("PATH_OUTSIDE_STUDY")
                .file("study/meta_clinical.txt", META + "data_filename: /etc/hosts\n")
                .option("study", "study")
                .at("study/meta_clinical.txt", 3, "data_filename", "'/etc/hosts'")),
        arguments(
            "a panel without genes",
            broken("GENE_PANEL_INCOMPLETE")
                .file("study/meta_study.txt", "type_of_cancer: brca\n")
                .file("study/data_gene_panel_x.txt", "stable_id: X\n")
                .option("study", "study")
                .at("study/data_gene_panel_x.txt", 0, "gene_list", "gene_list")),
        // VCF
        arguments(
            "a VCF whose assembly nothing tells",
            broken("VCF_BUILD_UNDECIDED")
                .given(
                    "vcf",
                    "v.vcf",
                    "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n3\t179218310\t.\tT\tC\t.\tPASS\t.\tGT\t0/1\n")
                .at("v.vcf", 0, "", "GRCh38 in")),
        arguments(
            "a VCF that is no VCF",
            broken("VCF_NOT_VCF")
                .given("vcf", "v.vcf", "Hugo_Symbol\tx\nPTEN\t1\n")
                .at("v.vcf", 1, "", "##fileformat")),
        arguments(
            "a VCF record that is broken",
            broken("VCF_RECORD")
                .given(
                    "vcf",
                    "v.vcf",
                    VCF
                        + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n3\tx\t.\tG\tA\t.\tPASS\tCSQ=A|missense_variant|PIK3CA|T|c|p\tGT\t0/1\n")
                .at("v.vcf", 5, "POS", "x")),
        arguments(
            "a folder without VCF",
            broken("FOLDER_WITHOUT_VCF")
                .file("vcfs/readme.txt", "x")
                .option("vcf", "vcfs")
                .at("vcfs", 0, "", ".vcf")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenInputs")
  void isAProblemWithPlaceAndFix(String what, Broken input) throws IOException {
    CohortReader.Reading reading = read(input);
    assertThat(reading.cohort()).as(what).isEmpty();
    List<InputProblem> problems = reading.problems().sorted();
    assertThat(problems)
        .as(what)
        .anySatisfy(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Severity.ERROR);
              assertThat(problem.code()).isEqualTo(input.code());
              assertThat(problem.where().path()).isEqualTo(shown(input.path()));
              assertThat(problem.where().line()).isEqualTo(input.line());
              assertThat(problem.where().column()).isEqualTo(input.column());
              assertThat(problem.message() + " " + problem.fix()).contains(input.words());
              assertThat(problem.message()).isNotBlank();
              assertThat(problem.fix()).isNotBlank();
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenInputs")
  void endsARunWithoutResults(String what, Broken input) throws IOException {
    write(input);
    Path out = folder.resolve("results");
    List<String> arguments = new ArrayList<>(List.of("run", "--out", out.toString()));
    input.options().forEach((option, value) -> arguments.addAll(argument(option, value)));
    CommandLineRunner.Result result = CommandLineRunner.run(arguments);
    assertThat(result.code()).as(what + ": " + result.err()).isEqualTo(1);
    assertThat(result.err().lines())
        .as(what)
        .anySatisfy(
            line ->
                assertThat(line).startsWith("error " + input.code()).contains(shown(input.path())));
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileThatCannotBeOpenedIsAProblem() throws IOException {
    Path link = folder.resolve("m.maf");
    Files.createSymbolicLink(link, link);
    assertThat(
            new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
                .read(new Requests().maf(link).build())
                .problems()
                .sorted())
        .extracting(InputProblem::code, p -> p.where().path())
        .containsExactly(tuple("FILE_UNREADABLE", link.toString()));
    CommandLineRunner.Result result =
        CommandLineRunner.run(
            List.of(
                "run", "--maf", link.toString(), "--out", folder.resolve("results").toString()));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("error FILE_UNREADABLE " + link);
    assertThat(folder.resolve("results")).doesNotExist();
  }

  @Test
  void allBrokenFilesAreReportedAtOnce() throws IOException {
    Broken all =
        broken("")
            .given("clinical", "c.tsv", "PATIENT_ID\tER_PERCENT\nP1\t140\n")
            .given("maf", "m.maf", MAF_HEADER + maf("PIK3CA", "P1").replace("\t80\t", "\tx\t"))
            .given("maf", "gone.maf", "")
            .given("cna", "cna.tsv", "Hugo_Symbol\tP1\nPTEN\tlost\nAKT1\t0\n")
            .given("expression", "e.tsv", "gene\tP1\nPTEN\thigh\nAKT1\t4\n")
            .given("assay", "genes.txt", "FOO\n")
            .given("sheet", "s.csv", "patient,sample,vcf\nP1,P1,gone.vcf\n");
    CohortReader.Reading reading = read(all);
    assertThat(reading.cohort()).isEmpty();
    assertThat(reading.problems().sorted())
        .filteredOn(problem -> problem.severity() == Severity.ERROR)
        .extracting(problem -> problem.where().path())
        .contains(
            shown("c.tsv"),
            shown("m.maf"),
            shown("gone.maf"),
            shown("cna.tsv"),
            shown("e.tsv"),
            shown("genes.txt"),
            shown("s.csv"));
  }

  @Test
  void aLinkOutOfTheStudyIsNotFollowed() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), CLINICAL + "P1\t\t\t\n");
    Path study = Files.createDirectory(folder.resolve("study"));
    Files.createSymbolicLink(study.resolve("data.txt"), folder.resolve("secret.txt"));
    Files.writeString(study.resolve("meta_clinical.txt"), META + "data_filename: data.txt\n");
    assertThat(
            new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE))
                .read(Requests.study(study))
                .problems()
                .sorted())
        .extracting(InputProblem::code)
        .containsExactly("PATH_OUTSIDE_STUDY");
  }

  @Test
  void nothingAtAllIsAProblem() {
    CohortReader.Reading reading =
        new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE)).read(new Requests().build());
    assertThat(reading.problems().sorted())
        .extracting(InputProblem::code)
        .containsExactly("NOTHING_TO_READ");
  }

  private List<String> argument(String option, String value) {
    String name = option.substring(0, option.indexOf('#'));
    return switch (name) {
      case "sheet" -> List.of("--samplesheet", shown(value));
      case "mapping" -> List.of("--clinical-mapping", shown(value));
      case "unit", "assembly" -> List.of("--" + name, value);
      default -> List.of("--" + name, shown(value));
    };
  }

  private CohortReader.Reading read(Broken input) throws IOException {
    write(input);
    Requests requests = new Requests();
    input.options().forEach((option, value) -> requests.option(option, value, folder));
    return new CohortReader(REFERENCE, new VariantAnnotator(REFERENCE)).read(requests.build());
  }

  private void write(Broken input) throws IOException {
    for (Map.Entry<String, byte[]> file : input.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private String shown(String name) {
    return folder.resolve(name).toString();
  }

  private static String maf(String gene, String sample) {
    return gene
        + "\t"
        + sample
        + "\tMissense_Mutation\tGRCh38\t3\t179218303\tG\tA\tp.E545K\t80\t20\n";
  }

  private static String manyRows() {
    StringBuilder rows = new StringBuilder(MAF_HEADER);
    for (int i = 0; i < 3000; i++) {
      rows.append(maf("G" + i * 7919 % 10007, "S" + i * 31 % 97));
    }
    return rows.toString();
  }

  private static String expression(boolean zScores) {
    StringBuilder rows = new StringBuilder("gene\t").append(zScores ? "S3\tS4\n" : "S1\tS2\n");
    int value = 10;
    for (String gene : List.of("PTEN", "PIK3CA", "AKT1", "JAK2", "ESR1", "PGR", "ERBB2")) {
      value = value * 7 % 1013;
      rows.append(gene).append('\t');
      rows.append(zScores ? "-1.25\t0.75\n" : value * 10 + "\t" + value * 13 + "\n");
    }
    return rows.toString();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] cut(byte[] bytes, double share) {
    return Arrays.copyOf(bytes, (int) (bytes.length * share));
  }

  /** Changes the checksum. */
  private static byte[] damaged(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[changed.length - 6] ^= 0x55;
    return changed;
  }
}
