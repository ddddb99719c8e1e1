package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.eligibility.Cube.TooManyCubes;

/**
 * What is open in a sample, with the answers that tests may give. Leaves that ask the same thing
 * are one question; questions that share a test are one too, and their answers are those that can
 * be given together.
 */
final class OpenQuestions {

  private static final int MOST_KNOWN = 100_000;

  private final SampleFacts facts;
  private final ByLeaf<Finding> findings;
  private final Map<Question, List<Probe>> variantAnswers;
  private final Contradictions contradictions;
  private final Recoverable recoverable;
  private final Map<Part, OpenQuestion> known;

  /**
   * @param variantAnswers what sequencing may find, by question
   * @param recoverable the leaves that a test can still turn
   * @param known questions worked out for other samples; those of this one are added
   */
  OpenQuestions(
      SampleFacts facts,
      ByLeaf<Finding> findings,
      Map<Question, List<Probe>> variantAnswers,
      Contradictions contradictions,
      Recoverable recoverable,
      Map<Part, OpenQuestion> known) {
    this.facts = facts;
    this.findings = findings;
    this.variantAnswers = variantAnswers;
    this.contradictions = contradictions;
    this.recoverable = recoverable;
    this.known = known;
  }

  /** The tests of a leaf as the file names them, else as the data do; none when it is settled. */
  static List<String> tests(Leaf leaf, Finding finding, boolean recoverable) {
    boolean open = finding.outcome() == Outcome.UNDETERMINED || recoverable;
    if (open && !leaf.note().test().isEmpty()) {
      return List.of(leaf.note().test());
    }
    return finding.missing();
  }

  private boolean isRecoverable(Leaf leaf) {
    return recoverable.is(leaf, finding(leaf));
  }

  private record Group(
      List<Question> questions, List<String> tests, List<Map<Question, Probe>> answers) {}

  /**
   * What a question depends on: two samples with the same of it have the same question open.
   *
   * @param questions what is asked together
   * @param outcomes the outcome of each of its leaves
   * @param missing what each waits for
   * @param words the words of the receptors, which contradict answers, and of the calls asked for
   */
  record Part(
      List<Question> questions,
      List<Outcome> outcomes,
      List<List<String>> missing,
      List<String> words) {}

  /** The open questions among some leaves, in the order in which tests are named. */
  List<OpenQuestion> of(List<Leaf> leaves) throws TooManyCubes {
    Map<Question, List<Leaf>> byQuestion = new TreeMap<>();
    leaves.forEach(
        leaf -> byQuestion.computeIfAbsent(leaf.question(), q -> new ArrayList<>()).add(leaf));
    Map<Question, List<String>> tests = new TreeMap<>();
    byQuestion.forEach(
        (question, asking) -> {
          Set<String> names = new LinkedHashSet<>();
          asking.forEach(leaf -> names.addAll(tests(leaf, finding(leaf), isRecoverable(leaf))));
          if (!names.isEmpty()) {
            tests.put(question, List.copyOf(names));
          }
        });
    List<OpenQuestion> open = new ArrayList<>();
    for (List<Question> together : together(tests)) {
      Part part = part(together, byQuestion);
      OpenQuestion question = known.get(part);
      if (question == null) {
        question = question(group(together, byQuestion, tests), byQuestion);
        if (known.size() < MOST_KNOWN) {
          known.put(part, question);
        }
      }
      open.add(question);
    }
    return open;
  }

  /** Questions that share tests, directly or by way of others. */
  private static List<List<Question>> together(Map<Question, List<String>> tests) {
    List<Set<String>> names = new ArrayList<>();
    List<List<Question>> all = new ArrayList<>();
    tests.forEach(
        (question, own) -> {
          Set<String> joinedNames = new LinkedHashSet<>(own);
          List<Question> joined = new ArrayList<>(List.of(question));
          for (int i = 0; i < all.size(); ) {
            if (TestNames.share(names.get(i), joinedNames)) {
              joined.addAll(all.remove(i));
              joinedNames.addAll(names.remove(i));
              i = 0;
            } else {
              i++;
            }
          }
          joined.sort(null);
          all.add(joined);
          names.add(joinedNames);
        });
    all.sort(Comparator.comparing(questions -> questions.get(0)));
    return all;
  }

