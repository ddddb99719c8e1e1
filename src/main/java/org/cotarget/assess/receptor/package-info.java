/**
 * From receptor results as reported to a triple-negative call. Hormone receptors and HER2 are
 * judged each on its own results first; contradictory results stay a conflict, results that are
 * missing stay unknown, and only three explicit negatives make a triple-negative tumour.
 */
@NullMarked
package org.cotarget.assess.receptor;

import org.jspecify.annotations.NullMarked;
