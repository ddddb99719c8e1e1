package org.cotarget.assess.receptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotarget.assess.Axis;
import org.cotarget.assess.CopyNumberState;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.CopyNumberCall;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.cohort.ReceptorResult.Basis;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.reference.DecisionTable;
import org.cotarget.reference.Reference;
import org.cotarget.reference.Thresholds;

/**
 * Calls triple-negative status from the receptor results of one sample by {@code
 * reference/rules/tnbc_decision.tsv}. Any definite positive decides; three explicit negatives make
 * TNBC; all else is indeterminate and names the tests that are missing.
 */
public final class ReceptorAssessor {

  private final HormoneReceptorJudge hormone;
  private final Her2Judge her2Judge;
  private final DecisionTable table;
  private final Thresholds thresholds;
  private final boolean erLowIncluded;

  /**
   * Takes cut-offs and decision tables from the reference data.
   *
   * @param erLowIncluded whether ER or PR of 1-10% with HER2 negative counts as probable TNBC
   *     instead of as positive
   */
  public ReceptorAssessor(Reference reference, boolean erLowIncluded) {
    this.thresholds = reference.thresholds();
    this.hormone = new HormoneReceptorJudge(thresholds);
    this.her2Judge = new Her2Judge(reference.table("her2_decision"), thresholds);
    this.table = reference.table("tnbc_decision");
    this.erLowIncluded = erLowIncluded;
  }

  /** Assesses one sample without its expression. */
  public ReceptorAssessment assess(TumorSample sample) {
    return assess(sample, ExpressionProfile.NONE);
  }

  /**
   * Assesses one sample.
   *
   * @param profile expression of the sample, which may fill a gap or disagree and decides nothing
   */
  public ReceptorAssessment assess(TumorSample sample, ExpressionProfile profile) {
    List<ReceptorResult> er = results(sample, Receptor.ER);
    List<ReceptorResult> pr = results(sample, Receptor.PR);
    List<ReceptorResult> her2 = results(sample, Receptor.HER2);
    ReceptorState erState = hormone.state(er);
    ReceptorState prState = hormone.state(pr);
    Her2Judge.Reading her2Reading = her2Judge.read(her2);
    Her2State her2State = her2Reading.state();

    List<Evidence> evidence = new ArrayList<>();
    addHormone(evidence, er, erState);
    addHormone(evidence, pr, prState);
    addHer2(evidence, her2, her2Reading);
    MrnaReceptors mrna = new MrnaReceptors(profile);
    evidence.addAll(mrna.evidence(erState, prState, her2State));

    DecisionTable.Row row = table.find(erState.name(), prState.name(), her2State.name());
    TnbcCall call = TnbcCall.valueOf(row.get(erLowIncluded ? "er_low_included" : "strict"));
    String reason = drivers(row, call);

    Optional<CopyNumberCall> erbb2 = amplifiedErbb2(sample);
    if (erbb2.isPresent()
        && her2State == Her2State.NEGATIVE
        && (call == TnbcCall.TNBC || call == TnbcCall.TNBC_PROBABLE)) {
      call = TnbcCall.INDETERMINATE;
      reason = "HER2 negative by pathology, ERBB2 amplified";
    } else if (call == TnbcCall.INDETERMINATE
        && erbb2.isEmpty()
        && surrogatesFillTheGaps(
            mrna.beside(er, Receptor.ER),
            mrna.beside(pr, Receptor.PR),
            mrna.beside(her2, Receptor.HER2),
            erState,
            prState,
            her2State)) {
      call = TnbcCall.TNBC_PROBABLE;
      reason = reason + "; negative by surrogate only";
    }
    erbb2.ifPresent(amplified -> evidence.add(erbb2Evidence(amplified, her2State)));
    List<MissingTest> missing =
        call == TnbcCall.INDETERMINATE || call == TnbcCall.TNBC_PROBABLE
            ? missing(erState, prState, her2Reading, erbb2.isPresent())
            : List.of();
    missing.forEach(test -> evidence.add(missingEvidence(test)));
    return new ReceptorAssessment(
        erState, prState, her2State, call, reason, row.rule(), evidence, missing);
  }

  /**
   * What decided: for an exclusion only the receptors that exclude, not those that happen to be
   * unknown.
   */
  private static String drivers(DecisionTable.Row row, TnbcCall call) {
    return Arrays.stream(row.get("drivers").split("; ", -1))
        .filter(part -> call != TnbcCall.NOT_TNBC || part.matches(".*=(POS|POSITIVE|LOW)"))
        .collect(Collectors.joining("; "));
  }

  private static List<ReceptorResult> results(TumorSample sample, Receptor receptor) {
    return sample.receptors().stream().filter(r -> r.receptor() == receptor).toList();
  }

  /**
   * RNA and copy number never stand in for pathology, but three negatives of which some are
   * surrogates are probable TNBC.
   */
  private boolean surrogatesFillTheGaps(
      List<ReceptorResult> er,
      List<ReceptorResult> pr,
      List<ReceptorResult> her2,
      ReceptorState erState,
      ReceptorState prState,
      Her2State her2State) {
    return negativeOrFilled(erState, hormone.surrogate(er))
        && negativeOrFilled(prState, hormone.surrogate(pr))
        && (her2State == Her2State.NEGATIVE
            || (her2State == Her2State.UNKNOWN && her2Judge.surrogate(her2) == Her2State.NEGATIVE));
  }

  private static boolean negativeOrFilled(ReceptorState state, ReceptorState surrogate) {
    return state == ReceptorState.NEG
        || (state == ReceptorState.UNKNOWN && surrogate == ReceptorState.NEG);
  }

