package org.cotarget.input;

import java.util.Optional;
import org.cotarget.cohort.Cohort;
import org.cotarget.cohort.InputProblems;

/**
 * The outcome of reading all inputs.
 *
 * @param cohort the cohort; empty where any problem is an error
 * @param problems everything the user should know
 */
public record Reading(Optional<Cohort> cohort, InputProblems problems) {}
