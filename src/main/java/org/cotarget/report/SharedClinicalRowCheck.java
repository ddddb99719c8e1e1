package org.cotarget.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.ShownNames;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one patient under two ids by clinical rows that agree in everything but in columns that
 * name rows: those in which no two patients agree.
 */
final class SharedClinicalRowCheck implements CohortCheck {

  static final String CODE = "PATIENTS_SHARE_CLINICAL_ROW";

  /** Digests of a patient's clinical values. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(String patient, SourceLocation where, long[] digests) {}

  /** A row without the columns that name rows, equal to another by content. */
  private static final class Content {

    private final long[] digests;

    Content(long[] digests) {
      this.digests = digests;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Content content && Arrays.equals(digests, content.digests);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(digests);
    }
  }

  private final double fewestValues;
  private final double fewestUnique;
  private final List<Row> rows = new ArrayList<>();
  private final SharedPlaces places = new SharedPlaces();

  SharedClinicalRowCheck(Reference reference) {
    Thresholds thresholds = reference.thresholds();
    this.fewestValues = thresholds.value("check.duplicate.min-clinical");
    this.fewestUnique = thresholds.value("check.duplicate.min-unique");
  }

  @Override
  public void add(PatientResult patient) {
    patient.samples().stream()
        .findFirst()
        .flatMap(tumour -> Optional.ofNullable(tumour.clinicalRow()))
        .ifPresent(row -> rows.add(new Row(patient.id(), places.of(row.where()), row.digests())));
  }

  @Override
  public void tell(InputProblems problems) {
    long[] all =
        rows.stream().flatMapToLong(row -> Arrays.stream(row.digests())).sorted().toArray();
    Set<Integer> naming = namingColumns(all);
    Map<Content, List<Row>> byContent = new LinkedHashMap<>();
    for (Row row : rows) {
      long[] telling =
          Arrays.stream(row.digests())
              .filter(digest -> !naming.contains(ClinicalRow.column(digest)))
              .toArray();
      if (telling.length >= fewestValues) {
        byContent.computeIfAbsent(new Content(telling), c -> new ArrayList<>(1)).add(row);
      }
    }
    byContent.forEach(
        (content, alike) -> {
          if (alike.size() > 1 && unique(content, alike.size(), all) >= fewestUnique) {
            problems.warning(
                CODE,
                alike.get(1).where(),
                ShownNames.some(alike.stream().map(Row::patient).toList())
                    + " agree in every clinical value, some of which nobody else has",
                "look whether they are one patient under several ids; if so, keep one");
          }
        });
  }

  /** Values that these patients have and nobody else. */
  private static long unique(Content content, int patients, long[] sorted) {
    return Arrays.stream(content.digests)
        .filter(digest -> isCarriedBy(patients, digest, sorted))
        .count();
  }

  private static boolean isCarriedBy(int patients, long digest, long[] sorted) {
    int first = Arrays.binarySearch(sorted, digest);
    int steps = 0;
    while (first > 0 && sorted[first - 1] == digest && steps <= patients) {
      first--;
      steps++;
    }
    int last = first + patients - 1;
    return last < sorted.length
        && sorted[last] == digest
        && (last + 1 == sorted.length || sorted[last + 1] != digest)
        && (first == 0 || sorted[first - 1] != digest);
  }

  /** Columns in which every value occurs once. */
  private static Set<Integer> namingColumns(long[] sorted) {
    Map<Integer, Boolean> naming = new HashMap<>();
    for (int i = 0; i < sorted.length; i++) {
      boolean repeated = i > 0 && sorted[i] == sorted[i - 1];
      naming.merge(ClinicalRow.column(sorted[i]), !repeated, Boolean::logicalAnd);
    }
    Set<Integer> columns = new HashSet<>();
    naming.forEach(
        (column, isNaming) -> {
          if (isNaming) {
            columns.add(column);
          }
        });
    return columns;
  }
}
