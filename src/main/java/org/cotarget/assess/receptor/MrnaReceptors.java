package org.cotarget.assess.receptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotarget.assess.Axis;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.Source;
import org.cotarget.assess.Strength;
import org.cotarget.cohort.Receptor;
import org.cotarget.cohort.ReceptorResult;
import org.cotarget.expression.Decimals;
import org.cotarget.expression.ExpressionProfile;
import org.cotarget.expression.ReceptorPosterior;

/**
 * What the mixtures of ESR1, PGR and ERBB2 say of a sample (science section B). They never stand in
 * for pathology: they corroborate it, contradict it, or fill a gap for a probable call.
 *
 * <p>Only a posterior beyond the ambiguous range contradicts. ERBB2 that is not high does not
 * contradict a HER2-positive result: its upper component holds the amplified tumours only.
 */
final class MrnaReceptors {

  private static final String RULE = "mixture.negative-posterior";

  private final ExpressionProfile profile;

  MrnaReceptors(ExpressionProfile profile) {
    this.profile = profile;
  }

  /** The results of one receptor with that of its mRNA, as a surrogate, behind them. */
  List<ReceptorResult> beside(List<ReceptorResult> results, Receptor receptor) {
    Optional<ReceptorPosterior> posterior = profile.receptor(receptor);
    if (posterior.isEmpty()) {
      return results;
    }
    List<ReceptorResult> all = new ArrayList<>(results);
    all.add(
        new ReceptorResult(
            receptor,
            ReceptorResult.Assay.IHC_STATUS,
            posterior.get().negative()
                ? ReceptorResult.Status.NEGATIVE
                : ReceptorResult.Status.POSITIVE,
            Optional.empty(),
            ReceptorResult.Basis.MRNA,
            value(posterior.get()),
            Evidence.NOWHERE));
    return all;
  }

  /** One piece of evidence for each receptor with an estimable mixture. */
  List<Evidence> evidence(ReceptorState er, ReceptorState pr, Her2State her2) {
    List<Evidence> evidence = new ArrayList<>();
    profile.receptor(Receptor.ER).ifPresent(p -> evidence.add(hormone(p, er)));
    profile.receptor(Receptor.PR).ifPresent(p -> evidence.add(hormone(p, pr)));
    profile.receptor(Receptor.HER2).ifPresent(p -> evidence.add(her2(p, her2)));
    return evidence;
  }

  private static Evidence hormone(ReceptorPosterior mrna, ReceptorState pathology) {
    return switch (pathology) {
      case NEG -> against(mrna, true, "negative");
      case POS -> against(mrna, false, "positive");
      case LOW, UNKNOWN, CONFLICT -> undecided(mrna, pathology.name());
    };
  }

  private static Evidence her2(ReceptorPosterior mrna, Her2State pathology) {
    return switch (pathology) {
      case NEGATIVE -> against(mrna, true, "negative");
      case POSITIVE ->
          mrna.negative()
              ? evidence(
                  mrna,
                  Strength.CONTEXT,
                  "not high; ERBB2 mRNA finds amplified tumours only and does not contradict HER2"
                      + " positive by pathology")
              : against(mrna, false, "positive");
      case EQUIVOCAL, UNKNOWN, CONFLICT -> undecided(mrna, pathology.name());
    };
  }

  private static Evidence against(ReceptorPosterior mrna, boolean negative, String pathology) {
    if (mrna.negative() == negative) {
      return evidence(mrna, Strength.SUPPORTING, "agrees with " + pathology + " by pathology");
    }
    return mrna.ambiguous()
        ? evidence(mrna, Strength.CONTEXT, "ambiguous; " + pathology + " by pathology")
        : evidence(
            mrna,
            Strength.DISCORDANT,
            (mrna.negative() ? "negative" : "positive")
                + " by mRNA, "
                + pathology
                + " by pathology: pathology stands; check sample and report");
  }

  private static Evidence undecided(ReceptorPosterior mrna, String pathology) {
    return evidence(
        mrna,
        Strength.CONTEXT,
        (mrna.negative() ? "negative" : "positive")
            + " by mRNA, "
            + pathology
            + " by pathology; mRNA never stands in for it");
  }

  private static Evidence evidence(ReceptorPosterior mrna, Strength strength, String statement) {
    return new Evidence(
        Axis.RECEPTOR,
        Source.EXPRESSION,
        strength,
        mrna.receptor().name(),
        value(mrna),
        statement,
        RULE,
        "LEH11",
        Evidence.NOWHERE);
  }

  private static String value(ReceptorPosterior mrna) {
    return mrna.gene()
        + " mRNA posterior "
        + Decimals.two(mrna.posterior())
        + (mrna.ambiguous() ? " (ambiguous)" : "");
  }
}
