package org.cotarget.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.CopyNumberLayer;

/**
 * Unites the copy numbers of several files: at most one call for each gene of a sample. A discrete
 * state goes before a log2 ratio, since the caller set its cut-offs knowing the tumour.
 */
final class CopyNumberJoin {

  private final InputProblems problems;
  private final Map<String, TreeMap<String, CopyNumberCall>> bySample = new HashMap<>();

  CopyNumberJoin(InputProblems problems) {
    this.problems = problems;
  }

  /**
   * Adds a file.
   *
   * @param sampleById sample of each id of the file, one id a sample
   */
  void add(CopyNumberLayer layer, Map<String, String> sampleById) {
    Tally tally = new Tally();
    sampleById.forEach(
        (id, sample) -> add(sample, layer.calls().getOrDefault(id, List.of()), tally));
    SourceLocation file = SourceLocation.ofFile(layer.file().path());
    if (tally.replaced > 0) {
      problems.note(
          "COPY_NUMBER_SCALES",
          file,
          tally.replaced
              + " values are also given on another scale; discrete states go before log2 ratios and"
              + " absolute copies",
          "nothing, where this is meant");
    }
    if (!tally.contradictory.isEmpty()) {
      problems.warning(
          "COPY_NUMBER_CONTRADICTORY",
          file,
          tally.contradictory.size()
              + " values differ from those of another file, which stand: "
              + SampleJoin.some(tally.contradictory),
          "give each sample in one file only");
    }
  }

  /** Adds a file of segments, whose values stand only where no file added before has one. */
  void fill(CopyNumberLayer layer, Map<String, String> sampleById) {
    boolean differs = false;
    for (Map.Entry<String, String> entry : sampleById.entrySet()) {
      Map<String, CopyNumberCall> known = known(entry.getValue());
      for (CopyNumberCall call : layer.calls().getOrDefault(entry.getKey(), List.of())) {
        CopyNumberCall other = known.putIfAbsent(call.gene(), call);
        differs |=
            other != null
                && (other.scale() != call.scale()
                    || Double.compare(other.value(), call.value()) != 0);
      }
    }
    if (differs) {
      problems.note(
          "SEGMENTS_FILL_ONLY",
          SourceLocation.ofFile(layer.file().path()),
          "where a file of genes gives a value it stands before that of the segments",
          "nothing, where both are of the same analysis");
    }
  }

  private static final class Tally {
    private long replaced;
    private final Set<String> contradictory = new TreeSet<>();
  }

  private void add(String sample, List<CopyNumberCall> calls, Tally tally) {
    Map<String, CopyNumberCall> known = known(sample);
    for (CopyNumberCall call : calls) {
      CopyNumberCall other = known.get(call.gene());
      if (other == null) {
        known.put(call.gene(), call);
      } else if (other.scale() != call.scale()) {
        tally.replaced++;
        if (call.scale().compareTo(other.scale()) < 0) {
          known.put(call.gene(), call);
        }
      } else if (Double.compare(other.value(), call.value()) != 0) {
        tally.contradictory.add(sample + " " + call.gene());
      }
    }
  }

  private Map<String, CopyNumberCall> known(String sample) {
    return bySample.computeIfAbsent(sample, key -> new TreeMap<>());
  }

  /** Calls of a sample, sorted by gene. */
  List<CopyNumberCall> calls(String sample) {
    return new ArrayList<>(bySample.getOrDefault(sample, new TreeMap<>()).values());
  }

  /** The genes of a sample that have a value; an empty list where no file holds the sample. */
  List<Extent> extent(String sample) {
    TreeMap<String, CopyNumberCall> calls = bySample.get(sample);
    if (calls == null) {
      return List.of();
    }
    String files =
        String.join(
            ", ",
            calls.values().stream()
                .map(call -> call.where().path())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList());
    return List.of(Extent.of(Basis.VALUE_PRESENT, calls.keySet(), files));
  }
}
