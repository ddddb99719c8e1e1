package org.cotarget.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Status;

/**
 * Chooses among several columns that hold the same test of the same receptor: the one ranked first
 * stands, and another is kept only where it disagrees, so that the judge sees the conflict.
 */
final class ReceptorSelection {

  private record Test(Receptor receptor, ReceptorResult.Assay assay, ReceptorResult.Basis basis) {
    static Test of(ReceptorResult result) {
      return new Test(result.receptor(), result.assay(), result.basis());
    }
  }

  private record Ranked(ReceptorResult result, int rank) {}

  private final Map<Test, List<Ranked>> byTest = new LinkedHashMap<>();

  void add(ReceptorResult result, int rank) {
    byTest
        .computeIfAbsent(Test.of(result), test -> new ArrayList<>())
        .add(new Ranked(result, rank));
  }

  /** The results that stand, best rank first within each test. */
  List<ReceptorResult> chosen() {
    List<ReceptorResult> chosen = new ArrayList<>();
    for (List<Ranked> candidates : byTest.values()) {
      candidates.sort(Comparator.comparingInt(Ranked::rank));
      List<ReceptorResult> kept = new ArrayList<>();
      for (Ranked candidate : candidates) {
        if (kept.stream().noneMatch(k -> !disagree(k, candidate.result()))) {
          kept.add(candidate.result());
        }
      }
      chosen.addAll(kept);
    }
    return chosen;
  }

  /**
   * Whether two results of the same receptor by the same test on the same basis cannot both be
   * true.
   */
  static boolean contradict(ReceptorResult one, ReceptorResult other) {
    return Test.of(one).equals(Test.of(other)) && disagree(one, other);
  }

  /** Whether two lists of results hold a pair that {@link #contradict}. */
  static Optional<ReceptorResult> contradiction(
      List<ReceptorResult> some, List<ReceptorResult> others) {
    return others.stream()
        .filter(other -> some.stream().anyMatch(one -> contradict(one, other)))
        .findFirst();
  }

  /** The first list with those of the second that it does not have in the same words. */
  static List<ReceptorResult> union(List<ReceptorResult> some, List<ReceptorResult> others) {
    List<ReceptorResult> all = new ArrayList<>(some);
    for (ReceptorResult other : others) {
      boolean present =
          some.stream()
              .anyMatch(one -> Test.of(one).equals(Test.of(other)) && !disagree(one, other));
      if (!present) {
        all.add(other);
      }
    }
    return all;
  }

  private static boolean disagree(ReceptorResult one, ReceptorResult other) {
    if (one.status() != Status.NOT_GIVEN && other.status() != Status.NOT_GIVEN) {
      return one.status() != other.status();
    }
    return one.number().isPresent()
        && other.number().isPresent()
        && apart(one.number().get(), other.number().get());
  }

  private static boolean apart(NumberRange one, NumberRange other) {
    return one.high() < other.low() || other.high() < one.low();
  }
}
