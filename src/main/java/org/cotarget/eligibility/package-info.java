/**
 * From the calls of a sample to a decision, by a criteria file and three-valued logic: a criterion
 * is met, not met, or undetermined for want of a test, and an undetermined decision names the tests
 * that would settle it.
 */
@NullMarked
package org.cotarget.eligibility;

import org.jspecify.annotations.NullMarked;
