/**
 * Results held against a truth table: a result folder is read back through {@code report}, joined
 * with labels from outside, and every call and score is measured with its 95% interval, as a whole
 * and by subgroup. Undetermined calls are counted apart and never as negative; what cannot be
 * estimated says so with the reason. Only {@code cli} sees this package.
 */
@NullMarked
package org.cotarget.evaluation;

import org.jspecify.annotations.NullMarked;
