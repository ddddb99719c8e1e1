/**
 * From an expression matrix to z-scores. Values are brought to a log2 scale by their unit, each
 * gene is centred and scaled on the cohort, and signatures are scored from that. Too few samples, a
 * reference of one receptor class, a gene that is missing or a matrix too small to normalise yield
 * no score and the reason, never a guess.
 *
 * <p>Nothing here knows patients' calls: the receptor classes that a reference needs are handed in
 * as sets of samples.
 */
@NullMarked
package org.cotarget.expression;

import org.jspecify.annotations.NullMarked;
