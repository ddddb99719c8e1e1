package org.cotarget;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotarget.annotation.VariantAnnotator;
import org.cotarget.assess.jakstat.JakStatAssessor;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.pi3k.Pi3kEventCollector;
import org.cotarget.assess.receptor.ReceptorAssessment;
import org.cotarget.assess.receptor.ReceptorAssessor;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblem;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.Patient;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.eligibility.CandidateDecision;
import org.cotarget.eligibility.EligibilityScreen;
import org.cotarget.expression.ExpressionModel;
import org.cotarget.expression.ExpressionReadout;
import org.cotarget.expression.ExpressionScorer;
import org.cotarget.expression.ModelLabel;
import org.cotarget.expression.ReferenceGroups;
import org.cotarget.expression.ShardedFit;
import org.cotarget.reference.Reference;
import org.cotarget.report.CohortChecks;
import org.cotarget.report.PatientDecision;
import org.cotarget.report.RunResults;
import org.cotarget.report.StratificationReport;

/**
 * The pipeline: annotate, judge receptors, score expression, assess both pathways, decide.
 *
 * <p>Each stage takes values and returns new ones, so a sample's calls depend on its own data, on
 * the reference data and on the expression reference, and on nothing else.
 */
public final class Stratification {

  private final Reference reference;
  private final StratificationOptions options;
  private final String version;
  private final ReceptorAssessor receptor;
  private final ExpressionScorer scorer;

  /**
   * Sets up a pipeline that can be run on any number of cohorts.
   *
   * @param version version of cotarget, for the report
   */
  public Stratification(Reference reference, StratificationOptions options, String version) {
    this.reference = reference;
    this.options = options;
    this.version = version;
    this.receptor = new ReceptorAssessor(reference, options.erLowIncluded());
    this.scorer = new ExpressionScorer(reference, version, options.model());
  }

  /** Stratifies a cohort; {@code problems} are those met when reading it, for the report. */
  public StratificationReport stratify(Cohort supplied, List<InputProblem> problems) {
    Cohort cohort = new VariantAnnotator(reference).annotate(supplied);
    ReferenceGroups pathology = groups(receptors(cohort, receptor::assess));
    ExpressionReadout expression = scorer.score(cohort.expression(), pathology);
    Map<String, ReceptorAssessment> receptors =
        receptors(cohort, sample -> receptor.assess(sample, expression.profile(sample.id())));
    List<AssessedSample> samples = assess(cohort, receptors, expression);
    Map<String, List<PatientDecision>> decisions = decide(cohort, samples);
    CohortChecks checks = new CohortChecks(reference);
    StratificationReport report =
        new StratificationReport(
            version,
            reference.version(),
            cohort,
            expression,
            samples,
            decisions,
            options.trials().stream().map(StratificationOptions.Trial::summary).toList(),
            variantTiers(cohort),
            checks.subtypes(samples),
            checks.ranks(cohort.expression()),
            options.settings(),
            List.of(),
            problems);
    return report.withChecks(check(report, checks));
  }

  /**
   * Fits an expression model on a cohort.
   *
   * @return empty where its expression cannot be used
   */
  public Optional<ExpressionModel> fit(Cohort cohort, ModelLabel label) {
    ReferenceGroups pathology = groups(receptors(cohort, receptor::assess));
    return cohort.expression().flatMap(matrix -> scorer.fit(matrix, pathology, label));
  }

  /**
   * What a cohort adds to a model of a larger one, of which it is a part.
   *
   * @param moments moments of all parts in the second round; empty in the first
   * @return empty where its expression cannot be used; a shard without usable samples gives an
   *     empty part
   * @throws ShardedFit.MismatchException where the cohort does not belong to the moments, or they
   *     lack a shard
   */
  public Optional<ShardedFit.Part> fitPart(
      Cohort cohort, String platform, Optional<ShardedFit.Part> moments)
      throws ShardedFit.MismatchException {
    return new ShardedFit(reference, version)
        .part(
            cohort.expression(),
            groups(receptors(cohort, receptor::assess)),
            platform,
            cohort.part(),
            moments);
  }

