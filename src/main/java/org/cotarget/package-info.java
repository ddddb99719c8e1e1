/**
 * cotarget: who in a breast-cancer cohort may benefit from inhibiting PI3K and JAK2 together, why,
 * and which missing test would change the answer. {@link org.cotarget.Stratification} is the whole
 * pipeline on one screen; each stage is a package.
 */
@NullMarked
package org.cotarget;

import org.jspecify.annotations.NullMarked;
