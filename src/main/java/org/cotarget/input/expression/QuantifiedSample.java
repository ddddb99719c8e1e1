package org.cotarget.input.expression;

import java.util.List;
import org.cotarget.cohort.ExpressionMatrix.Unit;
import org.cotarget.cohort.InputFile;

/**
 * The expression of one sample from a file of its own.
 *
 * @param sample its name in the sample sheet
 * @param format what kind of file it is
 * @param unit unit of the values
 * @param genes genes, each once
 * @param values one a gene; NaN where there is none
 * @param repeated rows of genes that had one
 * @param strand which of STAR's columns was taken; blank for other files
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record QuantifiedSample(
    String sample,
    String format,
    Unit unit,
    List<String> genes,
    float[] values,
    int repeated,
    String strand,
    InputFile file) {}
