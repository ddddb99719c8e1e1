package org.cotarget.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.eligibility.Cube.TooManyCubes;
import org.cotarget.reference.ClinicalVocabulary;
import org.cotarget.reference.Reference;

/** Applies one criteria file to samples. */
public final class EligibilityScreen {

  /** Code of the problem that criteria look at a column which no clinical table has. */
  public static final String COLUMN_ABSENT = "CRITERIA_COLUMN_ABSENT";

  /** Results of a set of tests that are spelled out; of more, one for each decision. */
  private static final int SHOWN_RESULTS = 8;

  private static final int MOST_STATES = 100_000;

  private final TrialCriteria criteria;
  private final Reference reference;
  private final ClinicalVocabulary vocabulary;
  private final boolean onlyCandidate;
  private final List<Leaf> leaves;
  private final List<Leaf> molecular;
  private final List<Leaf> clinical;

  /** Whether no molecular leaf is a clinical one, too. */
  private final boolean clinicalIsApart;

  private final Recoverable recoverable;

  /** Leaves asked as they stand, and those asked under a negation; a leaf may be both. */
  private final ByLeaf<Boolean> plain = new ByLeaf<>();

  private final ByLeaf<Boolean> negated = new ByLeaf<>();
  private final Map<Question, List<Probe>> variantAnswers = new HashMap<>();
  private final Contradictions contradictions;

  /** Questions by what they depend on: fewer than the states that they make up. */
  private final Map<OpenQuestions.Part, OpenQuestion> openQuestions = new ConcurrentHashMap<>();

  /** Tests by what is open: patients of a cohort lack the same few things. */
  private final Map<OpenState, List<NextTest>> nextTests = new ConcurrentHashMap<>();

  /** Prepares the criteria. */
  public EligibilityScreen(TrialCriteria criteria, Reference reference) {
    this.criteria = criteria;
    this.reference = reference;
    this.vocabulary = ClinicalVocabulary.bundled();
    this.onlyCandidate = criteria.possible().equals(criteria.candidate());
    this.leaves = criteria.leaves();
    Set<Leaf> both = new LinkedHashSet<>(criteria.possible().leaves());
    both.addAll(criteria.candidate().leaves());
    this.molecular = List.copyOf(both);
    this.clinical = criteria.clinical().map(Criterion::leaves).orElse(List.of());
    this.clinicalIsApart = clinical.stream().noneMatch(both::contains);
    this.recoverable = new Recoverable(criteria);
    this.contradictions = new Contradictions(reference.thresholds());
    markNegated(criteria.candidate(), false);
    markNegated(criteria.possible(), false);
    criteria.clinical().ifPresent(c -> markNegated(c, false));
    prepareVariantAnswers();
  }

  private void markNegated(Criterion criterion, boolean under) {
    boolean flips = criterion instanceof Criterion.Not;
    criterion.parts().forEach(part -> markNegated(part, under != flips));
    if (criterion instanceof Leaf leaf) {
      (under ? negated : plain).put(leaf, true);
    }
  }

