package org.cotarget.input.study;

import java.nio.file.Path;
import org.cotarget.cohort.SourceLocation;

/**
 * A data file of a study.
 *
 * @param kind what it holds
 * @param path the file, inside the study folder
 * @param meta the line of the meta file that names it
 * @param profile stable id of the profile, e.g. {@code mutations}, {@code gistic}
 * @param description name and description of the profile, which may state the unit
 */
public record StudyFile(
    Kind kind, Path path, SourceLocation meta, String profile, String description) {

  /** What a data file holds. */
  public enum Kind {
    CLINICAL,
    MUTATIONS,
    /** Rearrangements, one row an event of two sites. */
    STRUCTURAL_VARIANTS,
    /** GISTIC states, genes by samples. */
    CNA_DISCRETE,
    /** log2 ratios, genes by samples. */
    CNA_LOG2,
    /** Absolute copies, genes by samples. */
    CNA_LINEAR,
    /** GISTIC states, one row a gene and sample. */
    CNA_LONG,
    SEGMENTS,
    /** Expression that is not standardised. */
    EXPRESSION,
    EXPRESSION_Z,
    GENE_PANEL_MATRIX
  }
}
