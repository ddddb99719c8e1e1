/**
 * From the calls of a sample to a decision, by a criteria file in three-valued logic: a criterion
 * is met, not met, or open for want of a test. Where the decision itself stays open, every set of
 * missing tests is tried to find those that close it.
 */
@NullMarked
package org.cotarget.eligibility;

import org.jspecify.annotations.NullMarked;