  private Part part(List<Question> questions, Map<Question, List<Leaf>> byQuestion) {
    List<Outcome> outcomes = new ArrayList<>();
    List<List<String>> missing = new ArrayList<>();
    List<String> words = new ArrayList<>();
    words.add(CallName.ER.of(facts));
    words.add(CallName.PR.of(facts));
    words.add(CallName.HER2.of(facts));
    for (Question question : questions) {
      for (Leaf leaf : byQuestion.getOrDefault(question, List.of())) {
        outcomes.add(finding(leaf).outcome());
        missing.add(finding(leaf).missing());
        if (leaf instanceof CallIs is) {
          words.add(is.call().basis(facts));
        }
      }
    }
    return new Part(questions, outcomes, missing, words);
  }

  private Group group(
      List<Question> questions,
      Map<Question, List<Leaf>> byQuestion,
      Map<Question, List<String>> tests)
      throws TooManyCubes {
    List<Group> groups = new ArrayList<>();
    for (Question question : questions) {
      List<Map<Question, Probe>> answers = new ArrayList<>();
      for (Probe probe : probes(question, byQuestion.getOrDefault(question, List.of()))) {
        answers.add(Map.of(question, probe));
      }
      if (answers.isEmpty()) {
        throw new TooManyCubes();
      }
      groups.add(new Group(List.of(question), tests.getOrDefault(question, List.of()), answers));
    }
    Map<CallName, String> fixed = fixed(questions, byQuestion);
    Group group = joined(groups, fixed);
    List<Map<Question, Probe>> possible =
        group.answers().stream().filter(a -> contradictions.possible(a, fixed)).toList();
    return possible.isEmpty() ? group : new Group(group.questions(), group.tests(), possible);
  }

  /**
   * The receptors that are known and that no test of a group looks at again: a group that can turn
   * any receptor leaf may turn all of them, since a specimen is stained for all three.
   */
  private Map<CallName, String> fixed(
      List<Question> questions, Map<Question, List<Leaf>> byQuestion) {
    Set<String> tested = new LinkedHashSet<>();
    for (Question question : questions) {
      for (Leaf leaf : byQuestion.getOrDefault(question, List.of())) {
        if (Contradictions.isAboutReceptors(question) && isRecoverable(leaf)) {
          return Map.of();
        }
        if (question.topic() == Question.Topic.CALL) {
          finding(leaf).missing().forEach(test -> tested.addAll(List.of(test.split(" ", -1))));
        }
      }
    }
    Map<CallName, String> fixed = new EnumMap<>(CallName.class);
    for (CallName receptor : List.of(CallName.ER, CallName.PR, CallName.HER2)) {
      String now = receptor.of(facts);
      if (!receptor.unknownWords().contains(now) && !tested.contains(receptor.name())) {
        fixed.put(receptor, now);
      }
    }
    return fixed;
  }

  private Finding finding(Leaf leaf) {
    return findings.get(leaf);
  }

  private OpenQuestion question(Group group, Map<Question, List<Leaf>> byQuestion)
      throws TooManyCubes {
    boolean merge =
        group.questions().size() == 1
            || group.questions().stream().anyMatch(q -> q.topic() != Question.Topic.CALL);
    List<Leaf> leaves =
        group.questions().stream()
            .flatMap(question -> byQuestion.getOrDefault(question, List.of()).stream())
            .toList();
    Map<List<Outcome>, List<String>> labels = new LinkedHashMap<>();
    List<OpenQuestion.Answer> answers = new ArrayList<>();
    for (Map<Question, Probe> answer : group.answers()) {
      List<Outcome> outcomes =
          leaves.stream().map(leaf -> given(leaf, probe(answer, leaf.question()))).toList();
      String label =
          group.questions().stream()
              .map(q -> probe(answer, q).label())
              .collect(Collectors.joining(" and "));
      if (merge) {
        labels.computeIfAbsent(outcomes, o -> new ArrayList<>()).add(label);
      } else {
        answers.add(answer(label, leaves, outcomes));
      }
    }
    labels.forEach(
        (outcomes, same) -> answers.add(answer(String.join(" or ", same), leaves, outcomes)));
    if (answers.size() > Cube.MAX_ANSWERS) {
      throw new TooManyCubes();
    }
    return new OpenQuestion(
        group.questions().stream().map(Question::key).collect(Collectors.joining(", ")),
        TestNames.withoutRepeats(group.tests()),
        answers);
  }