  /**
   * A model is fitted by pathology alone; what it then says of receptors comes beside pathology.
   */
  private static Map<String, ReceptorAssessment> receptors(
      Cohort cohort, Function<TumorSample, ReceptorAssessment> assess) {
    List<TumorSample> samples = cohort.samples().toList();
    // Samples are assessed each by itself, so on all cores; the order stays that of the cohort.
    List<ReceptorAssessment> assessed = samples.parallelStream().map(assess).toList();
    Map<String, ReceptorAssessment> receptors = new LinkedHashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      receptors.put(samples.get(i).id(), assessed.get(i));
    }
    return receptors;
  }

  private static ReferenceGroups groups(Map<String, ReceptorAssessment> receptors) {
    return new ReferenceGroups(
        samplesWith(receptors, r -> r.er() == ReceptorState.POS || r.er() == ReceptorState.LOW),
        samplesWith(receptors, r -> r.er() == ReceptorState.NEG),
        samplesWith(receptors, r -> r.call() == TnbcCall.TNBC));
  }

  private static Set<String> samplesWith(
      Map<String, ReceptorAssessment> receptors, Predicate<ReceptorAssessment> condition) {
    return receptors.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<AssessedSample> assess(
      Cohort cohort, Map<String, ReceptorAssessment> receptors, ExpressionReadout expression) {
    Pi3kAssessor pi3k = new Pi3kAssessor(reference);
    JakStatAssessor jakStat = new JakStatAssessor(reference);
    boolean ptenEstimable = expression.ptenEstimable();
    return cohort.samples().toList().parallelStream()
        .map(
            sample -> {
              var profile = expression.profile(sample.id());
              return new AssessedSample(
                  sample,
                  profile,
                  Objects.requireNonNull(receptors.get(sample.id())),
                  pi3k.assess(sample, profile, ptenEstimable),
                  jakStat.assess(sample, profile));
            })
        .toList();
  }

  private Map<String, List<PatientDecision>> decide(Cohort cohort, List<AssessedSample> samples) {
    Map<String, List<AssessedSample>> byPatient =
        samples.stream().collect(Collectors.groupingBy(sample -> sample.sample().patientId()));
    Map<String, List<PatientDecision>> decisions = new LinkedHashMap<>();
    for (StratificationOptions.Trial trial : options.trials()) {
      EligibilityScreen screen = new EligibilityScreen(trial.criteria(), reference);
      // Patients are decided each by herself, so on all cores; the order stays that of the cohort.
      decisions.put(
          trial.criteria().id(),
          cohort.patients().parallelStream()
              .map(Patient::id)
              .map(id -> decide(screen, id, byPatient.getOrDefault(id, List.of())))
              .toList());
    }
    return decisions;
  }

  private List<InputProblem> check(StratificationReport report, CohortChecks checks) {
    InputProblems ofCriteria = new InputProblems();
    for (StratificationOptions.Trial trial : options.trials()) {
      new EligibilityScreen(trial.criteria(), reference)
          .checkColumns(
              report.cohort().clinicalColumns(),
              SourceLocation.ofFile(trial.summary().path()),
              ofCriteria);
    }
    return Stream.concat(
            checks.problems(new RunResults(report, reference)).stream(),
            ofCriteria.sorted().stream())
        .sorted()
        .toList();
  }

  private record Decided(AssessedSample sample, CandidateDecision decision) {}

  private static PatientDecision decide(
      EligibilityScreen screen, String patientId, List<AssessedSample> samples) {
    List<Decided> decided =
        samples.stream()
            .map(sample -> new Decided(sample, screen.decide(sample)))
            .sorted(
                Comparator.comparing((Decided d) -> d.decision().decision())
                    .thenComparing(d -> d.decision().priority().replace('-', 'Z'))
                    .thenComparing(d -> d.sample().pi3k().call())
                    .thenComparing(d -> d.sample().sample().id()))
            .toList();
    Decided first = decided.get(0);
    List<String> others =
        decided.stream()
            .skip(1)
            .map(d -> d.sample().sample().id() + ": " + d.decision().decision())
            .toList();
    return new PatientDecision(patientId, first.sample(), first.decision(), others);
  }

  private Map<String, List<String>> variantTiers(Cohort cohort) {
    Pi3kEventCollector pi3k = new Pi3kEventCollector(reference);
    JakStatAssessor jakStat = new JakStatAssessor(reference);
    return cohort
        .samples()
        .collect(
            Collectors.toMap(
                TumorSample::id,
                sample ->
                    sample.variants().stream()
                        .map(variant -> tier(variant, pi3k, jakStat))
                        .toList()));
  }

  private static String tier(
      SomaticVariant variant, Pi3kEventCollector pi3k, JakStatAssessor jakStat) {
    return pi3k.read(variant)
        .map(event -> event.tier().label())
        .or(() -> jakStat.level(variant))
        .orElse("-");
  }
}
