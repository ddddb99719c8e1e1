package org.cotarget.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.reference.Hotspots;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/**
 * Looks for one patient under two ids: by rare variants that two patients share, and by clinical
 * rows that agree in everything; and for tumours whose variants come from several files.
 */
final class DuplicateCheck {

  private static final int SHOWN = 5;

  private static final Comparator<List<String>> BY_TEXT =
      Comparator.<List<String>, String>comparing(pair -> pair.get(0))
          .thenComparing(pair -> pair.get(1));

  private final Hotspots hotspots;
  private final Thresholds thresholds;

  DuplicateCheck(Reference reference) {
    this.hotspots = reference.hotspots();
    this.thresholds = reference.thresholds();
  }

  void check(Cohort cohort, InputProblems problems) {
    sameVariants(cohort, problems);
    sameClinicalRow(cohort, problems);
    severalFiles(cohort, problems);
  }

  private void sameVariants(Cohort cohort, InputProblems problems) {
    Map<List<Object>, TreeSet<String>> carriers = new HashMap<>();
    Map<String, SomaticVariant> firstOf = new HashMap<>();
    for (Patient patient : cohort.patients()) {
      for (TumorSample sample : patient.samples()) {
        for (SomaticVariant variant : sample.variants()) {
          if (isTelling(variant)) {
            carriers.computeIfAbsent(key(variant), k -> new TreeSet<>()).add(patient.id());
            firstOf.putIfAbsent(patient.id(), variant);
          }
        }
      }
    }
    double most = thresholds.value("check.duplicate.max-carriers");
    Map<String, Integer> rare = new HashMap<>();
    Map<List<String>, Integer> shared = new TreeMap<>(BY_TEXT);
    for (TreeSet<String> patients : carriers.values()) {
      if (patients.size() > most) {
        continue;
      }
      List<String> ids = List.copyOf(patients);
      for (int i = 0; i < ids.size(); i++) {
        rare.merge(ids.get(i), 1, Integer::sum);
        for (int j = i + 1; j < ids.size(); j++) {
          shared.merge(List.of(ids.get(i), ids.get(j)), 1, Integer::sum);
        }
      }
    }
    shared.forEach(
        (pair, count) -> {
          String one = pair.get(0);
          String other = pair.get(1);
          int all = rare.getOrDefault(one, 0) + rare.getOrDefault(other, 0) - count;
          SomaticVariant at = firstOf.get(other);
          if (at != null
              && count >= thresholds.value("check.duplicate.min-variants")
              && count >= thresholds.value("check.duplicate.min-overlap") * all) {
            problems.warning(
                "PATIENTS_SHARE_VARIANTS",
                at.where(),
                one
                    + " and "
                    + other
                    + " share "
                    + count
                    + " of the "
                    + all
                    + " rare variants of both in panel genes",
                "look whether they are one patient, or one sample under two ids; if so, keep one");
          }
        });
  }

  /**
   * Recurrent changes are shared by chance, a rearrangement has no one position, and without
   * alleles one position may be two variants.
   */
  private boolean isTelling(SomaticVariant variant) {
    return variant.start() > 0
        && !variant.ref().isEmpty()
        && !variant.alt().isEmpty()
        && variant.consequence() != Consequence.GENE_FUSION
        && variant
            .protein()
            .flatMap(change -> hotspots.find(variant.gene(), change.shortForm()))
            .isEmpty();
  }

  private static List<Object> key(SomaticVariant v) {
    return List.of(v.gene(), v.assembly(), v.start(), v.ref(), v.alt());
  }

  private void sameClinicalRow(Cohort cohort, InputProblems problems) {
    Map<String, TumorSample> tumours = new TreeMap<>();
    cohort.patients().forEach(p -> tumours.put(p.id(), p.samples().get(0)));
    Map<String, Map<String, Integer>> carriers = new HashMap<>();
    for (TumorSample tumour : tumours.values()) {
      tumour
          .clinical()
          .forEach(
              (column, cell) ->
                  carriers
                      .computeIfAbsent(column, c -> new HashMap<>())
                      .merge(cell.value(), 1, Integer::sum));
    }
    Set<String> ids = new HashSet<>();
    carriers.forEach(
        (column, values) -> {
          if (values.values().stream().allMatch(n -> n == 1)) {
            ids.add(column);
          }
        });
    Map<Map<String, String>, List<String>> byRow = new HashMap<>();
    tumours.forEach(
        (patient, tumour) -> {
          Map<String, String> row = new TreeMap<>();
          tumour
              .clinical()
              .forEach(
                  (column, cell) -> {
                    if (!ids.contains(column)) {
                      row.put(column, cell.value());
                    }
                  });
          byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(patient);
        });
    Map<String, List<String>> found = new TreeMap<>();
    byRow.forEach(
        (row, patients) -> {
          long unique =
              row.entrySet().stream()
                  .filter(
                      cell ->
                          carriers
                              .getOrDefault(cell.getKey(), Map.of())
                              .getOrDefault(cell.getValue(), 0)
                              .equals(patients.size()))
                  .count();
          if (patients.size() > 1
              && row.size() >= thresholds.value("check.duplicate.min-clinical")
              && unique >= thresholds.value("check.duplicate.min-unique")) {
            found.put(patients.get(0), patients);
          }
        });
    for (List<String> patients : found.values()) {
      TumorSample second = tumours.get(patients.get(1));
      if (second != null) {
        problems.warning(
            "PATIENTS_SHARE_CLINICAL_ROW",
            where(second),
            some(patients) + " agree in every clinical value, some of which nobody else has",
            "look whether they are one patient under several ids; if so, keep one");
      }
    }
  }

  private static SourceLocation where(TumorSample tumour) {
    return tumour.clinical().values().stream()
        .map(cell -> SourceLocation.ofLine(cell.where().path(), cell.where().line()))
        .min(SourceLocation::compareTo)
        .orElse(SourceLocation.ofFile("cohort"));
  }

  private static void severalFiles(Cohort cohort, InputProblems problems) {
    List<String> samples = new ArrayList<>();
    TreeSet<String> files = new TreeSet<>();
    cohort
        .samples()
        .forEach(
            sample -> {
              TreeSet<String> own = new TreeSet<>();
              sample.variants().stream()
                  .filter(v -> v.consequence() != Consequence.GENE_FUSION)
                  .forEach(v -> own.add(v.where().path()));
              if (own.size() > 1) {
                samples.add(sample.id());
                files.addAll(own);
              }
            });
    if (!samples.isEmpty()) {
      problems.note(
          "SAMPLE_IN_SEVERAL_FILES",
          SourceLocation.ofFile(files.first()),
          samples.size()
              + " samples have variants in panel genes from several files, which are united: "
              + some(samples)
              + "; files: "
              + some(files),
          "nothing, where a caller writes several files for a sample");
    }
  }

  private static String some(Collection<String> names) {
    List<String> shown = names.stream().limit(SHOWN).toList();
    return String.join(", ", shown)
        + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
  }
}
