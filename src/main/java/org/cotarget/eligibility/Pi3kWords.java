package org.cotarget.eligibility;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cotarget.assess.MissingTest;
import org.cotarget.assess.pi3k.GenomicTier;
import org.cotarget.assess.pi3k.Pi3kAssessment;
import org.cotarget.assess.pi3k.Pi3kCall;
import org.cotarget.assess.pi3k.PtenMrna;
import org.cotarget.reference.DecisionTable;

/**
 * The words that PI3K_CALL may turn to once its missing tests are done: those that {@code
 * reference/rules/pi3k_decision.tsv} gives to the tiers that these tests can show.
 */
final class Pi3kWords {

  private static final Set<GenomicTier> SEQUENCING =
      EnumSet.of(GenomicTier.G1, GenomicTier.G2, GenomicTier.G3P, GenomicTier.G3S);
  private static final Set<GenomicTier> COPY_NUMBER =
      EnumSet.complementOf(EnumSet.of(GenomicTier.G1P, GenomicTier.G0, GenomicTier.GNA));

  private Pi3kWords() {}

  /** The words, the strongest first. */
  static List<String> of(SampleFacts facts) {
    Pi3kAssessment now = facts.sample().pi3k();
    DecisionTable table = facts.reference().table("pi3k_decision");
    // PTEN IHC is among the missing tests wherever PTEN mRNA is low, and retained sets it aside.
    PtenMrna mrna = now.ptenMrna() == PtenMrna.LOW ? PtenMrna.NA : now.ptenMrna();
    Set<Pi3kCall> calls = EnumSet.noneOf(Pi3kCall.class);
    for (GenomicTier tier : tiers(now)) {
      calls.add(
          Pi3kCall.valueOf(table.find(tier.label(), "COMPLETE", mrna.name()).get("pi3k_call")));
    }
    return calls.stream().map(Pi3kCall::name).toList();
  }

  /** The present tier, which cannot fall, and those above it that a missing test can show. */
  private static Set<GenomicTier> tiers(Pi3kAssessment now) {
    GenomicTier lowest = now.tier() == GenomicTier.GNA ? GenomicTier.G0 : now.tier();
    Set<GenomicTier> tiers = new LinkedHashSet<>(Set.of(lowest));
    for (MissingTest test : now.missing()) {
      if (test.name().startsWith("PTEN IHC")) {
        tiers.add(GenomicTier.G1P);
        if (test.name().endsWith("copy number")) {
          tiers.addAll(COPY_NUMBER);
        }
      } else {
        tiers.addAll(SEQUENCING);
      }
    }
    tiers.removeIf(tier -> tier.compareTo(lowest) > 0);
    return tiers;
  }
}
