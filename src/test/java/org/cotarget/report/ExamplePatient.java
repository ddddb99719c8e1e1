package org.cotarget.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotarget.assess.Axis;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.assess.jakstat.JakStatAssessment;
import org.cotarget.assess.jakstat.JakStatCall;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kArm;
import org.cotarget.assess.pi3k.Pi3kAssessment;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.Pi3kEvent;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.assess.receptor.Her2State;
import org.cotarget.assess.receptor.ReceptorAssessment;
import org.cotarget.assess.receptor.ReceptorState;
import org.cotarget.assess.receptor.TnbcCall;
import org.cotarget.cohort.AnnotationCheck;
import org.cotarget.cohort.AssayCoverage;
import org.cotarget.cohort.AssayCoverage.Basis;
import org.cotarget.cohort.AssayCoverage.Extent;
import org.cotarget.cohort.AssayLayer;
import org.cotarget.cohort.ClinicalValue;
import org.cotarget.cohort.Consequence;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.GenomeAssembly;
import org.cotarget.cohort.NumberRange;
import org.cotarget.cohort.ProteinChange;
import org.cotarget.cohort.ProteinResult;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.SampleType;
import org.cotarget.cohort.SomaticVariant;
import org.cotarget.cohort.SourceLocation;
import org.cotarget.cohort.TumorSample;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.eligibility.CandidateDecision;
import org.cotarget.eligibility.CriterionResult;
import org.cotarget.eligibility.Decision;
import org.cotarget.eligibility.NextTest;
import org.cotarget.eligibility.Outcome;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.ReceptorPosterior;
import org.cotarget.expression.Score;
import org.cotarget.expression.Score.Confidence;

/**
 * One made-up patient.
 *
 * @param id patient id
 * @param branch 0 candidate A, 1 possible B, 2 equivocal HER2, 3 ER-positive, 4 not sequenced
 * @param text put wherever an input could bring text of its own
 */
record ExamplePatient(String id, int branch, String text) {

  private static final String CLINICAL = "demo/data_clinical_sample.txt";

  private record Branch(
      TnbcCall tnbc,
      ReceptorState er,
      Her2State her2,
      GenomicTier tier,
      Pi3kCall pi3k,
      Pi3kArm arm,
      double score,
      PtenMrna pten,
      JakStatCall jak,
      String level,
      Decision decision,
      String priority) {}

  private static final List<Branch> BRANCHES =
      List.of(
          new Branch(
              TnbcCall.TNBC,
              ReceptorState.NEG,
              Her2State.NEGATIVE,
              GenomicTier.G1,
              Pi3kCall.ACTIVE_HIGH,
              Pi3kArm.PIK3CA_ALPHA,
              0.912345,
              PtenMrna.NOT_LOW,
              JakStatCall.SUPPORTED,
              "J1",
              Decision.CANDIDATE,
              "A"),
          new Branch(
              TnbcCall.TNBC,
              ReceptorState.NEG,
              Her2State.NEGATIVE,
              GenomicTier.G3P,
              Pi3kCall.PROBABLE,
              Pi3kArm.PTEN_AKT,
              0.6,
              PtenMrna.LOW,
              JakStatCall.WEAK,
              "J3",
              Decision.POSSIBLE_CANDIDATE,
              "B"),
          new Branch(
              TnbcCall.INDETERMINATE,
              ReceptorState.NEG,
              Her2State.EQUIVOCAL,
              GenomicTier.G1,
              Pi3kCall.ACTIVE_HIGH,
              Pi3kArm.PIK3CA_ALPHA,
              0.9,
              PtenMrna.NA,
              JakStatCall.NOT_SUPPORTED,
              "J0",
              Decision.INDETERMINATE,
              "-"),
          new Branch(
              TnbcCall.NOT_TNBC,
              ReceptorState.POS,
              Her2State.NEGATIVE,
              GenomicTier.G0,
              Pi3kCall.NOT_DETECTED,
              Pi3kArm.NONE,
              0.1,
              PtenMrna.NOT_LOW,
              JakStatCall.NOT_SUPPORTED,
              "J0",
              Decision.NOT_CANDIDATE,
              "-"),
          new Branch(
              TnbcCall.TNBC,
              ReceptorState.NEG,
              Her2State.NEGATIVE,
              GenomicTier.GNA,
              Pi3kCall.INSUFFICIENT,
              Pi3kArm.NONE,
              Double.NaN,
              PtenMrna.NA,
              JakStatCall.NOT_ASSESSED,
              "JNA",
              Decision.INDETERMINATE,
              "-"));

