/**
 * From JAK2 copy number, JAK2/STAT5B hotspots, phospho-protein and expression to the JAK2/STAT5
 * call. The published loop is induced by PI3K inhibition (BRI12), so the call ranks candidates and
 * decides nothing unless a criteria file says so.
 */
@NullMarked
package org.cotarget.assess.jakstat;

import org.jspecify.annotations.NullMarked;
