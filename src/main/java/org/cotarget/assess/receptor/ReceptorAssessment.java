package org.cotarget.assess.receptor;

import java.util.List;
import org.cotarget.assess.Evidence;
import org.cotarget.assess.MissingTest;

/**
 * The receptors of one sample.
 *
 * @param er state of the oestrogen receptor
 * @param pr state of the progesterone receptor
 * @param her2 state of HER2
 * @param call the triple-negative call
 * @param reason the receptors that decided the call, e.g. {@code ER=POS} or {@code HER2=EQUIVOCAL}
 * @param rule row of the decision table that gave the call
 * @param evidence every result with what it was taken for
 * @param missing tests that would settle an indeterminate call
 */
public record ReceptorAssessment(
    ReceptorState er,
    ReceptorState pr,
    Her2State her2,
    TnbcCall call,
    String reason,
    String rule,
    List<Evidence> evidence,
    List<MissingTest> missing) {
  public ReceptorAssessment {
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }
}