  private Optional<CopyNumberCall> amplifiedErbb2(TumorSample sample) {
    return sample.copyNumbers().stream()
        .filter(c -> c.gene().equals("ERBB2"))
        .filter(c -> CopyNumberState.of(c, thresholds) == CopyNumberState.AMPLIFICATION)
        .findFirst();
  }

  private void addHormone(
      List<Evidence> evidence, List<ReceptorResult> results, ReceptorState state) {
    for (ReceptorResult result : results) {
      Optional<ReceptorState> read = hormone.read(result);
      String says = read.map(s -> "read as " + s).orElse("decides nothing by itself");
      evidence.add(
          evidence(
              result,
              strength(result, read.isPresent(), read.isPresent() && agrees(read.get(), state)),
              result.receptor() + " " + says + "; together " + state,
              "receptor.positive-percent",
              "ALL20"));
    }
  }

  private static boolean agrees(ReceptorState read, ReceptorState state) {
    return read == state || (read == ReceptorState.POS && state == ReceptorState.LOW);
  }

  private void addHer2(
      List<Evidence> evidence, List<ReceptorResult> results, Her2Judge.Reading reading) {
    String together =
        "IHC "
            + String.join(" or ", reading.ihc())
            + ", ISH "
            + String.join(" or ", reading.ish())
            + ": "
            + reading.state();
    for (ReceptorResult result : results) {
      boolean clashes =
          her2Judge.alone(result).filter(says -> opposite(says, reading.state())).isPresent();
      evidence.add(
          evidence(
              result,
              strength(result, true, !clashes),
              "HER2 by " + together,
              reading.rule(),
              "WOL18;PRE16"));
    }
  }

  private static boolean opposite(Her2State says, Her2State together) {
    return (says == Her2State.POSITIVE && together != Her2State.POSITIVE)
        || (says == Her2State.NEGATIVE
            && (together == Her2State.POSITIVE || together == Her2State.CONFLICT));
  }

  private static Strength strength(ReceptorResult result, boolean readable, boolean agrees) {
    if (result.basis() == Basis.MRNA || result.basis() == Basis.COPY_NUMBER) {
      return Strength.SUPPORTING;
    }
    if (!readable) {
      return Strength.CONTEXT;
    }
    if (!agrees) {
      return Strength.DISCORDANT;
    }
    return result.basis() == Basis.PRIMARY ? Strength.DECIDING : Strength.SUPPORTING;
  }

  private static Evidence evidence(
      ReceptorResult result, Strength strength, String statement, String rule, String citation) {
    Source source =
        switch (result.basis()) {
          case PRIMARY, CURATED -> Source.PATHOLOGY;
          case MRNA -> Source.EXPRESSION;
          case COPY_NUMBER -> Source.COPY_NUMBER;
        };
    return new Evidence(
        Axis.RECEPTOR,
        source,
        strength,
        result.receptor().name(),
        result.assay() + " " + result.raw(),
        statement,
        rule,
        citation,
        result.where());
  }

  private Evidence erbb2Evidence(CopyNumberCall call, Her2State state) {
    boolean expected = state == Her2State.POSITIVE;
    return new Evidence(
        Axis.RECEPTOR,
        Source.COPY_NUMBER,
        expected ? Strength.SUPPORTING : Strength.DISCORDANT,
        "ERBB2",
        CopyNumberState.describe(call, thresholds),
        expected
            ? "amplification, as expected of a HER2-positive tumour"
            : "amplification with HER2 " + state + ": no TNBC call until HER2 is tested by ISH",
        "tnbc:erbb2-amplified",
        "ACTIN",
        call.where());
  }

  private static Evidence missingEvidence(MissingTest test) {
    return new Evidence(
        Axis.RECEPTOR,
        Source.PATHOLOGY,
        Strength.MISSING,
        test.name(),
        "",
        test.reason(),
        "tnbc_decision",
        "ALL20;WOL18",
        Evidence.NOWHERE);
  }

  private static List<MissingTest> missing(
      ReceptorState er, ReceptorState pr, Her2Judge.Reading her2, boolean erbb2Amplified) {
    List<MissingTest> tests = new ArrayList<>();
    addMissing(tests, "ER", er);
    addMissing(tests, "PR", pr);
    Set<String> ihc = her2.ihc();
    boolean noIhc = ihc.contains("NA");
    switch (her2.state()) {
      case UNKNOWN ->
          tests.add(
              erbb2Amplified
                  ? new MissingTest("HER2 IHC and ISH", "HER2 not known, ERBB2 amplified")
                  : new MissingTest("HER2 IHC", "HER2 not known"));
      case EQUIVOCAL ->
          tests.add(
              noIhc
                  ? new MissingTest("HER2 IHC", "HER2 ISH alone leaves it open")
                  : new MissingTest("HER2 ISH", "HER2 IHC 2+ without an informative ISH"));
      case CONFLICT ->
          tests.add(
              new MissingTest(
                  "HER2 ISH with signal counts", "reported HER2 results contradict each other"));
      case NEGATIVE -> {
        if (erbb2Amplified) {
          tests.add(new MissingTest("HER2 ISH", "ERBB2 amplified in a HER2-negative tumour"));
        }
      }
      case POSITIVE -> {}
    }
    return tests;
  }

  private static void addMissing(List<MissingTest> tests, String receptor, ReceptorState state) {
    if (state == ReceptorState.UNKNOWN) {
      tests.add(new MissingTest(receptor + " IHC", receptor + " not known"));
    } else if (state == ReceptorState.LOW) {
      tests.add(
          new MissingTest(
              "repeat " + receptor + " IHC", receptor + " low (1-10%): a second block may differ"));
    } else if (state == ReceptorState.CONFLICT) {
      tests.add(
          new MissingTest(
              "repeat " + receptor + " IHC",
              "reported " + receptor + " results contradict each other"));
    }
  }
}
