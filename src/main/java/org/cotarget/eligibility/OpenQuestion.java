package org.cotarget.eligibility;

import java.util.List;
import java.util.Map;

/**
 * What is not known of a sample and tests can tell.
 *
 * @param key orders sets of tests
 * @param tests the tests that tell it, done together
 * @param answers what they may tell, one at least
 */
record OpenQuestion(String key, List<String> tests, List<Answer> answers) {

  /**
   * An answer.
   *
   * @param label as a person reads it
   * @param outcomes the outcome of each leaf that it settles
   */
  record Answer(String label, Map<Leaf, Outcome> outcomes) {
    Answer {
      outcomes = Map.copyOf(outcomes);
    }
  }

  OpenQuestion {
    tests = List.copyOf(tests);
    answers = List.copyOf(answers);
  }
}
