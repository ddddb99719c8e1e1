package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.cotarget.eligibility.Cube.TooManyCubes;
import org.cotarget.eligibility.Needs.Goal;

/**
 * The smallest sets of tests that would change a decision, and for which results.
 *
 * <p>Of an indeterminate decision every set is named that can include the patient and of which no
 * smaller one can, and every set that can only exclude and of which no smaller one settles
 * anything. Of an exclusion that a recoverable criterion caused, the sets that could include.
 */
final class Settling {

  /** Results of a set that are tried one by one; a larger set tells those that include. */
  static final int TRIED = 512;

  private final TrialCriteria criteria;
  private final List<OpenQuestion> questions;
  private final Function<? super Leaf, Outcome> now;
  private final ByLeaf<Integer> questionOf = new ByLeaf<>();

  /**
   * @param questions what is open, in the order in which tests are named
   * @param now the outcome of each leaf as long as nothing is asked
   */
  Settling(
      TrialCriteria criteria, List<OpenQuestion> questions, Function<? super Leaf, Outcome> now) {
    this.criteria = criteria;
    this.questions = questions;
    this.now = now;
    for (int i = 0; i < questions.size(); i++) {
      for (OpenQuestion.Answer answer : questions.get(i).answers()) {
        for (OpenQuestion.Settled settled : answer.settled()) {
          questionOf.put(settled.leaf(), i);
        }
      }
    }
  }

  /**
   * A set of tests.
   *
   * @param members places of its questions, ascending
   * @param results results that change the decision, in order, and what it becomes
   * @param always whether every result changes it
   */
  record TestSet(List<Integer> members, List<NextTest.Result> results, boolean always) {}

  /** The sets, those that always settle first, then the smaller ones. */
  List<TestSet> sets(Decision decision) throws TooManyCubes {
    Needs needs = new Needs(questions, now, questionOf);
    List<Cube> clinical =
        criteria.clinical().isEmpty()
            ? List.of(Cube.everything(questions.size()))
            : needs.of(criteria.clinical().get(), Goal.ANYTHING_BUT_NOT_MET);
    boolean one = criteria.possible().equals(criteria.candidate());
    List<Cube> met = needs.of(criteria.possible(), Goal.MET);
    if (!one) {
      met = Cube.union(needs.of(criteria.candidate(), Goal.MET), met, Needs.MOST);
    }
    List<Cube> including = Cube.intersection(met, clinical, Needs.MOST);
    List<BitSet> include = smallest(including);
    List<BitSet> sets = new ArrayList<>(include);
    if (decision == Decision.INDETERMINATE) {
      List<Cube> excluding = needs.of(criteria.possible(), Goal.NOT_MET);
      if (!one) {
        excluding =
            Cube.intersection(
                needs.of(criteria.candidate(), Goal.ANYTHING_BUT_MET), excluding, Needs.MOST);
      }
      if (criteria.clinical().isPresent()) {
        excluding =
            Cube.union(excluding, needs.of(criteria.clinical().get(), Goal.NOT_MET), Needs.MOST);
      }
      smallest(excluding).stream()
          .filter(set -> include.stream().noneMatch(other -> isWithin(other, set)))
          .forEach(sets::add);
    }
    return sets.stream()
        .map(set -> describe(set, decision, including))
        .sorted(
            Comparator.comparingInt((TestSet s) -> s.always() ? 0 : 1)
                .thenComparingInt(s -> s.members().size())
                .thenComparing(this::keys))
        .toList();
  }

  private String keys(TestSet set) {
    return set.members().stream().map(i -> questions.get(i).key()).toList().toString();
  }

  private static List<BitSet> smallest(List<Cube> cubes) {
    List<BitSet> all =
        cubes.stream().map(Cube::asked).filter(set -> !set.isEmpty()).distinct().toList();
    return all.stream()
        .filter(set -> all.stream().noneMatch(other -> !other.equals(set) && isWithin(other, set)))
        .toList();
  }

  private static boolean isWithin(BitSet small, BitSet large) {
    BitSet rest = (BitSet) small.clone();
    rest.andNot(large);
    return rest.isEmpty();
  }

  private TestSet describe(BitSet set, Decision decision, List<Cube> including) {
    List<Integer> members = set.stream().boxed().toList();
    long combinations =
        members.stream()
            .mapToLong(i -> questions.get(i).answers().size())
            .reduce(1, (a, b) -> Math.min(TRIED + 1L, a * b));
    if (combinations > TRIED) {
      List<NextTest.Result> some =
          including.stream()
              .filter(cube -> isWithin(cube.asked(), set))
              .map(cube -> firstAllowed(members, cube))
              .distinct()
              .toList();
      return new TestSet(members, some, false);
    }
    List<NextTest.Result> results = new ArrayList<>();
    tryAnswers(members, new ArrayList<>(), new ByLeaf<>(), decision, results);
    return new TestSet(members, results, results.size() == combinations);
  }

  /** One result of a large set that includes: the first answer of each test that does. */
  private NextTest.Result firstAllowed(List<Integer> members, Cube cube) {
    ByLeaf<Outcome> trial = new ByLeaf<>();
    List<String> labels = new ArrayList<>();
    for (int question : members) {
      List<OpenQuestion.Answer> answers = questions.get(question).answers();
      int first = 0;
      while (!cube.allows(question, first + 1)) {
        first++;
      }
      answers.get(first).settled().forEach(s -> trial.put(s.leaf(), s.outcome()));
      labels.add(label(answers.get(first), members));
    }
    return new NextTest.Result(String.join(" and ", labels), decide(trial));
  }

  private static String label(OpenQuestion.Answer answer, List<Integer> members) {
    return members.size() > 1 && answer.label().contains(" or ")
        ? "(" + answer.label() + ")"
        : answer.label();
  }

  private Decision decide(ByLeaf<Outcome> trial) {
    return criteria.decide(
        leaf -> {
          Outcome outcome = trial.find(leaf);
          return outcome == null ? now.apply(leaf) : outcome;
        });
  }

  /**
   * Tries every answer of the members that have no label yet.
   *
   * @param labels answers of the first members, changed and restored
   * @param trial outcomes under these answers, likewise
   */
  private void tryAnswers(
      List<Integer> members,
      List<String> labels,
      ByLeaf<Outcome> trial,
      Decision decision,
      List<NextTest.Result> results) {
    if (labels.size() == members.size()) {
      Decision then = decide(trial);
      if (then != decision && then != Decision.INDETERMINATE) {
        results.add(new NextTest.Result(String.join(" and ", labels), then));
      }
      return;
    }
    for (OpenQuestion.Answer answer : questions.get(members.get(labels.size())).answers()) {
      answer.settled().forEach(s -> trial.put(s.leaf(), s.outcome()));
      labels.add(label(answer, members));
      tryAnswers(members, labels, trial, decision, results);
      labels.remove(labels.size() - 1);
      answer.settled().forEach(s -> trial.remove(s.leaf()));
    }
  }
}
