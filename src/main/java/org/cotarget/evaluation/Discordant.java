package org.cotarget.evaluation;

import org.cotarget.cohort.SourceLocation;

/**
 * A determined call that the truth contradicts.
 *
 * @param patientId patient id of the results
 * @param sampleId the tumour
 * @param call the word of the result
 * @param truth the text of the truth
 * @param falsePositive whether the call is positive and the truth negative
 * @param where cell of the truth table
 */
public record Discordant(
    String patientId,
    String sampleId,
    String call,
    String truth,
    boolean falsePositive,
    SourceLocation where) {}