  private void prepareVariantAnswers() {
    Map<Question, List<SmallVariantIs>> byGene = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      if (leaf.question().topic() == Question.Topic.SMALL_VARIANTS) {
        List<SmallVariantIs> ofGene =
            byGene.computeIfAbsent(leaf.question(), q -> new ArrayList<>());
        if (leaf instanceof SmallVariantIs is) {
          ofGene.add(is);
        }
      }
    }
    byGene.forEach(
        (question, ofGene) ->
            variantAnswers.put(question, VariantAnswers.of(ofGene, reference.hotspots())));
  }

  public TrialCriteria criteria() {
    return criteria;
  }

  /**
   * Warns of clinical columns that the criteria look at and that no sample of the cohort has a
   * value in, of each by itself.
   *
   * @param columns upper-case clinical columns that any sample of the cohort has a value in
   * @param where the criteria file
   */
  public void checkColumns(Set<String> columns, SourceLocation where, InputProblems problems) {
    leaves.stream()
        .flatMap(leaf -> leaf.columns().stream())
        .filter(column -> vocabulary.headers(column.names()).stream().noneMatch(columns::contains))
        .map(column -> String.join(" or ", column.names()))
        .distinct()
        .forEach(
            absent ->
                problems.warning(
                    COLUMN_ABSENT,
                    where,
                    "criteria "
                        + criteria.id()
                        + ": no clinical table has a value in a column "
                        + absent
                        + ", so what they ask of it is not assessed in any patient",
                    "add the column to a clinical table, or judge it for each patient"));
  }

  public CandidateDecision decide(AssessedSample sample) {
    SampleFacts facts = new SampleFacts(sample, reference, vocabulary);
    ByLeaf<Finding> findings = new ByLeaf<>();
    leaves.forEach(leaf -> findings.put(leaf, leaf.find(facts)));
    Function<Leaf, Finding> found = findings::get;
    Function<Leaf, Outcome> outcomes = leaf -> findings.get(leaf).outcome();
    Decision decision = criteria.decide(outcomes);
    CriterionResult candidate = criteria.candidate().explain(found);
    return new CandidateDecision(
        criteria.id(),
        decision,
        criteria.priority(outcomes),
        reasons(findings, decision),
        nextTests(facts, findings, decision),
        notAssessed(findings),
        candidate,
        onlyCandidate ? candidate : criteria.possible().explain(found),
        criteria.clinical().map(c -> c.explain(found)));
  }

  private List<String> notAssessed(ByLeaf<Finding> findings) {
    return clinical.stream()
        .filter(leaf -> findings.get(leaf).outcome() == Outcome.UNDETERMINED)
        .map(leaf -> leaf.text() + " (" + findings.get(leaf).found() + ")")
        .distinct()
        .toList();
  }

  private List<NextTest> nextTests(SampleFacts facts, ByLeaf<Finding> findings, Decision decision) {
    List<Leaf> recovering =
        clinical.stream().filter(leaf -> recoverable.is(leaf, findings.get(leaf))).toList();
    boolean mayTurn =
        !recovering.isEmpty()
            || molecular.stream().anyMatch(leaf -> recoverable.is(leaf, findings.get(leaf)));
    if (decision != Decision.INDETERMINATE && !(decision == Decision.NOT_CANDIDATE && mayTurn)) {
      return List.of();
    }
    OpenState state =
        OpenState.of(
            decision, molecular, clinical(findings, recovering), recovering, findings, facts);
    List<NextTest> known = nextTests.get(state);
    if (known == null) {
      known =
          workOut(
              facts,
              findings,
              decision,
              Stream.concat(molecular.stream(), recovering.stream()).distinct().toList());
      if (nextTests.size() < MOST_STATES) {
        nextTests.put(state, known);
      }
    }
    return known;
  }

  /** What tests depend on of the clinical side: their outcome, else each that it is made of. */
  private List<Outcome> clinical(ByLeaf<Finding> findings, List<Leaf> recovering) {
    Function<Leaf, Outcome> outcomes = leaf -> findings.get(leaf).outcome();
    return recovering.isEmpty() && clinicalIsApart
        ? criteria.clinical().map(c -> c.evaluate(outcomes)).stream().toList()
        : clinical.stream().map(outcomes).toList();
  }

  private List<NextTest> workOut(
      SampleFacts facts, ByLeaf<Finding> findings, Decision decision, List<Leaf> asked) {
    try {
      List<OpenQuestion> questions =
          new OpenQuestions(
                  facts, findings, variantAnswers, contradictions, recoverable, openQuestions)
              .of(asked);
      return new Settling(criteria, questions, leaf -> findings.get(leaf).outcome())
          .sets(decision).stream().map(set -> describe(set, questions)).toList();
    } catch (TooManyCubes tooMany) {
      List<String> all =
          asked.stream()
              .flatMap(
                  leaf ->
                      OpenQuestions.tests(
                          leaf, findings.get(leaf), recoverable.is(leaf, findings.get(leaf)))
                          .stream())
              .distinct()
              .toList();
      return List.of(
          new NextTest(
              all,
              List.of(),
              0,
              false,
              String.join(" + ", all) + " (too many alternatives to tell which of them suffice)"));
    }
  }

  private static NextTest describe(Settling.TestSet set, List<OpenQuestion> questions) {
    List<String> tests =
        set.members().stream().flatMap(i -> questions.get(i).tests().stream()).distinct().toList();
    List<NextTest.Result> results = set.results().stream().limit(NextTest.MOST_RESULTS).toList();
    return new NextTest(
        tests,
        results,
        set.results().size() - results.size(),
        set.always(),
        String.join(" + ", tests) + " (" + results(set) + ")");
  }

  /** All results of a few; of many, one for each decision. */
  private static String results(Settling.TestSet set) {
    Map<Decision, List<String>> byDecision = new LinkedHashMap<>();
    set.results()
        .forEach(
            result ->
                byDecision
                    .computeIfAbsent(result.decision(), d -> new ArrayList<>())
                    .add(result.result()));
    boolean all = set.results().size() <= SHOWN_RESULTS;
    return byDecision.entrySet().stream()
        .map(
            then ->
                (all ? String.join(" or ", then.getValue()) : first(then.getValue()))
                    + ": "
                    + then.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String first(List<String> results) {
    return results.get(0)
        + (results.size() > 1 ? " and " + (results.size() - 1) + " more results" : "");
  }

  /**
   * For a candidate every call that the criteria look at and all else that speaks for it; for an
   * exclusion or an open decision what causes it.
   */
  private List<String> reasons(ByLeaf<Finding> findings, Decision decision) {
    boolean candidate = decision == Decision.CANDIDATE || decision == Decision.POSSIBLE_CANDIDATE;
    Set<String> reasons = new LinkedHashSet<>();
    for (Leaf leaf : telling(findings, decision)) {
      Finding finding = findings.get(leaf);
      boolean tells =
          switch (decision) {
            case CANDIDATE, POSSIBLE_CANDIDATE ->
                leaf instanceof CallIs || stands(leaf, finding, Outcome.MET);
            case INDETERMINATE -> finding.outcome() == Outcome.UNDETERMINED;
            case NOT_CANDIDATE -> stands(leaf, finding, Outcome.NOT_MET);
          };
      if (tells) {
        reasons.add(finding.found());
      }
    }
    if (candidate) {
      criteria
          .priorities()
          .forEach(
              priority ->
                  priority
                      .when()
                      .leaves()
                      .forEach(leaf -> reasons.add(findings.get(leaf).found())));
    }
    return List.copyOf(reasons);
  }

  /** Whether a leaf has an outcome in one of the places where it is asked. */
  private boolean stands(Leaf leaf, Finding finding, Outcome outcome) {
    return (plain.find(leaf) != null && finding.outcome() == outcome)
        || (negated.find(leaf) != null && finding.outcome().not() == outcome);
  }

  /** Leaves that can tell a reason: where the clinical side alone excludes, no others. */
  private List<Leaf> telling(ByLeaf<Finding> findings, Decision decision) {
    Function<Leaf, Outcome> outcomes = leaf -> findings.get(leaf).outcome();
    if (decision != Decision.NOT_CANDIDATE
        || criteria.clinical().filter(c -> c.evaluate(outcomes) == Outcome.NOT_MET).isEmpty()) {
      return molecular;
    }
    List<Leaf> both = new ArrayList<>(clinical);
    if (criteria.possible().evaluate(outcomes) == Outcome.NOT_MET) {
      both.addAll(molecular);
    }
    return both;
  }
}
