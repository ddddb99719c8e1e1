package org.cotarget.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.Shard;
import org.cotarget.input.vcf.scan.ReaderKind;

/**
 * What the user asked to be read. Every list may be empty; at least one input must be named.
 *
 * @param study cBioPortal study folder
 * @param linksFollowed whether links in the study folder are taken wherever they point
 * @param samplesheet one row per sample
 * @param vcf VCF/BCF files, or folders of them
 * @param maf MAF files
 * @param cna gene-level copy-number matrices or long tables
 * @param seg segment files
 * @param expression expression matrices
 * @param clinical clinical tables
 * @param clinicalMapping names receptor columns that no vocabulary knows
 * @param assays what was assayed, each {@code FILE} or {@code NAME=FILE}, or the words {@code
 *     WES}/{@code WGS}
 * @param unit unit of the expression values where the user declares it
 * @param assembly assembly where the user declares it
 * @param tumorSamples columns of tumours in VCFs where the user names them
 * @param includedFilters FILTER values that pass besides {@code PASS} and {@code .}
 * @param reader how VCF and BCF are read
 * @param shard the patients wanted; files of samples of others, by the sample sheet, are not read
 */
public record InputRequest(
    Optional<Path> study,
    boolean linksFollowed,
    Optional<Path> samplesheet,
    List<Path> vcf,
    List<Path> maf,
    List<Path> cna,
    List<Path> seg,
    List<Path> expression,
    List<Path> clinical,
    Optional<Path> clinicalMapping,
    List<String> assays,
    Optional<ExpressionMatrix.Unit> unit,
    Optional<GenomeAssembly> assembly,
    Set<String> tumorSamples,
    Set<String> includedFilters,
    ReaderKind reader,
    Shard shard) {

  public InputRequest {
    vcf = List.copyOf(vcf);
    maf = List.copyOf(maf);
    cna = List.copyOf(cna);
    seg = List.copyOf(seg);
    expression = List.copyOf(expression);
    clinical = List.copyOf(clinical);
    assays = List.copyOf(assays);
    tumorSamples = Set.copyOf(tumorSamples);
    includedFilters = Set.copyOf(includedFilters);
  }

  /** Whether nothing at all was named. */
  public boolean isEmpty() {
    return study.isEmpty()
        && samplesheet.isEmpty()
        && vcf.isEmpty()
        && maf.isEmpty()
        && cna.isEmpty()
        && seg.isEmpty()
        && expression.isEmpty()
        && clinical.isEmpty();
  }
}
