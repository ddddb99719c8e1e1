/**
 * Holds the demonstration cohort of {@code test-data} against itself and against the sequence of
 * the genes, so that a failing golden test can only mean the program.
 */
@NullMarked
package org.cotarget.demo;

import org.jspecify.annotations.NullMarked;
