package org.cotarget.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.input.layer.ExpressionLayer;

/**
 * Joins the ids of a molecular file to the samples of the cohort, and reports those that do not
 * join.
 */
final class SampleJoin {

  /** Ids named in a message before the rest are only counted. */
  private static final int SHOWN = 10;

  private final SampleDirectory directory;
  private final InputProblems problems;

  SampleJoin(SampleDirectory directory, InputProblems problems) {
    this.directory = directory;
    this.problems = problems;
  }

  /**
   * The sample of each id, in order of the ids; normal tissue is left out.
   *
   * @param path the file, for problems
   */
  Map<String, String> join(String path, Collection<String> ids) {
    SourceLocation where = SourceLocation.ofFile(path);
    Map<String, String> joined = new TreeMap<>();
    Set<String> normals = new TreeSet<>();
    List<String> ambiguous = new ArrayList<>();
    for (String id : new TreeSet<>(ids)) {
      if (SampleIds.isNormal(id)) {
        normals.add(id);
        continue;
      }
      SortedSet<String> candidates = directory.samplesOfPatientId(id);
      String sample = directory.findOrAdd(id);
      if (candidates.size() > 1) {
        ambiguous.add(id + " (taken as " + sample + ", of " + String.join(", ", candidates) + ")");
      }
      joined.put(id, sample);
    }
    if (!normals.isEmpty()) {
      problems.note(
          "NORMALS_LEFT_OUT",
          where,
          normals.size() + " samples of normal tissue are left out: " + some(normals),
          "nothing: only tumours are assessed");
    }
    if (!ambiguous.isEmpty()) {
      problems.warning(
          "PATIENT_ID_AMBIGUOUS",
          where,
          ambiguous.size()
              + " ids name a patient of whom other inputs have several tumours: "
              + some(ambiguous),
          "name the sample rather than the patient");
    }
    reportUnmatched(where, joined);
    return joined;
  }

  /** The sample of each id of an expression matrix, likewise, one aliquot each. */
  Map<String, String> join(ExpressionLayer layer) {
    if (!layer.isOfSamples()) {
      return oneAliquotEach(
          layer.file().path(), join(layer.file().path(), layer.matrix().samples()));
    }
    Map<String, String> first = new TreeMap<>();
    Set<String> samples = new HashSet<>();
    for (String id : new TreeSet<>(layer.matrix().samples())) {
      String path = layer.fileOf(id).path();
      join(path, List.of(id))
          .forEach(
              (joined, sample) -> {
                if (samples.add(sample)) {
                  first.put(joined, sample);
                } else {
                  reportFurther(path, Set.of(joined));
                }
              });
    }
    return first;
  }

  /**
   * The ids of a file with values that cannot be united, one id a sample: of several aliquots the
   * first stands.
   */
  Map<String, String> oneAliquotEach(String path, Map<String, String> joined) {
    Map<String, String> first = new TreeMap<>();
    Set<String> samples = new HashSet<>();
    Set<String> further = new TreeSet<>();
    new TreeMap<>(joined)
        .forEach(
            (id, sample) -> {
              if (samples.add(sample)) {
                first.put(id, sample);
              } else {
                further.add(id);
              }
            });
    if (!further.isEmpty()) {
      reportFurther(path, further);
    }
    return first;
  }

  private void reportFurther(String path, Set<String> further) {
    problems.warning(
        "ALIQUOTS_OF_ONE_SAMPLE",
        SourceLocation.ofFile(path),
        further.size() + " further aliquots of samples are not used: " + some(further),
        "keep the aliquot that stands for the tumour");
  }

  private void reportUnmatched(SourceLocation where, Map<String, String> joined) {
    if (directory.isEmpty() || joined.isEmpty()) {
      return;
    }
    Map<String, String> unmatched = new TreeMap<>(joined);
    unmatched.values().removeIf(directory::isClinical);
    if (unmatched.isEmpty()) {
      return;
    }
    SortedSet<String> clinical = directory.clinicalIds();
    if (unmatched.size() == joined.size()) {
      problems.error(
          "IDS_DO_NOT_JOIN",
          where,
          "none of the "
              + joined.size()
              + " samples is in the clinical tables; the file has "
              + first(unmatched.keySet(), 3)
              + ", the clinical tables have "
              + first(clinical, 3),
          "use the same ids in both; ids are compared exactly except TCGA barcodes"
              + hint(unmatched.keySet(), clinical));
      return;
    }
    problems.warning(
        "SAMPLES_WITHOUT_CLINICAL",
        where,
        unmatched.size()
            + " of "
            + joined.size()
            + " samples are in no clinical table, so their receptors are unknown: "
            + some(unmatched.keySet()),
        "add them to the clinical table" + hint(unmatched.keySet(), clinical));
  }

  /** Names ids that differ only as a slip of typing would. */
  static String hint(Collection<String> unmatched, Collection<String> clinical) {
    Map<String, String> loose = new HashMap<>();
    clinical.forEach(id -> loose.put(SampleIds.loosely(id), id));
    Set<String> pairs = new LinkedHashSet<>();
    for (String id : unmatched) {
      String near = loose.get(SampleIds.loosely(id));
      if (near != null && pairs.size() < 3) {
        pairs.add("'" + id + "' may be '" + near + "'");
      }
    }
    return pairs.isEmpty() ? "" : "; " + String.join(", ", pairs);
  }

  static String some(Collection<String> ids) {
    return ShownNames.some(ids, SHOWN);
  }

  static String first(Collection<String> ids, int count) {
    return String.join(", ", ids.stream().limit(count).toList());
  }
}
