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
 */
public record RunInfo(
    List<String> arguments, Instant start, Instant end, String javaVersion, List<Stage> stages) {

  /**
   * A stage of a run.
   *
   * @param name what it did, e.g. {@code read inputs}
   * @param taken wall-clock time
   */
  public record Stage(String name, Duration taken) {}

  public RunInfo {
    arguments = List.copyOf(arguments);
    stages = List.copyOf(stages);
  }
}
