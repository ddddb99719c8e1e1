/**
 * What every assessment is made of: a piece of evidence with its file, line, rule and citation, and
 * a test that is missing.
 *
 * <p>The three axes (receptors, PI3K, JAK2/STAT5) are assessed in packages of their own that never
 * see each other; they meet only in {@code org.cotarget.eligibility}.
 */
@NullMarked
package org.cotarget.assess;

import org.jspecify.annotations.NullMarked;
