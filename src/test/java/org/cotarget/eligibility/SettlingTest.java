package org.cotarget.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cotarget.eligibility.Cube.TooManyCubes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sets of tests are exactly the smallest ones, held against trying every set and result. */
class SettlingTest {

  private static final List<String> WORDS = List.of("a", "b", "c");
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  /** Trees, questions and present outcomes drawn at random; the seed is fixed. */
  @Test
  void findsTheSmallestSetsOfRandomTrees() throws TooManyCubes {
    Random random = new Random(20260101);
    Map<Decision, Integer> seen = new EnumMap<>(Decision.class);
    int named = 0;
    for (int round = 0; round < 3_000; round++) {
      RandomTrial trial = new RandomTrial(random, round % 60 == 0 ? 6 : 1 + random.nextInt(4));
      Decision decision = trial.criteria.decide(trial.now::get);
      seen.merge(decision, 1, Integer::sum);
      if (decision == Decision.INDETERMINATE || decision == Decision.NOT_CANDIDATE) {
        named += compare(trial.criteria, trial.questions, trial.now, decision);
      }
    }
    assertThat(seen).containsKeys(Decision.values());
    assertThat(named).isGreaterThan(1_000);
  }

  /** All rows of the decision's truth table that are open, with each call as a question. */
  @ParameterizedTest
  @CsvSource({"dual-pi3k-jak2, 32", "dual-pi3k-jak2-required, 39"})
  void findsTheSmallestSetsOfTheTruthTable(String id, int open) throws Exception {
    TrialCriteria criteria = BundledCriteriaTest.read(id);
    int indeterminate = 0;
    for (String line :
        new String(
                SettlingTest.class.getResourceAsStream("/facts/final_flag.tsv").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .toList()) {
      String[] cells = line.split("\t", -1);
      Map<CallName, String> calls = new EnumMap<>(CallName.class);
      calls.put(CallName.TNBC_CALL, cells[0]);
      calls.put(CallName.PI3K_CALL, cells[1]);
      calls.put(CallName.JAK_STAT5_CALL, cells[2]);
      Decision decision = criteria.decide(BundledCriteriaTest.outcomes(calls));
      if (decision == Decision.INDETERMINATE) {
        indeterminate++;
        Map<Leaf, Outcome> now = new HashMap<>();
        criteria
            .leaves()
            .forEach(leaf -> now.put(leaf, BundledCriteriaTest.outcomes(calls).apply(leaf)));
        List<OpenQuestion> questions = callQuestions(criteria, calls);
        assertThat(compare(criteria, questions, now, decision)).as(line).isPositive();
      }
    }
    assertThat(indeterminate).isEqualTo(open);
  }

  private static List<OpenQuestion> callQuestions(
      TrialCriteria criteria, Map<CallName, String> calls) {
    List<OpenQuestion> questions = new ArrayList<>();
    add(
        questions,
        criteria,
        CallName.TNBC_CALL,
        Set.of("INDETERMINATE", "TNBC_PROBABLE").contains(calls.get(CallName.TNBC_CALL))
            ? List.of("TNBC", "NOT_TNBC")
            : List.of());
    String pi3k = calls.get(CallName.PI3K_CALL);
    add(
        questions,
        criteria,
        CallName.PI3K_CALL,
        switch (pi3k) {
          case "INSUFFICIENT" -> List.of("ACTIVE_HIGH", "NOT_DETECTED");
          case "PROBABLE", "POSSIBLE" -> List.of("ACTIVE_HIGH", pi3k);
          default -> List.of();
        });
    add(
        questions,
        criteria,
        CallName.JAK_STAT5_CALL,
        calls.get(CallName.JAK_STAT5_CALL).equals("NOT_ASSESSED")
            ? List.of("SUPPORTED", "NOT_SUPPORTED")
            : List.of());
    return questions;
  }

  private static void add(
      List<OpenQuestion> questions, TrialCriteria criteria, CallName call, List<String> words) {
    List<Leaf> leaves =
        java.util.stream.Stream.concat(
                criteria.possible().leaves().stream(), criteria.candidate().leaves().stream())
            .filter(leaf -> ((CallIs) leaf).call() == call)
            .toList();
    if (!words.isEmpty()) {
      questions.add(question(call.name(), leaves, words));
    }
  }

  private static OpenQuestion question(String key, List<Leaf> leaves, List<String> words) {
    List<OpenQuestion.Answer> answers = new ArrayList<>();
    for (String word : words) {
      answers.add(
          new OpenQuestion.Answer(
              word,
              leaves.stream()
                  .distinct()
                  .map(leaf -> new OpenQuestion.Settled(leaf, leaf.given(new Probe.Word(word))))
                  .toList()));
    }
    return new OpenQuestion(key, List.of("test of " + key), answers);
  }

  /** Compares with brute force and tells how many sets there are. */
  private static int compare(
      TrialCriteria criteria,
      List<OpenQuestion> questions,
      Map<Leaf, Outcome> now,
      Decision decision)
      throws TooManyCubes {
    Map<Integer, Map<String, Decision>> results = new TreeMap<>();
    for (int set = 1; set < 1 << questions.size(); set++) {
      results.put(set, tried(criteria, questions, now, decision, set));
    }
    Map<List<Integer>, Map<String, Decision>> expected = new LinkedHashMap<>();
    results.forEach(
        (set, changes) -> {
          boolean includes = includes(changes);
          boolean smallest = true;
          for (int sub = (set - 1) & set; sub > 0; sub = (sub - 1) & set) {
            Map<String, Decision> less = results.get(sub);
            smallest &= includes ? !includes(less) : less.isEmpty();
          }
          boolean wanted = includes || (decision == Decision.INDETERMINATE && !changes.isEmpty());
          if (wanted && smallest) {
            int members = set;
            expected.put(
                IntStream.range(0, questions.size())
                    .filter(i -> (members & 1 << i) != 0)
                    .boxed()
                    .toList(),
                changes);
          }
        });
    List<Settling.TestSet> found = new Settling(criteria, questions, now::get).sets(decision);
    Map<List<Integer>, Map<String, Decision>> actual = new LinkedHashMap<>();
    for (Settling.TestSet set : found) {
      long combinations =
          set.members().stream()
              .mapToLong(i -> questions.get(i).answers().size())
              .reduce(1, Math::multiplyExact);
      Map<String, Decision> all = expected.getOrDefault(set.members(), Map.of());
      Map<String, Decision> told = new LinkedHashMap<>();
      set.results().forEach(result -> told.put(result.result(), result.decision()));
      assertThat(told).hasSameSizeAs(set.results());
      if (combinations <= Settling.TRIED) {
        actual.put(set.members(), told);
        assertThat(set.always()).isEqualTo(all.size() == combinations);
      } else {
        // A large set tells some of the results that include.
        assertThat(all).containsAllEntriesOf(told);
        actual.put(set.members(), all);
      }
    }
    assertThat(actual.equals(expected))
        .as("%s%nexpected %s%nbut was %s", criteria, expected.keySet(), actual.keySet())
        .isTrue();
    return found.size();
  }

  private static boolean includes(Map<String, Decision> changes) {
    return changes.containsValue(Decision.CANDIDATE)
        || changes.containsValue(Decision.POSSIBLE_CANDIDATE);
  }

  private static Map<String, Decision> tried(
      TrialCriteria criteria,
      List<OpenQuestion> questions,
      Map<Leaf, Outcome> now,
      Decision decision,
      int set) {
    Map<String, Decision> changes = new LinkedHashMap<>();
    List<Map<Leaf, Outcome>> states = new ArrayList<>(List.of(now));
    List<String> labels = new ArrayList<>(List.of(""));
    for (int i = 0; i < questions.size(); i++) {
      if ((set & 1 << i) == 0) {
        continue;
      }
      List<Map<Leaf, Outcome>> next = new ArrayList<>();
      List<String> named = new ArrayList<>();
      for (int s = 0; s < states.size(); s++) {
        for (OpenQuestion.Answer answer : questions.get(i).answers()) {
          Map<Leaf, Outcome> state = new HashMap<>(states.get(s));
          answer.settled().forEach(settled -> state.put(settled.leaf(), settled.outcome()));
          next.add(state);
          named.add((labels.get(s).isEmpty() ? "" : labels.get(s) + " and ") + answer.label());
        }
      }
      states = next;
      labels = named;
    }
    for (int s = 0; s < states.size(); s++) {
      Decision then = decide(criteria, states.get(s));
      if (then != decision && then != Decision.INDETERMINATE) {
        changes.put(labels.get(s), then);
      }
    }
    return changes;
  }

  private static Decision decide(TrialCriteria criteria, Map<Leaf, Outcome> state) {
    if (criteria.clinical().isPresent() && value(criteria.clinical().get(), state) < 0) {
      return Decision.NOT_CANDIDATE;
    }
    if (value(criteria.candidate(), state) > 0) {
      return Decision.CANDIDATE;
    }
    int possible = value(criteria.possible(), state);
    return possible > 0
        ? Decision.POSSIBLE_CANDIDATE
        : possible == 0 ? Decision.INDETERMINATE : Decision.NOT_CANDIDATE;
  }

  /** Three-valued evaluation once more, by numbers: -1 not met, 0 undetermined, 1 met. */
  private static int value(Criterion criterion, Map<Leaf, Outcome> state) {
    if (criterion instanceof Leaf leaf) {
      return state.get(leaf).compareTo(Outcome.UNDETERMINED);
    }
    int[] values = criterion.parts().stream().mapToInt(part -> value(part, state)).toArray();
    if (criterion instanceof Criterion.Not) {
      return -values[0];
    }
    if (criterion instanceof Criterion.InOrder) {
      return IntStream.of(values).filter(v -> v < 1).findFirst().orElse(1);
    }
    int[] sorted = IntStream.of(values).sorted().toArray();
    int count =
        criterion instanceof Criterion.All
            ? values.length
            : criterion instanceof Criterion.Any ? 1 : ((Criterion.AtLeast) criterion).count();
    return sorted[values.length - count];
  }

  /** A trial over a few questions with some leaves each. */
  private static final class RandomTrial {
    final List<OpenQuestion> questions = new ArrayList<>();
    final Map<Leaf, Outcome> now = new HashMap<>();
    final TrialCriteria criteria;
    private final Random random;
    private final List<Leaf> leaves = new ArrayList<>();

    RandomTrial(Random random, int count) {
      this.random = random;
      for (int q = 0; q < count; q++) {
        List<Leaf> asking = new ArrayList<>();
        for (int l = 0; l <= random.nextInt(3); l++) {
          Leaf leaf =
              new ColumnWordIs(
                  new ColumnName(List.of("Q" + q), Set.of()),
                  Set.copyOf(List.of(WORDS.get(random.nextInt(3)), WORDS.get(random.nextInt(3)))),
                  Set.of(),
                  LeafNote.of("Q" + q + "/" + l));
          asking.add(leaf);
          now.put(leaf, OUTCOMES.get(random.nextInt(5) < 3 ? 1 : random.nextInt(3)));
        }
        leaves.addAll(asking);
        questions.add(question("Q" + q, asking, WORDS));
      }
      Leaf settled = CriterionTest.leaf("known");
      now.put(settled, OUTCOMES.get(random.nextInt(3)));
      leaves.add(settled);
      Optional<Criterion> clinical =
          random.nextInt(3) == 0 ? Optional.of(tree(1)) : Optional.empty();
      this.criteria = new TrialCriteria("r", "r", "1", "", tree(3), tree(3), clinical, List.of());
    }

    private Criterion tree(int depth) {
      int kind = depth == 0 ? 0 : random.nextInt(7);
      if (kind == 0) {
        return leaves.get(random.nextInt(leaves.size()));
      }
      if (kind == 1) {
        return new Criterion.Not(tree(depth - 1), "");
      }
      List<Criterion> parts = new ArrayList<>();
      for (int i = 0; i <= 1 + random.nextInt(3); i++) {
        parts.add(tree(depth - 1));
      }
      return switch (kind) {
        case 2, 3 -> new Criterion.All(parts, "");
        case 4 -> new Criterion.InOrder(parts, "");
        case 5 -> new Criterion.AtLeast(1 + random.nextInt(parts.size()), parts, "");
        default -> new Criterion.Any(parts, "");
      };
    }
  }
}
