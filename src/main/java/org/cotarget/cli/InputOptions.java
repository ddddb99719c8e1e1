package org.cotarget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.input.InputRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The inputs, the same for {@code run} and {@code check}. */
final class InputOptions {

  @Option(
      names = "--study",
      paramLabel = "DIR",
      description = "A cBioPortal study folder; its meta files say what is read.")
  private @Nullable Path study;

  @Option(
      names = "--samplesheet",
      paramLabel = "CSV",
      description = "One row a sample: patient,sample,vcf,cnv,expression,assay.")
  private @Nullable Path samplesheet;

  @Option(
      names = "--vcf",
      paramLabel = "FILE",
      description =
          "VCF or BCF: small variants annotated by VEP, SnpEff or bcftools csq, structural variants,"
              + " copy numbers; or a folder of them. Repeatable.")
  private List<Path> vcf = new ArrayList<>();

  @Option(
      names = "--maf",
      paramLabel = "FILE",
      description = "MAF of GDC, TCGA or cBioPortal. Repeatable.")
  private List<Path> maf = new ArrayList<>();

  @Option(
      names = "--cna",
      paramLabel = "FILE",
      description =
          "Copy number by gene: GISTIC states, log2 ratios or copies; matrix or long table. Repeatable.")
  private List<Path> cna = new ArrayList<>();

  @Option(names = "--seg", paramLabel = "FILE", description = "Copy-number segments. Repeatable.")
  private List<Path> seg = new ArrayList<>();

  @Option(
      names = "--expression",
      paramLabel = "FILE",
      description = "Expression matrix, TSV, CSV or GCT. Repeatable.")
  private List<Path> expression = new ArrayList<>();

  @Option(
      names = "--clinical",
      paramLabel = "FILE",
      description = "Clinical table with receptors. Repeatable.")
  private List<Path> clinical = new ArrayList<>();

  @Option(
      names = "--clinical-mapping",
      paramLabel = "TSV",
      description =
          "Names receptor columns that cotarget does not know: column, marker, assay, values.")
  private @Nullable Path clinicalMapping;

  @Option(
      names = "--assay",
      paramLabel = "[NAME=]FILE",
      description =
          "Genes that an assay covers: gene list, cBioPortal gene panel, BED, or the word WES or WGS."
              + " Not tested is not wild type. Repeatable.")
  private List<String> assays = new ArrayList<>();

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description =
          "Unit of the expression values: ${COMPLETION-CANDIDATES}. Default: told from the data.")
  private ExpressionMatrix.@Nullable Unit unit;

  @Option(
      names = "--assembly",
      paramLabel = "BUILD",
      description = "GRCh37 or GRCh38, where the files do not tell.")
  private @Nullable String assembly;

  @Option(
      names = "--tumor-sample",
      paramLabel = "NAME",
      description = "The tumour's column in a VCF of tumour and normal.")
  private @Nullable String tumorSample;

  @Option(
      names = "--include-filter",
      paramLabel = "WORD",
      split = ",",
      description = "FILTER values that pass besides PASS and '.'. Repeatable.")
  private Set<String> includedFilters = new LinkedHashSet<>();

  /** What is to be read; empty assembly when the text names none. */
  InputRequest request() {
    return new InputRequest(
        Optional.ofNullable(study),
        Optional.ofNullable(samplesheet),
        vcf,
        maf,
        cna,
        seg,
        expression,
        clinical,
        Optional.ofNullable(clinicalMapping),
        assays,
        Optional.ofNullable(unit),
        assembly(),
        Optional.ofNullable(tumorSample),
        includedFilters);
  }

  /** The reason why the options cannot be used, or empty. */
  Optional<String> fault() {
    if (assembly != null && assembly().isEmpty()) {
      return Optional.of("--assembly " + assembly + ": give GRCh37 or GRCh38");
    }
    return request().isEmpty()
        ? Optional.of("nothing to read: give --study, or --clinical with --maf, --vcf, --cna...")
        : Optional.empty();
  }

  private Optional<GenomeAssembly> assembly() {
    return Optional.ofNullable(assembly)
        .map(GenomeAssembly::parse)
        .filter(known -> known != GenomeAssembly.UNKNOWN);
  }
}
