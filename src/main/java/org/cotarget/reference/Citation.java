package org.cotarget.reference;

/**
 * A source of a rule or a fact.
 *
 * @param key short key used throughout, e.g. {@code ALL20}
 * @param reference authors, year and journal
 * @param identifier DOI, trial number or other stable identifier; empty when none is known
 * @param verification whether the statement was seen in the source, computed, remembered, or is a
 *     default of ours
 */
public record Citation(String key, String reference, String identifier, String verification) {}
