package org.cotarget.expression;

import org.cotarget.cohort.Receptor;

/**
 * A receptor as its gene's expression shows it.
 *
 * @param receptor the receptor
 * @param gene the gene, e.g. {@code ESR1}
 * @param posterior probability of the receptor-positive component, 0..1
 * @param negative whether it reads as negative: a posterior below 0.5 (LEH11)
 * @param ambiguous whether it is between 0.1 and 0.9
 */
public record ReceptorPosterior(
    Receptor receptor, String gene, double posterior, boolean negative, boolean ambiguous) {}