  private static OpenQuestion.Answer answer(
      String label, List<Leaf> leaves, List<Outcome> outcomes) {
    List<OpenQuestion.Settled> settled = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      settled.add(new OpenQuestion.Settled(leaves.get(i), outcomes.get(i)));
    }
    return new OpenQuestion.Answer(label, settled);
  }

  private static Probe probe(Map<Question, Probe> answer, Question question) {
    return Objects.requireNonNull(answer.get(question), question::subject);
  }

  /** A variant that was found stays found, whatever more is tested, unless a test is done anew. */
  private Outcome given(Leaf leaf, Probe answer) {
    boolean stays =
        leaf.question().topic() == Question.Topic.SMALL_VARIANTS
            && finding(leaf).outcome() == Outcome.MET
            && !isRecoverable(leaf);
    return stays ? Outcome.MET : leaf.given(answer);
  }

  private List<Probe> probes(Question question, List<Leaf> leaves) {
    return switch (question.topic()) {
      case CALL -> words(CallName.valueOf(question.subject()), leaves);
      case NUMBER -> known(amounts(leaves), leaves);
      case SIGNATURE -> amounts(leaves);
      case SMALL_VARIANTS -> known(variantAnswers.getOrDefault(question, List.of()), leaves);
      case COPY_NUMBER ->
          Arrays.stream(CopyNumberState.values())
              .<Probe>map(state -> new Probe.Word(CopyNumberIs.word(state)))
              .toList();
      case COLUMN ->
          leaves.get(0) instanceof ColumnWordIs
              ? columnWords(leaves)
              : known(amounts(leaves), leaves);
    };
  }

  private List<Probe> words(CallName call, List<Leaf> leaves) {
    Set<String> words = new LinkedHashSet<>();
    boolean missing = !call.missing(facts).isEmpty();
    if (missing) {
      words.addAll(call.settledWords(facts));
    }
    // Without a missing test it is the file that names one, which is then done anew.
    if (!missing || leaves.stream().anyMatch(this::isRecoverable)) {
      words.addAll(call.completeWords());
    }
    return words.stream().<Probe>map(Probe.Word::new).toList();
  }

  private static List<Probe> columnWords(List<Leaf> leaves) {
    Set<String> words = new LinkedHashSet<>();
    for (Leaf leaf : leaves) {
      if (leaf instanceof ColumnWordIs is) {
        is.met().stream().sorted().forEach(words::add);
        is.notMet().stream().sorted().forEach(words::add);
      }
    }
    words.add(ColumnWordIs.OTHER);
    return words.stream().<Probe>map(Probe.Word::new).toList();
  }

  private static List<Probe> amounts(List<Leaf> leaves) {
    List<Bounds> bounds = leaves.stream().map(Leaf::bounds).flatMap(b -> b.stream()).toList();
    return Bounds.answers(bounds, value -> bounds.stream().map(b -> b.of(value)).toList());
  }

  /**
   * Answers that agree with what is known already: a bin excludes numbers outside it, and a gene
   * that was sequenced has no other variants than those found. A test that is done anew may say
   * anything.
   */
  private List<Probe> known(List<Probe> probes, List<Leaf> leaves) {
    if (leaves.stream().anyMatch(this::isRecoverable)) {
      return probes;
    }
    return probes.stream()
        .filter(
            probe ->
                leaves.stream()
                    .allMatch(
                        leaf ->
                            finding(leaf).outcome() == Outcome.UNDETERMINED
                                || given(leaf, probe) == finding(leaf).outcome()))
        .toList();
  }

  /** Joins groups that share tests, each time two that do, to one. */
  private Group joined(List<Group> groups, Map<CallName, String> fixed) throws TooManyCubes {
    List<Group> all = new ArrayList<>();
    for (Group group : groups) {
      Group joined = group;
      for (int i = 0; i < all.size(); ) {
        if (TestNames.share(all.get(i).tests(), joined.tests())) {
          joined = join(all.remove(i), joined, fixed);
          i = 0;
        } else {
          i++;
        }
      }
      all.add(joined);
    }
    return all.get(0);
  }

  private Group join(Group a, Group b, Map<CallName, String> fixed) throws TooManyCubes {
    List<Question> questions = new ArrayList<>(a.questions());
    questions.addAll(b.questions());
    questions.sort(null);
    Set<String> tests = new LinkedHashSet<>(a.tests());
    tests.addAll(b.tests());
    List<Map<Question, Probe>> answers = new ArrayList<>();
    for (Map<Question, Probe> first : a.answers()) {
      for (Map<Question, Probe> second : b.answers()) {
        Map<Question, Probe> both = new LinkedHashMap<>(first);
        both.putAll(second);
        if (contradictions.possible(both, fixed)) {
          answers.add(both);
        }
      }
    }
    if (answers.size() > Needs.MOST || answers.isEmpty()) {
      throw new TooManyCubes();
    }
    return new Group(questions, List.copyOf(tests), answers);
  }
}