  private Branch row() {
    return BRANCHES.get(branch);
  }

  /** The first branch has a second, unsequenced sample. */
  List<AssessedSample> samples() {
    AssessedSample primary = assessed(id + "-01", SampleType.PRIMARY);
    if (branch != 0) {
      return List.of(primary);
    }
    AssessedSample metastasis =
        new ExamplePatient(id, 4, text).assessed(id + "-06", SampleType.METASTASIS);
    return List.of(primary, metastasis);
  }

  PatientDecision decision(String criteriaId, List<AssessedSample> own) {
    Branch row = row();
    boolean open = row.decision() == Decision.INDETERMINATE;
    String test = row.her2() == Her2State.EQUIVOCAL ? "HER2 ISH" : "tumour sequencing";
    CriterionResult tnbc =
        new CriterionResult(
            switch (row.tnbc()) {
              case TNBC -> Outcome.MET;
              case NOT_TNBC -> Outcome.NOT_MET;
              default -> Outcome.UNDETERMINED;
            },
            "Triple-negative by pathology" + text,
            "TNBC_CALL is " + row.tnbc(),
            basis(Axis.RECEPTOR),
            List.of());
    CriterionResult pi3k =
        new CriterionResult(
            row.pi3k() == Pi3kCall.INSUFFICIENT
                ? Outcome.UNDETERMINED
                : row.score() > 0.8 ? Outcome.MET : Outcome.NOT_MET,
            "PI3K pathway active",
            "PI3K_CALL is " + row.pi3k(),
            basis(Axis.PI3K),
            List.of());
    CriterionResult all =
        new CriterionResult(
            Outcome.all(List.of(tnbc.outcome(), pi3k.outcome())),
            "all of",
            "",
            null,
            List.of(tnbc, pi3k));
    CandidateDecision decision =
        new CandidateDecision(
            criteriaId,
            row.decision(),
            row.priority(),
            List.of("TNBC_CALL is " + row.tnbc() + text, "PI3K_CALL is " + row.pi3k()),
            open ? List.of(nextTest(test), nextTest("PTEN IHC")) : List.of(),
            List.of("ECOG 0 or 1 (no value in a column ECOG)"),
            all,
            all,
            Optional.of(clinical()));
    List<String> others =
        own.stream().skip(1).map(s -> s.sample().id() + ": INDETERMINATE").toList();
    return new PatientDecision(id, own.get(0), decision, others);
  }

  private static NextTest nextTest(String test) {
    return new NextTest(
        List.of(test), List.of(new NextTest.Result("LOST", Decision.CANDIDATE)), 0, false, test);
  }

  private static CriterionResult.Basis basis(Axis axis) {
    return new CriterionResult.Basis(axis, List.of(), "DEN24", List.of("HER2 ISH"), false);
  }

  private CriterionResult clinical() {
    return new CriterionResult(
        Outcome.UNDETERMINED,
        "ECOG 0 or 1" + text,
        "no value in a column ECOG",
        new CriterionResult.Basis(
            null, List.of(cell("ECOG")), "EPB3", List.of("value of ECOG"), true),
        List.of());
  }

  private AssessedSample assessed(String sampleId, SampleType type) {
    return new AssessedSample(sample(sampleId, type), expression(), receptors(), pi3k(), jakStat());
  }

  private SourceLocation cell(String column) {
    return new SourceLocation(CLINICAL, 6 + branch, column);
  }

