package org.cotarget.report;

import java.util.List;
import org.cotarget.eligibility.AssessedSample;
import org.cotarget.eligibility.CandidateDecision;

/**
 * The decision on a patient by one criteria file, resting on one of her samples: the one with the
 * most favourable decision, so that no sample can hide another; ties go to the stronger PI3K call,
 * then to the first sample id.
 *
 * @param patientId the patient
 * @param deciding the sample that the decision rests on
 * @param decision the decision on that sample
 * @param otherSamples decisions on her other samples, e.g. {@code TCGA-AB-1234-06: NOT_CANDIDATE}
 */
public record PatientDecision(
    String patientId,
    AssessedSample deciding,
    CandidateDecision decision,
    List<String> otherSamples) {
  public PatientDecision {
    otherSamples = List.copyOf(otherSamples);
  }
}
