package org.cotarget.reference;

/**
 * A trial that bears on the question, for the report's disclaimer.
 *
 * @param name trial name
 * @param registration registry id or empty
 * @param drugs drugs given
 * @param population who was treated
 * @param result result in figures
 * @param verdict short verdict
 * @param citation citation key
 * @param verification as for {@link Citation}
 */
public record Trial(
    String name,
    String registration,
    String drugs,
    String population,
    String result,
    String verdict,
    String citation,
    String verification) {}
