package org.cotarget.eligibility;

import org.cotarget.assess.jakstat.JakStatAssessment;
import org.cotarget.assess.pi3k.Pi3kAssessment;
import org.cotarget.assess.receptor.ReceptorAssessment;
import org.cotarget.cohort.TumorSample;
import org.cotarget.expression.ExpressionProfile;

/**
 * A sample with its three calls: all that a criterion may look at.
 *
 * @param sample what was supplied
 * @param expression its scores
 * @param receptors receptors and the triple-negative call
 * @param pi3k the PI3K call
 * @param jakStat the JAK2/STAT5 call
 */
public record AssessedSample(
    TumorSample sample,
    ExpressionProfile expression,
    ReceptorAssessment receptors,
    Pi3kAssessment pi3k,
    JakStatAssessment jakStat) {}
