package org.cotarget.input.layer;

import org.cotarget.cohort.ExpressionMatrix;
import org.cotarget.cohort.InputFile;

/**
 * One expression matrix.
 *
 * @param matrix the matrix, its samples named as the file spells them
 * @param file provenance, with unit and on what evidence
 */
public record ExpressionLayer(ExpressionMatrix matrix, InputFile file) {}
