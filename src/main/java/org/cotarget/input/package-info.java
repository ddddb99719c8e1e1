/**
 * From files to a {@link org.cotarget.cohort.Cohort}. Each reader turns one kind of file into a
 * layer, keyed by the sample ids that the file spells; {@link org.cotarget.input.CohortReader}
 * decides what is read and joins the layers by patient, sample and aliquot. Whatever is wrong
 * becomes an {@link org.cotarget.cohort.InputProblem} with file, line, column and what to do.
 *
 * <p>This is the only part of the program that knows file formats; htsjdk is not seen outside it.
 */
@NullMarked
package org.cotarget.input;

import org.jspecify.annotations.NullMarked;
