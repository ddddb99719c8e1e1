package org.cotarget.reference;

/**
 * One cut-off.
 *
 * @param id dotted name, e.g. {@code copy-number.amplification.log2}
 * @param value the number
 * @param unit its unit
 * @param meaning what it separates, and on which side equality falls
 * @param citation citation keys, or {@code design_default}
 * @param validation {@code v} seen in the source, {@code c} computed from public data, {@code m}
 *     remembered, {@code d} our default without validation
 */
public record Threshold(
    String id, double value, String unit, String meaning, String citation, String validation) {}
