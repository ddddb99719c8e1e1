package org.cotarget.eligibility;

import java.util.List;

/**
 * What is not known of a sample and tests can tell.
 *
 * @param key orders sets of tests
 * @param tests the tests that tell it, done together
 * @param answers what they may tell, one at least; each settles the same leaves in the same order
 */
record OpenQuestion(String key, List<String> tests, List<Answer> answers) {

  /**
   * A leaf with its outcome under an answer.
   *
   * @param leaf the leaf
   * @param outcome its outcome
   */
  record Settled(Leaf leaf, Outcome outcome) {}

  /**
   * An answer.
   *
   * @param label as a person reads it
   * @param settled the leaves that it settles
   */
  record Answer(String label, List<Settled> settled) {
    Answer {
      settled = List.copyOf(settled);
    }
  }

  OpenQuestion {
    tests = List.copyOf(tests);
    answers = List.copyOf(answers);
  }
}
