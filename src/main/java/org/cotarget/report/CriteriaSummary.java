package org.cotarget.report;

/**
 * A criteria file that was applied.
 *
 * @param id id, unique in a run
 * @param title title for people
 * @param version version
 * @param source {@code built-in} or the path as the user named it
 * @param sha256 hex digest of its text
 */
public record CriteriaSummary(
    String id, String title, String version, String source, String sha256) {

  /** Source of criteria that are part of cotarget. */
  public static final String BUILT_IN = "built-in";

  /** The file, for messages about it. */
  public String path() {
    return source.equals(BUILT_IN) ? "reference/criteria/" + id + ".yaml" : source;
  }
}
