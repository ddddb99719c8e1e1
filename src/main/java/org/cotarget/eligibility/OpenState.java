package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.List;

/**
 * All that the sets of tests of a sample depend on. Two samples with the same state have the same
 * sets, so they are worked out once.
 *
 * @param decision the decision
 * @param outcomes the outcome of each molecular leaf
 * @param clinical the outcome of the clinical criteria; of each of their leaves where an answer can
 *     change it
 * @param missing what each molecular leaf waits for
 * @param words the words of the receptors and of the calls that the leaves ask for
 * @param recovering clinical leaves that a test can turn
 */
record OpenState(
    Decision decision,
    List<Outcome> outcomes,
    List<Outcome> clinical,
    List<List<String>> missing,
    List<String> words,
    List<Leaf> recovering) {

  static OpenState of(
      Decision decision,
      List<Leaf> molecular,
      List<Outcome> clinical,
      List<Leaf> recovering,
      ByLeaf<Finding> findings,
      SampleFacts facts) {
    List<Outcome> outcomes = new ArrayList<>(molecular.size());
    List<List<String>> missing = new ArrayList<>(molecular.size());
    List<String> words = new ArrayList<>();
    words.add(CallName.ER.of(facts));
    words.add(CallName.PR.of(facts));
    words.add(CallName.HER2.of(facts));
    for (Leaf leaf : molecular) {
      Finding finding = findings.get(leaf);
      outcomes.add(finding.outcome());
      missing.add(finding.missing());
      if (leaf instanceof CallIs is) {
        words.add(is.call().basis(facts));
      }
    }
    return new OpenState(decision, outcomes, clinical, missing, words, recovering);
  }
}
