package org.cotarget.cohort;

import static org.cotarget.cohort.InputProblem.Severity.ERROR;
import static org.cotarget.cohort.InputProblem.Severity.NOTE;
import static org.cotarget.cohort.InputProblem.Severity.WARNING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.cotarget.cohort.InputProblem.Severity;

/**
 * Collects the problems of one reading of the inputs. Not safe for use by several threads: parallel
 * readers keep one each and {@link #addAll} joins them.
 *
 * <p>A file that repeats one mistake on every line would drown the others, so at most {@value
 * #SHOWN_PER_FILE} problems of one code are kept for a file and the rest are counted in one closing
 * problem. Those that come first in their order are kept, so that it does not matter in which order
 * they were found.
 */
public final class InputProblems {

  /** Problems of one code kept for one file before the rest are only counted. */
  static final int SHOWN_PER_FILE = 50;

  private record Kind(String path, String code, Severity severity) {}

  /** The first problems of each kind, the last of them at the head. */
  private final Map<Kind, PriorityQueue<InputProblem>> kept = new HashMap<>();

  private final Map<Kind, Integer> counts = new HashMap<>();

  public void error(String code, SourceLocation where, String message, String fix) {
    add(new InputProblem(ERROR, code, where, message, fix));
  }

  public void warning(String code, SourceLocation where, String message, String fix) {
    add(new InputProblem(WARNING, code, where, message, fix));
  }

  public void note(String code, SourceLocation where, String message, String fix) {
    add(new InputProblem(NOTE, code, where, message, fix));
  }

  public void add(InputProblem problem) {
    Kind kind = new Kind(problem.where().path(), problem.code(), problem.severity());
    counts.merge(kind, 1, Integer::sum);
    keep(kind, problem);
  }

  public void addAll(InputProblems others) {
    others.kept.forEach((kind, problems) -> problems.forEach(problem -> keep(kind, problem)));
    others.counts.forEach((kind, count) -> counts.merge(kind, count, Integer::sum));
  }

  private void keep(Kind kind, InputProblem problem) {
    PriorityQueue<InputProblem> first =
        kept.computeIfAbsent(kind, key -> new PriorityQueue<>(Collections.reverseOrder()));
    first.add(problem);
    if (first.size() > SHOWN_PER_FILE) {
      first.remove();
    }
  }

  public boolean hasErrors() {
    return counts.keySet().stream().anyMatch(kind -> kind.severity() == ERROR);
  }

  public boolean hasWarnings() {
    return counts.keySet().stream().anyMatch(kind -> kind.severity() == WARNING);
  }

  /** All problems, each once, errors first, then by file, line and column. */
  public List<InputProblem> sorted() {
    List<InputProblem> all = new ArrayList<>();
    kept.values().forEach(all::addAll);
    counts.forEach(
        (kind, count) -> {
          if (count > SHOWN_PER_FILE) {
            all.add(
                new InputProblem(
                    kind.severity(),
                    kind.code(),
                    SourceLocation.ofFile(kind.path()),
                    "and " + (count - SHOWN_PER_FILE) + " more of this kind in this file",
                    "mend the first ones; the rest are likely the same"));
          }
        });
    return all.stream().sorted().distinct().toList();
  }
}
