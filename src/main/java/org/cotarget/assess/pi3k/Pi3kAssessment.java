package org.cotarget.assess.pi3k;

import java.util.List;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;

/**
 * The PI3K axis of one sample.
 *
 * @param tier strongest genomic tier
 * @param coverageComplete whether PIK3CA, AKT1 and PTEN are covered for SNV/indel, and PTEN for
 *     copy number or IHC
 * @param ptenMrna PTEN-mRNA state
 * @param ptenMrnaZ z-score behind it, NaN where the state is NA
 * @param call the call
 * @param arm drug class that the counting events argue for
 * @param score activation score in [0,1], NaN where the call is INSUFFICIENT
 * @param reason the events or gaps that decided the call
 * @param rule row of the decision table that gave the call
 * @param events all events, strongest first
 * @param evidence all evidence, events included
 * @param missing tests that would settle an insufficient call, or make a probable or possible one
 *     definite
 */
public record Pi3kAssessment(
    GenomicTier tier,
    boolean coverageComplete,
    PtenMrna ptenMrna,
    double ptenMrnaZ,
    Pi3kCall call,
    Pi3kArm arm,
    double score,
    String reason,
    String rule,
    List<Pi3kEvent> events,
    List<Evidence> evidence,
    List<MissingTest> missing) {
  public Pi3kAssessment {
    if (score < 0 || score > 1) {
      throw new IllegalArgumentException("PI3K score outside [0,1]: " + score);
    }
    events = List.copyOf(events);
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }
}
