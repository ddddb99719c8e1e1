/**
 * Structural and copy-number records of a VCF, mapped to panel genes. {@link
 * org.cotarget.input.vcf.structural.StructuralRecords} takes such records one by one: each says
 * which stretch or which breakends it means, whether a tumour carries it and how many copies are
 * left; a geometry of breaks and coding exons then tells which genes are broken, and the rule that
 * segment files follow gives genes their copy number.
 */
@NullMarked
package org.cotarget.input.vcf.structural;

import org.jspecify.annotations.NullMarked;