  private TumorSample sample(String sampleId, SampleType type) {
    boolean sequenced = row().tier() != GenomicTier.GNA;
    return new TumorSample(
        sampleId,
        id,
        type,
        List.of(
            new ReceptorResult(
                Receptor.ER,
                ReceptorResult.Assay.IHC_PERCENT,
                ReceptorResult.Status.NOT_GIVEN,
                Optional.of(NumberRange.exactly(branch == 3 ? 90 : 0)),
                ReceptorResult.Basis.PRIMARY,
                (branch == 3 ? "90" : "0") + text,
                cell("ER_PERCENT")),
            new ReceptorResult(
                Receptor.HER2,
                ReceptorResult.Assay.IHC_SCORE,
                ReceptorResult.Status.NOT_GIVEN,
                Optional.of(NumberRange.exactly(branch == 2 ? 2 : 0)),
                ReceptorResult.Basis.PRIMARY,
                branch == 2 ? "2+" : "0",
                cell("HER2_IHC"))),
        List.of(
            new ProteinResult(
                ProteinResult.Protein.PTEN,
                ProteinResult.State.PRESENT,
                Optional.of(new NumberRange(10, 19, false, false)),
                "10-19%",
                cell("PTEN_IHC"))),
        sequenced ? List.of(h1047r(), tp53()) : List.of(),
        sequenced
            ? List.of(
                new CopyNumberCall(
                    "JAK2" + text,
                    CopyNumberCall.Scale.GISTIC,
                    branch == 0 ? 2 : 0,
                    SourceLocation.ofLine("demo/data_cna.txt", 9)),
                new CopyNumberCall(
                    "PTEN",
                    CopyNumberCall.Scale.LOG2_RATIO,
                    -0.51,
                    SourceLocation.ofLine("demo/data_cna.txt", 12)))
            : List.of(),
        sequenced
            ? new AssayCoverage(
                Map.of(
                    AssayLayer.SNV_INDEL, Extent.everyGene(Basis.CASE_LIST, "cases_sequenced"),
                    AssayLayer.COPY_NUMBER,
                        Extent.of(Basis.VALUE_PRESENT, Set.of("PTEN", "JAK2"), "data_cna.txt")))
            : AssayCoverage.NONE,
        Map.of("AGE", new ClinicalValue("51" + text, cell("AGE"))));
  }

  private SomaticVariant h1047r() {
    return new SomaticVariant(
        "PIK3CA",
        GenomeAssembly.GRCH37,
        "3",
        178952085,
        178952085,
        "A",
        "G",
        Consequence.MISSENSE_VARIANT,
        ProteinChange.parse("p.H1047R"),
        "c.3140A>G" + text,
        "p.His1047Arg",
        "NM_006218.4",
        118,
        41,
        0.3475,
        "PASS",
        SomaticVariant.Annotation.MAF,
        AnnotationCheck.NONE,
        "",
        SourceLocation.ofLine("demo/data_mutations.txt", 17 + branch));
  }

  private SomaticVariant tp53() {
    return new SomaticVariant(
        "TP53" + text,
        GenomeAssembly.GRCH37,
        "17",
        7578406,
        7578406,
        "C",
        "T" + text,
        Consequence.SPLICE_REGION_VARIANT,
        Optional.empty(),
        "",
        "",
        "",
        -1,
        -1,
        Double.NaN,
        "PASS",
        SomaticVariant.Annotation.MAF,
        AnnotationCheck.NONE,
        "",
        SourceLocation.ofLine("demo/data_mutations.txt", 40 + branch));
  }

