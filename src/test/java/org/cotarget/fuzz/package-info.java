/**
 * Every reader under arbitrary bytes. Each {@code *Fuzz} class is a target that Jazzer drives
 * ({@code src/bench/fuzz.sh}); {@link org.cotarget.fuzz.FuzzSeedsTest} replays the seeds and what
 * fuzzing found before in the ordinary build. A target reads as the command line does and fails on
 * any exception that the reader does not document, on a problem that does not say where and what,
 * and where two ways to read the same file disagree.
 */
package org.cotarget.fuzz;
