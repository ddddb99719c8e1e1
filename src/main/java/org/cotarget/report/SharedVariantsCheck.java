package org.cotarget.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.reference.Hotspots;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/** Looks for one patient under two ids by rare variants that two patients share. */
final class SharedVariantsCheck implements CohortCheck {

  static final String CODE = "PATIENTS_SHARE_VARIANTS";

  /** Two patients by their places in the order of ids. */
  private record Pair(int one, int other) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair next) {
      return one == next.one ? Integer.compare(other, next.other) : Integer.compare(one, next.one);
    }
  }

  private final Hotspots hotspots;
  private final double mostCarriers;
  private final double fewestVariants;
  private final double smallestOverlap;
  private final List<String> patients = new ArrayList<>();

  /** Where the first telling variant of a patient stands, by her place. */
  private final Map<Integer, SourceLocation> firstOf = new HashMap<>();

  private final SharedPlaces locations = new SharedPlaces();

  /** Places of the patients with a variant; one more than the most that may carry it is enough. */
  private final Map<Long, List<Integer>> carriers = new HashMap<>();

  SharedVariantsCheck(Reference reference) {
    Thresholds thresholds = reference.thresholds();
    this.hotspots = reference.hotspots();
    this.mostCarriers = thresholds.value("check.duplicate.max-carriers");
    this.fewestVariants = thresholds.value("check.duplicate.min-variants");
    this.smallestOverlap = thresholds.value("check.duplicate.min-overlap");
  }

  @Override
  public void add(PatientResult patient) {
    int place = patients.size();
    patients.add(patient.id());
    for (SampleResult sample : patient.samples()) {
      for (SampleResult.Variant variant : sample.variants()) {
        if (isTelling(variant)) {
          List<Integer> places = carriers.computeIfAbsent(key(variant), k -> new ArrayList<>(1));
          if (!places.contains(place) && places.size() <= mostCarriers) {
            places.add(place);
          }
          firstOf.computeIfAbsent(place, first -> locations.of(variant.where()));
        }
      }
    }
  }

  @Override
  public void tell(InputProblems problems) {
    Map<Integer, Integer> rare = new HashMap<>();
    Map<Pair, Integer> shared = new TreeMap<>();
    for (List<Integer> places : carriers.values()) {
      if (places.size() > mostCarriers) {
        continue;
      }
      List<Integer> ordered = List.copyOf(new TreeSet<>(places));
      for (int i = 0; i < ordered.size(); i++) {
        rare.merge(ordered.get(i), 1, Integer::sum);
        for (int j = i + 1; j < ordered.size(); j++) {
          shared.merge(new Pair(ordered.get(i), ordered.get(j)), 1, Integer::sum);
        }
      }
    }
    shared.forEach(
        (pair, count) -> {
          int all = rare.getOrDefault(pair.one(), 0) + rare.getOrDefault(pair.other(), 0) - count;
          SourceLocation at = firstOf.get(pair.other());
          if (at != null && count >= fewestVariants && count >= smallestOverlap * all) {
            problems.warning(
                CODE,
                at,
                patients.get(pair.one())
                    + " and "
                    + patients.get(pair.other())
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
  private boolean isTelling(SampleResult.Variant variant) {
    return variant.start() > 0
        && !variant.ref().isEmpty()
        && !variant.alt().isEmpty()
        && !variant.consequence().equals(Consequence.GENE_FUSION.term())
        && (variant.proteinChange().isEmpty()
            || hotspots.find(variant.gene(), variant.proteinChange()).isEmpty());
  }

  /**
   * A number for a variant: eight bytes of a digest, since the texts of a million variants take
   * much room. Among a hundred million variants two share one by a chance of 1 to 3,700, and two
   * patients are told of where they share several.
   */
  private static long key(SampleResult.Variant v) {
    String text =
        String.join("\t", v.gene(), v.genomeBuild(), Long.toString(v.start()), v.ref(), v.alt());
    return ByteBuffer.wrap(Sha256.digest().digest(text.getBytes(UTF_8))).getLong();
  }
}
