package org.cotarget.assess;

import org.cotarget.cohort.SourceLocation;

/**
 * One piece of evidence for or against a call.
 *
 * @param axis the question it speaks to
 * @param source kind of measurement
 * @param strength how much it counts
 * @param subject gene, receptor or signature
 * @param value what was found, e.g. {@code H1047R} or {@code IHC 2+}
 * @param statement what it means, in one sentence
 * @param rule id of the rule applied, e.g. {@code pi3k_events:PIK3CA/HOTSPOT}
 * @param citation citation keys, separated by {@code ;}
 * @param where file, line and column; a location without line where a whole file speaks, an empty
 *     path where nothing was read
 */
public record Evidence(
    Axis axis,
    Source source,
    Strength strength,
    String subject,
    String value,
    String statement,
    String rule,
    String citation,
    SourceLocation where) {

  /** For evidence that no file holds, such as a test that was not done. */
  public static final SourceLocation NOWHERE = SourceLocation.ofFile("");
}
