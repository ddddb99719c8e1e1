/**
 * What the readers of single files hand on: the variants, copy numbers or expression of one file,
 * keyed by the sample ids that the file spells, and the few things that readers of different
 * formats share (which columns may hold a gene, how long chromosomes are).
 */
@NullMarked
package org.cotarget.input.layer;

import org.jspecify.annotations.NullMarked;
