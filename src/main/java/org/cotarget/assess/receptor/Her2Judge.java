package org.cotarget.assess.receptor;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Assay;
import org.cotarget.cohort.ReceptorResult.Basis;
import org.cotarget.cohort.ReceptorResult.Status;
import org.cotarget.reference.DecisionTable;
import org.cotarget.reference.Thresholds;

/**
 * Judges HER2 from IHC score or category and ISH category, ratio and signals per cell (WOL18;
 * groups as in PRE16).
 *
 * <p>Reports are often incomplete: a category without its score, a ratio without the signals. Each
 * side therefore yields the set of table keys that it allows, and a state is given only where all
 * combinations of the two sets agree. Signals per cell are used only where they can be an average:
 * tables often hold totals over the counted cells instead.
 */
final class Her2Judge {

  private static final String NOT_AVAILABLE = "NA";

  private final DecisionTable table;
  private final Thresholds thresholds;

  Her2Judge(DecisionTable table, Thresholds thresholds) {
    this.table = table;
    this.thresholds = thresholds;
  }

  /**
   * HER2 as judged.
   *
   * @param state the state
   * @param ihc IHC scores that the reports allow, or {@code NA}
   * @param ish ISH groups or categories that the reports allow, or {@code NA}
   * @param rule rows of the table that were read
   */
  record Reading(Her2State state, Set<String> ihc, Set<String> ish, String rule) {}

  /**
   * The state by pathology; curated statuses are used only where no pathology result can be read.
   */
  Reading read(List<ReceptorResult> results) {
    Reading primary = read(results, Basis.PRIMARY);
    return primary.state() == Her2State.UNKNOWN ? read(results, Basis.CURATED) : primary;
  }

  /** What one pathology result would say without the others, where it says anything definite. */
  Optional<Her2State> alone(ReceptorResult result) {
    Her2State state = read(List.of(result), result.basis()).state();
    return state == Her2State.POSITIVE || state == Her2State.NEGATIVE
        ? Optional.of(state)
        : Optional.empty();
  }

