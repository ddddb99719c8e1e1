package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotarget.assess.MissingTest;

/**
 * The tests that would settle an undetermined decision. Every set of open calls is tried, smallest
 * first, with every result its missing tests may have; a set is named when some result settles the
 * decision and no smaller set within it does so for the same reason.
 */
final class NextTests {

  private final TrialCriteria criteria;
  private final AssessedSample sample;
  private final Map<CallName, String> calls;

  NextTests(TrialCriteria criteria, AssessedSample sample, Map<CallName, String> calls) {
    this.criteria = criteria;
    this.sample = sample;
    this.calls = calls;
  }

  /**
   * One line a set of tests, with the results that settle the decision and how; the most telling
   * set first.
   */
  List<String> list() {
    List<CallName> open = new ArrayList<>();
    for (CallName call : CallName.values()) {
      if (!call.missing(sample).isEmpty()) {
        open.add(call);
      }
    }
    List<Settling> settling = new ArrayList<>();
    for (int subset = 1; subset < 1 << open.size(); subset++) {
      List<CallName> members = new ArrayList<>();
      for (int i = 0; i < open.size(); i++) {
        if ((subset & 1 << i) != 0) {
          members.add(open.get(i));
        }
      }
      Map<String, Decision> results = new LinkedHashMap<>();
      tryWords(members, 0, new EnumMap<>(calls), results);
      if (!results.isEmpty()) {
        settling.add(new Settling(members, results));
      }
    }
    List<Settling> telling = withoutRedundant(settling);
    telling.sort(
        Comparator.comparingInt((Settling s) -> s.settlesAlways() ? 0 : 1)
            .thenComparingInt(s -> s.members().size())
            .thenComparing(s -> s.members().toString()));
    return telling.stream().map(this::describe).toList();
  }

  private record Settling(List<CallName> members, Map<String, Decision> results) {
    boolean settlesAlways() {
      return results.size() == 1 << members.size();
    }

    boolean canInclude() {
      return results.values().stream()
          .anyMatch(d -> d == Decision.CANDIDATE || d == Decision.POSSIBLE_CANDIDATE);
    }
  }

  private void tryWords(
      List<CallName> members,
      int next,
      Map<CallName, String> trial,
      Map<String, Decision> results) {
    if (next == members.size()) {
      Decision decision = criteria.decide(trial);
      if (decision != Decision.INDETERMINATE) {
        String words = members.stream().map(trial::get).collect(Collectors.joining(" and "));
        results.put(words, decision);
      }
      return;
    }
    CallName call = members.get(next);
    for (String word : call.settledWords(sample)) {
      trial.put(call, word);
      tryWords(members, next + 1, trial, results);
    }
    trial.put(call, call.of(sample));
  }

  /** A larger set is named only where it can include the patient and no subset of it can. */
  private static List<Settling> withoutRedundant(List<Settling> all) {
    List<Settling> kept = new ArrayList<>();
    for (Settling candidate : all) {
      boolean redundant =
          all.stream()
              .filter(other -> other.members().size() < candidate.members().size())
              .filter(other -> candidate.members().containsAll(other.members()))
              .anyMatch(other -> other.canInclude() || !candidate.canInclude());
      if (!redundant) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private String describe(Settling settling) {
    String tests =
        settling.members().stream()
            .flatMap(call -> call.missing(sample).stream())
            .map(MissingTest::name)
            .distinct()
            .collect(Collectors.joining(" + "));
    String results =
        settling.results().entrySet().stream()
            .map(result -> result.getKey() + ": " + result.getValue())
            .collect(Collectors.joining(", "));
    return tests + " (" + results + ")";
  }
}
