package org.cotarget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Shard;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.input.CohortReader;
import org.cotarget.input.InputRequest;
import org.cotarget.input.vcf.scan.ReaderKind;
import org.cotarget.reference.Reference;
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
      names = "--follow-links",
      description =
          "Take links in the study folder wherever they point, as in a folder that a workflow engine or"
              + " git-annex laid out. Default: a link to outside is an error.")
  private boolean followLinks;

  @Option(
      names = "--samplesheet",
      paramLabel = "CSV",
      description = "One row a sample: patient,sample,vcf,cnv,expression,assay.")
  private @Nullable Path samplesheet;

  @Option(
      names = "--vcf",
      paramLabel = "FILE",
      description =
          "VCF, gVCF or BCF of small variants, structural variants or copy numbers, on GRCh37 or GRCh38,"
              + " annotated or not; or a folder of them. Repeatable.")
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
          "Copy number by gene: GISTIC states, log2 ratios or copies; matrix or long table; or a"
              + " copy-number VCF. Repeatable.")
  private List<Path> cna = new ArrayList<>();

  @Option(
      names = "--seg",
      paramLabel = "FILE",
      description = "Copy-number segments, or a copy-number VCF. Repeatable.")
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
      description =
          "The tumour's column in a VCF of tumour and normal. Repeatable, one for each file.")
  private Set<String> tumorSamples = new LinkedHashSet<>();

  @Option(
      names = "--include-filter",
      paramLabel = "WORD",
      split = ",",
      description = "FILTER values that pass besides PASS and '.'. Repeatable.")
  private Set<String> includedFilters = new LinkedHashSet<>();

  @Option(
      names = "--min-depth",
      paramLabel = "READS",
      description =
          "Variants at positions of fewer reads are left out of VCFs and MAFs, hotspots with a warning. Default: 0, which"
              + " leaves this to the caller.")
  private @Nullable Integer minDepth;

  @Option(
      names = "--min-af",
      paramLabel = "SHARE",
      description =
          "Variants in a smaller share of the reads, from 0 to 1, are left out likewise. Default: 0.")
  private @Nullable Double minFraction;

  @Option(
      names = "--reader",
      paramLabel = "HOW",
      description =
          "How VCF and BCF are read: scan (fast), or htsjdk to check it by; both give the same. Default: scan.")
  private ReaderKind reader = ReaderKind.SCAN;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Take part I of N of the patients, told by a hash of their ids. Of a sample sheet only the"
              + " files of theirs are read; other files are read whole. Default: 1/1, all patients.")
  private String shard = "1/1";

  /** The reference data with the user's cut-offs of reading in place of the defaults. */
  Reference apply(Reference reference) {
    Reference changed = reference;
    if (minDepth != null) {
      changed = changed.withThresholds(changed.thresholds().with("variant.min-depth", minDepth));
    }
    if (minFraction != null) {
      changed =
          changed.withThresholds(
              changed.thresholds().with("variant.min-allele-fraction", minFraction));
    }
    return changed;
  }

  /** What is to be read; empty assembly when the text names none. */
  InputRequest request() {
    return new InputRequest(
        Optional.ofNullable(study),
        followLinks,
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
        tumorSamples,
        includedFilters,
        reader,
        part());
  }

  /** The reason why a command that needs the whole cohort cannot go on, or empty. */
  Optional<String> faultOfPart() {
    return isPart()
        ? Optional.of(
            "--shard "
                + shard
                + ": a model is fitted on the whole cohort; fit a part of it with --partial")
        : Optional.empty();
  }

  /** Whether only some of the patients are wanted. */
  boolean isPart() {
    return !part().isWhole();
  }

  private Shard part() {
    return shard().orElse(Shard.WHOLE);
  }

  private Optional<Shard> shard() {
    return Shard.parse(shard);
  }

  /**
   * Tells where a shard would be scored by a model that is fitted or chosen by its own samples.
   *
   * @param reading what was read
   */
  void requireModel(
      CohortReader.Reading reading, Optional<ExpressionModel> model, InputProblems problems) {
    if (isPart() && reading.expression() && model.isEmpty()) {
      problems.error(
          "SHARD_WITHOUT_MODEL",
          SourceLocation.ofFile("command line"),
          "--shard " + shard + " holds some of the samples, and a model must not depend on which",
          "fit a model once on the whole cohort with 'cotarget fit' and give it to every shard with"
              + " --model, or name a built-in one");
    }
  }

  /** The reason why the options cannot be used, or empty. */
  Optional<String> fault() {
    if (assembly != null && assembly().isEmpty()) {
      return Optional.of("--assembly " + assembly + ": give GRCh37 or GRCh38");
    }
    if (shard().isEmpty()) {
      return Optional.of("--shard " + shard + ": give I/N with I from 1 to N, e.g. 3/10");
    }
    if (minDepth != null && minDepth < 0) {
      return Optional.of("--min-depth " + minDepth + ": give a number of reads, 0 or more");
    }
    if (minFraction != null && !(minFraction >= 0 && minFraction <= 1)) {
      return Optional.of("--min-af " + minFraction + ": give a share from 0 to 1");
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
