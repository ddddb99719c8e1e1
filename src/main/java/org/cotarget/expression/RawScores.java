package org.cotarget.expression;

/**
 * What the samples of a matrix show before anything is compared with a reference; each entry
 * depends on its sample and on the location and scale of the genes alone.
 *
 * @param genes {@code [sample][gene]}, log2 expression of the model's genes, NaN where missing
 * @param values {@code [sample][signature]}, raw scores, NaN where too few genes have a value
 * @param used {@code [sample][signature]}, genes of the signature with a usable value
 * @param quantiles {@code [sample]}, {@link QuantileProfile} of the genes
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays on the path of every cell
record RawScores(double[][] genes, double[][] values, int[][] used, double[][] quantiles) {}
