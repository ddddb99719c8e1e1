package org.cotarget.input;

import java.util.List;
import java.util.Optional;
import org.cotarget.cohort.InputFile;
import org.cotarget.input.layer.CopyNumberLayer;
import org.cotarget.input.layer.ExpressionLayer;
import org.cotarget.input.layer.VariantLayer;
import org.cotarget.input.study.Study;

/**
 * Everything that was read, before it is joined.
 *
 * @param clinical clinical tables
 * @param sheet the sample sheet
 * @param variants MAF and VCF files
 * @param rearrangements rearrangements that a study lists apart from its small variants; they do
 *     not tell who was sequenced
 * @param copyNumbers copy-number files; where two give a gene's value on the same scale the first
 *     stands
 * @param segments copy numbers from segments, which fill what the other files leave open
 * @param expression expression matrices
 * @param assays assays that the user describes
 * @param study the study folder
 * @param otherInputs provenance of files that are no layer
 */
record CohortInputs(
    List<ClinicalTable> clinical,
    Optional<SampleSheet> sheet,
    List<VariantLayer> variants,
    List<VariantLayer> rearrangements,
    List<CopyNumberLayer> copyNumbers,
    List<CopyNumberLayer> segments,
    List<ExpressionLayer> expression,
    Assays assays,
    Optional<Study> study,
    List<InputFile> otherInputs) {

  CohortInputs {
    clinical = List.copyOf(clinical);
    variants = List.copyOf(variants);
    rearrangements = List.copyOf(rearrangements);
    copyNumbers = List.copyOf(copyNumbers);
    segments = List.copyOf(segments);
    expression = List.copyOf(expression);
    otherInputs = List.copyOf(otherInputs);
  }

  /** Matrices with samples; a file may have been read in which nothing was measured. */
  List<ExpressionLayer> measuredExpression() {
    return expression.stream().filter(layer -> !layer.matrix().samples().isEmpty()).toList();
  }
}
