/**
 * The typed model of a breast-cancer cohort as it was supplied: patients, their tumour samples, and
 * for each sample the receptor results, variants, copy numbers, expression and the extent of what
 * was assayed.
 *
 * <p>Everything here is a value. Readers build it, later stages only read it, and nothing in it is
 * a judgement: a copy number keeps the scale it was reported on, a receptor result keeps the text
 * it came from, and what was not supplied is absent rather than negative.
 */
@NullMarked
package org.cotarget.cohort;

import org.jspecify.annotations.NullMarked;
