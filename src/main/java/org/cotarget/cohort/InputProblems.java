package org.cotarget.cohort;

import static org.cotarget.cohort.InputProblem.Severity.ERROR;
import static org.cotarget.cohort.InputProblem.Severity.NOTE;
import static org.cotarget.cohort.InputProblem.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotarget.cohort.InputProblem.Severity;

/**
 * Collects the problems of one reading of the inputs. Not safe for use by several threads: parallel
 * readers keep one each and {@link #addAll} joins them.
 *
 * <p>A file that repeats one mistake on every line would drown the others, so at most {@value
 * #SHOWN_PER_FILE} problems of one code are kept for a file and the rest are counted in one closing
 * problem.
 */
public final class InputProblems {

  /** Problems of one code kept for one file before the rest are only counted. */
  static final int SHOWN_PER_FILE = 50;

  private record Kind(String path, String code, Severity severity) {}

  private final List<InputProblem> kept = new ArrayList<>();
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
    if (counts.merge(kind, 1, Integer::sum) <= SHOWN_PER_FILE) {
      kept.add(problem);
    }
  }

  public void addAll(InputProblems others) {
    others.kept.forEach(this::add);
    others.counts.forEach(
        (kind, count) -> {
          if (count > SHOWN_PER_FILE) {
            counts.merge(kind, count - SHOWN_PER_FILE, Integer::sum);
          }
        });
  }

  public boolean hasErrors() {
    return counts.keySet().stream().anyMatch(kind -> kind.severity() == ERROR);
  }

  public boolean hasWarnings() {
    return counts.keySet().stream().anyMatch(kind -> kind.severity() == WARNING);
  }

  /** All problems, errors first, then by file, line and column. */
  public List<InputProblem> sorted() {
    List<InputProblem> all = new ArrayList<>(kept);
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
    all.sort(null);
    return List.copyOf(all);
  }
}
