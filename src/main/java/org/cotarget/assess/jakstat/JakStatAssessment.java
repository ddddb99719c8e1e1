package org.cotarget.assess.jakstat;

import java.util.List;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;

/**
 * The JAK2/STAT5 axis of one sample.
 *
 * @param level {@code J1}, {@code J2}, {@code J3}, {@code J0} or {@code JNA}
 * @param call the call of that level
 * @param reason the evidence that decided it
 * @param immuneConfounded whether the STAT5 signatures are high together with the immune gate, so
 *     that infiltrating T cells may explain them
 * @param evidence all evidence
 * @param missing tests that would settle a call that is not assessed
 */
public record JakStatAssessment(
    String level,
    JakStatCall call,
    String reason,
    boolean immuneConfounded,
    List<Evidence> evidence,
    List<MissingTest> missing) {
  public JakStatAssessment {
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }
}
