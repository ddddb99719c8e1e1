/**
 * cotarget finds the patients of a breast-cancer cohort who may benefit from inhibiting PI3K and
 * JAK2 together, and says what to test where the data do not suffice. {@link
 * org.cotarget.Stratification} is the whole pipeline on one screen; each stage is a package.
 */
@NullMarked
package org.cotarget;

import org.jspecify.annotations.NullMarked;