  private ExpressionProfile expression() {
    if (branch == 4) {
      return ExpressionProfile.NONE;
    }
    Map<String, Score> signatures = new LinkedHashMap<>();
    signatures.put(
        "PROGENY_PI3K",
        new Score(
            "PROGENY_PI3K",
            12.5,
            0.4321,
            -0.1,
            66.6667,
            98,
            100,
            Confidence.NORMAL,
            "",
            List.of()));
    signatures.put(
        "STAT5_PANEL",
        new Score(
            "STAT5_PANEL",
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            1,
            2,
            Confidence.NONE,
            "1 of 2 genes" + text,
            List.of("SOCS2" + text)));
    return new ExpressionProfile(
        true,
        "",
        Map.of(
            "PTEN",
            new Score(
                "PTEN",
                5.25,
                branch == 1 ? -1.8 : 0.2,
                Double.NaN,
                40,
                1,
                1,
                Confidence.NORMAL,
                "",
                List.of())),
        signatures,
        Map.of(Receptor.ER, new ReceptorPosterior(Receptor.ER, "ESR1", 0.0312, true, false)));
  }

  private ReceptorAssessment receptors() {
    Branch row = row();
    boolean equivocal = row.her2() == Her2State.EQUIVOCAL;
    return new ReceptorAssessment(
        row.er(),
        ReceptorState.NEG,
        row.her2(),
        row.tnbc(),
        equivocal ? "HER2=EQUIVOCAL" : "ER=" + row.er() + " HER2=" + row.her2(),
        "tnbc_decision:17",
        List.of(
            new Evidence(
                Axis.RECEPTOR,
                Source.PATHOLOGY,
                Strength.DECIDING,
                "ER",
                "0%" + text,
                "ER below 1% is negative" + text,
                "tnbc_decision:17",
                "ALL20",
                cell("ER_PERCENT"))),
        equivocal ? List.of(new MissingTest("HER2 ISH", "HER2 IHC 2+ without ISH")) : List.of());
  }

  private Pi3kAssessment pi3k() {
    Branch row = row();
    boolean hit = row.tier() == GenomicTier.G1;
    boolean insufficient = row.pi3k() == Pi3kCall.INSUFFICIENT;
    SourceLocation where = SourceLocation.ofLine("demo/data_mutations.txt", 17 + branch);
    return new Pi3kAssessment(
        row.tier(),
        !insufficient,
        row.pten(),
        row.pten() == PtenMrna.NA ? Double.NaN : branch == 1 ? -1.8 : 0.2,
        row.pi3k(),
        row.arm(),
        row.score(),
        hit ? "PIK3CA H1047R" : insufficient ? "PIK3CA, AKT1 and PTEN not assessed" : "no event",
        "pi3k_decision:3",
        hit
            ? List.of(
                new Pi3kEvent(
                    "PIK3CA",
                    Pi3kEvent.Kind.HOTSPOT,
                    GenomicTier.G1,
                    Pi3kArm.PIK3CA_ALPHA,
                    "H1047R" + text,
                    "CHA18",
                    where))
            : List.of(),
        insufficient
            ? List.of(
                new Evidence(
                    Axis.PI3K,
                    Source.COVERAGE,
                    Strength.MISSING,
                    "PIK3CA",
                    "not assessed",
                    "no assay covers PIK3CA",
                    "pi3k_decision:8",
                    "",
                    Evidence.NOWHERE))
            : List.of(
                new Evidence(
                    Axis.PI3K,
                    Source.VARIANT,
                    Strength.DECIDING,
                    "PIK3CA",
                    "H1047R" + text,
                    "recurrent activating change",
                    "pi3k_events:PIK3CA/HOTSPOT",
                    "CHA18;ALL20",
                    where)),
        insufficient
            ? List.of(new MissingTest("tumour sequencing", "PIK3CA, AKT1 and PTEN not assessed"))
            : List.of());
  }

  private JakStatAssessment jakStat() {
    Branch row = row();
    return new JakStatAssessment(
        row.level(),
        row.jak(),
        row.jak() == JakStatCall.SUPPORTED ? "JAK2 amplified" : "nothing found",
        branch == 1,
        List.of(
            new Evidence(
                Axis.JAK_STAT5,
                Source.COPY_NUMBER,
                Strength.DECIDING,
                "JAK2",
                "GISTIC 2",
                "JAK2 is amplified",
                "jak_stat5_decision:2",
                "BAR15",
                SourceLocation.ofLine("demo/data_cna.txt", 9))),
        List.of());
  }
}
