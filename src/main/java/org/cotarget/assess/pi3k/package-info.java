/**
 * From variants, copy number, PTEN protein and PTEN mRNA to the PI3K call. Events are collected and
 * tiered first, then the strongest tier, the coverage of the three trial genes and the PTEN-mRNA
 * state are read in one table. Expression alone never makes a call; genes that no assay covered
 * keep the call insufficient rather than negative.
 */
@NullMarked
package org.cotarget.assess.pi3k;

import org.jspecify.annotations.NullMarked;
