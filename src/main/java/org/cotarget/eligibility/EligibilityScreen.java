package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies one criteria file to samples. */
public final class EligibilityScreen {

  private final TrialCriteria criteria;

  public EligibilityScreen(TrialCriteria criteria) {
    this.criteria = criteria;
  }

  public TrialCriteria criteria() {
    return criteria;
  }

  public CandidateDecision decide(AssessedSample sample) {
    Map<CallName, String> calls = new EnumMap<>(CallName.class);
    for (CallName name : CallName.values()) {
      calls.put(name, name.of(sample));
    }
    Decision decision = criteria.decide(calls);
    List<String> nextTests =
        decision == Decision.INDETERMINATE
            ? new NextTests(criteria, sample, calls).list()
            : List.of();
    return new CandidateDecision(
        criteria.id(),
        decision,
        criteria.priority(calls),
        reasons(sample, calls, decision),
        nextTests,
        criteria.candidate().explain(sample, calls),
        criteria.possible().explain(sample, calls));
  }

  /**
   * For a candidate every call that the criteria look at; for an exclusion or an open decision the
   * calls that cause it.
   */
  private List<String> reasons(
      AssessedSample sample, Map<CallName, String> calls, Decision decision) {
    List<Criterion.CallIs> leaves = new ArrayList<>(criteria.possible().leaves());
    leaves.addAll(criteria.candidate().leaves());
    Set<CallName> named = new LinkedHashSet<>();
    for (Criterion.CallIs leaf : leaves) {
      Outcome outcome = leaf.evaluate(calls);
      boolean telling =
          switch (decision) {
            case CANDIDATE, POSSIBLE_CANDIDATE -> true;
            case INDETERMINATE -> outcome == Outcome.UNDETERMINED;
            case NOT_CANDIDATE -> outcome == Outcome.NOT_MET;
          };
      if (telling) {
        named.add(leaf.call());
      }
    }
    if (decision == Decision.CANDIDATE || decision == Decision.POSSIBLE_CANDIDATE) {
      criteria
          .priorities()
          .forEach(priority -> priority.when().leaves().forEach(leaf -> named.add(leaf.call())));
    }
    return named.stream()
        .map(call -> call.label() + " " + calls.get(call) + ": " + call.reason(sample))
        .toList();
  }
}
