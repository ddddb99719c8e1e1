import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.cotarget.assess.jakstat.JakStatAssessor;
import org.cotarget.assess.pi3k.Pi3kAssessor;
import org.cotarget.assess.receptor.ReceptorAssessor;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.InputProblems;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.eligibility.CandidateDecision;
import org.cotarget.eligibility.CriteriaReader;
import org.cotarget.eligibility.Decision;
import org.cotarget.eligibility.EligibilityScreen;
import org.cotarget.eligibility.TrialCriteria;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.Reference;
import org.cotarget.reference.ReferenceLoader;

/**
 * Times a criteria file of 60 different leaves on 10,000 patients with a fixed seed: every leaf
 * looked up, decision, reasons, both trees and the smallest sets of tests.
 *
 * <p>{@code java -cp target/cotarget.jar src/bench/CriteriaBench.java [patients] [runs]}
 */
public final class CriteriaBench {

  private static final Reference REFERENCE = ReferenceLoader.bundled();
  private static final SourceLocation WHERE = SourceLocation.ofLine("bench.tsv", 1);
  private static final List<String> GENES = List.of("PIK3CA", "AKT1", "PTEN", "JAK2");

  public static void main(String[] arguments) {
    int patients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    TrialCriteria criteria = criteria();
    List<AssessedSample> samples = samples(patients);
    System.out.println(criteria.leaves().size() + " leaves, " + patients + " patients");
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      EligibilityScreen screen = new EligibilityScreen(criteria, REFERENCE);
      Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
      long tests = 0;
      // On all cores, as Stratification does.
      for (CandidateDecision decision : samples.parallelStream().map(screen::decide).toList()) {
        decisions.merge(decision.decision(), 1, Integer::sum);
        tests += decision.nextTests().size();
      }
      System.out.printf(
          "%.3f s wall, %s, %d sets of tests%n",
          (System.nanoTime() - start) / 1e9,
          decisions,
          tests);
    }
  }

  /** 12 leaves about genes, 4 about receptors, 2 calls, 42 about clinical columns. */
  private static TrialCriteria criteria() {
    StringBuilder yaml = new StringBuilder("id: bench\ncandidate:\n  all:\n");
    yaml.append("    - {call: TNBC_CALL, met: [TNBC], undetermined: [TNBC_PROBABLE, INDETERMINATE]}\n");
    yaml.append("    - any:\n");
    for (String gene : GENES) {
      yaml.append("        - {alteration: ").append(gene).append(", class: hotspot}\n");
      yaml.append("        - {alteration: ").append(gene).append(", class: truncating}\n");
      yaml.append("        - {alteration: ").append(gene).append(", copy-number: [deep-loss, amplification]}\n");
    }
    yaml.append("        - {call: PI3K_CALL, met: [ACTIVE_HIGH], undetermined: [INSUFFICIENT]}\n");
    yaml.append("    - {number: ER_PERCENT, below: 10}\n");
    yaml.append("    - {call: ER, met: [NEG, LOW]}\n    - {call: HER2, met: [NEGATIVE]}\n");
    yaml.append("    - {number: HER2_IHC_SCORE, at-most: 2}\n");
    yaml.append("    - at-least: 2\n      of:\n");
    for (int i = 0; i < 3; i++) {
      yaml.append("        - {column: C").append(i).append(", at-most: 1}\n");
    }
    yaml.append("clinical:\n  all:\n");
    for (int i = 3; i < 42; i++) {
      yaml.append("    - {column: C").append(i).append(", at-most: 2}\n");
    }
    InputProblems problems = new InputProblems();
    return new CriteriaReader(REFERENCE)
        .read(yaml.toString(), "bench.yaml", problems)
        .orElseThrow(() -> new IllegalStateException(problems.sorted().toString()));
  }

  private static List<AssessedSample> samples(int count) {
    Random random = new Random(7);
    ReceptorAssessor receptors = new ReceptorAssessor(REFERENCE, false);
    Pi3kAssessor pi3k = new Pi3kAssessor(REFERENCE);
    JakStatAssessor jakStat = new JakStatAssessor(REFERENCE);
    List<AssessedSample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TumorSample sample = sample("P" + i, random);
      samples.add(
          new AssessedSample(
              sample,
              ExpressionProfile.NONE,
              receptors.assess(sample),
              pi3k.assess(sample, ExpressionProfile.NONE, false),
              jakStat.assess(sample, ExpressionProfile.NONE)));
    }
    return samples;
  }

  private static TumorSample sample(String id, Random random) {
    List<ReceptorResult> results = new ArrayList<>();
    for (Receptor receptor : Receptor.values()) {
      if (random.nextInt(5) > 0) {
        boolean her2 = receptor == Receptor.HER2;
        results.add(
            new ReceptorResult(
                receptor,
                her2 ? ReceptorResult.Assay.IHC_SCORE : ReceptorResult.Assay.IHC_PERCENT,
                ReceptorResult.Status.NOT_GIVEN,
                Optional.of(NumberRange.exactly(random.nextInt(her2 ? 3 : 2))),
                ReceptorResult.Basis.PRIMARY,
                "",
                WHERE));
      }
    }
    List<CopyNumberCall> copies = new ArrayList<>();
    for (String gene : GENES) {
      if (random.nextBoolean()) {
        copies.add(
            new CopyNumberCall(
                gene, CopyNumberCall.Scale.GISTIC, random.nextInt(5) - 2, WHERE));
      }
    }
    Map<String, ClinicalValue> clinical = new TreeMap<>();
    for (int c = 0; c < 42; c++) {
      if (random.nextInt(3) > 0) {
        clinical.put("C" + c, new ClinicalValue(random.nextInt(40) == 0 ? "3" : "1", WHERE));
      }
    }
    AssayCoverage coverage =
        random.nextBoolean()
            ? new AssayCoverage(
                Map.of(AssayLayer.SNV_INDEL, Extent.everyGene(Basis.CASE_LIST, "exome")))
            : AssayCoverage.NONE;
    return new TumorSample(
        id, id, SampleType.PRIMARY, results, List.of(), List.of(), copies, coverage, clinical);
  }
}