  /**
   * The state by surrogates, which never stand in for pathology: only expression may say negative,
   * but a positive by copy number says that it is not.
   */
  Her2State surrogate(List<ReceptorResult> results) {
    Set<Status> statuses =
        results.stream()
            .filter(r -> r.basis() == Basis.MRNA || r.basis() == Basis.COPY_NUMBER)
            .map(ReceptorResult::status)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Status.class)));
    if (statuses.contains(Status.POSITIVE)) {
      return statuses.contains(Status.NEGATIVE) ? Her2State.CONFLICT : Her2State.POSITIVE;
    }
    boolean negativeByMrna =
        results.stream().anyMatch(r -> r.basis() == Basis.MRNA && r.status() == Status.NEGATIVE);
    return negativeByMrna ? Her2State.NEGATIVE : Her2State.UNKNOWN;
  }

  private Reading read(List<ReceptorResult> all, Basis basis) {
    List<ReceptorResult> results = all.stream().filter(r -> r.basis() == basis).toList();
    Set<String> ihc = ihc(results);
    IshReports ish = IshReports.of(results, thresholds);
    Set<String> category = ish.categories();
    Set<String> groups = ish.groups();
    Outcome byCategory =
        evaluate(ihc, category.isEmpty() ? Set.of(NOT_AVAILABLE) : category, false);
    if (groups.isEmpty()) {
      return reading(byCategory, ihc, category);
    }
    Outcome byGroup = evaluate(ihc, groups, ish.severalNumbers());
    if (ish.severalNumbers() && byGroup.state() == Her2State.CONFLICT) {
      return reading(byGroup, ihc, groups);
    }
    // "Equivocal" leaves the decision to the numbers, and numbers that still allow several groups
    // leave it to the category.
    boolean categoryDecides = category.contains("POS") || category.contains("NEG");
    if (!categoryDecides) {
      return reading(byGroup, ihc, groups);
    }
    if (groups.size() > 1 && byGroup.state() != byCategory.state()) {
      boolean contradicts =
          !evaluateAll(ihc, groups).contains(byCategory.state())
              && byCategory.state() != Her2State.CONFLICT;
      return contradicts
          ? reading(new Outcome(Her2State.CONFLICT, byCategory.rule()), ihc, groups)
          : reading(byCategory, ihc, category);
    }
    if (byGroup.state() == byCategory.state()) {
      return reading(byGroup, ihc, groups);
    }
    // Without numbers a positive category against IHC 0/1+ is a conflict; group 1 settles it.
    boolean settled =
        byCategory.state() == Her2State.CONFLICT && byGroup.state() == Her2State.POSITIVE;
    return reading(
        settled ? byGroup : new Outcome(Her2State.CONFLICT, byGroup.rule()), ihc, groups);
  }

  private record Outcome(Her2State state, String rule) {}

  private static Reading reading(Outcome outcome, Set<String> ihc, Set<String> ish) {
    return new Reading(
        outcome.state(), ihc, ish.isEmpty() ? Set.of(NOT_AVAILABLE) : ish, outcome.rule());
  }

  private Outcome evaluate(Set<String> ihc, Set<String> ish, boolean severalNumbers) {
    Set<Her2State> states = evaluateAll(ihc, ish);
    String rule =
        ihc.stream()
            .flatMap(score -> ish.stream().map(group -> table.find(score, group).rule()))
            .sorted()
            .collect(Collectors.joining(";"));
    boolean contradictory =
        severalNumbers
            || (ihc.contains("3+") && ihc.size() > 1)
            || ish.containsAll(Set.of("POS", "NEG"));
    return new Outcome(join(states, contradictory), rule);
  }

  private Set<Her2State> evaluateAll(Set<String> ihc, Set<String> ish) {
    Set<Her2State> states = EnumSet.noneOf(Her2State.class);
    for (String score : ihc) {
      for (String group : ish) {
        states.add(Her2State.valueOf(table.find(score, group).get("call")));
      }
    }
    return states;
  }

  /**
   * Different states over the allowed keys: reports that contradict each other conflict, incomplete
   * ones leave it open.
   */
  private static Her2State join(Set<Her2State> states, boolean contradictory) {
    if (states.size() == 1) {
      return states.iterator().next();
    }
    return contradictory || states.contains(Her2State.CONFLICT)
        ? Her2State.CONFLICT
        : Her2State.EQUIVOCAL;
  }

  private static Set<String> ihc(List<ReceptorResult> results) {
    Set<Integer> scores = new TreeSet<>();
    Set<Integer> categories = new TreeSet<>();
    for (ReceptorResult result : results) {
      if (result.assay() == Assay.IHC_SCORE) {
        result.number().filter(NumberRange::isExact).ifPresent(n -> scores.add((int) n.low()));
      } else if (result.assay() == Assay.IHC_STATUS) {
        ihcClass(result.status()).ifPresent(categories::add);
      }
    }
    if (scores.isEmpty() && categories.isEmpty()) {
      return Set.of(NOT_AVAILABLE);
    }
    Set<Integer> classes = new TreeSet<>(categories);
    scores.forEach(score -> classes.add(Math.max(score, 1)));
    if (classes.size() == 1 && !scores.isEmpty()) {
      return scores.stream()
          .map(Her2Judge::scoreName)
          .collect(Collectors.toCollection(TreeSet::new));
    }
    if (classes.size() == 1) {
      return classes.iterator().next() == 1
          ? new TreeSet<>(Set.of("0", "1+"))
          : new TreeSet<>(Set.of(scoreName(classes.iterator().next())));
    }
    // Neighbouring classes (score 1+ called equivocal, 2+ called positive) are read as 2+: ISH
    // decides. 0/1+ against 3+ stay
    // both possible, so only an ISH that gives one answer for both resolves them.
    if (classes.contains(2) && classes.size() == 2) {
      return new TreeSet<>(Set.of("2+"));
    }
    return new TreeSet<>(Set.of("1+", "3+"));
  }

  /** 1 for negative, 2 for equivocal, 3 for positive. */
  private static Optional<Integer> ihcClass(Status status) {
    return switch (status) {
      case NEGATIVE, LOW -> Optional.of(1);
      case EQUIVOCAL -> Optional.of(2);
      case POSITIVE -> Optional.of(3);
      case INDETERMINATE, NOT_GIVEN -> Optional.empty();
    };
  }

  private static String scoreName(int score) {
    return score == 0 ? "0" : score + "+";
  }
}
