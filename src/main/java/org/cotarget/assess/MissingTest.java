package org.cotarget.assess;

/**
 * A test that was not done, or could not be read, and that would change a call.
 *
 * @param name what to order, e.g. {@code HER2 ISH}
 * @param reason why, e.g. {@code HER2 IHC 2+ without ISH}
 */
public record MissingTest(String name, String reason) {}
