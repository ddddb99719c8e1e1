package org.cotarget.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a run went: what {@code run.json} holds besides the report, and the only place where time
 * enters the output.
 *
 * @param arguments command line after the program name
 * @param start when the run began
 * @param end when its results were complete
 * @param javaVersion version of the Java runtime
 * @param stages time taken by each stage, in the order they ran
 * @param parts the result folders that were merged; empty for a run
 */
public record RunInfo(
    List<String> arguments,
    Instant start,
    Instant end,
    String javaVersion,
    List<Stage> stages,
    List<Part> parts) {

  /**
   * A stage of a run.
   *
   * @param name what it did, e.g. {@code read inputs}
   * @param taken wall-clock time
   */
  public record Stage(String name, Duration taken) {}

  /**
   * A result folder that went into another.
   *
   * @param folder as the user named it, with {@code /} as separator
   * @param patients number of its patients
   * @param sha256 hex digest of its {@code results.json}
   */
  public record Part(String folder, int patients, String sha256) {}

  public RunInfo {
    arguments = List.copyOf(arguments);
    stages = List.copyOf(stages);
    parts = List.copyOf(parts);
  }
}
