package org.cotarget.expression;

/**
 * The scale that a z-score was taken on, written out so that the same scores can be had again.
 *
 * @param id gene symbol or signature id
 * @param method {@code mean/SD} or {@code median/MAD} (the MAD times 1.4826)
 * @param location mean or median of the reference; log2 expression for a gene, raw score for a
 *     signature
 * @param scale standard deviation or scaled MAD, {@code > 0}
 * @param samples samples with a value
 */
public record ReferenceScale(
    String id, String method, double location, double scale, int samples) {}
