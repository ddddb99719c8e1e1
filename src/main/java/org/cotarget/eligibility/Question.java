package org.cotarget.eligibility;

import java.util.Comparator;

/**
 * What a leaf asks of a sample.
 *
 * @param topic the kind of question
 * @param subject what it is about: a call, gene, signature or column
 */
record Question(Topic topic, String subject) implements Comparable<Question> {

  /** Kinds of question, in the order in which tests are named. */
  enum Topic {
    CALL,
    NUMBER,
    SMALL_VARIANTS,
    COPY_NUMBER,
    SIGNATURE,
    COLUMN
  }

  private static final Comparator<Question> ORDER =
      Comparator.comparing(Question::topic)
          .thenComparing(Question::byCall)
          .thenComparing(Question::subject);

  static Question of(CallName call) {
    return new Question(Topic.CALL, call.name());
  }

  /** Calls in their own order, all other subjects alike. */
  private static int byCall(Question a, Question b) {
    return a.topic == Topic.CALL && b.topic == Topic.CALL
        ? CallName.valueOf(a.subject).compareTo(CallName.valueOf(b.subject))
        : 0;
  }

  /** For ordering sets of tests: the subject alone, so that calls go by their names. */
  String key() {
    return subject;
  }

  @Override
  public int compareTo(Question other) {
    return ORDER.compare(this, other);
  }
}
